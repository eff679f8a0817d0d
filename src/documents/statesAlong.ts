import { evolve, initial } from '../domain/incident/index.js';
import type { IncidentEvent, State } from '../domain/incident/index.js';
import type { Basis } from '../domain/plan/compiled.js';

/** Documents are asked for in about the order of what they tell of. */
const KEPT = 4;

/**
 * How an incident stood after an event, from its first event on; more may be added to them. The last answers are kept, and
 * a later state goes on from the nearest: the next document of a long incident follows from some hundred events, not all.
 */
export function statesAlong(basis: Basis, events: readonly IncidentEvent[]): (seq: number) => State {
  const kept: State[] = [initial(basis)];
  return (seq) => {
    const nearest = kept.reduce((best, state) => (state.seq <= seq && state.seq > best.seq ? state : best));
    if (nearest.seq === seq) return nearest;
    const state = events.slice(nearest.seq, seq).reduce(evolve, nearest);
    kept.push(state);
    // The first, to which one can always go back, stays.
    if (kept.length > KEPT) kept.splice(1, 1);
    return state;
  };
}
