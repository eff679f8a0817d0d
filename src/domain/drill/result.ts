import { scoreOf } from '../evaluation/score.js';
import type { Score } from '../evaluation/score.js';
import { countingRatings, ratingsNow } from './proposed.js';
import type { DrillState } from './state.js';

/** How much of the scenario was played when it was broken off. */
export interface BrokenOff {
  played: number;
  all: number;
}

/** Absent where it was brought to an end. */
function brokenOff({ ended, injects, rules, scenario }: DrillState): BrokenOff | undefined {
  if (rules.edition !== 2 || (ended?.why !== 'stopped' && ended?.why !== 'realIncident')) return undefined;
  const played = scenario.injects.filter(({ id }) => injects[id]?.status === 'played').length;
  return { played, all: scenario.injects.length };
}

/**
 * What the ratings come to. Where it was broken off they tell of a part, and no number stands for the whole: then it has the
 * worst conclusion, as a drill that had to be stopped, or none where it gave way to a real incident.
 */
export function resultNow(state: DrillState): Partial<Score> & { brokenOff?: BrokenOff } {
  const rule = state.rules.evaluation;
  const broken = brokenOff(state);
  const score: Partial<Score> = rule === undefined ? {} : scoreOf(rule, countingRatings(ratingsNow(state)));
  if (broken === undefined) return score;
  const worst = rule?.conclusions.toSorted((a, b) => a.from - b.from)[0]?.id;
  return {
    ...(score.axes === undefined ? {} : { axes: score.axes }),
    ...(worst === undefined || state.preempted !== undefined ? {} : { conclusion: worst }),
    brokenOff: broken,
  };
}
