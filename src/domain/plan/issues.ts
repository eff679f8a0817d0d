import type { Said } from '../lang.js';

/** Keys and list positions from the root of the document. */
export type Path = (string | number)[];

/** Something in a plan or roster that keeps it from being used, where it stands, and what to do about it. */
export interface PlanIssue {
  path: Path;
  code: IssueCode;
  message: Said;
  hint: Said;
  /** About the last key of the path rather than its value. */
  atKey?: true;
}

export function issue(path: Path, code: IssueCode, message: Said, hint: Said): PlanIssue {
  return { path, code, message, hint };
}

/** Each code has its meaning in one place: the shape in `shape.ts`, the rest beside its check. */
type IssueCode = ShapeCode | ReferenceCode | RosterCode;

export type ShapeCode =
  | 'unknown_key'
  | 'missing_key'
  | 'wrong_type'
  | 'unknown_value'
  | 'out_of_range'
  | 'empty_list'
  | 'empty_text'
  | 'long_text'
  | 'missing_text'
  | 'bad_text'
  | 'bad_id'
  | 'bad_key'
  | 'bad_duration'
  | 'bad_date'
  | 'bad_time'
  | 'bad_email'
  | 'bad_phone'
  | 'bad_serial'
  | 'bad_name'
  | 'bad_row'
  | 'bad_threshold'
  | 'bad_authority'
  | 'bad_zone'
  | 'bad_currency'
  | 'too_deep';

export type ReferenceCode =
  | 'duplicate_id'
  | 'listed_twice'
  | `unknown_${ReferenceKind}`
  | 'levels_share_id'
  | 'levels_out_of_order'
  | 'condition_form'
  | 'condition_type'
  | 'condition_scope'
  | 'pack_without_criteria'
  | 'criterion_never_decides'
  | 'commander_is_deputy'
  | 'lead_not_in_team'
  | 'nobody_mobilised'
  | 'escalation_before_reminder'
  | 'gives_up_too_early'
  | 'no_termination_criterion'
  | 'own_deputy'
  | 'span_out_of_order'
  | 'authority_without_level'
  | 'clashing_rules'
  | 'quorum_impossible'
  | 'circular_tasks'
  | 'circular_verification'
  | 'level_without_cadence'
  | 'limit_form'
  | 'start_of_clock'
  | 'minimum_contents'
  | 'unknown_blank'
  | 'answers_of_contents'
  | 'language_of_report'
  | 'reorder_below_minimum'
  | 'inject_after_end'
  | 'injects_out_of_order'
  | 'inject_trigger'
  | 'fact_value'
  | 'sought_field'
  | 'sought_value'
  | 'shown_elsewhere'
  | 'bounds_out_of_order'
  | 'ambiguous_player'
  | 'calendar_backwards';

/** Kinds of things that other parts of the plan refer to. */
export type ReferenceKind =
  | 'post'
  | 'team'
  | 'level'
  | 'incident_level'
  | 'category'
  | 'fact'
  | 'option'
  | 'source'
  | 'pack'
  | 'qualification'
  | 'partner'
  | 'task'
  | 'obligation'
  | 'resource'
  | 'template'
  | 'scenario'
  | 'objective'
  | 'drill_criterion'
  | 'role'
  | 'player'
  | 'conclusion'
  | 'person';

export type RosterCode =
  | 'duplicate_email'
  | 'duplicate_contact'
  | 'away_backwards'
  | 'command_unfilled'
  | 'same_person_in_command'
  | 'team_unfilled'
  | 'nobody_verifies'
  | 'nobody_decides'
  | 'no_second_signature';

/** What a check of a document answers. */
export type Checked<T> = { document: T } | { issues: PlanIssue[] };

/** `teams[1].lead`, as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
