import type { Names } from '../domain/plan/names.js';
import type { ApiDeps } from './deps.js';
import { unavailable } from './problemError.js';

/** What the effective plan calls things; where many incidents stand side by side, the ids of older plans may stay bare. */
export async function namesToday({ directory }: ApiDeps): Promise<Names> {
  const basis = await directory.basis();
  if (!basis) throw unavailable('no_plan');
  return directory.names(basis.plan);
}
