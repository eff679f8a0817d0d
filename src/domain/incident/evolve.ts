import type { Basis } from '../plan/compiled.js';
import { peopleAfter } from '../plan/peopleChange.js';
import { copied, eachOf } from './copied.js';
import type { EventType, IncidentEvent } from './events.js';
import { HEARS } from './hearing.js';
import { reportApart } from './incidentReport/restored.js';
import type { Knowing } from './knownFacts.js';
import type { MobilisationAnswer } from './messages.js';
import { phaseAfter } from './phases.js';
import type { AnyRoom, Room } from './room.js';
import { ROOM_NAMES, ROOMS } from './rooms/index.js';
import { REMEMBERED_REQUESTS } from './state.js';
import type { RoomName, Slices, State } from './state.js';

// Sorted out once: gone through for every event.
export const EVERY_ROOM = ROOM_NAMES.map((name) => ofOneShape(ROOMS[name]));

/** All rooms the same, whatever each of them does: so the engine need not look anew in each for what it calls. */
function ofOneShape(room: AnyRoom): AnyRoom {
  const none = {
    decide: undefined,
    react: undefined,
    settled: undefined,
    due: undefined,
    wake: undefined,
  };
  return { ...none, openItems: undefined, ...room } as AnyRoom;
}

interface Hearers {
  all: readonly AnyRoom[];
  reacting: readonly AnyRoom[];
}

const hearers = new Map<EventType, Hearers>();

/** The rooms that hear of an event, in their order: sorted out once for each type. */
export function hearersOf(type: EventType): Hearers {
  let found = hearers.get(type);
  if (found === undefined) {
    const hears: { readonly [K in RoomName]?: readonly EventType[] } = HEARS;
    const all = EVERY_ROOM.filter(({ name }) => hears[name]?.includes(type) ?? true);
    found = { all, reacting: all.filter((room) => room.react !== undefined) };
    hearers.set(type, found);
  }
  return found;
}

/** An incident before its first event. */
export function initial(basis: Basis): State {
  const slices = Object.fromEntries(ROOM_NAMES.map((name) => [name, ROOMS[name].initial]));
  const moved = Object.fromEntries(ROOM_NAMES.map((name) => [name, 0]));
  // As every later state: of one shape.
  return copied({
    basis,
    incidentId: '',
    seq: 0,
    phase: 'reported',
    moved: eachOf(moved as State['moved']),
    requests: [],
    ...(slices as Pick<State, RoomName>),
  });
}

/** A state that was kept, perhaps by an earlier release: a room that it does not know yet begins as in a new incident. */
export function restored(basis: Basis, kept: Omit<State, 'basis'>): State {
  const fresh = initial(basis);
  const apart = reportApart(kept, fresh.incidentReport);
  return { ...fresh, ...apart, moved: { ...fresh.moved, ...apart.moved } };
}

/** The only way state changes. */
export function evolve(state: State, event: IncidentEvent): State {
  const next = copied(state);
  next.basis = basisAfter(state.basis, event);
  next.seq = event.seq;
  next.phase = phaseAfter(state.phase, event);
  if (event.type === 'reported') next.incidentId = event.incidentId;
  if (event.request && isDecision(event)) next.requests = remember(state, event.request, event);
  for (const room of hearersOf(event.type).all)
    evolveRoom(next, room as Room<RoomName, IncidentEvent>, event, state.moved);
  return next;
}

function basisAfter(basis: Basis, event: IncidentEvent): Basis {
  switch (event.type) {
    case 'planMoved':
      return event.basis;
    case 'peopleChanged':
      return { ...basis, ...peopleAfter(basis, event) };
    case 'preempted':
      return { ...basis, holders: peopleAfter(basis, { posts: event.posts, people: [] }).holders };
    default:
      return basis;
  }
}

/** The state after these events. */
export function fold(basis: Basis, events: Iterable<IncidentEvent>): State {
  let state = initial(basis);
  for (const event of events) state = evolve(state, event);
  return state;
}

/** Each of them evolves by events and basis alone. */
const KNOWING = ['report', 'merging', 'situation', 'grading'] as const satisfies RoomName[];

/**
 * After each event what `fold` would know by then, for a small part of what the whole state costs. It is one object that
 * moves on: what is wanted of it is read before the next event.
 */
export function* knowingAlong(
  basis: Basis,
  events: Iterable<IncidentEvent>,
): Generator<{ event: IncidentEvent; known: Knowing }> {
  const known = initial(basis);
  for (const event of events) {
    known.basis = basisAfter(known.basis, event);
    const { moved } = known;
    for (const name of KNOWING) evolveRoom(known, ROOMS[name] as Room<RoomName, IncidentEvent>, event, moved);
    yield { event, known };
  }
}

/** `moved`: as it was before the event, which nobody may change. */
function evolveRoom<K extends RoomName>(
  state: State,
  room: Room<K, IncidentEvent>,
  event: IncidentEvent,
  moved: State['moved'],
): void {
  const slices: Slices = state;
  const before = slices[room.name];
  const slice = room.evolve(before, event, state);
  if (slice === before) return;
  slices[room.name] = slice;
  // Its own copy, made once for each event.
  if (moved === state.moved) state.moved = eachOf(moved);
  state.moved[room.name] = event.seq;
}

/** Answers to calls come by the thousand and would push decisions out of the memory; their calls remember them. */
function isDecision(event: IncidentEvent): boolean {
  if (event.type === 'refused') return !MASS_ANSWERS.some((type) => type === event.message);
  return event.type !== 'acknowledged' && event.type !== 'declined' && event.type !== 'arrived';
}

export const MASS_ANSWERS = ['acknowledge', 'decline', 'arrive'] as const satisfies MobilisationAnswer['type'][];

function remember(state: State, request: { id: string; fingerprint: string }, event: IncidentEvent): State['requests'] {
  const { code, found, needed } = event.type === 'refused' ? event : {};
  const known = code && found && needed ? { refusal: { code, found, needed }, ...request } : request;
  return [...state.requests, known].slice(-REMEMBERED_REQUESTS);
}
