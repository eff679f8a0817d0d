import type { WeaknessCode } from '../weaknessCodes.js';
import type { CriterionId } from './ids.js';

/** Performed, with some challenges, with major challenges, unable to be performed: after HSEEP. */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

/** Speed, co-ordination, technical handling. */
export const WEIGHED_AXES = ['speed', 'coordination', 'technical'] as const;
export type WeighedAxis = (typeof WEIGHED_AXES)[number];

/** Where less is better. */
const TIME_MEASURES = [
  'detection',
  'acknowledgement',
  'firstAction',
  'grading',
  'activation',
  'containment',
  'restoration',
  'restorationFromReport',
  'quorum',
] as const;

/** What of the record may stand beside a rating; see `docs/metrics.md`. Of those that are no times more is better. */
export const MEASURES = [...TIME_MEASURES, 'reach', 'filings', 'sitreps', 'requests'] as const;
export type Measure = (typeof MEASURES)[number];

/** How well it was prepared: what the record of the drill itself has. */
const PREPARATION_MEASURES = ['expectedActions', 'approval'] as const;

/** By what a drill may be rated: figures of its incident, how far the grade is from the key, and how it was prepared. */
export const RATING_MEASURES = [...MEASURES, 'key', ...PREPARATION_MEASURES] as const;
export type RatingMeasure = (typeof RATING_MEASURES)[number];

export function isTimeMeasure(measure: string): boolean {
  return (TIME_MEASURES as readonly string[]).includes(measure);
}

/** The best rating whose bound is kept; U where none is. Milliseconds, per cent, or levels. */
export type RateRule = { by: RatingMeasure; P: number } & Partial<Record<'S' | 'M', number>>;

export interface EvaluationRule {
  /** Without an axis it is rated and not counted. */
  criteria: {
    id: CriterionId;
    axis?: WeighedAxis;
    critical?: true;
    measuredBy?: Measure;
    rates?: RateRule[];
    weaknesses?: WeaknessCode[];
  }[];
  /** Points of each rating that the plan has, 0 to 100. */
  scores: Partial<Record<Rating, number>>;
  weights: Record<WeighedAxis, number>;
  /** The best first; the first whose `from` is reached. */
  conclusions: { id: string; from: number }[];
  /** The best that is left once a critical criterion was rated U. */
  criticalCap: string;
}
