import type {
  Basis,
  CriterionId,
  IncidentLevelId,
  LevelId,
  PartnerId,
  PersonId,
  PostId,
  QualificationId,
} from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { Actor } from './actor.js';
import type { Calls } from './calls.js';
import type { Effect } from './effects.js';
import type { Facts } from '../plan/condition.js';
import type { Proposal } from '../plan/grade.js';
import type { Need, PlanRef, Tally, Target } from './events.js';
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
}

export interface CommandSlice {
  /** Who fills each post of command. Exactly one person commands. */
  posts: Record<PostId, PersonId>;
  /** Who commanded another live incident when this one was reported. */
  engaged: PersonId[];
  /** A handover that is not answered yet. */
  offer?: { from: PersonId; to: PersonId; at: Instant; brief: Brief };
}

export interface CheckInSlice {
  /** Asked to take over from a silent commander: the first of them to accept does. */
  asked: PersonId[];
  /** Those of them who were asked since everybody was last told. */
  round: PersonId[];
  /** Only while the level asks for check-ins. */
  next?: { step: 'remind' | 'ask'; at: Instant };
}

export interface MergingSlice {
  /** The other incident has been asked to take this one over. */
  asked?: { into: string; by: Actor };
  /** Of the last request to merge. */
  reason?: string;
  into?: string;
  /** Reports that came after the first: merged incidents, and repetitions under the same key. The latest last. */
  absorbed: { from?: string; reporter: Actor; at: Instant }[];
  /** What they told, where the first report and later facts say nothing of it or something milder. */
  facts: Facts;
}

export interface Call {
  /**
   * `silent`: reminded, still no answer, and those whom the plan names were told. `takenOff`: works for another incident.
   * What ended by `declined`, `released` or `takenOff` is not called again for the same thing.
   */
  status: 'called' | 'acknowledged' | 'arrived' | 'declined' | 'silent' | 'released' | 'takenOff' | 'stoodDown';
  since: Instant;
  /** The notices that carried this call: the call itself and its reminders. */
  notices: string[];
  eta?: Instant;
  /** The requests that answered it, so that their repetition says nothing new. */
  answers?: string[];
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
}

export interface MobilisationSlice {
  /** By `targetKey`. */
  bodies: Record<string, CalledBody>;
  /** Of the last release, or of the last shortage that was accepted. */
  reason?: string;
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
  command: CommandSlice;
  checkIn: CheckInSlice;
  mobilisation: MobilisationSlice;
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
  /** Changes only with `planMoved`. */
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
