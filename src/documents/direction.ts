import type { EventOf, State } from '../domain/incident/index.js';

/** Where a change of level leads; `regraded`: the incident level alone changes. */
export function directionOf(state: State, { from, to }: EventOf<'levelChanged'>): 'raised' | 'lowered' | 'regraded' {
  if (from === to) return 'regraded';
  return severity(state, to) < severity(state, from) ? 'raised' : 'lowered';
}

/** 0 is the most severe level. */
function severity(state: State, level: string): number {
  return state.basis.plan.levels.findIndex((l) => l.id === level);
}
