import type { Lang } from '../lang.js';
import type { Duration } from '../time.js';

export type PostId = string;
export type TeamId = string;
export type PersonId = string;
export type CategoryId = string;
export type LevelId = string;
export type IncidentLevelId = string;
export type FactId = string;
export type CriterionId = string;

/**
 * The plan as an incident carries it: ids, numbers and rules, no prose. A pure function of the plan document
 * (`compilePlan`); words are looked up at the edge by plan id and version. Aim: below 64 KB as JSON.
 */
export interface CompiledPlan {
  id: string;
  version: number;
  /** SHA-256 of the plan document, hex. */
  hash: string;
  languages: Lang[];
  categories: CategoryId[];
  /** How bad: most severe first. */
  incidentLevels: { id: IncidentLevelId; level: LevelId }[];
  /** What we do: most severe first. `level` alone always means this one. */
  levels: LevelRule[];
  facts: FactRule[];
  criteria: Criterion[];
  posts: { id: PostId; team?: TeamId }[];
  teams: { id: TeamId; lead: PostId }[];
  command: { commander: PostId; deputies: PostId[] };
  authority: Record<Decision, PostId[]>;
  verification: { posts: PostId[]; remindAfter: Duration; reminders: number };
  mobilisation: { team: TeamId; levels: LevelId[]; categories?: CategoryId[] }[];
  notification: { alert: Ladder; call: Ladder; retry: RetryRule };
  termination: { criteria: { id: CriterionId; levels?: LevelId[] }[]; secondSignature: LevelId[] };
}

/** Decisions whose authority does not depend on the level; for those that do, see `LevelRule.decidedBy`. */
export const DECISIONS = ['standby', 'reject', 'proposeTermination', 'confirmTermination', 'close'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface LevelRule {
  id: LevelId;
  /** Posts that may activate this level, raise to it, or lower from it. */
  decidedBy: PostId[];
}

export interface FactRule {
  id: FactId;
  type: 'number' | 'boolean';
}

/** Met when the fact is at least `atLeast` (numbers) or equals `is` (booleans). The most severe hit wins. */
export interface Criterion {
  id: CriterionId;
  fact: FactId;
  incidentLevel: IncidentLevelId;
  atLeast?: number;
  is?: boolean;
}

/** What happens when a person who was called stays silent. */
export interface Ladder {
  remindAfter: Duration;
  /** After the call, not after the reminder. */
  escalateAfter: Duration;
  /** Told about silence besides the lead of the team concerned. */
  escalateTo: PostId[];
}

/** A notice that the channel deferred is tried again after each of `waits` (the last one repeats) until `giveUpAfter`. */
export interface RetryRule {
  waits: Duration[];
  giveUpAfter: Duration;
}

/** Who holds which post, the primary holder first. People are ids here: names and addresses stay in the roster. */
export type Holders = Record<PostId, PersonId[]>;

/** What an incident is pinned to when it opens. */
export interface Basis {
  plan: CompiledPlan;
  holders: Holders;
}
