import { scoreOf } from '../evaluation/score.js';
import type { Score } from '../evaluation/score.js';
import type { CriterionId, Rating } from '../plan/compiled.js';
import { countingRatings, ratingsNow } from './proposed.js';
import type { Rated } from './proposed.js';
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

/** `met`: all that it is judged by was rated P or S; `partly`: something M; `notMet`: something U; `open`: not all of it is rated. */
export type ObjectiveOutcome = 'met' | 'partly' | 'notMet' | 'open';

export interface ObjectiveResult {
  /** Of the scenario. */
  objective: string;
  criteria: { id: CriterionId; rating?: Rating }[];
  outcome: ObjectiveOutcome;
}

/** What the drill was held for, by these ratings; what the simulator says counts for nothing. */
export function objectiveResults(
  { scenario }: Pick<DrillState, 'scenario'>,
  ratings: readonly Rated[],
): ObjectiveResult[] {
  const rated = new Map(countingRatings(ratings).map(({ criterion, rating }) => [criterion, rating]));
  return scenario.objectives.map(({ id, criteria }) => {
    const found = criteria.map((criterion) => rated.get(criterion));
    return {
      objective: id,
      criteria: criteria.map((criterion, i) => ({
        id: criterion,
        ...(found[i] === undefined ? {} : { rating: found[i] }),
      })),
      outcome: outcomeOf(found),
    };
  });
}

function outcomeOf(ratings: readonly (Rating | undefined)[]): ObjectiveOutcome {
  if (ratings.includes('U')) return 'notMet';
  if (ratings.includes('M')) return 'partly';
  return ratings.includes(undefined) ? 'open' : 'met';
}
