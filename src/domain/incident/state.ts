import type { Basis, CriterionId, FactId, IncidentLevelId, LevelId, PersonId, PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { Actor } from './actor.js';
import type { ClaimRole, Effect } from './effects.js';
import type { Facts, FactValue } from '../plan/condition.js';
import type { Proposal } from '../plan/grade.js';
import type { Confidence, DueStage, PlanRef, Target } from './events.js';
import type { Brief, MessageType } from './messages.js';
import type { Phase } from './phases.js';
import type { Refusal } from './refusals.js';
import type { AnalysisSlice } from './state/analysis.js';
import type { ClockSlice } from './state/clock.js';
import type { IncidentReportSlice } from './state/incidentReport.js';
import type { LessonsSlice } from './state/lessons.js';
import type { SummarySlice } from './state/summary.js';
import type { MobilisationSlice } from './state/mobilisation.js';
import type { ObligationsSlice } from './state/obligations.js';
import type { PublicOpinionSlice } from './state/publicOpinion.js';
import type { PublicationSlice } from './state/publication.js';
import type { ResourcesSlice } from './state/resources.js';
import type { SitrepsSlice } from './state/sitreps.js';
import type { TasksSlice } from './state/tasks.js';

export type * from './state/analysis.js';
export type * from './state/clock.js';
export type * from './state/incidentReport.js';
export type * from './state/lessons.js';
export type * from './state/summary.js';
export type * from './state/mobilisation.js';
export type * from './state/obligations.js';
export type * from './state/publicOpinion.js';
export type * from './state/publication.js';
export type * from './state/resources.js';
export type * from './state/sitreps.js';
export type * from './state/tasks.js';

export interface ReportSlice {
  mode: 'real' | 'drill';
  /** Of a drill: nobody else is told anything. Absent: whoever the plan names. */
  participants?: PersonId[];
  /** Of these: who is not there, and is played by the simulator. Nothing is sent to them. */
  simulated?: PersonId[];
  category: string;
  reporter: Actor;
  reportedAt: Instant;
  occurredAt?: Instant;
  facts: Facts;
  texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
}

export interface VerificationSlice {
  /** `provisional`: treated as real because the plan says so, and still to be decided on by a person. */
  outcome?: 'confirmed' | 'standby' | 'rejected' | 'provisional';
  by?: Actor;
  at?: Instant;
  reason?: string;
  /** Of standby: it was declared again. */
  prolonged?: true;
  remindersLeft: number;
  /** Whom standby told to be ready. */
  forewarned: PersonId[];
  /** What happens next while nobody decides; see `rooms/verification/steps.ts`. */
  next?:
    { step: 'askDeputies' | 'timeout' | 'remind'; at: Instant } | { step: 'remindInTime'; at: Instant; by: Instant };
}

export interface GradingSlice {
  proposal?: Proposal;
  incidentLevel?: IncidentLevelId;
  level?: LevelId;
  /** Why we do what we do: the reason of the last decision on the level, or on the plan. */
  reason?: string;
}

export interface PlanSlice {
  /** The oldest first; empty while the incident runs by the version that it was reported under. */
  moves: { seq: number; at: Instant; by: Actor; from: PlanRef; to: PlanRef }[];
  /** The version of the roster that was last told, and the event that says so. What an earlier release kept lacks it. */
  people?: { roster: number; seq: number };
}

export interface CommandSlice {
  /** Who fills each post of command. Exactly one person commands. */
  posts: Record<PostId, PersonId>;
  /** Who commanded another live incident when this one was reported. */
  engaged: PersonId[];
  /** A handover that is not answered yet; `next` until both have been told that it is not. */
  offer?: {
    from: PersonId;
    to: PersonId;
    at: Instant;
    brief: Brief;
    next?: { step: 'remind' | 'tell'; at: Instant } | undefined;
  };
  /** Of the last handover that was declined or withdrawn. */
  reason?: string;
}

export interface CheckInSlice {
  /** Asked to take over from a silent commander: the first of them to accept does. */
  asked: PersonId[];
  /** Those of them who were asked since everybody was last told. */
  round: PersonId[];
  /** Only while the level asks for check-ins. */
  next?: { step: 'remind' | 'ask'; at: Instant } | undefined;
}

export interface ClaimsSlice {
  /** Wanted here, held by another live incident, and not decided on. */
  contested: Record<PersonId, { heldBy: string; role: ClaimRole }>;
  /** Serving other incidents as well, by decision. */
  shared: Record<PersonId, string[]>;
  /** Of a drill: whom a real incident has taken out of it. */
  preempted?: PersonId[] | undefined;
  remindAt?: Instant | undefined;
}

export interface MergingSlice {
  /** The other incident has been asked to take this one over. */
  asked?: { into: string; by: Actor };
  /** Of the last request to merge. */
  reason?: string;
  into?: string;
  /** Reports that came after the first: merged incidents, and repetitions under the same key. The latest last. */
  absorbed: { from?: string; reporter: Actor; at: Instant }[];
  /** Who had reported it to the merged incidents later; the latest last. */
  reporters?: Actor[];
  /** Of the latest of them. */
  title?: string;
  /** What they told: of each fact the worst value since somebody last added it. */
  facts: Facts;
  /** The last event that told that worst value. What an earlier release kept lacks it. */
  saidIn?: Record<FactId, { seq: number; at: Instant }>;
}

export interface SituationSlice {
  /** What was told since the report, by fact: the last word on each. */
  known: Record<FactId, { value: FactValue; seq: number; at: Instant; confidence: Confidence }>;
  /** The events that made a statement, the latest last; what they said stands in the record. */
  statements: number[];
  /** How many there were in all. What an earlier release kept lacks it. */
  statementsMade?: number;
  /** Those without an answer. */
  questions: Record<string, { seq: number; at: Instant; by: Actor; text: string }>;
  /** The last of those that were answered. */
  answered?: { question?: string; answer: string };
}

export interface SceneSlice {
  cordon?: { area: string; rules: string; by: Actor; at: Instant };
  /** Passes given so far. */
  passes: number;
  /** Who is inside; names stay in the record, in the event `seq`. */
  inside: { pass: number; at: Instant; seq: number }[];
  /** Why the cordon was lifted, and what had been closed off. */
  reason?: string;
  lifted?: string;
}

export interface TerminationSlice {
  /** Which criteria are met, on whose word. What an earlier release kept lacks it. */
  confirmed?: Record<CriterionId, { by: Actor; at: Instant }>;
  proposed?: { by: Actor; at: Instant; criteria: CriterionId[]; reason: string; override?: true };
  /** Of the last end; absent while the response runs. */
  terminatedAt?: Instant;
  /** While it is watched. */
  watchUntil?: Instant;
  /** While it is watched and may have come back: since when nobody has decided, and when people are next told so. */
  recurrence?: {
    since: Instant;
    /** Who said so. */
    by?: PersonId[];
    /** The event by which people were last pressed. */
    pressed?: number;
    /** The deputies of whoever commands were asked too, and may decide. */
    asked?: true;
    next: { step: 'remind' | 'askAll'; at: Instant };
  };
  /** The last time that it came back. */
  reopenedAt?: Instant;
  /** Why a criterion was last taken back. */
  reason?: string;
}

/** What people last heard of something that is owed, and of which term. */
export interface DueTold {
  stage: DueStage;
  from: Instant;
  dueAt: Instant;
  /** Who had it to do then; null: nobody. What an earlier release kept lacks it. */
  to?: PersonId | null;
}

export interface AftermathSlice {
  /** By item. What an earlier release kept lacks it. */
  told?: Record<string, DueTold & { at: Instant }>;
  /** Who has been asked for what (`Asked`). What an earlier release kept lacks it. */
  requested?: Record<string, PersonId[]>;
  /** Since when nothing stands against the closure; what an earlier release kept lacks it. */
  readyAt?: Instant;
  closedAt?: Instant;
  /** When personal data has to be destroyed, and when it was. */
  destroyBy?: Instant;
  erasedAt?: Instant;
}

export interface ImprovementsSlice {
  /** How many so far. */
  opened: number;
}

export interface FailuresSlice {
  count: number;
  latest?: { at: Instant; error: string; during?: MessageType | 'wake' };
  /** When people were last told of a failure. */
  toldAt?: Instant;
}

export interface PendingEffect {
  effect: Effect;
  requestedAt: Instant;
  /** Why it came to this, as it stood then: a later decision must not put its own reason into an earlier notice. */
  reason?: string | undefined;
  /** Whatever else it quotes besides the report, likewise as it stood then. */
  texts?: Record<string, string> | undefined;
  /** Attempts that came back with somebody still to be reached. */
  attempts: number;
  /** Whose notice was on the wire when the last attempt reported. */
  inFlight?: PersonId[] | undefined;
  /** While set, the effect rests until then. */
  retryAt?: Instant | undefined;
}

export interface EffectsSlice {
  pending: Record<string, PendingEffect>;
  /** A draft that the closure did not wait for. If it is written all the same, that is recorded. */
  late?: Record<string, PendingEffect> | undefined;
}

export interface Slices {
  report: ReportSlice;
  /** Only of a drill. What an earlier release kept of one lacks it. */
  clock: ClockSlice | undefined;
  verification: VerificationSlice;
  grading: GradingSlice;
  plan: PlanSlice;
  merging: MergingSlice;
  claims: ClaimsSlice;
  command: CommandSlice;
  checkIn: CheckInSlice;
  mobilisation: MobilisationSlice;
  situation: SituationSlice;
  sitreps: SitrepsSlice;
  tasks: TasksSlice;
  scene: SceneSlice;
  obligations: ObligationsSlice;
  resources: ResourcesSlice;
  termination: TerminationSlice;
  publicOpinion: PublicOpinionSlice;
  analysis: AnalysisSlice;
  incidentReport: IncidentReportSlice;
  publication: PublicationSlice;
  aftermath: AftermathSlice;
  lessons: LessonsSlice;
  summary: SummarySlice;
  improvements: ImprovementsSlice;
  failures: FailuresSlice;
  effects: EffectsSlice;
}
export type RoomName = keyof Slices;

export interface AnsweredRequest {
  id: string;
  fingerprint: string;
  refusal?: Refusal;
}

/** Everything that the incident knows. Follows from `basis` and the events alone, through `evolve`. */
export interface State extends Slices {
  /** Changes only with `planMoved`, `peopleChanged` and `preempted`. */
  basis: Basis;
  incidentId: string;
  seq: number;
  phase: Phase;
  /** The `seq` at which each slice last changed. */
  moved: Record<RoomName, number>;
  /** The latest answered requests, oldest first, bounded by `REMEMBERED_REQUESTS`. */
  requests: AnsweredRequest[];
}

export const REMEMBERED_REQUESTS = 256;

export function targetKey(target: Target): string {
  return `${target.kind}/${target.id}`;
}
