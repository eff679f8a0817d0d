import type { CriterionId, Rating } from '../plan/compiled.js';
import { actionsAsked, injectsOf } from './injects.js';
import type { DrillState } from './state.js';
import { weaknessesAgainst } from './weaknesses.js';
import type { DrillWeakness } from './weaknesses.js';

interface Proposed {
  criterion: CriterionId;
  rating: Rating;
  /** Of plan, roster and ledger, counting against it. */
  weaknesses?: DrillWeakness[];
  /** Of the actions that were expected for objectives of this criterion. */
  inTime: number;
  late: number;
  missed: number;
}

/**
 * What the event stream says of each criterion: all expected actions in time P, all done but some late S, some missed M,
 * none done U. Where a weakness came to light that the plan holds against it, M at best. It counts until an evaluator says
 * otherwise; of criteria for which nothing was expected, and nothing found, it says nothing.
 */
export function proposedRatings(state: DrillState): Proposed[] {
  const { scenario, injects, rules } = state;
  const counts = new Map<CriterionId, Omit<Proposed, 'criterion' | 'rating' | 'weaknesses'>>();
  for (const inject of injectsOf(state)) {
    const criteria = scenario.objectives.find(({ id }) => id === inject.objective)?.criteria ?? [];
    const { playedAt, actions = [] } = injects[inject.id] ?? {};
    for (const { status } of playedAt === undefined ? [] : actions) {
      for (const criterion of criteria) {
        const count = counts.get(criterion) ?? { inTime: 0, late: 0, missed: 0 };
        if (status === 'seen') count.inTime += 1;
        else if (status === 'late') count.late += 1;
        else if (status === 'missed') count.missed += 1;
        counts.set(criterion, count);
      }
    }
  }
  const known = rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  return [...new Set([...counts.keys(), ...known])].flatMap((criterion): Proposed[] => {
    const count = counts.get(criterion) ?? { inTime: 0, late: 0, missed: 0 };
    const [rating, weaknesses] = [ratingOf(count), weaknessesAgainst(state, criterion)];
    if (weaknesses.length > 0) return [{ criterion, rating: rating === 'U' ? 'U' : 'M', weaknesses, ...count }];
    return rating === undefined ? [] : [{ criterion, rating, ...count }];
  });
}

/** Of all expected actions together. */
export function overallRating(state: DrillState): Rating | undefined {
  const all = actionsAsked(state);
  const count = (status: string) => all.filter((one) => one.status === status).length;
  return ratingOf({ inTime: count('seen'), late: count('late'), missed: count('missed') });
}

function ratingOf({ inTime, late, missed }: Pick<Proposed, 'inTime' | 'late' | 'missed'>): Rating | undefined {
  if (inTime + late + missed === 0) return undefined;
  if (inTime + late === 0) return 'U';
  if (missed > 0) return 'M';
  return late > 0 ? 'S' : 'P';
}

export const RATED_BY = ['person', 'machine', 'simulator'] as const;
export type RatedBy = (typeof RATED_BY)[number];

export interface Rated {
  criterion: CriterionId;
  rating: Rating;
  by: RatedBy;
}

/** Of each criterion what a person said, or else the machine, or else the simulator. */
export function ratingsNow(state: DrillState): Rated[] {
  const known = state.rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  const proposed = new Map(proposedRatings(state).map(({ criterion, rating }) => [criterion, rating]));
  return known.flatMap((criterion): Rated[] => {
    const said = state.ratings[criterion];
    const seen = proposed.get(criterion);
    if (said !== undefined && said.simulated !== true) return [{ criterion, rating: said.rating, by: 'person' }];
    if (seen !== undefined) return [{ criterion, rating: seen, by: 'machine' }];
    return said === undefined ? [] : [{ criterion, rating: said.rating, by: 'simulator' }];
  });
}

/** What the simulator says fills the sheet, and counts for nothing. */
export function countingRatings(ratings: readonly Rated[]): Rated[] {
  return ratings.filter(({ by }) => by !== 'simulator');
}

/**
 * `incomplete`: not every inject of the criterion was played, nobody was left to do what was expected, or the drill ended before
 * its time was up; `simulated`: what was expected was done by the simulator, at least once.
 */
export const HOW_PLAYED = ['inPerson', 'simulated', 'incomplete'] as const;
export type HowPlayed = (typeof HOW_PLAYED)[number];

/** How much the machine has seen of what it rates; an inject that the players came before needs no playing. */
export function howPlayed(state: DrillState, criterion: CriterionId): HowPlayed {
  const { scenario, injects } = state;
  const objectives = scenario.objectives.filter(({ criteria }) => criteria.includes(criterion)).map(({ id }) => id);
  const all = injectsOf(state)
    .filter(({ objective }) => objectives.includes(objective))
    .map(({ id }) => injects[id]);
  if (all.some((one) => one?.status !== 'played' && one?.status !== 'notNeeded')) return 'incomplete';
  const actions = all.flatMap((one) => (one?.playedAt === undefined ? [] : one.actions));
  if (actions.some(({ status }) => status === 'excused' || status === 'open')) return 'incomplete';
  return actions.some(({ simulated }) => simulated) ? 'simulated' : 'inPerson';
}
