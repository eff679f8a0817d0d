import type { PersonId } from '../../plan/compiled.js';
import { authorityOf, holderOf, holdersOfPosts } from '../authority.js';
import { choose, commanders } from '../availability.js';
import type { EventBody, IncidentEvent } from '../events.js';
import { HOUR } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import type { MessageOf } from '../messages.js';
import { isPreempted } from '../preempted.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { CheckInSlice, State } from '../state.js';

const IDLE: CheckInSlice = { asked: [], round: [], next: undefined };

/**
 * Command never lapses. While the response runs, whoever commands gives a sign of life at the plan's interval; every
 * decision is one. Silence, or that somebody cannot reach them, is first asked about, then the deputies are asked in their order, each a moment after the one
 * before; the first to accept takes over. When all of them are silent, everybody in command is told and the round begins
 * again.
 */
export const checkIn: Room<'checkIn'> = {
  name: 'checkIn',
  initial: IDLE,

  evolve(slice, event, state) {
    const next = changed(slice, event, state);
    if (next === slice) return slice;
    // By what it says: a state that was read back is another object, and nothing has moved for that.
    return isIdle(slice) && isIdle(next) ? slice : next;
  },

  decide: { checkIn: decideCheckIn, missCommander, takeCommand },

  /** Whoever was asked to take over is told that it is not needed. */
  react(state, event) {
    if (event.type === 'commanderMissed') return askedNow(state, event.person);
    const { asked } = state.checkIn;
    if (asked.length === 0 || !isSignOfLife(state, event)) return [];
    const person = inCommand(state);
    return person === undefined ? [] : [{ type: 'checkedIn', person, asked }];
  },

  due: (state) => state.checkIn.next?.at,
  wake(state, at) {
    const silent = inCommand(state);
    const { next, round } = state.checkIn;
    if (silent === undefined || next === undefined) return [];
    if (next.step === 'remind') return [{ type: 'checkInReminded', person: silent }];
    const person = nextToAsk(state, at);
    if (person !== undefined) return [{ type: 'commandAsked', person, silent }];
    return [{ type: 'commandUnanswered', silent, asked: round, tell: everybodyInCommand(state) }];
  },
};

function isIdle({ asked, round, next }: CheckInSlice): boolean {
  return asked.length === 0 && round.length === 0 && next === undefined;
}

function changed(slice: CheckInSlice, event: IncidentEvent, state: State): CheckInSlice {
  switch (event.type) {
    case 'activated':
    case 'reopened':
      return watched(state, event.level, event);
    case 'levelChanged':
      // While somebody is silent, another interval does not make good for it.
      return slice.asked.length > 0 ? slice : watched(state, event.to, event);
    case 'planMoved':
      return state.phase === 'responding' && slice.asked.length === 0
        ? watched(state, state.grading.level, event)
        : slice;
    case 'peopleChanged':
      // What runs already goes on as it was.
      return slice.next === undefined ? watched(state, state.grading.level, event) : slice;
    case 'checkedIn':
    case 'commandPassed':
      return watched(state, state.grading.level, event);
    case 'preempted':
      return withoutTaken(slice, event.people, state);
    case 'checkInReminded':
      return { ...slice, next: { step: 'ask', at: event.at + state.basis.plan.notification.alert.remindAfter } };
    case 'commandAsked': {
      const asked = [...slice.asked.filter((person) => person !== event.person), event.person];
      return {
        asked,
        round: [...slice.round, event.person],
        next: { step: 'ask', at: event.at + state.basis.plan.notification.alert.remindAfter },
      };
    }
    case 'commandUnanswered':
      return {
        ...slice,
        round: [],
        next: { step: 'ask', at: event.at + state.basis.plan.notification.alert.escalateAfter },
      };
    case 'terminated':
    case 'rejected':
    case 'merged':
      return IDLE;
    default:
      return isSignOfLife(state, event) && slice.asked.length === 0 && slice.next
        ? watched(state, state.grading.level, event)
        : slice;
  }
}

/** Command may change hands after the end, and then nobody has to give a sign of life. */
function watched(state: State, level: string | undefined, event: IncidentEvent): CheckInSlice {
  if (state.phase !== 'responding' || isCommandTaken(state)) return IDLE;
  const every = interval(state, level, event.type === 'checkedIn' || isSignOfLife(state, event));
  return every === undefined ? IDLE : { ...IDLE, next: { step: 'remind', at: event.at + every } };
}

