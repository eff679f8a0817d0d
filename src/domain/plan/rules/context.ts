import type { PersonId, PostId, ResourceId } from '../compiled.js';
import type { Day } from '../days.js';
import type { RosterDocument } from '../roster.js';
import type { PlanDocument } from '../schema.js';

/** What is known when a plan is checked. Rules that need what is not here are skipped, with the reason. */
export interface CheckContext {
  plan: PlanDocument;
  roster?: RosterDocument;
  ledger?: LedgerFacts;
  lifecycle?: LifecycleFacts;
  /** The domain has no clock. */
  today?: Day;
}

export type Need = Exclude<keyof CheckContext, 'plan'>;

/** Of the ledger, what the rules read. */
export interface LedgerFacts {
  items: {
    resource: ResourceId;
    onHand: number;
    custodian?: PersonId;
    lastInspected?: Day;
    nextInspection?: Day;
    expires?: Day;
  }[];
}

/** Of the record that is kept on this version beside the document, what the rules read. */
export interface LifecycleFacts {
  status: 'draft' | 'inReview' | 'approved' | 'effective' | 'superseded' | 'withdrawn';
  authors: PersonId[];
  /** `interest`: is concerned and has to withdraw; without `outcome` there was no verdict. */
  reviewers: { person: PersonId; interest: boolean; outcome?: 'approve' | 'return' }[];
  /** The post in which the person signed. */
  approvedBy?: { person: PersonId; post: PostId };
  approvedAt?: Day;
  /** When it took effect. */
  publishedAt?: Day;
  filedAt?: Day;
  distributed: { post: PostId; person: PersonId; acknowledgedAt?: Day }[];
  lastEvaluatedAt?: Day;
  nextReviewDue?: Day;
  /** Against the version before this one, and how it was reviewed. Absent for a first version. */
  amendment?: { substantial: boolean; review: 'full' | 'minor' };
}
