import { SYSTEM } from '../incident/actor.js';
import { nowOf, realTimeOf } from '../incident/clock.js';
import { printOf } from '../incident/fingerprint.js';
import { earliest } from '../time.js';
import type { ClockSlice } from '../incident/state.js';
import type { Instant } from '../time.js';
import { decideOn } from './decide.js';
import type { DrillBody, DrillEvent, DrillHead, Taken, WhyMissed } from './events.js';
import { evolve, initial } from './evolve.js';
import { fallenDue, hasContingency, leftAtEnd, nextInStory, recognised } from './injects.js';
import type { DrillAnswer, DrillMessage, DrillOpening, DrillRules } from './messages.js';
import { everybody, isSimulated } from './people.js';
import { GRACE } from './programme.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { SeenEvent } from './patterns.js';
import { remindedOfStandstill } from './standstill.js';
import type { DrillState } from './state.js';
import { waitsFor, whoHasToAct } from './waiting.js';

type Head = Omit<DrillHead, 'seq'>;

/** A new drill, with its scheme as a draft. */
export function open({ by, at, ...opening }: DrillOpening): DrillEvent[] {
  const request = { id: by.requestId, fingerprint: printOf(by.actor, opening) };
  // What the programme drafts needs nobody to hand it in.
  const submitted: DrillBody[] = opening.planned === undefined ? [] : [{ type: 'schemeSubmitted' }];
  return settle(initial, [{ type: 'schemeDrafted', ...opening }, ...submitted], {
    at,
    actor: by.actor,
    via: by.via,
    request,
  });
}

/** What follows from a decision: events, among them at most one `refused`. Empty only for a repeated request id. */
export function decide(state: DrillState, message: DrillMessage, at: Instant): DrillEvent[] {
  const { requestId, actor, via, ifSeq, simulated } = message;
  const print = decisionPrint(message);
  const known = state.requests.find(({ id }) => id === requestId);
  if (known?.fingerprint === print) return [];
  const head: Head = { at, actor, via, ...(simulated ? { simulated } : {}) };
  const naming = (refused: Refused): DrillBody => ({ ...refused, message: message.type });
  if (known) return settle(state, [naming(refuse('request_id_reused', { requestId }))], head);
  const bodies =
    simulated && !(actor.kind === 'person' && isSimulated(state, actor.id))
      ? [refuse('not_simulated', {}, { people: state.simulateAbsent?.people ?? [] })]
      : ifSeq !== undefined && state.decidedSeq > ifSeq
        ? [refuse('changed', { ifSeq, seq: state.seq })]
        : decideOn(state, message, at);
  const told = bodies.map((body) => (body.type === 'refused' ? naming(body) : body));
  return settle(state, told, { ...head, request: { id: requestId, fingerprint: print } });
}

export function decisionPrint({
  actor,
  requestId: _,
  via: __,
  ifSeq: ___,
  inPost: ____,
  ...asked
}: DrillMessage): string {
  return printOf(actor, asked);
}

/** What the world answers, what the incident shows, what a real incident takes away. */
export function hear(state: DrillState, answer: DrillAnswer, at: Instant): DrillEvent[] {
  const head: Head = { at, actor: SYSTEM, via: 'system' };
  switch (answer.type) {
    case 'settled':
      return state.effects.some(({ id }) => id === answer.effectId) ? settled(state, answer, head) : [];
    case 'seen':
      return answer.events.reduce<DrillEvent[]>((events, seen) => {
        const now = events.reduce(evolve, state);
        return [...events, ...settle(now, shown(now, seen), head)];
      }, []);
    case 'preempt':
      return preempt(state, answer, head);
  }
}

/** Whatever falls due at or before `at`, in the story or in the world. */
export function wake(state: DrillState, at: Instant): DrillEvent[] {
  const { clock, status } = state;
  const inStory = clock !== undefined && status === 'running' ? fallenDue(state, nowOf({ clock }, at)) : [];
  return settle(state, [...inStory, ...dueInWorld(state, at)], { at, actor: SYSTEM, via: 'system' });
}

/** When `wake` next has something to say, in the time of the world. */
export function nextWake(state: DrillState): Instant | undefined {
  const { clock, feedback, status, plannedAt, reportDueAt, reportRemindAt, waiting } = state;
  const story = clock === undefined ? undefined : nextInStory(state);
  return earliest(
    story === undefined ? undefined : realTimeOf({ clock }, story),
    status === 'ready' ? plannedAt : undefined,
    remindedOfStandstill(state)?.at,
    waiting?.remindAt,
    asksForFeedback(state) ? feedback?.remindAt : undefined,
    asksForFeedback(state) && feedback !== undefined && isOpen(feedback) ? feedback.dueAt : undefined,
    status === 'evaluating' ? (reportRemindAt ?? reportDueAt) : undefined,
  );
}

