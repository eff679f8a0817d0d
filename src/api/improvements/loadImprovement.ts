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

function notFound(improvement: string): ProblemError {
  return new ProblemError('improvement_not_found', { improvement });
}
