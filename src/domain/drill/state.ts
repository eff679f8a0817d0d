import type { Score } from '../evaluation/score.js';
import type { Expectation, Scenario } from '../plan/compile/scenario.js';
import type { CriterionId, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { ClockSlice } from '../incident/state.js';
import type { EndOfConduct, PlayedBy, Taken, WhyMissed } from './events.js';
import type { DrillRoles, DrillRules, Planned, SimulateAbsent } from './messages.js';
import type { DrillFile, DrillPaper } from './papers.js';
import type { Facts } from '../plan/condition.js';
import type { DrillFigures } from './figures.js';
import type { Rated } from './proposed.js';
import type { BrokenOff } from './result.js';
import type { Refused } from './refusals.js';
import type { DrillWeakness } from './weaknesses.js';

/**
 * - `drafting`: the scheme 演练方案 is written. - `review`: it waits for approval. - `ready`: approved, everybody has it.
 * - `starting`: the incident is being opened. - `running`: conducted; standing still is running at pace 0.
 * - `evaluating`: over; people are asked, criteria are rated, the report is written. - `submitted`: command has the report.
 * - `closed`: command has accepted it. The end. - `calledOff`: never conducted. The end.
 */
export const DRILL_STATUSES = [
  'drafting',
  'review',
  'ready',
  'starting',
  'running',
  'evaluating',
  'submitted',
  'closed',
  'calledOff',
] as const;
export type DrillStatus = (typeof DRILL_STATUSES)[number];

/** Of an action that is expected. `at`: in the time of the story. */
export interface ActionState {
  status: 'open' | 'seen' | 'late' | 'missed' | 'excused';
  seenIn?: number;
  at?: Instant;
  simulated?: true;
}

export interface InjectState {
  status: 'waiting' | 'played' | 'skipped' | 'notNeeded';
  playedAt?: Instant;
  by?: PlayedBy;
  /** Its contingency was played. */
  contingency?: true;
  /** What was expected of the players, in the order of the scenario. */
  actions: ActionState[];
}

/** Added by hand while it runs. */
export interface AddedInject {
  players: PostId[];
  facts: Facts;
  /** What is expected was said; an earlier release did not note it. */
  expected?: true;
  /** Of the scenario. */
  objective?: string;
  expects?: Expectation[];
}

export const DRILL_TEMPLATES = [
  'scheduled',
  'schemeToApprove',
  'schemeReturned',
  'distributed',
  'schemeChanged',
  'calledOff',
  'notBegun',
  'replanned',
  'planChanged',
  'schemeReminder',
  'approvalReminder',
  'dateReminder',
  'acceptanceReminder',
  'begins',
  'inject',
  'contingency',
  'paused',
  'goesOn',
  'notADrill',
  'realPauses',
  'realEnds',
  'standsStill',
  'stopped',
  'ended',
  'feedbackAsked',
  'feedbackReminder',
  'toRate',
  'reportOverdue',
  'reportToAccept',
  'reportReturned',
  'accepted',
] as const;
export type DrillTemplate = (typeof DRILL_TEMPLATES)[number];

/** Asked of the world; settled by an event that names it. */
export type DrillEffect =
  | {
      kind: 'tell';
      id: string;
      template: DrillTemplate;
      to: PersonId[];
      inject?: string;
      /** That something real has happened: what, and whom it has taken. Absent where an earlier release has asked. */
      real?: Taken;
    }
  | { kind: 'start'; id: string }
  /** The next day on which it can be held. */
  | { kind: 'replan'; id: string; missed: Instant; why: WhyMissed }
  /** Of the events up to this one. */
  | { kind: 'write'; id: string; papers: DrillPaper[]; upTo: number }
  | { kind: 'pace'; id: string; pace: number }
  /** Its incident goes on without these people: the real one named needs them. */
  | { kind: 'takeOut'; id: string; heldBy: string; people: PersonId[] }
  /** Its incident stands still, and holds nobody and nothing any more. */
  | { kind: 'clear'; id: string };

export interface DrillState {
  drill: string;
  seq: number;
  status: DrillStatus;
  incidentId: string;
  scenario: Scenario;
  roles: DrillRoles;
  rules: DrillRules;
  /** What was asked for last and is still on its way, or else what the clock of its incident shows. By the first edition: what was asked for last. */
  pace: number;
  /** The last one that was not 0. */
  goingPace?: number;
  simulateAbsent?: SimulateAbsent;
  /** Of those whom the simulator played whoever has acted since the start: it plays them no more. */
  cameInPerson?: PersonId[];
  programme?: string;
  scheduledFor?: Instant;
  plannedAt?: Instant;
  planned?: Planned;
  /** When command approved the scheme. Absent where an earlier release planned it. */
  approvedAt?: Instant;
  /** Since when it has waited for somebody, and when they are reminded next. Absent likewise. */
  waiting?: { since: Instant; remindAt: Instant };
  /** The version that its incident goes by, where that is not the one of the scheme. */
  playedOn?: DrillRules['plan'];
  openedAt: Instant;
  /** Who drafted the scheme does not approve it. */
  draftedBy?: PersonId;
  draftedByOperator?: true;
  /** Who has changed it does not approve it either; an operator who has counts as having drafted it. */
  revisedBy?: PersonId[];
  /** Its scheme was approved by the simulator. */
  approvalSimulated?: true;
  clock?: ClockSlice;
  /** The event of its incident that the clock was set by. */
  clockSeenIn?: number;
  /** Everybody was told why when something real happened. */
  pausedForReal?: true;
  /** It is paused: since when, when somebody is told that it still is, and who was. */
  standstill?: { since: Instant; remindAt: Instant; told: PersonId[] };
  /** Of the story. */
  startedAt?: Instant;
  injects: Record<string, InjectState>;
  added: Record<string, AddedInject>;
  /**
   * The latest real incident, everybody whom those of before have taken as well, and who has heard of each since the drill went on
   * the last time.
   */
  preempted?: { incidentId: string; people: PersonId[]; heardOf?: Record<string, PersonId[]> };
  ended?: { why: EndOfConduct; at: Instant; storyAt: Instant };
  observations: number;
  /** Of plan, roster and ledger, brought to light. */
  weaknesses?: DrillWeakness[];
  /** Of its incident, as they stood at the end; absent where an earlier release held it. */
  figures?: DrillFigures;
  feedback?: {
    dueAt: Instant;
    remindAt?: Instant;
    asked: PersonId[];
    given: PersonId[];
    missing: PersonId[];
    played?: PersonId[];
  };
  ratings: Partial<Record<CriterionId, { rating: Rating; by: PersonId | undefined; seq: number; simulated?: true }>>;
  /** `simulated`: accepted by the simulator; `handedIn`: handed in by it. What an earlier release kept lacks `ratings`. */
  report?: {
    version: number;
    at: Instant;
    /** Who handed it in. What an earlier release kept lacks it. */
    by?: PersonId;
    simulated?: true;
    handedIn?: 'simulated';
    ratings?: Rated[];
    brokenOff?: BrokenOff;
  } & Partial<Score>;
  reportDueAt?: Instant;
  /** They were told that it is overdue, and are told again then. */
  reportRemindAt?: Instant;
  /** As they were distributed and submitted; the latest last. */
  papers: DrillFile[];
  effects: DrillEffect[];
  /** Of the last decision by a person. */
  decidedSeq: number;
  requests: { id: string; fingerprint: string; refusal?: Omit<Refused, 'type'> }[];
}

/** The version of the plan that is drilled: as it was played, and before that as the scheme says. */
export function planDrilled({ playedOn, rules }: Pick<DrillState, 'playedOn' | 'rules'>): DrillRules['plan'] {
  return playedOn ?? rules.plan;
}

/** Its incident is not out of the way yet, nor is it known what the drill brought to light. */
export function isClearing({ effects }: Pick<DrillState, 'effects'>): boolean {
  return effects.some(({ kind }) => kind === 'clear');
}

/**
 * Before its incident is there nothing can be said to it; it hears of one pace after the other, in their order; and it is not
 * cleared while it may still be opened, or hear of a pace or of who was taken.
 */
export function mayBegin(
  { status, effects, rules }: Pick<DrillState, 'status' | 'effects' | 'rules'>,
  { kind, id }: DrillEffect,
): boolean {
  switch (kind) {
    case 'pace':
      if (status === 'starting') return false;
      return rules.edition !== 2 || effects.find((other) => other.kind === 'pace')?.id === id;
    case 'takeOut':
      return status !== 'starting';
    case 'clear': {
      const before = rules.edition === 2 ? ['takeOut', 'pace', 'start'] : ['takeOut'];
      return effects.every((other) => !before.includes(other.kind));
    }
    default:
      return true;
  }
}

/** As long as it is conducted. It begins once it is known whom real incidents had already: they get nothing of it. */
export function followsIncident({ status, rules, effects }: Pick<DrillState, 'status' | 'rules' | 'effects'>): boolean {
  const isAwaited = rules.tellsOfTaken === true && effects.some(({ kind }) => kind === 'start');
  return status === 'running' || (status === 'starting' && !isAwaited);
}

/**
 * Whether what was said without a name may be read. One sheet that comes just when somebody is noted as having answered has a name;
 * so they wait for all, for the time that people have, or for whoever hands the report in without waiting.
 */
export function areSheetsOpen({ feedback, status }: Pick<DrillState, 'feedback' | 'status'>): boolean {
  if (feedback === undefined || status !== 'evaluating') return true;
  return feedback.asked.every((person) => feedback.given.includes(person) || feedback.missing.includes(person));
}
