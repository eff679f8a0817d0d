/** Every reason for which the machine refuses a message. The words for each are in `src/domain/words/refusals.ts`. */
export const REFUSAL_CODES = [
  'not_authorised',
  'wrong_phase',
  'incident_closed',
  'unknown_category',
  'same_category',
  'unknown_level',
  'unknown_incident_level',
  'level_required',
  'no_change',
  'reason_required',
  'unknown_criteria',
  'criteria_missing',
  'already_proposed',
  'nothing_proposed',
  'second_person_required',
  'report_not_written',
  'other_plan',
  'same_plan_version',
  'missing_in_plan',
  'nobody_in_posts',
  'handover_open',
  'no_handover',
  'handover_to_other',
  'brief_required',
  'cannot_command',
  'not_asked',
  'merge_with_itself',
  'merge_open',
  'other_mode',
  'not_concerned',
  'not_contested',
  'hand_over_first',
  'not_called',
  'already_acknowledged',
  'not_involved',
  'nothing_told',
  'text_required',
  'unknown_fact',
  'wrong_fact_type',
  'unknown_option',
  'too_many_questions',
  'no_such_question',
  'no_sitreps',
  'sitrep_open',
  'no_such_draft',
  'unknown_task',
  'task_waits',
  'task_done',
  'task_started',
  'evidence_required',
  'repairer_cannot_verify',
  'verified_task_open',
  'unknown_owner',
  'title_required',
  'due_passed',
  'too_many_tasks',
  'no_cordon',
  'cordon_stands',
  'scene_text_required',
  'unknown_pass',
  'scene_full',
  'already_declined',
  'already_arrived',
  'not_mobilised',
  'partner_not_asked',
  'no_shortage',
  'changed',
  'request_id_reused',
  'malformed',
  'machine_error',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Ids and numbers only, so that a refusal can be told in any language. */
export type Details = Record<string, string | number | boolean | string[]>;

export interface Refusal {
  code: RefusalCode;
  found: Details;
  needed: Details;
}

export function refusal(code: RefusalCode, found: Details = {}, needed: Details = {}): { type: 'refused' } & Refusal {
  return { type: 'refused', code, found, needed };
}
