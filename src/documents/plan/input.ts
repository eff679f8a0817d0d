import type { Lang } from '../../domain/lang.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';

export interface PlanDocumentInput {
  document: PlanDocument;
  /** Without it no names and no contacts are printed; there is room to write them by hand. */
  roster?: RosterDocument;
  lifecycle?: PlanLifecycle;
  /** SHA-256 (hex) of the document's canonical JSON. */
  hash: string;
  lang: Lang;
  generatedAt: Instant;
}

/** Where a version stands by Muster's own record; what the plan's file says of itself gives way to it. */
export type PlanStanding = 'draft' | 'inReview' | 'approved' | 'effective' | 'superseded' | 'withdrawn';

/** What is kept beside the document because it may not change its hash. Posts and people by id. */
export interface PlanLifecycle {
  standing: PlanStanding;
  /** Earlier versions and this one, the first one first. */
  versions?: { version: number; at: Instant; summary: string; approvedBy?: string }[];
  reviews?: { person: string; post: string; at: Instant; outcome: 'approve' | 'return'; remarks: string }[];
  /** By the holder of the post that the plan names as its approver. */
  approval?: {
    person: string;
    at: Instant;
    /** `minor`: nothing substantial differed from the version in force, and nobody reviewed it. */
    review?: 'full' | 'minor';
  };
  effectiveFrom?: Instant;
  /** `on` as a date, such as 2026-01-05. */
  filing?: { on: string; reference: string };
  distribution?: { person: string; posts: string[]; sentAt: Instant; acknowledgedAt?: Instant }[];
  /** Number of this copy 受控编号. */
  copy?: string;
}
