import type { PartnerId, PersonId, PostId, ResourceId, RuleId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

/** The first goes first in lists and mails; who waits longer for stock is for the level to say, then time. */
export const PRIORITIES = ['urgent', 'routine', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** So much of one item of the ledger, in the unit of the resource. */
export interface Lot {
  item: string;
  quantity: number;
}

/** What another incident has of it. */
export interface HeldBy {
  incidentId: string;
  quantity: number;
}

export interface RequestedResource {
  request: string;
  resource: ResourceId;
  quantity: number;
  priority: Priority;
  neededBy?: Instant;
  /** Of the plan, where nobody had to ask. */
  rules?: RuleId[];
  budget?: string;
  /** Of money: whether it may be paid. `setAside` by the plan: kept ready, and for a person to approve before it is paid. */
  spending?: 'awaiting' | 'approved' | 'setAside';
  /** Asked for instead of what is missing of that request. */
  insteadOf?: string;
}

/** Which request, and what it asks for. */
export interface Needed {
  request: string;
  resource?: ResourceId;
  partner?: PartnerId;
}

/** What a request wants less from now on; `lots`: what goes back that had not left the shelf. */
export interface ReducedRequest extends Needed {
  by: number;
  lots: Lot[];
  /** Nothing is wanted any more. */
  ends?: true;
}

export interface RequestLots extends Needed {
  lots: Lot[];
}

/** Of whom each person is told: the requests that this person has to see to. */
export interface RequestsTold {
  person: PersonId;
  requests: string[];
}

/** Whoever has to act; then the deputy and whoever asked; then whoever commands. */
export type RequestStep = 'first' | 'second' | 'command';

export type ReducedWhy =
  | 'activated'
  | 'reopened'
  | 'levelChanged'
  | 'categoryChanged'
  | 'factAdded'
  | 'reportAbsorbed'
  | 'planMoved'
  | 'terminated'
  | 'rejected'
  | 'merged';

/** `need`: which request it is about; `request` is what the head of an event calls the message that caused it. */
export type ResourcesEvent =
  /** By a person, who holds this post; or by the plan, for several resources at once. */
  | ({ type: 'resourcesRequested'; requests: RequestedResource[]; texts?: { purpose: string } } & Partial<Decided>)
  /** By the plan, or because it is over. */
  | { type: 'requestsReduced'; why: ReducedWhy; requests: ReducedRequest[] }
  /** `out`: what is still to be brought back. */
  | ({ type: 'requestCancelled'; need: Needed; lots: Lot[]; out: number; texts: { reason: string } } & Decided)
  | ({ type: 'requestAmended'; need: Needed; priority?: Priority; neededBy?: Instant } & Decided)
  /** What was missing is asked of another resource, by the request that follows. */
  | ({ type: 'requestSubstituted'; need: Needed; missing: number; texts: { reason: string } } & Decided)
  /**
   * What the ledger answered. `lots`: all that is on the shelf for it now; `gained`: as far as that is new; `surplus`: more
   * than is still wanted, and given back at once. `again`: what was asked meanwhile is asked now.
   */
  | {
      type: 'stockAllocated';
      effectId: string;
      need: Needed;
      lots: Lot[];
      gained: Lot[];
      surplus: Lot[];
      missing: number;
      heldBy: HeldBy[];
      /** The first answer to this request. */
      first?: true;
      again?: true;
    }
  /** The ledger has taken in what was given back or used. */
  | { type: 'stockBooked'; effectId: string }
  /** Of whatever is still missing the ledger is asked again. */
  | { type: 'stockRechecked'; needs: Needed[] }
  | ({ type: 'spendingApproved'; need: Needed; texts: { reason: string } } & Decided)
  | ({ type: 'spendingRefused'; need: Needed; texts: { reason: string } } & Decided)
  | ({ type: 'resourcesDispatched'; requests: RequestLots[] } & Decided)
  | ({ type: 'resourcesArrived'; requests: RequestLots[] } & Decided)
  | ({ type: 'resourcesReturned'; requests: RequestLots[] } & Decided)
  | ({ type: 'resourcesConsumed'; requests: RequestLots[]; texts: { note: string } } & Decided)
  | ({ type: 'resourcesDamaged'; requests: RequestLots[]; texts: { reason: string } } & Decided)
  /** The response is over, and these are still out. */
  | { type: 'resourcesRecalled'; needs: Needed[]; tell: RequestsTold[] }
  /** It was reopened, and these were to come back and may stay. */
  | { type: 'resourcesKept'; needs: Needed[]; tell: RequestsTold[] }
  | ({
      type: 'partnerAsked';
      need: Needed & { partner: PartnerId };
      neededBy?: Instant;
      texts: { purpose: string };
    } & Decided)
  | ({
      type: 'partnerReplied';
      need: Needed;
      reply: PartnerReply;
      eta?: Instant;
      texts: { note: string };
    } & Decided)
  | { type: 'requestsOverdue'; step: RequestStep; needs: Needed[]; tell: RequestsTold[] }
  /** The time by which they were needed has passed, and something is not there. */
  | { type: 'requestsLate'; needs: Needed[]; tell: RequestsTold[] };

export const PARTNER_REPLIES = ['confirmed', 'declined'] as const;
export type PartnerReply = (typeof PARTNER_REPLIES)[number];

/** Whoever asked, as the request remembers it. */
export interface AskedBy {
  person: PersonId;
  post: PostId;
}
