import type { Basis, CriterionId, IncidentLevelId, LevelId, PersonId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { Actor, Via } from './actor.js';
import type { Facts } from '../plan/condition.js';

/** What every message says about itself. */
export interface MessageHead {
  /** Unique per decision; a repeat is answered with the first answer. */
  requestId: string;
  actor: Actor;
  via: Via;
  /** The `seq` that the sender had seen; refused as `changed` when something this kind of message depends on moved since. */
  ifSeq?: number;
}

export interface Report {
  incidentId: string;
  mode: 'real' | 'drill';
  category: string;
  title: string;
  place: string;
  cause?: string;
  impact?: string;
  description?: string;
  occurredAt?: Instant;
  facts: Facts;
}

export interface Verify {
  type: 'verify';
  outcome: 'confirmed' | 'standby' | 'rejected';
  /** Default when confirming: what the grading criteria propose. */
  incidentLevel?: IncidentLevelId;
  level?: LevelId;
  reason: string;
}

export interface ChangeLevel {
  type: 'changeLevel';
  level: LevelId;
  incidentLevel?: IncidentLevelId;
  reason: string;
}

export interface Terminate {
  type: 'terminate';
  action: 'propose' | 'confirm' | 'withdraw';
  /** With `propose`: the termination criteria that are met. */
  criteria?: CriterionId[];
  reason?: string;
}

export interface Close {
  type: 'close';
  reason: string;
}

/** Goes on under another version of the plan: what an incident is pinned to, as it is today for that version. */
export interface MovePlan {
  type: 'movePlan';
  basis: Basis;
  reason: string;
}

/** By the person called. Without a notice id it answers every open call of that person. */
export interface Acknowledge {
  type: 'acknowledge';
  person: PersonId;
  noticeId?: string;
  /** When the person expects to be at work on it. */
  eta?: Instant;
}

/** One attempt to deliver a notice came to an end: nobody may be in two of the lists. */
export interface NoticeAttempted {
  type: 'noticeAttempted';
  effectId: string;
  accepted: PersonId[];
  unreachable: { person: PersonId; code: string }[];
  delayed: { person: PersonId; code: string }[];
}

export interface DocumentWritten {
  type: 'documentWritten';
  effectId: string;
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

export type Decision = Verify | ChangeLevel | Terminate | Close | MovePlan | Acknowledge;
export type Answer = NoticeAttempted | DocumentWritten;
export type Message = MessageHead & (Decision | Answer);
export type MessageType = Message['type'];
export type MessageOf<T extends MessageType> = Extract<Message, { type: T }>;
