import type { Actor, Via } from '../incident/actor.js';
import type { Details } from '../incident/refusals.js';
import type { Score } from '../evaluation/score.js';
import type { Expectation } from '../plan/compile/scenario.js';
import type { CriterionId, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { ClockSlice } from '../incident/state.js';
import type { DecisionType, DrillOpening, DrillRoles, DrillRules, Revision } from './messages.js';
import type { Facts } from '../plan/condition.js';
import type { SeenEvent } from './patterns.js';
import type { Rated } from './proposed.js';
import type { DrillFigures } from './figures.js';
import type { BrokenOff } from './result.js';
import type { DrillFile } from './papers.js';
import type { Waiting } from './waiting.js';
import type { DrillWeakness } from './weaknesses.js';
import type { DrillRefusal } from './refusals.js';

/** Who was told, and who could not be. */
export interface Reached {
  people: PersonId[];
  unreachable: { person: PersonId; code: string }[];
}

/** What was written, to be approved, distributed or submitted. */
export interface Written {
  files: DrillFile[];
}

/** What the end of it brought to light. */
export interface Examined {
  weaknesses: DrillWeakness[];
  figures: DrillFigures;
}

/** People whom a real incident needs. */
export interface Taken {
  incidentId: string;
  people: PersonId[];
}

/** Whom real incidents had when its own was opened. */
export interface Opened {
  taken: Taken[];
}

/** The last event that set the clock of its incident, once that has heard of a pace. */
export interface Paced {
  shown: SeenEvent;
}

/** By which version of the plan its incident was opened. */
export interface PlayedOn {
  plan: DrillRules['plan'];
}

/** When it is held instead. */
export interface Replanned {
  plannedAt: Instant;
}

/** `approvedLate`: command had not approved it by then; `notRunning`: it was to begin by itself, and nothing ran. */
export const WHY_MISSED = ['approvedLate', 'notRunning'] as const;
export type WhyMissed = (typeof WHY_MISSED)[number];

/** Why an inject is played. */
export const PLAYED_BY = ['time', 'event', 'silence', 'hand', 'contingency'] as const;
export type PlayedBy = (typeof PLAYED_BY)[number];

export const ENDS = ['terminated', 'director', 'stopped', 'timeUp', 'realIncident'] as const;
export type EndOfConduct = (typeof ENDS)[number];

/** Facts in the past tense. All free text stands under `texts`; people are ids. */
export type DrillBody =
  | ({ type: 'schemeDrafted' } & Omit<DrillOpening, 'by' | 'at'>)
  | { type: 'schemeSubmitted' }
  /** What is changed stands here as it is from now on. It has to be handed in again. */
  | ({ type: 'schemeRevised'; roles?: DrillRoles } & Omit<Revision, 'roles'>)
  | { type: 'schemeApproved' }
  | { type: 'schemeReturned'; texts: { remarks: string } }
  /** Also once its incident is being opened: then it is cleared away again. */
  | { type: 'calledOff'; why?: 'realIncident'; texts?: { reason: string } }
  /** `plannedAt`: it begins by itself, and was to begin then. */
  | { type: 'startAsked'; plannedAt?: Instant }
  /** It was to begin by itself, and nothing ran then, or command had not approved it: whoever directs it says when. */
  | { type: 'startMissed'; plannedAt: Instant; why?: WhyMissed }
  /** It is held then instead; everybody gets the scheme anew. */
  /** In its incident somebody has acted who was to be played by the simulator. */
  | { type: 'cameInPerson'; person: PersonId }
  | { type: 'replanned'; plannedAt: Instant; missed: Instant; why: WhyMissed }
  /** The incident runs; from here on the drill has the time of the story. */
  | { type: 'started'; clock: ClockSlice }
  /** The plan in force had changed since the scheme was drafted; its incident goes by this one. */
  | ({ type: 'planPlayed' } & PlayedOn)
  | { type: 'paceAsked'; pace: number; why?: 'realIncident' }
  /** `from`: the pace before; `seenIn`: the event of the incident. */
  | { type: 'paceSet'; clock: ClockSlice; from: number; seenIn?: number }
  /** That it stands still, and for how long already. */
  | { type: 'standstillReminded'; people: PersonId[]; since: Instant }
  | {
      type: 'injectAdded';
      inject: string;
      players: PostId[];
      facts: Facts;
      objective?: string;
      /** The post that is to judge what comes of it. */
      evaluator?: PostId;
      expects?: Expectation[];
      texts: { event: string; expected?: string };
    }
  | { type: 'injectPlayed'; inject: string; by: PlayedBy; storyAt: Instant }
  | { type: 'injectSkipped'; inject: string; texts: { reason: string } }
  /** What it waited to see missing has come. */
  | { type: 'injectNotNeeded'; inject: string; storyAt: Instant }
  /** `seenIn`: the event of the incident; `late`: after the time that the scenario gives; `early`: before it was asked for. */
  | {
      type: 'actionSeen';
      inject: string;
      action: number;
      seenIn: number;
      storyAt: Instant;
      late: boolean;
      early?: true;
      simulated?: true;
    }
  | { type: 'actionMissed'; inject: string; action: number; storyAt: Instant }
  /** It did not come, since a real incident had taken everybody who was to do it. */
  /** `why`: the simulator played everybody who was to do it, and it takes people. Absent: a real incident had taken them. */
  | { type: 'actionExcused'; inject: string; action: number; storyAt: Instant; why?: 'simulated' }
  | { type: 'observed'; criterion?: CriterionId; inject?: string; texts: { note: string } }
  | { type: 'preempted'; incidentId: string; people: PersonId[] }
  | { type: 'conductEnded'; why: EndOfConduct; storyAt: Instant; texts?: { reason: string } }
  /** `played`: by the simulator; they have nothing to say, and are not asked. */
  | { type: 'feedbackAsked'; people: PersonId[]; dueAt: Instant; played?: PersonId[] }
  /** `onPaper`: entered by whoever received the sheet. */
  | { type: 'feedbackGiven'; person: PersonId; onPaper?: true; texts: Record<string, string> }
  /** Answered without a name: what was said is no part of the record. */
  | { type: 'feedbackCounted'; person: PersonId; onPaper?: true }
  | { type: 'feedbackReminded'; people: PersonId[] }
  | { type: 'feedbackMissing'; people: PersonId[] }
  | { type: 'rated'; criterion: CriterionId; rating: Rating; texts: { reason: string } }
  | ({
      type: 'reportSubmitted';
      version: number;
      ratings: Rated[];
      brokenOff?: BrokenOff;
      texts: { problems: string; suggestions: string };
    } & Partial<Score>)
  | { type: 'reportReminded'; people: PersonId[] }
  /** It waits, and they have to act: on the scheme, on the date, on the report. */
  | { type: 'waitReminded'; waits: Waiting; people: PersonId[] }
  | { type: 'reportReturned'; version: number; texts: { remarks: string } }
  | { type: 'reportAccepted'; version: number }
  /** `failed`: it could not be done, and is given up. */
  | ({ type: 'settled'; effectId: string; failed?: true } & Partial<Reached> & Partial<Written> & Partial<Examined>)
  /** What is gone from it; behind the end, by the store. Without `person`: with the personal data of its incident. */
  | {
      type: 'textsErased';
      erasure: string;
      person?: PersonId;
      erased: { seq: number; fields: string[] }[];
      /** Written anew; without `sha256` destroyed. */
      papers?: (Pick<DrillFile, 'documentId' | 'format' | 'lang'> & { sha256?: string })[];
      /** How much of what was said without a name, which is no part of the record. */
      sheets?: number;
    }
  | { type: 'refused'; message?: DecisionType; code: DrillRefusal; found: Details; needed: Details };

export interface DrillHead {
  /** 1, 2, 3 … without gaps, per drill. */
  seq: number;
  /** Of the world. What happens in the story says its `storyAt` besides. */
  at: Instant;
  actor: Actor;
  via: Via;
  /** Decided by the simulator for somebody who is not there. */
  simulated?: true;
  request?: { id: string; fingerprint: string };
}

export type DrillEvent = DrillHead & DrillBody;
export type DrillEventType = DrillBody['type'];
export type DrillEventOf<T extends DrillEventType> = Extract<DrillEvent, { type: T }>;
