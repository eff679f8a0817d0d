import type { Details } from '../incident/refusals.js';

/** Every reason for which an improvement refuses a message. The words are in `src/domain/words/improvements/refusals.ts`. */
export const IMPROVEMENT_REFUSALS = [
  'not_authorised',
  'not_owner',
  'wrong_status',
  'reason_required',
  'text_required',
  'evidence_required',
  'unknown_type',
  'unknown_owner',
  'due_passed',
  'no_change',
  'owner_cannot_verify',
  'own_evidence',
  'own_improvement',
  'link_required',
  'unknown_version',
  'version_not_newer',
  'version_not_in_force',
  'drill_origin_required',
  'drill_required',
  'no_criterion',
  'unknown_drill',
  'drill_not_accepted',
  'acceptance_simulated',
  'drill_before_fix',
  'criterion_not_rated',
  'criterion_not_played',
  'criterion_not_passed',
  'weakness_seen',
  'changed',
  'request_id_reused',
  'malformed',
  'machine_error',
] as const;
export type ImprovementRefusal = (typeof IMPROVEMENT_REFUSALS)[number];

/** Of the reasons for which a drill does not show it, those that ask for more work; by the others nothing was shown. */
export function sendsBack(why: ImprovementRefusal): boolean {
  return why === 'criterion_not_passed' || why === 'weakness_seen';
}

export interface Refused {
  type: 'refused';
  code: ImprovementRefusal;
  found: Details;
  needed: Details;
}

export function refuse(code: ImprovementRefusal, found: Details = {}, needed: Details = {}): Refused {
  return { type: 'refused', code, found, needed };
}
