import type { Basis, CriterionId, IncidentLevelId, LevelId, PersonId, PostId } from '../plan/compiled.js';
import type { Facts } from '../plan/condition.js';
import type { Proposal } from '../plan/grade.js';
import type { Instant } from '../time.js';
import type { Actor, Via } from './actor.js';
import type { Effect } from './effects.js';
import type { MessageType } from './messages.js';
import type { Refusal } from './refusals.js';

/** A post or a team that is called as a whole. */
export interface Target {
  kind: 'post' | 'team';
  /** A post or team of the plan. */
  id: string;
}
export interface CalledTarget {
  target: Target;
  people: PersonId[];
}

/** Which plan, exactly. */
export interface PlanRef {
  id: string;
  version: number;
  /** SHA-256 of the document, hex. */
  hash: string;
}

/**
 * Facts in the past tense, with everything needed to understand them later. All free text stands under `texts`,
 * because it enters the hash chain as salted digests and can be erased without breaking it. People are ids.
 */
/** A decision names the post whose authority it rests on. */
interface Decided {
  authority: PostId;
}

export type EventBody =
  | {
      type: 'reported';
      incidentId: string;
      mode: 'real' | 'drill';
      category: string;
      occurredAt?: Instant;
      facts: Facts;
      plan: PlanRef;
      texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
    }
  | { type: 'postFilled'; post: PostId; person: PersonId }
  | ({ type: 'levelProposed' } & Proposal)
  | { type: 'verificationReminded'; people: PersonId[]; left: number }
  | ({
      type: 'confirmed';
      incidentLevel: IncidentLevelId;
      level: LevelId;
      proposed: Proposal;
      texts: { reason: string };
    } & Decided)
  | ({ type: 'standbyDeclared'; texts: { reason: string } } & Decided)
  | ({ type: 'rejected'; texts: { reason: string } } & Decided)
  | { type: 'activated'; incidentLevel: IncidentLevelId; level: LevelId }
  | ({
      type: 'levelChanged';
      from: LevelId;
      to: LevelId;
      incidentLevel: IncidentLevelId;
      texts: { reason: string };
    } & Decided)
  /** Holds the whole of what the incident runs by from here on, because state follows from events alone. */
  | ({ type: 'planMoved'; from: PlanRef; basis: Basis; texts: { reason: string } } & Decided)
  | { type: 'called'; calls: CalledTarget[] }
  | { type: 'acknowledged'; person: PersonId; targets: Target[]; eta?: Instant }
  | { type: 'reminded'; calls: CalledTarget[] }
  | { type: 'silent'; calls: CalledTarget[]; tell: PersonId[] }
  | { type: 'stoodDown'; why: 'levelChanged' | 'planMoved' | 'terminated' | 'rejected'; calls: CalledTarget[] }
  | ({ type: 'terminationProposed'; criteria: CriterionId[]; texts: { reason: string } } & Decided)
  | ({ type: 'terminationWithdrawn'; texts: { reason: string } } & Decided)
  | { type: 'terminationLapsed'; why: 'levelChanged' | 'planMoved' }
  /** Without `authority` where the level needs no second signature: then it follows from the proposal. */
  | ({ type: 'terminated'; proposedBy: Actor; level: LevelId } & Partial<Decided>)
  | ({ type: 'closed'; texts: { reason: string } } & Decided)
  | { type: 'effectRequested'; effect: Effect }
  | {
      type: 'noticeAttempted';
      effectId: string;
      noticeId: string;
      accepted: PersonId[];
      unreachable: { person: PersonId; code: string }[];
      delayed: { person: PersonId; code: string }[];
      /** Set when somebody is still to be tried again. */
      retryAt?: Instant;
    }
  | { type: 'noticeRetried'; effectId: string }
  | { type: 'noticeCancelled'; effectId: string; noticeId: string; people: PersonId[] }
  | {
      type: 'documentWritten';
      effectId: string;
      document: 'incidentReport';
      documentId: string;
      files: { format: string; lang: string; sha256: string }[];
    }
  | ({ type: 'refused'; message?: MessageType } & Refusal)
  /** What it failed at did not happen; `wake` is what falls due by itself. */
  | { type: 'machineFailed'; error: string; during?: MessageType | 'wake' };

export interface EventHead {
  /** 1, 2, 3 … without gaps, per incident. */
  seq: number;
  at: Instant;
  actor: Actor;
  via: Via;
  /** The `seq` of the event that this one follows from. */
  cause?: number;
  /** On the first event that a message caused. */
  request?: { id: string; fingerprint: string };
}

export type IncidentEvent = EventHead & EventBody;
export type EventType = EventBody['type'];
export type EventOf<T extends EventType> = Extract<IncidentEvent, { type: T }>;
