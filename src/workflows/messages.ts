import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  ImprovementEvent,
  ImprovementOpening,
  ImprovementState,
  ImprovementStatus,
  Refused,
} from '../domain/improvement/index.js';
import type {
  DrillEvent,
  DrillOpening,
  DrillState,
  DrillStatus,
  Refused as RefusedDrill,
} from '../domain/drill/index.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import type { InspectionBy } from '../domain/readiness/index.js';
import type { Instant } from '../domain/time.js';
import type {
  Actor,
  IncidentEvent,
  Message,
  PeopleChanged,
  Phase,
  Refusal,
  Report,
  State,
  Via,
} from '../domain/incident/index.js';

/** The workflow type, and the id of the one workflow that is an incident. */
export const INCIDENT_WORKFLOW = 'incident';
export function incidentWorkflowId(incidentId: string): string {
  return `incident-${incidentId}`;
}

/** Keyword search attributes of an incident workflow; they must exist in the namespace before the first incident. */
export const SEARCH_ATTRIBUTES = ['MusterPhase', 'MusterLevel', 'MusterCategory', 'MusterMode'] as const;

/** How an incident begins. `at` is the reporter's side of the clock, so that API and workflow derive the same events. */
export interface Opening {
  report: Report;
  by: { actor: Actor; via: Via; requestId: string };
  at: Instant;
  /** Who commanded another live incident then. */
  engaged?: PersonId[];
  /** Of the basis: the workflow reckons none. What an earlier release started lacks it. */
  basisHash?: string;
}

export interface IncidentInput {
  basis: Basis;
  /** Exactly one of the two: `opening` in the first run, `carried` after continue-as-new. */
  opening?: Opening;
  /** `lastAt`: by the wall clock. */
  carried?: { state: Omit<State, 'basis'>; lastAt: Instant; unrecorded: Unrecorded };
}

/** A closed incident is run once more, for a text that is still out; by what the store keeps of it. */
export interface AfterCloseInput {
  afterClose: { incidentId: string };
}

/** What such a run goes by, and how the people of today differ from it. */
export interface TakenUp extends Required<Pick<IncidentInput, 'basis' | 'carried'>> {
  people: Omit<PeopleChanged, 'type'>[];
}

/** What has happened and is not in the store yet, in order. */
export interface Unrecorded {
  events: IncidentEvent[];
  messages: { message: Message; firstSeq: number }[];
}

export interface IncidentResult {
  phase: Phase;
  seq: number;
}

/** What a sender learns at once: the `seq` after the decision, or why it does not stand. */
export interface DecisionAnswer {
  seq: number;
  phase: Phase;
  refusal?: Refusal;
}

/**
 * For anything that can signal Temporal. The payload is any JSON at all: what is no message is recorded as a refusal.
 * Shape: the message of the same name in `src/domain/incident/messages.ts`, with `requestId` and `actor`.
 */
export const verifySignal = defineSignal<[unknown]>('verify');
export const changeLevelSignal = defineSignal<[unknown]>('changeLevel');
export const terminateSignal = defineSignal<[unknown]>('terminate');

/** The same decisions for a sender who waits for the answer. */
export const verifyUpdate = defineUpdate<DecisionAnswer, [unknown]>('verify');
export const changeLevelUpdate = defineUpdate<DecisionAnswer, [unknown]>('changeLevel');
export const terminateUpdate = defineUpdate<DecisionAnswer, [unknown]>('terminate');
/** Every other decision. */
export const decideUpdate = defineUpdate<DecisionAnswer, [unknown]>('decide');

/** From another incident that let somebody go, or shares somebody: the ledger is asked again. Carries nothing to be trusted. */
export const recheckClaimsSignal = defineSignal('recheckClaims');

/** Stock that the incident waited for has been reserved for it: the ledger is asked again. Carries nothing to be trusted. */
export const recheckStockSignal = defineSignal('recheckStock');

/** Other people than the roster had before, `PeopleChanged` in `src/domain/incident/messages.ts`: any JSON, like a decision. */
export const peopleChangedSignal = defineSignal<[unknown]>('peopleChanged');

/** Answers from the store's inbox, many in one signal. */
export const answersSignal = defineSignal<[Message[]]>('answers');

/** One corrective action, from its opening until it is verified or given up: the workflow type, and the id of its workflow. */
export const IMPROVEMENT_WORKFLOW = 'improvement';
export function improvementWorkflowId(improvement: string): string {
  return `improvement-${improvement}`;
}

export interface ImprovementInput {
  /** Exactly one of the two: `opening` in the first run, `carried` after continue-as-new. */
  opening?: ImprovementOpening;
  carried?: { state: ImprovementState; lastAt: Instant; unrecorded: ImprovementEvent[] };
}

export interface ImprovementAnswer {
  seq: number;
  status: ImprovementStatus;
  refusal?: Omit<Refused, 'type'>;
}

/** A drill, from its scheme until its report is accepted: the workflow type, and the id of its workflow. */
export const DRILL_WORKFLOW = 'drill';
export function drillWorkflowId(drill: string): string {
  return `drill-${drill}`;
}

export interface DrillInput {
  /** Exactly one of the two: `opening` in the first run, `carried` after continue-as-new. */
  opening?: DrillOpening;
  carried?: { state: DrillState; lastAt: Instant; unrecorded: DrillEvent[]; followed: number };
}

export interface DrillDecisionAnswer {
  seq: number;
  status: DrillStatus;
  refusal?: Omit<RefusedDrill, 'type'>;
}

/** Every decision about a drill: any JSON at all; what is no decision is recorded as a refusal. */
export const decideDrillUpdate = defineUpdate<DrillDecisionAnswer, [unknown]>('decide');

/** A real incident needs these people, whatever they are playing: `{ incidentId, people }`, any JSON like a decision. */
export const preemptDrillSignal = defineSignal<[unknown]>('preempt');

/** One time of the drill programme, started by the schedule of its entry. */
export const PROGRAMME_WORKFLOW = 'drillProgramme';

export interface ProgrammeInput {
  entry: string;
  /** When it was to be opened; absent where the schedule says so itself. */
  scheduledFor?: Instant;
}

/** One inspection of readiness, started by its schedule, or by hand under an id of its own. */
export const READINESS_WORKFLOW = 'readiness';

export interface ReadinessInput {
  /** Absent where the schedule says so itself. */
  scheduledFor?: Instant;
  /** By hand: the id of the inspection, and who has asked for it. */
  asked?: { inspection: string; by: InspectionBy };
}

/** Every decision about an improvement: any JSON at all; what is no decision is recorded as a refusal. */
export const decideImprovementUpdate = defineUpdate<ImprovementAnswer, [unknown]>('decide');
