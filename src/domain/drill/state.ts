import type { Score } from '../evaluation/score.js';
import type { Scenario } from '../plan/compile/scenario.js';
import type { CriterionId, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { ClockSlice } from '../incident/state.js';
import type { EndOfConduct, PlayedBy, WhyMissed } from './events.js';
import type { DrillRoles, DrillRules, Planned, SimulateAbsent } from './messages.js';
import type { DrillFile, DrillPaper } from './papers.js';
import type { Facts } from '../plan/condition.js';
import type { Rated } from './proposed.js';
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

export interface InjectState {
  status: 'waiting' | 'played' | 'skipped' | 'notNeeded';
  playedAt?: Instant;
  by?: PlayedBy;
  /** Its contingency was played. */
  contingency?: true;
  /** What was expected of the players, in the order of the scenario. */
  actions: {
    status: 'open' | 'seen' | 'late' | 'missed' | 'excused';
    seenIn?: number;
    at?: Instant;
    simulated?: true;
  }[];
}

/** Added by hand while it runs. */
export interface AddedInject {
  players: PostId[];
  facts: Facts;
}

export const DRILL_TEMPLATES = [
  'scheduled',
  'schemeToApprove',
  'schemeReturned',
  'distributed',
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
  | { kind: 'tell'; id: string; template: DrillTemplate; to: PersonId[]; inject?: string }
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
  pace: number;
  simulateAbsent?: SimulateAbsent;
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
  /** Of the story. */
  startedAt?: Instant;
  injects: Record<string, InjectState>;
  added: Record<string, AddedInject>;
  preempted?: { incidentId: string; people: PersonId[] };
  ended?: { why: EndOfConduct; at: Instant; storyAt: Instant };
  observations: number;
  /** Of plan, roster and ledger, brought to light. */
  weaknesses?: DrillWeakness[];
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
    simulated?: true;
    handedIn?: 'simulated';
    ratings?: Rated[];
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

/** Before its incident is there nothing can be said to it; and it is not cleared while it may still hear who was taken. */
export function mayBegin({ status, effects }: Pick<DrillState, 'status' | 'effects'>, { kind }: DrillEffect): boolean {
  switch (kind) {
    case 'pace':
    case 'takeOut':
      return status !== 'starting';
    case 'clear':
      return effects.every((other) => other.kind !== 'takeOut');
    default:
      return true;
  }
}

/** As long as it is conducted. It begins once it is known whom real incidents had already: they get nothing of it. */
export function followsIncident({ status, rules, effects }: Pick<DrillState, 'status' | 'rules' | 'effects'>): boolean {
  const isAwaited = rules.tellsOfTaken === true && effects.some(({ kind }) => kind === 'start');
  return status === 'running' || (status === 'starting' && !isAwaited);
}
