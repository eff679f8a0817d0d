import type { WeaknessCode } from '../weaknessCodes.js';
import type { CriterionId } from './ids.js';

/** Performed, with some challenges, with major challenges, unable to be performed: after HSEEP. */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

/** Speed, co-ordination, technical handling. */
export const WEIGHED_AXES = ['speed', 'coordination', 'technical'] as const;
export type WeighedAxis = (typeof WEIGHED_AXES)[number];

/** What of the record may stand beside a rating; see `docs/metrics.md`. */
export const MEASURES = [
  'detection',
  'acknowledgement',
  'firstAction',
  'grading',
  'activation',
  'containment',
  'restoration',
  'quorum',
  'reach',
  'filings',
  'sitreps',
  'requests',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface EvaluationRule {
  /** Without an axis it is rated and not counted. */
  criteria: {
    id: CriterionId;
    axis?: WeighedAxis;
    critical?: true;
    measuredBy?: Measure;
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
