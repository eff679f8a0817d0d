import type { Details } from '../../incident/refusals.js';

/** Every reason for which an act on a version is refused. The words for each are in `src/domain/words/planRefusals.*`. */
export const PLAN_REFUSAL_CODES = [
  'post_required',
  'not_reviewer',
  'not_approver',
  'not_responsible',
  'not_addressed',
  'wrong_status',
  'plan_in_force',
  'version_exists',
  'version_not_next',
  'authors_missing',
  'other_version',
  'control_missing',
  'words_required',
  'reviewer_withdrew',
  'already_reviewed',
  'content_changed',
  'reviews_missing',
  'author_reviews_alone',
  'author_approves_alone',
  'check_errors',
  'warnings_open',
  'unknown_warning',
  'already_accepted',
  'author_accepts',
  'date_in_past',
  'date_in_future',
  'day_in_future',
  'nothing_new',
  'older_than_effective',
  'base_superseded',
  'roster_unfit',
  'not_approved',
  'already_received',
  'key_reused',
] as const;
export type PlanRefusalCode = (typeof PLAN_REFUSAL_CODES)[number];

/** `found` and `needed` hold ids, numbers and words of the plan's files, so that it can be told in any language. */
export interface PlanRefusal {
  code: PlanRefusalCode;
  found: Details;
  needed: Details;
}

export function refuse(code: PlanRefusalCode, found: Details = {}, needed: Details = {}): { refusal: PlanRefusal } {
  return { refusal: { code, found, needed } };
}
