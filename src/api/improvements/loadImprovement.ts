import type { Request } from 'express';
import type { Store, StoredImprovement } from '../../store/index.js';
import { ProblemError } from '../problemError.js';

/** Only what may be an id becomes part of a workflow id. */
export function improvementIdOf(req: Request): string {
  const { improvementId } = req.params;
  if (typeof improvementId === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(improvementId)) return improvementId;
  throw notFound(String(improvementId).slice(0, 100));
}

export async function loadImprovement(store: Store, req: Request): Promise<StoredImprovement> {
  const id = improvementIdOf(req);
  const known = await store.getImprovement(id);
  if (known === undefined) throw notFound(id);
  return known;
}

const RECORD_LAG_MS = 1_000;

/** Whoever asks next should see it. What was decided stands all the same, also while the store is away. */
export async function untilRecorded(store: Store, id: string, seq: number): Promise<void> {
  await store.waitForImprovement(id, seq, RECORD_LAG_MS).catch(() => false);
}

function notFound(improvement: string): ProblemError {
  return new ProblemError('improvement_not_found', { improvement });
}
