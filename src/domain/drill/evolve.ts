import type { Actor } from '../incident/actor.js';
import type { PersonId } from '../plan/compiled.js';
import type { ClockSlice } from '../incident/state.js';
import { WEEK } from '../time.js';
import type { Instant } from '../time.js';
import type { DrillEvent, DrillEventOf } from './events.js';
import type { DrillFile } from './papers.js';
import { effectsOf } from './asked.js';
import { everybody, isSimulated } from './people.js';
import { revised } from './revise.js';
import { remindedOnce, standingStill } from './standstill.js';
import type { DrillEffect, DrillState, InjectState } from './state.js';
import { remindedAgain, withWaiting } from './waiting.js';

const REMEMBERED_REQUESTS = 100;

/** A drill before its first event. */
export const initial: DrillState = {
  drill: '',
  seq: 0,
  status: 'drafting',
  incidentId: '',
  scenario: {
    id: '',
    kind: 'live',
    category: '',
    incidentLevel: '',
    duration: 0,
    reportFacts: {},
    objectives: [],
    injects: [],
  },
  roles: { director: '', controllers: [], evaluators: [], safety: [], observers: [], players: [] },
  rules: {
    plan: { id: '', version: 0, hash: '' },
    approvers: [],
    submittedTo: [],
    feedback: { within: 0, asked: [], anonymous: false, questions: 0 },
    reportWithin: 0,
    departments: {},
  },
  pace: 1,
  openedAt: 0,
  injects: {},
  added: {},
  observations: 0,
  ratings: {},
  papers: [],
  effects: [],
  decidedSeq: 0,
  requests: [],
};

/** A state that was kept, perhaps by an earlier release. */
export function restored(kept: DrillState): DrillState {
  const { simulateAbsent, ...rest } = kept;
  return { ...initial, ...rest, ...(typeof simulateAbsent === 'object' ? { simulateAbsent } : {}) };
}

/** The only way state changes. */
export function evolve(state: DrillState, event: DrillEvent): DrillState {
  const { seq, request } = event;
  const isDecided = event.type !== 'refused' && event.actor.kind !== 'system';
  const next = {
    ...happened(withWhoCame(state, event), event),
    seq,
    decidedSeq: isDecided ? seq : state.decidedSeq,
    requests: request === undefined ? state.requests : remember(state, event, request),
  };
  const asked = effectsOf(next, event, state);
  const after = asked.length === 0 ? next : { ...next, effects: [...next.effects, ...asked] };
  return withWaiting(state, goingAt(after), event.at);
}

/** Before the start somebody may act who is not there when it is played. */
function withWhoCame(state: DrillState, { type, actor, via }: DrillEvent): DrillState {
  const isAct = actor.kind === 'person' && via !== 'simulator' && type !== 'refused';
  return isAct && state.startedAt !== undefined ? came(state, actor.id) : state;
}

/** By the first edition they were played to the end all the same. */
function came(state: DrillState, person: PersonId): DrillState {
  if (state.rules.edition !== 2 || !isSimulated(state, person)) return state;
  return { ...state, cameInPerson: [...(state.cameInPerson ?? []), person] };
}

/** What the clock shows is so, whoever has set it, unless something else was asked for and is still on its way. */
function goingAt(state: DrillState): DrillState {
  const { rules, status, effects, clock } = state;
  if (rules.edition !== 2 || status !== 'running') return state;
  const asked = effects.findLast((effect) => effect.kind === 'pace');
  const pace = asked?.pace ?? clock?.pace ?? state.pace;
  const goingPace = pace > 0 ? pace : state.goingPace;
  return { ...state, pace, ...(goingPace === undefined ? {} : { goingPace }) };
}

/** Of several paces that nobody has told its incident yet only the latest counts; the first may be on its way. */
function withPace(effects: DrillEffect[], { rules }: DrillState): DrillEffect[] {
  if (rules.edition !== 2) return effects;
  const [first] = effects.filter(({ kind }) => kind === 'pace');
  return effects.filter((effect) => effect.kind !== 'pace' || effect === first);
}

function clockSet(state: DrillState, clock: ClockSlice, at: Instant): DrillState {
  const { standstill: _, ...rest } = state;
  const standing = standingStill(state, clock, at);
  return { ...rest, clock, ...(standing === undefined ? {} : { standstill: standing }) };
}

/** Everybody is told to act: whoever is taken from now on leaves a drill that goes on. */
function actsAnew(state: DrillState): DrillState {
  if (state.preempted?.heardOf === undefined) return state;
  const { heardOf: _, ...preempted } = state.preempted;
  return { ...state, preempted };
}

function drafter(actor: Actor): Pick<DrillState, 'draftedBy' | 'draftedByOperator'> {
  if (actor.kind === 'person') return { draftedBy: actor.id };
  return actor.kind === 'operator' ? { draftedByOperator: true } : {};
}

