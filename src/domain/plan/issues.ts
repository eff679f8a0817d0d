/** Keys and list positions from the root of the document. */
export type Path = (string | number)[];

/** Something in a plan or roster that keeps it from being used, where it stands, and what to do about it. */
export interface PlanIssue {
  path: Path;
  code: IssueCode;
  message: string;
  hint: string;
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
  | 'missing_text'
  | 'bad_text'
  | 'bad_id'
  | 'bad_key'
  | 'bad_duration'
  | 'bad_date'
  | 'bad_email'
  | 'bad_name'
  | 'bad_row';

export type ReferenceCode =
  | 'duplicate_id'
  | 'listed_twice'
  | `unknown_${'post' | 'team' | 'level' | 'incident_level' | 'category' | 'fact' | 'source' | 'person'}`
  | 'levels_share_id'
  | 'levels_out_of_order'
  | 'criterion_condition'
  | 'criterion_type'
  | 'criterion_never_decides'
  | 'commander_is_deputy'
  | 'lead_not_in_team'
  | 'nobody_mobilised'
  | 'escalation_before_reminder'
  | 'gives_up_too_early'
  | 'no_termination_criterion';

export type RosterCode =
  | 'duplicate_email'
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
