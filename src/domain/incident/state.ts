import type {
  Basis,
  CriterionId,
  FactId,
  IncidentLevelId,
  LevelId,
  ObligationId,
  PersonId,
  PostId,
  TaskId,
  TaskRule,
  PartnerId,
  QualificationId,
} from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { Actor } from './actor.js';
import type { Calls } from './calls.js';
import type { ClaimRole, Effect } from './effects.js';
import type { Facts, FactValue } from '../plan/condition.js';
import type { Proposal } from '../plan/grade.js';
import type { Confidence, Need, OverdueStep, PlanRef, SitrepSection, SitrepStage, Tally, Target } from './events.js';
import type { Brief, MessageType } from './messages.js';
import type { Phase } from './phases.js';
import type { Refusal } from './refusals.js';

export interface ReportSlice {
  mode: 'real' | 'drill';
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
  next?: { step: 'remind' | 'ask'; at: Instant };
}

export interface ClaimsSlice {
  /** Wanted here, held by another live incident, and not decided on. */
  contested: Record<PersonId, { heldBy: string; role: ClaimRole }>;
  /** Serving other incidents as well, by decision. */
  shared: Record<PersonId, string[]>;
  remindAt?: Instant;
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

export interface Call {
  /**
   * `silent`: reminded, still no answer, and those whom the plan names were told. `takenOff`: works for another incident.
   * What ended by `declined` or `takenOff` is not called again for the same thing, what ended by `released` not before
   * the rest is over; whoever it was may come back earlier.
   */
  status: 'called' | 'acknowledged' | 'arrived' | 'declined' | 'silent' | 'released' | 'takenOff' | 'stoodDown';
  since: Instant;
  /** The notices that carried this call: the call itself and its reminders. */
  notices: string[];
  eta?: Instant;
  /** Of a post: has done something in the incident since, though not answered. Nobody waits for the answer. */
  acted?: true;
  /** The requests that answered it, so that their repetition says nothing new. */
  answers?: string[];
  /** Comes after having declined or left, or uncalled: the ledger does not know of this person. */
  afterAll?: true;
  /** Why the last notice did not reach this person, while it did not. */
  undelivered?: string;
  /** While on duty: since the acceptance, or the arrival where there was none. */
  dutySince?: Instant;
  /** When it was last told that this person needs relief. */
  reliefTold?: Instant;
}

/** People who were called together and are waited for together. */
export interface Wait {
  /** The notice that called them. */
  call: string;
  remindAt?: Instant;
  escalateAt: Instant;
  /** How many of them are `called` and have not answered. */
  outstanding: number;
}

/** Enough of the right people, by when. */
export interface Quorum {
  need: Need;
  by: Instant;
  /** From the call, or from the last change, until `by`. */
  within: Duration;
  /** `accepted`: command goes on with fewer. */
  status: 'open' | 'reached' | 'missed' | 'accepted';
  /** When it is told next that people are missing, and the how manyth time that is; only while they are. */
  next?: { at: Instant; step: number };
  /** Since when it is late: whoever had not answered by then is no longer waited for. */
  missedAt?: Instant;
  /** Who was told that people are missing. */
  told: PersonId[];
  /** What command has accepted: with fewer than these it is short again. */
  accepted?: Tally;
}

/** An external partner whom somebody was asked to call. */
export interface PartnerCall {
  status: 'asked' | 'accepted' | 'declined';
  since: Instant;
  people: number;
  eta?: Instant;
  /** One mention for each person. */
  qualifications: QualificationId[];
}

export interface CalledBody {
  target: Target;
  status: 'called' | 'stoodDown';
  since: Instant;
  /** Only those that somebody still has to answer. */
  waits: Wait[];
  people: Calls;
  /** Only of a team that the plan asks for a number of people. */
  quorum?: Quorum;
  /** Posts whose holders were asked because the members did not suffice. */
  substitutes?: PostId[];
  partners?: Record<PartnerId, PartnerCall>;
  /** When somebody of them has been on duty for as long as the plan allows. */
  reliefAt?: Instant;
  /** When somebody who may be called has rested, or is back; looked at only while the team is short. */
  freeAt?: Instant;
}

export interface MobilisationSlice {
  /** By `targetKey`. */
  bodies: Record<string, CalledBody>;
  /** Of the last release, or of the last shortage that was accepted. */
  reason?: string;
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

export interface OpenSitrep {
  number: number;
  /** It tells of what came after this event, and at least up to the second one. */
  since: number;
  upTo: number;
  from: Instant;
  dueAt: Instant;
  missed: number;
  final?: true;
  /** In people's own words, the last edit of each. */
  sections: Partial<Record<SitrepSection, { text: string; by: Actor }>>;
  /** Who is told next that it is overdue, and when; absent once everybody was. */
  stage: SitrepStage;
  tellAt?: Instant;
  /** When all of them are told again. */
  repeatAt: Instant;
}

export interface SitrepsSlice {
  /** The number of the last one, drafts included. */
  last: number;
  /** How far the last release told, and when it left. */
  told: { upTo: number; at: Instant };
  /** The next one to be drafted. */
  next?: { draftAt: Instant; dueAt: Instant };
  open?: OpenSitrep;
  /** Released, and not on its way yet because the document is being written; by number. */
  unsent: Record<
    string,
    {
      to: PostId[];
      partners?: PartnerId[];
      situation?: string;
      toDecide?: string;
      final?: true;
      nextDueAt?: Instant;
    }
  >;
  /** What the mails of the latest one say. */
  sent?: { situation?: string; toDecide?: string; final?: true; nextDueAt?: Instant };
  /** The latest releases, the oldest first. */
  released: { number: number; at: Instant; dueAt: Instant; missed: number; final?: true; documentId?: string }[];
}

export interface Task {
  status: 'open' | 'started' | 'finished' | 'skipped' | 'withdrawn';
  phase: TaskRule['phase'];
  /** Whose task it is; where it was given to one person, the post only says which team's it is. */
  post?: PostId;
  person?: PersonId;
  within: Duration;
  after?: TaskId[];
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file';
  verifies?: TaskId;
  /** Not before every one of `after` is done. */
  due?: Instant;
  /** Who hears next that it is overdue; none once command has: then `remindAt` of the slice counts. */
  next?: { step: OverdueStep; at: Instant };
  /** Whoever started or finished it. */
  hands?: PersonId[];
  /** Of a task that was added: what there is to do. */
  title?: string;
  /** The event that last changed it. Texts stay in the record and are looked up there. */
  seq: number;
  /** Of that event, once it is finished, skipped or withdrawn. */
  endedAt?: Instant;
  file?: string;
}

export interface TasksSlice {
  tasks: Record<TaskId, Task>;
  /** How many were added besides those of the plan. */
  added: number;
  /** Of the last reassignment or skipping. */
  reason?: string;
  /** When command is reminded of everything that is overdue. */
  remindAt?: Instant;
  /** The first of all that falls due. */
  wakeAt?: Instant;
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

export interface Duty {
  /** See `rooms/obligations.ts`. */
  status: 'provisional' | 'confirmed' | 'lifted' | 'filed';
  /** Absent while the moment from which it runs has not come. */
  start?: Instant;
  /** It runs since the report: an earlier one of the same thing moves it. */
  sinceReport?: true;
  due?: Instant;
  /** What is told next, and at how many per cent of the limit. */
  next?: { at: Instant; percent: number };
  /** Somebody has been told that it is to be filed. */
  told?: true;
  /** A limit that passed with nothing filed. */
  missedAt?: Instant;
  /** A person has said whether it applies; `knowingly`: while the facts called for it. */
  judged?: 'knowingly' | 'undecided';
  filedAt?: Instant;
  filings?: number;
  /** SHA-256 that the latest filing names. */
  file?: string;
  /** The event that last changed it; what was filed where stands in the record. */
  seq: number;
}

export interface ObligationsSlice {
  duties: Record<ObligationId, Duty>;
  /** By the earliest report of it. */
  discoveredAt?: Instant;
  /** Why the last one was lifted, confirmed, or got another clock. */
  reason?: string;
  /** The first of all that is to be told. */
  wakeAt?: Instant;
}

export interface TerminationSlice {
  proposed?: { by: Actor; at: Instant; criteria: CriterionId[]; reason: string };
  terminatedAt?: Instant;
}

export interface AftermathSlice {
  report?: { documentId: string; files: { format: string; lang: string; sha256: string }[] };
  closedAt?: Instant;
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
  reason?: string;
  /** Whatever else it quotes besides the report, likewise as it stood then. */
  texts?: Record<string, string>;
  /** Attempts that came back with somebody still to be reached. */
  attempts: number;
  /** Whose notice was on the wire when the last attempt reported. */
  inFlight?: PersonId[];
  /** While set, the effect rests until then. */
  retryAt?: Instant;
}

export interface EffectsSlice {
  pending: Record<string, PendingEffect>;
}

export interface Slices {
  report: ReportSlice;
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
  termination: TerminationSlice;
  aftermath: AftermathSlice;
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
  /** Changes only with `planMoved` and `peopleChanged`. */
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
