import type { Details } from '../incident/refusals.js';

/** Every reason for which a drill refuses a message. The words are in `src/domain/words/drills/refusals.ts`. */
export const DRILL_REFUSALS = [
  'not_authorised',
  'not_simulated',
  'wrong_status',
  'own_scheme',
  'own_report',
  'text_required',
  'unknown_inject',
  'inject_over',
  'unknown_posts',
  'unknown_objective',
  'pace_out_of_range',
  'no_change',
  'begins_in_the_past',
  'not_asked',
  'already_answered',
  'unknown_question',
  'unknown_rated_criteria',
  'unknown_rating',
  'own_department',
  'feedback_outstanding',
  'clearing_up',
  'nothing_rated',
  'criteria_unrated',
  'changed',
  'request_id_reused',
  'malformed',
  'machine_error',
] as const;
export type DrillRefusal = (typeof DRILL_REFUSALS)[number];

export interface Refused {
  type: 'refused';
  code: DrillRefusal;
  found: Details;
  needed: Details;
}

export function refuse(code: DrillRefusal, found: Details = {}, needed: Details = {}): Refused {
  return { type: 'refused', code, found, needed };
}
