import type { Actor, Via } from '../incident/actor.js';
import type { Expectation, Scenario } from '../plan/compile/scenario.js';
import type { CriterionId, EvaluationRule, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { Facts } from '../plan/condition.js';
import type { Examined, Opened, Paced, PlayedOn, Reached, Replanned, Taken, Written } from './events.js';
import type { SeenEvent } from './patterns.js';

/** Who has which part in it. Players act in their posts; the others keep out of the response. */
export interface DrillRoles {
  /** Opens, pauses, goes on, breaks off and closes. */
  director: PersonId;
  controllers: PersonId[];
  evaluators: PersonId[];
  /** May stop it like the director, and nothing else. */
  safety: PersonId[];
  observers: PersonId[];
  players: PersonId[];
}

/** What the plan says of drills, as this one is held to it. */
export interface DrillRules {
  /** By which the scheme was drafted; what is played may be a later one (`planPlayed`). */
  plan: { id: string; version: number; hash: string };
  /** Whoever approved the plan's command may have: holders of its post when the scheme was drafted. */
  approvers: PersonId[];
  /** Whoever stands in for them: where all of them have written the scheme, these approve it. */
  approversElse?: PersonId[];
  /** To whom the report goes. */
  submittedTo: PersonId[];
  /** `asked`: besides everybody who has a part in it. `questions`: how many. */
  feedback: { within: Duration; asked: PersonId[]; anonymous: boolean; questions: number };
  reportWithin: Duration;
  evaluation?: EvaluationRule;
  /** Which team each person belongs to: nobody rates the own department. */
  departments: Record<PersonId, PostId[]>;
  /** Its report waits until its incident is cleared away. Absent in what an earlier release planned: there it did not. */
  reportsCleared?: true;
  /**
   * Whoever drafts the scheme hands it in and never approves it. Absent in what an earlier release planned: there the director
   * alone handed it in, and the operator approved what the operator had drafted.
   */
  drafterApart?: true;
  /**
   * Its incident learns whom a real one has taken, and what nobody was left for is nobody's fault. Absent in what an earlier
   * release planned: there neither was so.
   */
  tellsOfTaken?: true;
  /**
   * Of a real incident that takes people one after the other, those who stay hear once, and those who run the drill each time.
   * Absent in what an earlier release planned: everybody hears each time.
   */
  tellsOfRealOnce?: true;
  /** A real incident that takes people ends it. Absent: it stands still. */
  whenReal?: 'end';
  /** By which edition of Muster's own rules for drills it is held. Absent in what an earlier release planned: by the first. */
  edition?: 2;
}

export interface SimulateAbsent {
  /** The same seed, the same people: when they answer, come, work, and who cannot be reached. */
  seed: number;
  /** Everybody with a part in it, or a post in the plan, who is not there. */
  people: PersonId[];
}

export interface DrillOpening {
  drill: string;
  /** Of the incident that will be played. */
  incidentId: string;
  scenario: Scenario;
  roles: DrillRoles;
  rules: DrillRules;
  /** How many times as fast as the world. */
  pace: number;
  /** Who is not there is played by the simulator, and marked so. Absent: nobody is. */
  simulateAbsent?: SimulateAbsent;
  /** Of the plan's programme; absent for a drill that somebody opens by hand. */
  programme?: string;
  /** When it was to be opened by the calendar. */
  scheduledFor?: Instant;
  plannedAt?: Instant;
  /** Nobody opened it by hand. */
  planned?: Planned;
  by: { actor: Actor; via: Via; requestId: string };
  at: Instant;
}

/** What opened it: the programme, at one of its times, or a reason, which is an id. */
export interface Planned {
  /** Of the programme: year and month, `2026-06`. */
  occurrence?: string;
  reason?: string;
  /** It could only be opened when it should have been over: then, and what was done. */
  missed?: { dueAt: Instant; how: 'run' | 'replan' };
  /** What is done when it is not begun in time. */
  whenMissed: 'run' | 'replan';
}

/** What of a scheme is changed; absent: stays as it is. */
export interface Revision {
  roles?: Partial<DrillRoles>;
  pace?: number;
  /** `null`: it begins when the director says so. */
  plannedAt?: Instant | null;
  /** `null`: everybody is there in person. */
  simulateAbsent?: SimulateAbsent | null;
  /** The posts of people whom the scheme did not know. */
  departments?: Record<PersonId, PostId[]>;
}

export type DrillDecision =
  | { type: 'approve' }
  | { type: 'giveBack'; remarks: string }
  | { type: 'submitScheme' }
  | ({ type: 'revise' } & Revision)
  | { type: 'callOff'; reason: string }
  | { type: 'start' }
  /** 0: pause. Absent: as fast as it went before it stood still. */
  | { type: 'setPace'; pace?: number }
  | { type: 'inject'; inject: string }
  | { type: 'skip'; inject: string; reason: string }
  | ({ type: 'addInject'; event: string; expected?: string; players: PostId[]; facts?: Facts } & Judged)
  | { type: 'observe'; note: string; criterion?: CriterionId; inject?: string }
  | { type: 'end' }
  | { type: 'stop'; reason?: string }
  /**
   * `answers`: by `q1`, `q2` …; absent where the plan promises that nobody can tell whose they are. `for`: entered from paper, of
   * this person.
   */
  | { type: 'answer'; answers?: Record<string, string>; for?: PersonId }
  | { type: 'rate'; criterion: CriterionId; rating: Rating; reason: string }
  | { type: 'submit'; problems: string; suggestions: string; despite?: true }
  | { type: 'accept' }
  | { type: 'returnReport'; remarks: string };

/** What an inject that somebody adds is to show, by whom it is judged, and how the action is recognised. */
interface Judged {
  objective?: string;
  evaluator?: PostId;
  expects?: Expectation[];
}

export type DecisionType = DrillDecision['type'];

export interface DecisionHead {
  requestId: string;
  actor: Actor;
  via: Via;
  /** The `seq` that the sender had seen; refused as `changed` when somebody decided since. */
  ifSeq?: number;
  /** Decided by the simulator for somebody who is not there. */
  simulated?: true;
  /** What the sender may by the posts of today, besides whom the scheme knows: looked up by the API. */
  inPost?: PartInPost[];
}

/** Parts that follow from a post. */
export const PARTS_IN_POST = ['approver', 'receiver'] as const;
export type PartInPost = (typeof PARTS_IN_POST)[number];

export type DrillMessage = DecisionHead & DrillDecision;
export type MessageOf<T extends DecisionType> = Extract<DrillMessage, { type: T }>;

/** What the world answers, and what the drill sees of its incident. */
export type DrillAnswer =
  | ({ type: 'settled'; effectId: string; failed?: true } & Partial<Reached> &
      Partial<Written> &
      Partial<Examined> &
      Partial<Opened> &
      Partial<Paced> &
      Partial<Replanned> &
      Partial<PlayedOn>)
  | { type: 'seen'; events: SeenEvent[] }
  | ({ type: 'preempt' } & Taken);
