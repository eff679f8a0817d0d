import type { Request } from 'express';
import type { PlanKey, PlanVersion } from '../../store/index.js';
import type { ApiDeps } from '../deps.js';
import { ProblemError } from '../problemError.js';

export function planKeyOf(req: Request): PlanKey {
  return planKey(req.params['planId'], req.params['version']);
}

export function planKey(id: unknown, version: unknown): PlanKey {
  // A number that PostgreSQL's integer can hold.
  if (typeof id === 'string' && typeof version === 'string' && /^[1-9]\d{0,8}$/.test(version)) {
    return { id: id.slice(0, 100), version: Number(version) };
  }
  throw notFound(String(id).slice(0, 100), String(version).slice(0, 100));
}

export async function loadVersion({ store }: ApiDeps, { id, version }: PlanKey): Promise<PlanVersion> {
  return found(await store.planVersion(id, version), { id, version });
}

/** The newest older version of the same plan that was in force. */
export async function versionBefore({ store }: ApiDeps, { id, version }: PlanKey): Promise<PlanVersion | undefined> {
  const known = await store.listPlans();
  const before = known.find(
    (entry) => entry.id === id && entry.version < version && entry.standing.inForceSince !== undefined,
  );
  return before && store.planVersion(id, before.version);
}

export function found(known: PlanVersion | undefined, { id, version }: PlanKey): PlanVersion {
  if (known === undefined) throw notFound(id, String(version));
  return known;
}

function notFound(plan: string, version: string): ProblemError {
  return new ProblemError('plan_version_not_found', { plan, version });
}
