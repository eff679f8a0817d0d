import { WEIGHED_AXES } from '../plan/compiled.js';
import type { CriterionId, EvaluationRule, Rating, WeighedAxis } from '../plan/compiled.js';

/** What people made of one criterion. */
export interface Rated {
  criterion: CriterionId;
  rating: Rating;
}

export interface AxisScore {
  axis: WeighedAxis;
  /** By the plan. */
  weight: number;
  /** Per cent of the whole that it counts here: the weights of those that are rated, brought to a hundred. */
  share: number;
  /** The mean of its ratings; absent where none of its criteria was rated, and it does not count. */
  points?: number;
}

export interface Score {
  /** 0 to 100, with one decimal; absent where nothing that counts was rated. */
  score?: number;
  /** One of the plan's; absent with the score. */
  conclusion?: string;
  axes: AxisScore[];
  /** Critical criteria rated U that made the conclusion worse than the score alone would have. */
  capped?: CriterionId[];
}

/**
 * How a response or a drill went, as one number. It never stands alone: whoever shows it shows the ratings beside it. An
 * axis that nobody rated does not count as failed; the others carry its weight, each in its proportion.
 */
export function scoreOf(rule: EvaluationRule, ratings: readonly Rated[]): Score {
  const points = new Map(WEIGHED_AXES.map((axis) => [axis, pointsOn(axis, rule, ratings)]));
  const counting = WEIGHED_AXES.filter((axis) => points.get(axis) !== undefined);
  const whole = sumOf(counting.map((axis) => rule.weights[axis]));
  const axes = WEIGHED_AXES.map((axis): AxisScore => {
    const [weight, mean] = [rule.weights[axis], points.get(axis)];
    if (mean === undefined) return { axis, weight, share: 0 };
    return { axis, weight, share: tenths((weight / whole) * 100), points: tenths(mean) };
  });
  if (counting.length === 0) return { axes };
  const score = tenths(sumOf(counting.map((axis) => rule.weights[axis] * points.get(axis)!)) / whole);
  return { score, axes, ...concluded(rule, ratings, score) };
}

function pointsOn(axis: WeighedAxis, rule: EvaluationRule, ratings: readonly Rated[]): number | undefined {
  const theirs = new Set(rule.criteria.filter((criterion) => criterion.axis === axis).map(({ id }) => id));
  const all = ratings.flatMap(({ criterion, rating }) => (theirs.has(criterion) ? (rule.scores[rating] ?? []) : []));
  return all.length === 0 ? undefined : sumOf(all) / all.length;
}

function concluded(
  { criteria, conclusions, criticalCap }: EvaluationRule,
  ratings: readonly Rated[],
  score: number,
): Pick<Score, 'conclusion' | 'capped'> {
  const best = conclusions.toSorted((a, b) => b.from - a.from);
  const reached = best.findIndex(({ from }) => score >= from);
  // What reaches none of them is the worst of them.
  const earned = reached === -1 ? best.length - 1 : reached;
  const critical = new Set(criteria.filter((criterion) => criterion.critical === true).map(({ id }) => id));
  const failed = ratings.filter(({ criterion, rating }) => rating === 'U' && critical.has(criterion));
  const cap = best.findIndex(({ id }) => id === criticalCap);
  if (failed.length === 0 || cap <= earned) return conclusionOf(best[earned]);
  return { ...conclusionOf(best[cap]), capped: failed.map(({ criterion }) => criterion) };
}

function conclusionOf(found: { id: string } | undefined): { conclusion?: string } {
  return found === undefined ? {} : { conclusion: found.id };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What is shown is what is decided by: 89.96 reads as 90.0 and counts as that. */
function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