function happened(state: DrillState, event: DrillEvent): DrillState {
  switch (event.type) {
    case 'schemeDrafted': {
      const { seq: _s, at, actor, via: _v, request: _r, type: _t, simulated: _i, ...opening } = event;
      const injects = Object.fromEntries(opening.scenario.injects.map((one) => [one.id, waiting(one.expects.length)]));
      const drafted = drafter(actor);
      const going = opening.rules.edition === 2 && opening.pace > 0 ? { goingPace: opening.pace } : {};
      return { ...state, ...opening, ...drafted, ...going, injects, openedAt: at };
    }
    case 'cameInPerson':
      return came(state, event.person);
    case 'schemeSubmitted':
      return { ...state, status: 'review' };
    case 'schemeRevised':
      return revised(state, event);
    case 'schemeApproved':
      return {
        ...state,
        status: 'ready',
        ...(event.simulated ? { approvalSimulated: true as const } : {}),
        ...(state.rules.edition === 2 ? { approvedAt: event.at } : {}),
      };
    case 'schemeReturned':
      return { ...state, status: 'drafting' };
    case 'calledOff':
      return { ...state, status: 'calledOff' };
    case 'startAsked':
      return { ...state, status: 'starting' };
    case 'startMissed': {
      const { plannedAt: _, ...rest } = state;
      return rest;
    }
    case 'replanned': {
      const { plannedAt, missed } = event;
      const planned = state.planned && { ...state.planned, missed: { dueAt: missed, how: 'replan' as const } };
      return { ...state, plannedAt, ...(planned === undefined ? {} : { planned }) };
    }
    case 'planPlayed':
      return { ...state, playedOn: event.plan };
    case 'waitReminded':
      return state.waiting === undefined ? state : { ...state, waiting: remindedAgain(state.waiting, event.at) };
    case 'started':
      return { ...clockSet(actsAnew(state), event.clock, event.at), status: 'running', startedAt: event.clock.at };
    case 'paceAsked': {
      const { pausedForReal: _, ...rest } = state;
      const real = event.why === 'realIncident' && state.rules.edition === 2 ? { pausedForReal: true as const } : {};
      return { ...rest, pace: event.pace, effects: withPace(state.effects, state), ...real };
    }
    case 'paceSet': {
      const { clock, at, seenIn } = event;
      const goesOn = event.from === 0 && clock.pace > 0;
      const { pausedForReal, ...rest } = clockSet(goesOn ? actsAnew(state) : state, clock, at);
      return {
        ...rest,
        ...(pausedForReal && clock.pace === 0 ? { pausedForReal } : {}),
        ...(seenIn === undefined ? {} : { clockSeenIn: seenIn }),
      };
    }
    case 'standstillReminded':
      return state.standstill === undefined
        ? state
        : { ...state, standstill: remindedOnce(state.standstill, event.people, event.at) };
    case 'injectAdded': {
      const { inject, players, facts, objective, expects, texts } = event;
      const judged = {
        ...(objective === undefined ? {} : { objective }),
        ...(expects === undefined ? {} : { expects }),
        ...(texts.expected === undefined ? {} : { expected: true as const }),
      };
      return {
        ...state,
        added: { ...state.added, [inject]: { players, facts, ...judged } },
        injects: { ...state.injects, [inject]: waiting(expects?.length ?? 0) },
      };
    }
    case 'injectPlayed': {
      const { inject, by, storyAt } = event;
      if (by === 'contingency') return onInject(state, inject, (one) => ({ ...one, contingency: true }));
      return onInject(state, inject, (one) => ({ ...one, status: 'played', playedAt: storyAt, by }));
    }
    case 'injectSkipped':
      return onInject(state, event.inject, (one) => ({ ...one, status: 'skipped' }));
    case 'injectNotNeeded':
      return onInject(state, event.inject, (one) => ({ ...one, status: 'notNeeded' }));
    case 'actionSeen':
      return onAction(state, event, {
        status: event.late ? 'late' : 'seen',
        ...{ seenIn: event.seenIn, at: event.storyAt },
        ...(event.simulated ? { simulated: true } : {}),
      });
    case 'actionMissed':
      return onAction(state, event, { status: 'missed' });
    case 'actionExcused':
      return onAction(state, event, { status: 'excused' });
    case 'observed':
      return { ...state, observations: state.observations + 1 };
    case 'preempted': {
      const { incidentId } = event;
      const { people: known = [], heardOf } = state.preempted ?? {};
      const people = [...new Set([...known, ...event.people])];
      if (!state.rules.tellsOfRealOnce) return { ...state, preempted: { incidentId, people } };
      const hear = everybody(state).filter((person) => !people.includes(person) && !isSimulated(state, person));
      return { ...state, preempted: { incidentId, people, heardOf: { ...heardOf, [incidentId]: hear } } };
    }
    case 'conductEnded': {
      const { why, at, storyAt } = event;
      const { standstill: _, ...rest } = state;
      return {
        ...rest,
        effects: withPace(state.effects, state),
        status: 'evaluating',
        ended: { why, at, storyAt },
        reportDueAt: at + state.rules.reportWithin,
      };
    }
    case 'feedbackAsked': {
      const { people, dueAt, at, played } = event;
      const remindAt = at + Math.floor((dueAt - at) / 2);
      return {
        ...state,
        feedback: { dueAt, remindAt, asked: people, given: [], missing: [], ...(played ? { played } : {}) },
      };
    }
    case 'feedbackGiven':
    case 'feedbackCounted':
      return onFeedback(state, (one) => ({
        ...one,
        given: [...one.given, event.person],
        missing: one.missing.filter((id) => id !== event.person),
      }));
    case 'feedbackReminded':
      return onFeedback(state, ({ remindAt: _, ...one }) => one);
    case 'feedbackMissing':
      return onFeedback(state, ({ remindAt: _, ...one }) => ({ ...one, missing: event.people }));
    case 'rated': {
      const { criterion, rating, actor, seq, simulated } = event;
      const by = actor.kind === 'person' ? actor.id : undefined;
      return {
        ...state,
        ratings: { ...state.ratings, [criterion]: { rating, by, seq, ...(simulated ? { simulated } : {}) } },
      };
    }
    case 'reportSubmitted': {
      const { version, at, actor, ratings, score, conclusion, axes, capped, brokenOff, simulated } = event;
      const by = actor.kind === 'person' ? { by: actor.id } : {};
      const handedIn = simulated ? { handedIn: 'simulated' as const } : {};
      const figures = Object.entries({ score, conclusion, axes, capped, brokenOff }).filter(
        ([, value]) => value !== undefined,
      );
      const { reportDueAt: _, reportRemindAt: __, ...rest } = state;
      return {
        ...rest,
        status: 'submitted',
        report: { version, at, ...by, ratings, ...handedIn, ...Object.fromEntries(figures) },
      };
    }
    case 'reportReminded': {
      if (state.rules.edition === 2) return { ...state, reportRemindAt: event.at + WEEK };
      const { reportDueAt: _, ...rest } = state;
      return rest;
    }
    case 'reportReturned':
      return { ...state, status: 'evaluating', reportDueAt: event.at + state.rules.reportWithin };
    case 'reportAccepted':
      return {
        ...state,
        status: 'closed',
        ...(state.report && event.simulated ? { report: { ...state.report, simulated: true } } : {}),
      };
    case 'settled':
      return {
        ...state,
        effects: state.effects.filter(({ id }) => id !== event.effectId),
        papers: [...state.papers, ...(event.files ?? [])],
        ...(event.weaknesses === undefined ? {} : { weaknesses: event.weaknesses }),
        ...(event.figures === undefined ? {} : { figures: event.figures }),
      };
    case 'textsErased':
      return { ...state, papers: leftOf(state.papers, event) };
    case 'refused':
      return state;
  }
}

