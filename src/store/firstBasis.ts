import type { State } from '../domain/incident/index.js';
import { compilePlan } from '../domain/plan/compile.js';
import type { Basis } from '../domain/plan/compiled.js';
import { holdersBefore } from '../domain/plan/peopleChange.js';
import type { Store } from './store.js';

/**
 * What an incident was reported under. Before a move to another version of the plan, who held its posts is not kept; changes
 * of the roster since are taken back, and so is what a real incident took from a drill.
 */
export async function firstBasis(
  store: Pick<Store, 'getPlan' | 'eventsOfTypes'>,
  { incidentId, basis, plan }: Pick<State, 'incidentId' | 'basis' | 'plan'>,
): Promise<Basis> {
  const lastMove = plan.moves.at(-1)?.seq ?? 0;
  const changes = await store.eventsOfTypes(incidentId, ['peopleChanged', 'preempted']);
  const holders = changes.reduceRight(
    (after, { event }) =>
      (event.type === 'peopleChanged' || event.type === 'preempted') && event.seq > lastMove
        ? holdersBefore(after, event)
        : after,
    basis.holders,
  );
  const first = plan.moves[0]?.from;
  if (first === undefined) return { ...basis, holders };
  const stored = await store.getPlan(first.id, first.version);
  if (!stored) throw new Error(`version ${first.version} of the plan ${first.id} is not in the store`);
  return { plan: compilePlan(stored.document, stored.hash), holders };
}
