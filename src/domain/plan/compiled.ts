import type { Lang } from '../lang.js';
import type { Duration } from '../time.js';
import type { AftermathRule } from './compiled/aftermath.js';
import type { AuthorityRule, Decision } from './compiled/authority.js';
import type { EvaluationRule } from './compiled/evaluation.js';
import type { Criterion, FactRule, LevelRule } from './compiled/grading.js';
import type {
  CategoryId,
  IncidentLevelId,
  LevelId,
  PartnerId,
  PersonId,
  PostId,
  ResourceId,
  RuleId,
  TeamId,
} from './compiled/ids.js';
import type { Ladder, MobilisationRule, RetryRule, ShiftRule, ShortageRule } from './compiled/mobilisation.js';
import type { CalendarRule, ObligationRule } from './compiled/obligations.js';
import type { Holders, PersonFacts } from './compiled/people.js';
import type { ResourceRule } from './compiled/resources.js';
import type { SitrepRule } from './compiled/sitreps.js';
import type { TaskRule } from './compiled/tasks.js';
import type { TerminationRule } from './compiled/termination.js';
import type { VerificationRule } from './compiled/verification.js';
import type { Condition } from './condition.js';

export type * from './compiled/aftermath.js';
export * from './compiled/authority.js';
export * from './compiled/evaluation.js';
export type * from './compiled/grading.js';
export type * from './compiled/ids.js';
export type * from './compiled/mobilisation.js';
export * from './compiled/obligations.js';
export type * from './compiled/people.js';
export * from './compiled/resources.js';
export type * from './compiled/sitreps.js';
export * from './compiled/tasks.js';
export type * from './compiled/termination.js';
export type * from './compiled/verification.js';

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
  responseRules: { id: RuleId; when: Condition; atLeast: LevelId }[];
  posts: { id: PostId; team?: TeamId; deputies?: PostId[] }[];
  teams: { id: TeamId; lead: PostId }[];
  command: { commander: PostId; deputies: PostId[]; checkIn: { levels: LevelId[]; every: Duration }[] };
  authority: Record<Decision, AuthorityRule[]>;
  verification: VerificationRule;
  mobilisation: MobilisationRule[];
  /** External partners, and the post that speaks with each. */
  partners?: { id: PartnerId; owner: PostId }[];
  notification: { alert: Ladder; call: Ladder; retry: RetryRule; shortage?: ShortageRule };
  shifts?: ShiftRule;
  tasks: TaskRule[];
  /** Who keeps the scene: sets and lifts the cordon, lets people in. Without it, command. */
  scene?: { posts: PostId[] };
  sitreps?: SitrepRule;
  obligations: ObligationRule[];
  /** Only where an obligation is counted in working days or months. */
  calendar?: CalendarRule;
  allocation: { id: RuleId; when: Condition; resources: { resource: ResourceId; quantity: number }[] }[];
  /** What there is to ask for, and in whose care. What an earlier release compiled lacks it. */
  resources?: ResourceRule[];
  spending: { upTo?: number; posts: PostId[]; levels?: LevelId[] }[];
  /** Of the fund. */
  budgets?: string[];
  termination: TerminationRule;
  aftermath?: AftermathRule;
  /** By what responses and drills are rated. */
  evaluation?: EvaluationRule;
}

/** What an incident is pinned to when it opens. */
export interface Basis {
  plan: CompiledPlan;
  holders: Holders;
  /** Of those who hold posts; whoever has neither qualifications nor absences is not listed. */
  people?: Record<PersonId, PersonFacts>;
}
