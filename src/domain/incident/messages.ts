import type { Actor, Via } from './actor.js';
import type { AnalysisDecision } from './messages/analysis.js';
import type { IncidentReportDecision } from './messages/incidentReport.js';
import type { SetPace } from './messages/clock.js';
import type { Close } from './messages/aftermath.js';
import type { NoticeAttempted, DocumentWritten } from './messages/effects.js';
import type { Claimed, Preempt, RecheckClaims, ReleasedClaims, ResolveClaim } from './messages/claims.js';
import type { CheckIn, HandOver, MissCommander, TakeCommand } from './messages/command.js';
import type { ChangeCategory, ChangeLevel } from './messages/grading.js';
import type { ImprovementStarted, OpenImprovement } from './messages/improvements.js';
import type { Absorb, Merge, MergeAnswered } from './messages/merging.js';
import type {
  AcceptShortage,
  Acknowledge,
  AnswerForPartner,
  Arrive,
  Decline,
  Release,
} from './messages/mobilisation.js';
import type { LessonDecision } from './messages/lessons.js';
import type { SummaryDecision } from './messages/summary.js';
import type { ObligationDecision } from './messages/obligations.js';
import type { MovePlan, PeopleChanged } from './messages/plan.js';
import type { OpinionDecision } from './messages/publicOpinion.js';
import type { PublicationDecision, Published } from './messages/publication.js';
import type { RecheckStock, ResourceDecision, StockAllocated, StockSettled } from './messages/resources.js';
import type { DraftSitrep, EditSitrep, ReleaseSitrep } from './messages/sitreps.js';
import type { AddFact, AnswerQuestion, AskQuestion } from './messages/situation.js';
import type { SceneDecision } from './messages/scene.js';
import type { TaskDecision } from './messages/tasks.js';
import type { CriterionDecision, DismissRecurrence, Reopen, Terminate } from './messages/termination.js';
import type { Verify } from './messages/verification.js';

export type { AnalysisDecision } from './messages/analysis.js';
export type { IncidentReportDecision } from './messages/incidentReport.js';
export type { SetPace } from './messages/clock.js';
export type { Close } from './messages/aftermath.js';
export type { NoticeAttempted, DocumentWritten } from './messages/effects.js';
export type { Claimed, Preempt, RecheckClaims, ReleasedClaims, ResolveClaim } from './messages/claims.js';
export type { Brief, CheckIn, HandOver, MissCommander, TakeCommand } from './messages/command.js';
export type { ChangeCategory, ChangeLevel } from './messages/grading.js';
export type { ImprovementStarted, OpenImprovement } from './messages/improvements.js';
export type { Absorb, Merge, MergeAnswered } from './messages/merging.js';
export type {
  AcceptShortage,
  Acknowledge,
  AnswerForPartner,
  Arrive,
  Decline,
  Release,
} from './messages/mobilisation.js';
export type { LessonDecision } from './messages/lessons.js';
export type { SummaryDecision } from './messages/summary.js';
export type { ObligationDecision } from './messages/obligations.js';
export type { MovePlan, PeopleChanged } from './messages/plan.js';
export type { OpinionDecision } from './messages/publicOpinion.js';
export type { PublicationDecision, Published } from './messages/publication.js';
export type { Report } from './messages/report.js';
export type { RecheckStock, ResourceDecision, StockAllocated, StockSettled } from './messages/resources.js';
export type { DraftSitrep, EditSitrep, ReleaseSitrep } from './messages/sitreps.js';
export type { AddFact, AnswerQuestion, AskQuestion } from './messages/situation.js';
export type { SceneDecision } from './messages/scene.js';
export type { TaskDecision } from './messages/tasks.js';
export type { CriterionDecision, DismissRecurrence, Reopen, Terminate } from './messages/termination.js';
export type { Verify } from './messages/verification.js';

/** What every message says about itself. */
export interface MessageHead {
  /** Unique per decision; a repeat is answered with the first answer. */
  requestId: string;
  actor: Actor;
  via: Via;
  /** The `seq` that the sender had seen; refused as `changed` when something this kind of message depends on moved since. */
  ifSeq?: number;
}

/** What people decide and answer. Each room's messages stand in its file under `messages/`. */
export type Decision =
  | SetPace
  | Verify
  | Merge
  | Absorb
  | HandOver
  | CheckIn
  | MissCommander
  | TakeCommand
  | ResolveClaim
  | Preempt
  | ChangeLevel
  | ChangeCategory
  | CriterionDecision
  | Terminate
  | Reopen
  | DismissRecurrence
  | AnalysisDecision
  | IncidentReportDecision
  | Close
  | LessonDecision
  | SummaryDecision
  | OpenImprovement
  | MovePlan
  | AddFact
  | AskQuestion
  | AnswerQuestion
  | DraftSitrep
  | EditSitrep
  | ReleaseSitrep
  | TaskDecision
  | SceneDecision
  | ObligationDecision
  | ResourceDecision
  | OpinionDecision
  | PublicationDecision
  | MobilisationAnswer
  | Release
  | AnswerForPartner
  | AcceptShortage;
/** What people answer to a call: they come by the thousand. */
export type MobilisationAnswer = Acknowledge | Decline | Arrive;
/** What the world answers to an effect, and what it tells without being asked. */
export type Answer =
  | NoticeAttempted
  | DocumentWritten
  | Published
  | ImprovementStarted
  | MergeAnswered
  | Claimed
  | ReleasedClaims
  | RecheckClaims
  | StockAllocated
  | StockSettled
  | RecheckStock
  | PeopleChanged;
export type Message = MessageHead & (Decision | Answer);
export type MessageType = Message['type'];
export type MessageOf<T extends MessageType> = Extract<Message, { type: T }>;