function leftOf(papers: readonly DrillFile[], { papers: erased = [] }: DrillEventOf<'textsErased'>): DrillFile[] {
  return papers.flatMap((paper) => {
    const { documentId, format, lang } = paper;
    const now = erased.find((one) => one.documentId === documentId && one.format === format && one.lang === lang);
    if (now === undefined) return [paper];
    return now.sha256 === undefined ? [] : [{ ...paper, sha256: now.sha256 }];
  });
}

function waiting(actions: number): InjectState {
  return { status: 'waiting', actions: Array.from({ length: actions }, () => ({ status: 'open' as const })) };
}

function onInject(state: DrillState, id: string, to: (one: InjectState) => InjectState): DrillState {
  const one = state.injects[id];
  return one === undefined ? state : { ...state, injects: { ...state.injects, [id]: to(one) } };
}

function onAction(
  state: DrillState,
  { inject, action }: { inject: string; action: number },
  to: InjectState['actions'][number],
): DrillState {
  return onInject(state, inject, (one) => ({
    ...one,
    actions: one.actions.map((was, i) => (i === action ? to : was)),
  }));
}

function onFeedback(
  state: DrillState,
  to: (one: NonNullable<DrillState['feedback']>) => NonNullable<DrillState['feedback']>,
): DrillState {
  return state.feedback === undefined ? state : { ...state, feedback: to(state.feedback) };
}

function remember(
  { requests }: DrillState,
  event: DrillEvent,
  request: { id: string; fingerprint: string },
): DrillState['requests'] {
  const { code, found, needed } = event.type === 'refused' ? event : {};
  const refused = code && found && needed ? { refusal: { code, found, needed } } : {};
  return [...requests, { ...request, ...refused }].slice(-REMEMBERED_REQUESTS);
}
