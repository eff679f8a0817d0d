/** What is found to be otherwise than it was recorded. */
export const FAULT_CODES = [
  'event_missing',
  'event_unreadable',
  'event_changed',
  'text_changed',
  'event_stray',
  'text_taken_out',
  'not_erased',
  'events_do_not_add_up',
  'head_changed',
  'head_differs',
  'state_unreadable',
  'state_changed',
  'basis_missing',
  'basis_changed',
  'message_missing',
  'message_unreadable',
  'message_changed',
  'message_stray',
  'message_differs',
  'document_missing',
  'document_changed',
  'document_differs',
  'document_stray',
  'evidence_missing',
  'evidence_changed',
  'notice_missing',
  'notice_differs',
  'notice_stray',
  'publication_missing',
  'publication_changed',
  'publication_stray',
  'improvement_missing',
  'improvement_stray',
  'plan_missing',
  'plan_changed',
  'bundle_hash_differs',
  'bundle_unreadable',
  'bundle_changed',
  'file_missing',
  'file_changed',
  'file_stray',
  'manifest_unreadable',
  'manifest_differs',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Why a file is no bundle. `item` of the fault is the part of it, or its size. */
export const NO_BUNDLE_REASONS = [
  'size',
  'no_end',
  'directory',
  'twice',
  'file_name',
  'compressed',
  'out_of_order',
  'cut_off',
  'part_too_large',
  'part_unreadable',
] as const;
export type NoBundleReason = (typeof NO_BUNDLE_REASONS)[number];

export interface RecordFault {
  code: FaultCode;
  /** Of `bundle_unreadable`. */
  why?: NoBundleReason;
  /** The improvement that it is about, by an event of its own; absent where it is the incident itself. */
  improvement?: string;
  /** The event that it is about. */
  seq?: number;
  type?: string;
  /** What it is about besides: a field, a file, a person. */
  item?: string;
  found?: string;
  needed?: string;
}

/** What a check could not look into, or leaves open; nothing is wrong for that. */
export const REMARK_CODES = [
  'head_to_keep',
  'not_covered',
  'drill_not_covered',
  'messages_by_mark',
  'messages_not_repeated',
  'texts_erased',
  'messages_erased',
  'document_erased',
  'evidence_erased',
  'state_lacks',
  'state_unchecked',
  'plan_compiled_otherwise',
  'first_basis_unknown',
  'first_basis_not_sealed',
  'notice_arrived_late',
  'not_recorded_yet',
  'evidence_unused',
  'evidence_withheld',
  'improvements_unchecked',
  'other_release',
  'faulty_when_exported',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

export interface RecordRemark {
  code: RemarkCode;
  /** The improvement that it is about. */
  improvement?: string;
  count?: number;
  item?: string;
}

/** The hash of an event that was kept elsewhere, on paper perhaps: its first digits are enough. */
export interface KnownHead {
  seq: number;
  hash: string;
}

/** How much was compared. */
export interface RecordCounts {
  events: number;
  messages: number;
  /** Of the messages: those that the program, asked again, answers with exactly the events on record. */
  repeated: number;
  notices: number;
  documents: number;
  evidence: number;
  plans: number;
  /** Where they are held against their chains together with the incident. */
  improvements?: number;
}

/** Of one improvement. */
export interface ImprovementVerdict {
  improvementId: string;
  seq: number;
  /** The hash of the last event. */
  head: string;
  checked: Pick<RecordCounts, 'events' | 'evidence'>;
  /** The first of them. */
  faults: RecordFault[];
  faultsInAll: number;
  remarks: RecordRemark[];
}

/** Of one drill, without the incident that is played in it. */
export interface DrillVerdict {
  drillId: string;
  seq: number;
  /** The hash of the last event. */
  head: string;
  checked: Pick<RecordCounts, 'events' | 'documents'>;
  /** The first of them. */
  faults: RecordFault[];
  faultsInAll: number;
  remarks: RecordRemark[];
}

export interface RecordVerdict {
  incidentId: string;
  seq: number;
  /** The hash of the last event. */
  head: string;
  checked: RecordCounts;
  /** The first of them. */
  faults: RecordFault[];
  faultsInAll: number;
  remarks: RecordRemark[];
  /** SHA-256 of the state that the events give; absent where they give none. */
  state?: string;
  /** The heads of those that came of it, where they are held against their chains together with the incident. */
  improvements?: { id: string; seq: number; head: string }[];
}
