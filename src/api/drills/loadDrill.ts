import type { Request } from 'express';
import type { Store, StoredDrill } from '../../store/index.js';
import { ProblemError } from '../problemError.js';

/** Only what may be an id becomes part of a workflow id. */
export function drillIdOf(req: Request): string {
  const { drillId } = req.params;
  if (typeof drillId === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(drillId)) return drillId;
  throw notFound(String(drillId).slice(0, 100));
}

export function loadDrill(store: Store, req: Request): Promise<StoredDrill> {
  return loadDrillById(store, drillIdOf(req));
}

export async function loadDrillById(store: Store, id: string): Promise<StoredDrill> {
  const known = await store.getDrill(id);
  if (known === undefined) throw notFound(id);
  return known;
}

const RECORD_LAG_MS = 1_000;

/** Whoever asks next should see it. What was decided stands all the same, also while the store is away. */
export async function untilRecorded(store: Store, id: string, seq: number): Promise<void> {
  await store.waitForDrill(id, seq, RECORD_LAG_MS).catch(() => false);
}

function notFound(drill: string): ProblemError {
  return new ProblemError('drill_not_found', { drill });
}
