import type { WeaknessCode } from './weaknessCodes.js';
import type { Lang } from '../lang.js';
import type { Duration, Instant } from '../time.js';
import type { Condition } from './condition.js';
import type { Day } from './days.js';

export type PostId = string;
export type TeamId = string;
export type PersonId = string;
export type CategoryId = string;
export type LevelId = string;
export type IncidentLevelId = string;
export type FactId = string;
export type CriterionId = string;
export type RuleId = string;
export type TaskId = string;
export type ObligationId = string;
export type ResourceId = string;
export type QualificationId = string;
export type PartnerId = string;
export type AlertId = string;

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

/** Decisions whose authority does not depend on the level; for those that do, see `LevelRule.decidedBy`. */
export const DECISIONS = ['standby', 'reject', 'proposeTermination', 'confirmTermination', 'close'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface LevelRule {
  id: LevelId;
  /** Posts that may activate this level, raise to it, or lower from it. */
  decidedBy: PostId[];
}

/** Where `levels` are given, the posts have the authority at these levels only. */
export interface AuthorityRule {
  posts: PostId[];
  levels?: LevelId[];
}

export interface FactRule {
  id: FactId;
  type: 'number' | 'boolean' | 'choice';
  /** Of a choice, the mildest first. */
  options?: string[];
  marks?: 'firstAccess';
}

/** What the metrics want to know of a response, and only the plan can say by what it is seen. */
export const MILESTONES = ['contained', 'restored', 'evicted'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** The most severe criterion that is met wins. */
export interface Criterion {
  id: CriterionId;
  incidentLevel: IncidentLevelId;
  when: Condition;
}

export interface VerificationRule {
  posts: PostId[];
  remindAfter: Duration;
  reminders: number;
  /** From the report to a decision; the first entry whose categories fit. */
  timeBox: { categories?: CategoryId[]; within: Duration }[];
  onTimeout?: { do: 'treatAsReal' | 'escalate'; provisionalLevel?: LevelId; escalateTo?: PostId[] };
  automatic: LevelId[];
  standby?: { teams: TeamId[]; reverifyAfter: Duration };
}

export interface MobilisationRule {
  team: TeamId;
  levels: LevelId[];
  categories?: CategoryId[];
  headcount?: number;
  qualifications?: { qualification: QualificationId; people: number }[];
  quorumWithin?: Duration;
  substitutes?: PostId[];
  partners?: PartnerId[];
}

export interface TaskRule {
  id: TaskId;
  phase: 'reported' | 'standby' | 'responding' | 'watching' | 'aftermath';
  categories?: CategoryId[];
  levels?: LevelId[];
  owner: PostId;
  due: Duration;
  after?: TaskId[];
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file';
  /** Done by somebody who had no hand in that task. */
  verifies?: TaskId;
  resources?: ResourceId[];
  /** Once it is done. */
  marks?: Milestone;
}

export interface SitrepRule {
  drafter: PostId;
  releasedBy: PostId;
  cadence: { levels: LevelId[]; every: Duration; to: PostId[]; partners?: PartnerId[] }[];
}

/** From which moment a legal clock runs. */
export const CLOCK_STARTS = [
  'discovered',
  'aware',
  'received',
  'classified',
  'materialityDetermined',
  'responseEnded',
  'planPublished',
  'earlierFiling',
] as const;

type ClockStart = (typeof CLOCK_STARTS)[number];

export interface ObligationRule {
  id: ObligationId;
  when: Condition;
  start: ClockStart;
  after?: ObligationId;
  /** Without any of the first three the law gives no number; `target` is then the organisation's own. */
  limit: { within?: Duration; workingDays?: number; months?: number; target?: Duration };
  theirs?: true;
  /** Asked for by a document of the organisation's own, and by no law. */
  own?: true;
  /** Nobody waits for the verification of the report. */
  beforeVerification?: true;
  owner: PostId;
  deputy?: PostId;
  /** Per cent of the limit. */
  reminders: number[];
  /** In which its addressee reads it; without it, the first language of the plan. */
  language?: Lang;
  verified: boolean;
}

/** By which days are counted, and where they begin. Weekdays: 1 is Monday, 7 Sunday. */
export interface CalendarRule {
  /** IANA name. */
  zone: string;
  weekend: number[];
  holidays: { from: Day; to: Day }[];
  /** Worked after all. */
  workdays: Day[];
}

export const RESOURCE_CLASSES = [
  'people',
  'materials',
  'technical',
  'information',
  'transport',
  'funds',
  'external',
] as const;
export type ResourceClass = (typeof RESOURCE_CLASSES)[number];

export interface ResourceRule {
  id: ResourceId;
  class: ResourceClass;
  custodian: PostId;
  deputy?: PostId;
  /** Who may help where it does not suffice. */
  partner?: PartnerId;
}

export interface TerminationRule {
  criteria: { id: CriterionId; levels?: LevelId[]; confirmedBy?: PostId; marks?: 'contained' | 'restored' }[];
  secondSignature: LevelId[];
  watch: { levels: LevelId[]; for: Duration }[];
  override?: { posts: PostId[]; secondPosts: PostId[] };
}

export type AftermathStep = 'analysis' | 'report' | 'publication' | 'lessons' | 'summary';

export interface AftermathRule {
  analysis: { owner: PostId; within: Duration; levels?: LevelId[] };
  /** What an earlier release compiled lacks the sections. */
  report: { owner: PostId; reviewer: PostId; approver: PostId; within: Duration; sections?: string[] };
  publication?: {
    drafter: PostId;
    /** What an earlier release compiled has posts here, for every level. */
    approvedBy: AuthorityRule[] | PostId[];
    legalCheck?: PostId;
    firstStatement: { levels: LevelId[]; within: Duration }[];
    outcomeWithin?: Duration;
  };
  publicOpinion?: {
    owner: PostId;
    cadence: { levels: LevelId[]; every: Duration }[];
    /** What an earlier release compiled lacks it. */
    alerts?: OpinionAlert[];
  };
  /** `questions`: how many there are. What an earlier release compiled lacks it. */
  lessons: { askedFrom: PostId[]; within: Duration; collectedBy: PostId; questions?: number };
  summary: { chair: PostId; participants: PostId[]; within: Duration; levels?: LevelId[] };
  improvements?: { owner: PostId; types: string[] };
  mandatory: AftermathStep[];
  /** Personal data is destroyed so long after the end. What an earlier release compiled lacks it. */
  personalData?: { destroyAfter: Duration; owner: PostId };
}

/** All that it says has to hold; one that says nothing is for people to judge. */
export interface OpinionAlert {
  id: AlertId;
  when?: Condition;
  timesUsual?: number;
  volumeAtLeast?: number;
  reachAtLeast?: number;
  /** -2, very negative, to 2, very positive. */
  sentimentAtMost?: number;
  /** Something is claimed that is not so. */
  untrue?: true;
  tell: PostId[];
}

/** Performed, with some challenges, with major challenges, unable to be performed: after HSEEP. */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

/** Speed, co-ordination, technical handling. */
export const WEIGHED_AXES = ['speed', 'coordination', 'technical'] as const;
export type WeighedAxis = (typeof WEIGHED_AXES)[number];

/** What of the record may stand beside a rating; see `docs/metrics.md`. */
export const MEASURES = [
  'detection',
  'acknowledgement',
  'firstAction',
  'grading',
  'activation',
  'containment',
  'restoration',
  'quorum',
  'reach',
  'filings',
  'sitreps',
  'requests',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface EvaluationRule {
  /** Without an axis it is rated and not counted. */
  criteria: {
    id: CriterionId;
    axis?: WeighedAxis;
    critical?: true;
    measuredBy?: Measure;
    weaknesses?: WeaknessCode[];
  }[];
  /** Points of each rating that the plan has, 0 to 100. */
  scores: Partial<Record<Rating, number>>;
  weights: Record<WeighedAxis, number>;
  /** The best first; the first whose `from` is reached. */
  conclusions: { id: string; from: number }[];
  /** The best that is left once a critical criterion was rated U. */
  criticalCap: string;
}

/** What happens when a person who was called stays silent. */
export interface Ladder {
  remindAfter: Duration;
  /** After the call, not after the reminder. */
  escalateAfter: Duration;
  /** Told about silence besides the lead of the team concerned. */
  escalateTo: PostId[];
}

/** When too few have come. */
export interface ShortageRule {
  /** Told one after the other, command last. */
  tell: PostId[];
}

/** How long people may be on duty. */
export interface ShiftRule {
  longest: Duration;
  /** After a release, before somebody is called again. */
  rest: Duration;
  /** Told, besides the person and the lead of the team, when somebody is on duty for longer. */
  tell: PostId[];
}

/** A notice that the channel deferred is tried again after each of `waits` (the last one repeats) until `giveUpAfter`. */
export interface RetryRule {
  waits: Duration[];
  giveUpAfter: Duration;
}

/** Who holds which post, the primary holder first. People are ids here: names and addresses stay in the roster. */
export type Holders = Record<PostId, PersonId[]>;

/** What an incident knows of a person besides the posts held. */
export interface PersonFacts {
  /** `until`: no longer taken as given from then on. */
  qualifications?: { qualification: QualificationId; until?: Instant }[];
  /** Known absences; `until` is the first moment of being back. */
  away?: { from: Instant; until: Instant }[];
}

/** What an incident is pinned to when it opens. */
export interface Basis {
  plan: CompiledPlan;
  holders: Holders;
  /** Of those who hold posts; whoever has neither qualifications nor absences is not listed. */
  people?: Record<PersonId, PersonFacts>;
}
