import type { PartnerId, ResourceId, RuleId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { AskedBy, HeldBy, PartnerReply, Priority, RequestStep } from '../events/resources.js';

/** What a request waits for a person to do. */
export type RequestWait = 'approval' | 'dispatch' | 'return' | 'reply';

/** What any request has, to the ledger or to a partner. */
export interface AnyAsked {
  /** Absent: the plan asked. */
  by?: AskedBy | undefined;
  priority: Priority;
  neededBy?: Instant | undefined;
  purpose?: string | undefined;
  at: Instant;
  /** The event that last changed it. */
  seq: number;
  waits?: RequestWait | undefined;
  /** Who hears next that it still waits; absent once command has heard. */
  next?: { step: RequestStep; at: Instant } | undefined;
  /** The time by which it was needed has passed, and that was told. */
  late?: true | undefined;
}

/** Of one item of the ledger: what was allocated is always in exactly one of these. */
export interface LotSums {
  /** On the shelf, for this request. */
  ready: number;
  /** On the way. */
  sent: number;
  /** In use. */
  there: number;
  returned: number;
  consumed: number;
  damaged: number;
}

export interface ResourceRequest extends AnyAsked {
  resource: ResourceId;
  /** As it was asked. */
  quantity: number;
  /** What it wants now: what it holds, and what it waits for. */
  wants: number;
  /** What of it the plan asks for: only the plan changes it. */
  planned?: number | undefined;
  rules?: RuleId[] | undefined;
  budget?: string | undefined;
  spending?: 'awaiting' | 'approved' | 'refused' | 'setAside' | undefined;
  lots: Record<string, LotSums>;
  /** Of what is missing. */
  heldBy: HeldBy[];
  /** The ledger has answered at least once. */
  answered?: true | undefined;
  /** The ledger was asked, and is asked again as soon as it has answered. */
  again?: true | undefined;
  insteadOf?: string | undefined;
  /** Nothing more is to leave the shelf for it. `reduced`: by the plan, or since the response is over; `done`: all of it came back or was used. */
  ended?: 'cancelled' | 'reduced' | 'refused' | 'done' | undefined;
}

export interface PartnerRequest extends AnyAsked {
  partner: PartnerId;
  reply?: { reply: PartnerReply; at: Instant; eta?: Instant } | undefined;
  ended?: 'cancelled' | 'reduced' | undefined;
}

export interface ResourcesSlice {
  requests: Record<string, ResourceRequest>;
  partners: Record<string, PartnerRequest>;
  /** Why the last one was cancelled, substituted, approved or refused. */
  reason?: string | undefined;
  /** When command is reminded of what still waits. */
  remindAt?: Instant | undefined;
  wakeAt?: Instant | undefined;
}
