import type { Actor } from '../../incident/actor.js';
import type { Instant } from '../../time.js';
import type { PersonId, PostId } from '../compiled.js';

/**
 * - `draft`: being written; the content may change. A version that a reviewer returns is a draft again.
 * - `inReview`: submitted; the content is fixed, reviewers read exactly this.
 * - `approved`: signed; takes effect when the approver puts it into effect, perhaps at a later date.
 * - `effective`: new incidents are pinned to it. One version at a time, of all plans. Left only by being superseded.
 * - `superseded`: a newer version took effect. Incidents that began under this one go on under it.
 * - `withdrawn`: given up before it took effect.
 */
export const PLAN_STATUSES = ['draft', 'inReview', 'approved', 'effective', 'superseded', 'withdrawn'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** The system acts where a date comes or people change. */
export type PlanActor = Extract<Actor, { kind: 'person' | 'operator' | 'system' }>;

export interface Addressee {
  person: PersonId;
  /** For which they are given the plan. */
  posts: PostId[];
}

/** A warning of the check, named by what does not change with the words: the rule, and the place in the document. */
export interface WarningKey {
  rule: string;
  path: string;
}

/** `full`: reviewers have read it. `minor`: nothing substantial differs from the version in force, `base` by content hash. */
export type ReviewKind = { review: 'full' } | { review: 'minor'; base: string };

/** What happened to a version. Append-only, in this order; everything else about a version follows from it. */
export type PlanStep = { at: Instant; by: PlanActor } & PlanStepBody;

export type PlanStepBody =
  /** The sample at the first start: effective without anybody's approval, and marked so for as long as it is kept. */
  | { type: 'broughtIn'; hash: string }
  /** Written, or written anew. `authors`: people besides `by` who wrote it. */
  | { type: 'drafted'; hash: string; summary: string; authors: PersonId[] }
  | { type: 'submitted'; hash: string }
  /** `post`: the one that makes the person a reviewer. */
  | { type: 'reviewed'; hash: string; post: PostId; outcome: 'approve' | 'return'; remarks: string }
  | { type: 'reviewerWithdrew'; interest: string }
  | ({ type: 'warningAccepted'; text: string } & WarningKey)
  | ({ type: 'approved'; hash: string; reviewDue: Instant; evaluationDue?: Instant; remarks: string } & ReviewKind)
  | { type: 'effectDated'; from: Instant }
  | { type: 'distributed'; to: Addressee[] }
  | { type: 'tookEffect' }
  | { type: 'superseded'; successor: { id: string; version: number } }
  | { type: 'received' }
  | { type: 'filed'; reference: string; on: string; text: string }
  | { type: 'evaluated'; on: string; conclusion: string; revise: boolean; nextDue?: Instant }
  | { type: 'withdrawn'; reason: string };

export type StepOf<T extends PlanStepBody['type']> = Extract<PlanStep, { type: T }>;
