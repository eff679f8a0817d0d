import { waitingSince } from '../drill/index.js';
import type { DrillState } from '../drill/index.js';
import type { LiveDrill } from './facts.js';

/** What an inspection looks at of a drill that is neither closed nor called off. */
export function liveDrill(state: DrillState): LiveDrill {
  const { drill, status, roles, rules, plannedAt, clock, ended } = state;
  // An earlier release forgot its term when it had reminded of it.
  const reportDueAt = state.reportDueAt ?? (ended === undefined ? undefined : ended.at + rules.reportWithin);
  return {
    ...{ drill, status, director: roles.director, waitingSince: waitingSince(state) },
    ...(plannedAt === undefined ? {} : { plannedAt }),
    ...(reportDueAt === undefined ? {} : { reportDueAt }),
    ...(status === 'running' && clock?.pace === 0 ? { stillSince: clock.realAt } : {}),
  };
}
