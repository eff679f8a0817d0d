import type { Instant } from '../time.js';
import type { Actor, Via } from './actor.js';
import type { AnalysisEvent } from './events/analysis.js';
import type { IncidentReportEvent } from './events/incidentReport.js';
import type { AftermathEvent } from './events/aftermath.js';
import type { ClaimsEvent } from './events/claims.js';
import type { CommandEvent } from './events/command.js';
import type { EffectsEvent } from './events/effects.js';
import type { ErasureEvent } from './events/erasure.js';
import type { GradingEvent } from './events/grading.js';
import type { LessonsEvent } from './events/lessons.js';
import type { SummaryEvent } from './events/summary.js';
import type { ImprovementsEvent } from './events/improvements.js';
import type { MachineEvent } from './events/machine.js';
import type { MergingEvent } from './events/merging.js';
import type { MobilisationEvent } from './events/mobilisation.js';
import type { ObligationsEvent } from './events/obligations.js';
import type { PlanEvent } from './events/plan.js';
import type { PublicOpinionEvent } from './events/publicOpinion.js';
import type { PublicationEvent } from './events/publication.js';
import type { ReportEvent } from './events/report.js';
import type { ClockEvent } from './events/clock.js';
import type { ResourcesEvent } from './events/resources.js';
import type { SitrepsEvent } from './events/sitreps.js';
import type { SituationEvent } from './events/situation.js';
import type { SceneEvent } from './events/scene.js';
import type { TasksEvent } from './events/tasks.js';
import type { TerminationEvent } from './events/termination.js';
import type { VerificationEvent } from './events/verification.js';

export type { DueStage } from './events/aftermath.js';
export { ANALYSIS_KINDS, linkText } from './events/analysis.js';
export type { AnalysisKind } from './events/analysis.js';
export type { Contested, SharedWith } from './events/claims.js';
export type { PassedOver } from './events/command.js';
export type { CalledTarget, PlanRef, Target } from './events/common.js';
export type { CancelledWhy } from './events/effects.js';
export type { Erased } from './events/erasure.js';
export type { Clock, ClockMoved, ObligationsTold } from './events/obligations.js';
export type {
  HeldBy,
  Lot,
  Needed,
  ReducedRequest,
  ReducedWhy,
  RequestedResource,
  RequestLots,
  RequestsTold,
  RequestStep,
} from './events/resources.js';
export { PUBLICATION_KINDS } from './events/publication.js';
export type { PublicationKind, PublicationTexts, ReliedOn } from './events/publication.js';
export { SITREP_SECTIONS } from './events/sitreps.js';
export type { SitrepSection, SitrepStage, SitrepTexts } from './events/sitreps.js';
export { CONFIDENCES } from './events/situation.js';
export type { Confidence } from './events/situation.js';
export type { OpenedTask, OverdueStep, TaskOwner, TasksChanged } from './events/tasks.js';
export type { CriteriaLapse, CriteriaTold, StillOpen } from './events/termination.js';
export type { Asked, Missing, Need, NotCalled, Tally, Unanswered } from './events/mobilisation.js';

/**
 * Facts in the past tense, with everything needed to understand them later. All free text stands under `texts`,
 * because it enters the hash chain as salted digests and can be erased without breaking it. People are ids. Each room's
 * events stand in its file under `events/`.
 */
export type EventBody =
  | ReportEvent
  | ClockEvent
  | PlanEvent
  | CommandEvent
  | MergingEvent
  | ClaimsEvent
  | GradingEvent
  | VerificationEvent
  | MobilisationEvent
  | SituationEvent
  | SitrepsEvent
  | TasksEvent
  | SceneEvent
  | ObligationsEvent
  | ResourcesEvent
  | TerminationEvent
  | PublicOpinionEvent
  | AnalysisEvent
  | IncidentReportEvent
  | PublicationEvent
  | AftermathEvent
  | LessonsEvent
  | SummaryEvent
  | ImprovementsEvent
  | ErasureEvent
  | EffectsEvent
  | MachineEvent;

export interface EventHead {
  /** 1, 2, 3 … without gaps, per incident. */
  seq: number;
  at: Instant;
  /** What the wall clock showed; of a drill, whose `at` is by its own clock. Drills of earlier releases lack it. */
  realAt?: Instant;
  actor: Actor;
  via: Via;
  /** The `seq` of the event that this one follows from. */
  cause?: number;
  /** On the first event that a message caused. */
  request?: { id: string; fingerprint: string };
}

export type IncidentEvent = EventHead & EventBody;
export type EventType = EventBody['type'];
export type EventOf<T extends EventType> = Extract<IncidentEvent, { type: T }>;