/** Closed or called off, and the world owes no answer any more. */
export function isFinished({ status, effects }: DrillState): boolean {
  return (status === 'closed' || status === 'calledOff') && effects.length === 0;
}

export function fold(events: Iterable<DrillEvent>): DrillState {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** How a decision was answered, while its request id is remembered. */
export function answerTo({ requests }: DrillState, requestId: string): { refusal?: Omit<Refused, 'type'> } | undefined {
  return requests.find(({ id }) => id === requestId);
}

function dueInWorld(state: DrillState, at: Instant): DrillBody[] {
  const { feedback, status, plannedAt, planned, reportDueAt, reportRemindAt, roles } = state;
  if (status === 'ready' && plannedAt !== undefined && plannedAt <= at) {
    if (at > plannedAt + GRACE) {
      const why = whyMissed(state, plannedAt);
      if (planned?.whenMissed === 'replan') return [{ type: 'startMissed', plannedAt, ...why }];
      // Its people hear of it only now; whoever directs it says when.
      if (planned === undefined && why.why === 'approvedLate') return [{ type: 'startMissed', plannedAt }];
    }
    return [{ type: 'startAsked', plannedAt }];
  }
  const standing = remindedOfStandstill(state);
  if (standing !== undefined && standing.at <= at) {
    return [{ type: 'standstillReminded', people: standing.people, since: standing.since }];
  }
  const bodies: DrillBody[] = waitedTooLong(state, at);
  if (!asksForFeedback(state)) return bodies;
  const left = feedback?.asked.filter((person) => !feedback.given.includes(person)) ?? [];
  if (feedback?.remindAt !== undefined && feedback.remindAt <= at)
    bodies.push({ type: 'feedbackReminded', people: left });
  if (feedback !== undefined && isOpen(feedback) && feedback.dueAt <= at) {
    bodies.push({ type: 'feedbackMissing', people: left });
  }
  const overdueAt = status === 'evaluating' ? (reportRemindAt ?? reportDueAt) : undefined;
  if (overdueAt !== undefined && overdueAt <= at) bodies.push({ type: 'reportReminded', people: [roles.director] });
  return bodies;
}

function whyMissed({ rules, approvedAt }: DrillState, plannedAt: Instant): { why?: WhyMissed } {
  if (rules.edition !== 2) return {};
  return { why: approvedAt !== undefined && approvedAt > plannedAt + GRACE ? 'approvedLate' : 'notRunning' };
}

function waitedTooLong(state: DrillState, at: Instant): DrillBody[] {
  const waits = waitsFor(state);
  if (waits === undefined || state.waiting === undefined || state.waiting.remindAt > at) return [];
  return [{ type: 'waitReminded', waits, people: whoHasToAct(state, waits) }];
}

/** A report that did not wait for it is followed by another version, or comes back. */
function asksForFeedback({ status, rules }: DrillState): boolean {
  return status === 'evaluating' || (status === 'submitted' && rules.edition === 2);
}

/** Somebody has neither answered nor been listed as missing. */
function isOpen({ asked, given, missing }: NonNullable<DrillState['feedback']>): boolean {
  return asked.some((person) => !given.includes(person) && !missing.includes(person));
}

/** Whatever comes a second time finds nothing left to say. */
function shown(state: DrillState, seen: SeenEvent): DrillBody[] {
  const { type, at } = seen;
  const clock = clockIn(seen);
  if (type === 'reported' && state.status === 'starting') return [{ type: 'started', clock: clock ?? fallback(seen) }];
  if (state.status !== 'running') return [];
  if (type === 'paceSet' && clock !== undefined) return paceShown(state, seen, clock);
  const ends = type === 'terminated' || type === 'rejected' || type === 'merged';
  return [
    ...whoCame(state, seen),
    ...recognised(state, seen),
    ...(ends ? [{ type: 'conductEnded', why: 'terminated', storyAt: at } as const] : []),
  ];
}

function whoCame(state: DrillState, { person, simulated }: SeenEvent): DrillBody[] {
  if (state.rules.edition !== 2 || person === undefined || simulated === true || !isSimulated(state, person)) return [];
  return [{ type: 'cameInPerson', person }];
}

/** What its incident has answered already is seen once more in its events. */
function paceShown(state: DrillState, { seq }: SeenEvent, clock: ClockSlice): DrillBody[] {
  const { realAt, pace } = state.clock ?? clock;
  if (state.rules.edition !== 2) {
    return clock.realAt === realAt && clock.pace === pace ? [] : [{ type: 'paceSet', clock, from: pace }];
  }
  return seq <= (state.clockSeenIn ?? 0) ? [] : [{ type: 'paceSet', clock, from: pace, seenIn: seq }];
}

function clockIn({ at, fields }: SeenEvent): ClockSlice | undefined {
  const { realAt, pace } = fields;
  return typeof realAt === 'number' && typeof pace === 'number' ? { at, realAt, pace } : undefined;
}

function fallback({ at, fields: { realAt } }: SeenEvent): ClockSlice {
  return { at, realAt: typeof realAt === 'number' ? realAt : at, pace: 1 };
}

/**
 * The answer to the start also names whom real incidents had already, and the plan that is played; that to a pace, what the
 * incident shows since; that to a missed start, another date.
 */
function settled(
  state: DrillState,
  { taken = [], shown: clock, plannedAt, plan, ...answer }: Extract<DrillAnswer, { type: 'settled' }>,
  head: Head,
): DrillEvent[] {
  const told = settle(state, [answer, ...replanned(state, answer.effectId, plannedAt), ...playedOn(state, plan)], head);
  const now = told.reduce(evolve, state);
  const set = clock === undefined ? told : [...told, ...settle(now, shown(now, clock), head)];
  return taken.reduce((events, one) => [...events, ...preempt(events.reduce(evolve, state), one, head)], set);
}

/** Somebody may have begun it meanwhile, or called it off. */
function replanned({ status, effects }: DrillState, effectId: string, plannedAt: Instant | undefined): DrillBody[] {
  const asked = effects.find(({ id }) => id === effectId);
  if (plannedAt === undefined || asked?.kind !== 'replan' || status !== 'ready') return [];
  return [{ type: 'replanned', plannedAt, missed: asked.missed, why: asked.why }];
}

/** It is told only where it differs from that of the scheme. */
function playedOn({ rules }: DrillState, plan: DrillRules['plan'] | undefined): DrillBody[] {
  const isOther = plan !== undefined && (plan.hash !== rules.plan.hash || plan.version !== rules.plan.version);
  return isOther && rules.edition === 2 ? [{ type: 'planPlayed', plan }] : [];
}

/**
 * Whoever is needed is released at once, and the story stands still until somebody says how it goes on; or the drill is over,
 * where the plan says so.
 */
function preempt(state: DrillState, { incidentId, people }: Taken, head: Head): DrillEvent[] {
  const { status, rules } = state;
  if (status !== 'running' && !(status === 'starting' && rules.tellsOfTaken)) return [];
  const known = state.preempted?.people ?? [];
  const playing = everybody(state).filter((person) => !isSimulated(state, person));
  const needed = people.filter((person) => playing.includes(person) && !known.includes(person));
  if (needed.length === 0) return [];
  return settle(state, [{ type: 'preempted', incidentId, people: needed }, ...becauseOfReal(state, head.at)], head);
}

function becauseOfReal({ rules, status, pace, clock }: DrillState, at: Instant): DrillBody[] {
  const why = 'realIncident';
  if (rules.whenReal !== 'end') return pace === 0 ? [] : [{ type: 'paceAsked', pace: 0, why }];
  if (status === 'starting') return [{ type: 'calledOff', why }];
  return [{ type: 'conductEnded', why, storyAt: nowOf({ clock }, at) }];
}

/** Stamps the bodies and lets what follows from each follow at once. */
function settle(state: DrillState, bodies: (DrillBody | Refused)[], { request, ...head }: Head): DrillEvent[] {
  const events: DrillEvent[] = [];
  const queue = [...bodies];
  let now = state;
  for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
    // Several actions that are missed at one moment ask for it, each before it is played.
    if (body.type === 'injectPlayed' && body.by === 'contingency' && !hasContingency(now, body.inject)) continue;
    const first = events.length === 0 && request !== undefined ? { request } : {};
    const own = events.length < bodies.length ? head : { at: head.at, actor: SYSTEM, via: 'system' as const };
    const event: DrillEvent = { seq: now.seq + 1, ...own, ...first, ...body };
    const after = evolve(now, event);
    queue.push(...reactions(after, event));
    now = after;
    events.push(event);
  }
  return events;
}

function reactions(state: DrillState, event: DrillEvent): DrillBody[] {
  switch (event.type) {
    case 'actionMissed': {
      const { inject, storyAt } = event;
      return hasContingency(state, inject) ? [{ type: 'injectPlayed', inject, by: 'contingency', storyAt }] : [];
    }
    case 'conductEnded': {
      const { within, asked } = state.rules.feedback;
      const { players, evaluators } = state.roles;
      const partIn = state.rules.edition === 2 ? everybody(state) : [...players, ...evaluators];
      const people = [...new Set([...partIn, ...asked])];
      const played = people.filter((person) => isSimulated(state, person));
      const inPerson = people.filter((person) => !played.includes(person));
      const dueAt = event.at + within;
      return [
        ...leftAtEnd(state, event.why, event.storyAt),
        { type: 'feedbackAsked', people: inPerson, dueAt, ...(played.length === 0 ? {} : { played }) },
      ];
    }
    default:
      return [];
  }
}
