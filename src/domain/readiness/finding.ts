import type { Said } from '../lang.js';
import type { PersonId } from '../plan/compiled.js';
import type { LedgerRemarkCode } from '../plan/ledgerRemarks.js';
import type { RosterRemarkCode } from '../plan/rosterRemarks/check.js';
import type { Instant } from '../time.js';
import type { ReadinessArea } from './areas.js';

export const SUBJECT_KINDS = [
  'person',
  'post',
  'team',
  'resource',
  'item',
  'plan',
  'improvement',
  'drill',
  'programme',
  'category',
  'incidentLevel',
  'level',
  'responseRule',
  'task',
  'obligation',
  'terminationCriterion',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  kind: SubjectKind;
  /** Of all of its kind where it has no id. */
  id?: string;
}

export type FindingCode =
  | Exclude<RosterRemarkCode, 'person_without_post' | 'id_from_name'>
  | Exclude<LedgerRemarkCode, 'custodian_differs'>
  | 'training_due'
  | 'training_unrecorded'
  | 'no_ledger'
  | 'found_bad'
  | 'never_exercised'
  | 'exercised_long_ago'
  | 'programme_paused'
  | 'drill_not_handed_in'
  | 'drill_not_approved'
  | 'drill_without_date'
  | 'drill_stands_still'
  | 'drill_report_not_accepted'
  | 'drill_report_overdue'
  | 'plan_not_approved'
  | 'plan_review_overdue'
  | 'plan_evaluation_overdue'
  | 'improvement_overdue'
  | 'improvement_unverified'
  | 'improvement_without_owner';

/** Something that is not as it should be. Sentences quote ids, so that nobody's name stays behind in the report. */
export interface Fault {
  code: FindingCode;
  subject: Subject;
  /** What exactly, where one fault stands for several things. */
  about?: string[];
  found: Said;
  todo: Said;
  /** Whose it is to put right. Somebody always; empty only where nobody is in command. */
  owners: PersonId[];
}

/** So many things of one kind that were looked at. Without faults all of them are as they should be, else none. */
export interface Look {
  things: number;
  faults: Fault[];
}

export interface Finding extends Fault {
  /** The same from one inspection to the next. */
  key: string;
  area: ReadinessArea;
  /** Of the score, that it costs. */
  points: number;
  /** When an inspection first found it, without a gap since. */
  since: Instant;
}