/** Nobody is asked who is at work for a real incident. */
function withoutTaken(slice: CheckInSlice, taken: PersonId[], state: State): CheckInSlice {
  const person = inCommand(state);
  if (person !== undefined && taken.includes(person)) return IDLE;
  const left = (people: PersonId[]) => people.filter((one) => !taken.includes(one));
  return { ...slice, asked: left(slice.asked), round: left(slice.round) };
}

function isCommandTaken(state: State): boolean {
  const person = inCommand(state);
  return person !== undefined && isPreempted(state, person);
}

/** Who has answered is not gone. */
const GONE_PERHAPS_EVERY = 4 * HOUR;

/**
 * Whoever is in no post of command any more has perhaps left, and is asked also where the plan asks nobody: soon after the
 * roster has changed, and after a sign of life much later.
 */
function interval(state: State, level: string | undefined, isAnswered: boolean): Duration | undefined {
  const { command, notification } = state.basis.plan;
  const rule = command.checkIn.find(({ levels }) => level !== undefined && levels.includes(level));
  const person = inCommand(state);
  const isGone = person !== undefined && !commanders(state).includes(person);
  const unasked = isAnswered ? GONE_PERHAPS_EVERY : notification.alert.escalateAfter;
  return rule?.every ?? (isGone ? unasked : undefined);
}

function inCommand(state: State): PersonId | undefined {
  return holderOf(state, state.basis.plan.command.commander);
}

/** A decision or an answer of whoever commands. */
function isSignOfLife(state: State, event: IncidentEvent): boolean {
  // Most events follow from others, and it is asked of all.
  if (event.request === undefined) return false;
  const person = inCommand(state);
  return person !== undefined && isSignOfLifeOf(person, event);
}

/** What is refused changes nothing, not even this. */
export function isSignOfLifeOf(person: PersonId, { type, actor, request }: IncidentEvent): boolean {
  return request !== undefined && type !== 'refused' && actor.kind === 'person' && actor.id === person;
}

/** In the order of the plan; whoever commands another incident or is away is asked only when there is nobody else. */
function nextToAsk(state: State, at: Instant): PersonId | undefined {
  const { commander, deputies } = state.basis.plan.command;
  const order = [...holdersOfPosts(state, deputies), ...commanders(state)];
  const open = order.filter((person) => person !== holderOf(state, commander) && !state.checkIn.round.includes(person));
  return choose(state, open, at)?.person;
}

function everybodyInCommand(state: State): PersonId[] {
  const { command, notification } = state.basis.plan;
  const posts = holdersOfPosts(state, [command.commander, ...command.deputies, ...notification.alert.escalateTo]);
  return [...new Set([...posts, ...commanders(state)])];
}

function decideCheckIn(state: State, { actor, note }: MessageOf<'checkIn'>): EventBody[] {
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  const by = authorityOf(state, actor, [state.basis.plan.command.commander]);
  if ('code' in by) return [by];
  const person = inCommand(state);
  if (person === undefined) return [];
  return [
    { type: 'checkedIn', person, asked: state.checkIn.asked, ...(note === undefined ? {} : { texts: { note } }) },
  ];
}

/** Whoever works in command or leads a team; that several say so is on the record, and asks once. */
function missCommander(state: State, { actor, note }: MessageOf<'missCommander'>): EventBody[] {
  const { command, notification, teams } = state.basis.plan;
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  const all = [...command.deputies, ...notification.alert.escalateTo, ...teams.map(({ lead }) => lead)];
  const posts = [...new Set(all)].filter((post) => post !== command.commander);
  const by = authorityOf(state, actor, posts);
  if ('code' in by) return [by];
  const person = inCommand(state);
  if (person === undefined) return [];
  if (actor.kind === 'person' && actor.id === person) {
    return [refusal('not_authorised', { posts: [command.commander] }, { posts })];
  }
  return [{ type: 'commanderMissed', person, ...by, ...(note === undefined ? {} : { texts: { note } }) }];
}

/** Who was reminded already is not reminded again. */
function askedNow({ checkIn: { next } }: State, person: PersonId): EventBody[] {
  return next?.step === 'ask' ? [] : [{ type: 'checkInReminded', person }];
}

function takeCommand(state: State, { actor }: MessageOf<'takeCommand'>): EventBody[] {
  const { asked } = state.checkIn;
  const from = inCommand(state);
  if (actor.kind !== 'person' || !asked.includes(actor.id) || from === undefined) {
    return [refusal('not_asked', {}, { people: asked })];
  }
  return [
    { type: 'commandPassed', post: state.basis.plan.command.commander, from, to: actor.id, why: 'silence', asked },
  ];
}
