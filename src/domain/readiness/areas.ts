/** What readiness is made of. */
export const READINESS_AREAS = [
  'people',
  'deputies',
  'contacts',
  'training',
  'resources',
  'drills',
  'plan',
  'improvements',
] as const;
export type ReadinessArea = (typeof READINESS_AREAS)[number];

/**
 * How much each counts in the score, of 100: without people nothing works; papers and follow-up count less. An area of
 * which there is nothing to look at is left out, and the others are scaled up.
 */
export const AREA_WEIGHTS: Record<ReadinessArea, number> = {
  people: 20,
  deputies: 15,
  contacts: 15,
  training: 10,
  resources: 15,
  drills: 10,
  plan: 5,
  improvements: 10,
};
