import type { PartnerId, ResourceId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { HeldBy, Lot, PartnerReply, Priority } from '../events/resources.js';

export type ResourceDecision =
  | {
      type: 'resource';
      action: 'request';
      resource: ResourceId;
      quantity: number;
      /** Default: routine. */
      priority?: Priority;
      neededBy?: Instant;
      purpose: string;
      /** Of money: out of which budget. */
      budget?: string;
    }
  | { type: 'resource'; action: 'requestPartner'; partner: PartnerId; purpose: string; neededBy?: Instant }
  /** What has not left the shelf goes back; what is out is to be returned. */
  | { type: 'resource'; action: 'cancel'; request: string; reason: string }
  | { type: 'resource'; action: 'amend'; request: string; priority?: Priority; neededBy?: Instant }
  /** What is missing is asked of another resource. `quantity` in its unit; default: as much as is missing. */
  | {
      type: 'resource';
      action: 'substitute';
      request: string;
      resource: ResourceId;
      quantity?: number;
      reason: string;
    }
  | { type: 'resource'; action: 'approve'; request: string; reason: string }
  | { type: 'resource'; action: 'refuse'; request: string; reason: string }
  /** Without `lots`: all that is ready on the shelf. */
  | { type: 'resource'; action: 'dispatch'; request: string; lots?: Lot[] }
  | { type: 'resource'; action: 'arrive'; request: string }
  /** `lots` of one request; without them, all that is out. */
  | { type: 'resource'; action: 'return'; requests: string[] | 'all'; lots?: Lot[] }
  | { type: 'resource'; action: 'consume'; request: string; lots: Lot[]; note: string }
  | { type: 'resource'; action: 'damage'; request: string; lots: Lot[]; reason: string }
  | {
      type: 'resource';
      action: 'partnerReply';
      request: string;
      reply: PartnerReply;
      eta?: Instant;
      note: string;
    };

/** What the ledger has for a request, all told; whatever is missing is waited for. */
export interface StockAllocated {
  type: 'allocated';
  effectId: string;
  lots: Lot[];
  missing: number;
  heldBy: HeldBy[];
}

export interface StockSettled {
  type: 'stockSettled';
  effectId: string;
}

/** There may be more on the shelf for whoever waits: the ledger knows. */
export interface RecheckStock {
  type: 'recheckStock';
}
