import type { State } from '../domain/incident/index.js';
import { compilePlan } from '../domain/plan/compile.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { Store } from './store.js';

/** What an incident was reported under. Who held its posts then is not kept: nothing that is folded reads it. */
export async function firstBasis(
  store: Pick<Store, 'getPlan'>,
  { basis, plan }: Pick<State, 'basis' | 'plan'>,
): Promise<Basis> {
  const first = plan.moves[0]?.from;
  if (first === undefined) return basis;
  const stored = await store.getPlan(first.id, first.version);
  if (!stored) throw new Error(`version ${first.version} of the plan ${first.id} is not in the store`);
  return { plan: compilePlan(stored.document, stored.hash), holders: basis.holders };
}
