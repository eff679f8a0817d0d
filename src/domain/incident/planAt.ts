import type { PlanRef } from './events.js';
import type { State } from './state.js';

/** Of the state of an incident, what tells by which plan it ran when. */
export interface Planned {
  plan: { moves: Pick<State['plan']['moves'][number], 'seq' | 'from'>[] };
  basis: { plan: PlanRef };
}

/** The version of the plan that the incident ran by when this event happened; a move belongs to the new one. */
export function planAt({ plan, basis }: Planned, seq: number): PlanRef {
  return plan.moves.find((move) => move.seq > seq)?.from ?? basis.plan;
}

/** Every version that the incident has run by, the latest first. */
export function plansOf({ plan, basis }: Planned): PlanRef[] {
  return [basis.plan, ...plan.moves.map(({ from }) => from).toReversed()];
}
