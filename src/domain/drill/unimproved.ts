import type { CriterionId, Rating } from '../plan/compiled.js';
import { countingRatings, ratingsNow } from './proposed.js';
import type { DrillState } from './state.js';

/** What an improvement came from, and whether it was given up. */
interface Improving {
  origin: { drill?: string; criterion?: CriterionId };
  status: string;
}

const WEAK: readonly Rating[] = ['M', 'U'];

/** Rated M or U: by the plan each of them leads to an improvement. What nobody has judged is no finding. */
export function weakCriteria(state: DrillState): CriterionId[] {
  const ratings = countingRatings(state.report?.ratings ?? ratingsNow(state));
  return ratings.filter(({ rating }) => WEAK.includes(rating)).map(({ criterion }) => criterion);
}

/** Those that have none yet, as far as it came of this drill. */
export function unimproved(state: DrillState, improvements: readonly Improving[]): CriterionId[] {
  const improved = improvements
    .filter(({ origin, status }) => origin.drill === state.drill && status !== 'cancelled')
    .map(({ origin }) => origin.criterion);
  return weakCriteria(state).filter((criterion) => !improved.includes(criterion));
}
