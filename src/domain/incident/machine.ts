import type { Basis, PersonId } from '../plan/compiled.js';
import { remembered } from '../remembered.js';
import type { Instant } from '../time.js';
import { SYSTEM } from './actor.js';
import type { Actor, Via } from './actor.js';
import { carriesRealTime, nowOf } from './clock.js';
import { changedSince } from './dependsOn.js';
import { withinDrill } from './drillRules.js';
import type { Effect } from './effects.js';
import type { EventBody, EventHead, EventOf, IncidentEvent } from './events.js';
import { EVERY_ROOM, evolve, hearersOf, initial } from './evolve.js';
import { fingerprint } from './fingerprint.js';
import type { Message, Report } from './messages.js';
import { isOver } from './phases.js';
import { isToPutRight } from './publication/standing.js';
import { refusal } from './refusals.js';
import type { Refusal } from './refusals.js';
import type { Decide, OpenItem } from './room.js';
import type { State } from './state.js';

// Sorted out once: these lists are gone through for every event and before every wait.
const WAKING = EVERY_ROOM.filter((room) => room.due !== undefined);
const HOLDING = EVERY_ROOM.filter((room) => room.openItems !== undefined);
const SETTLING = EVERY_ROOM.filter((room) => room.settled !== undefined);
const DECIDING = new Map<string, Decide>(
  EVERY_ROOM.toReversed().flatMap(({ decide: decides }) => Object.entries(decides ?? {}) as [string, Decide][]),
);

/** When each of the waking rooms has something to say. Whoever waits for the first of them asks again when it has come. */
const duesIn = remembered((state: State) => WAKING.map((room) => room.due?.(state)));

/** What a new incident begins with; see `openTurn`. */
export function open(...opening: Parameters<typeof openTurn>): IncidentEvent[] {
  return openTurn(...opening).events;
}

/**
 * A new incident. The first event is `reported`; alerts to command and a proposed level follow from it. `engaged`: who
 * commands another live incident. `basisHash`: of the basis, where it is to be proven. The clock of a drill begins with the time of day.
 */
export function openTurn(
  report: Report,
  basis: Basis,
  by: { actor: Actor; via: Via; requestId: string },
  at: Instant,
  engaged: PersonId[] = [],
  basisHash?: string,
): Turn {
  const { title, place, cause, impact, description, ...rest } = report;
  const optional = Object.entries({ cause, impact, description }).filter(([, text]) => text !== undefined);
  const { id, version, hash } = basis.plan;
  const body: EventBody = {
    type: 'reported',
    incidentId: rest.incidentId,
    mode: rest.mode,
    ...(rest.mode === 'drill' ? { pace: rest.pace ?? 1 } : {}),
    category: rest.category,
    ...(rest.occurredAt === undefined ? {} : { occurredAt: rest.occurredAt }),
    facts: rest.facts,
    plan: { id, version, hash },
    ...(basisHash === undefined ? {} : { basisHash }),
    ...(rest.participants === undefined ? {} : { participants: rest.participants }),
    ...(rest.simulated === undefined ? {} : { simulated: rest.simulated }),
    ...(engaged.length === 0 ? {} : { engaged }),
    texts: { title, place, ...Object.fromEntries(optional) },
  };
  const head = { at, realAt: at, actor: by.actor, via: by.via, request: { id: by.requestId, fingerprint: '' } };
  return settle(initial(basis), [body], head);
}

/**
 * What follows from a message: events, among them at most one `refused`. Empty only for a repeated request id (see
 * `answerTo`), for an answer of the world that was already taken in, and for the pace that a drill has. `at` is by the clock
 * of the incident (see `nowOf`), `realAt` by the wall clock: only the events of a drill tell it.
 */
export function decide(state: State, message: Message, at: Instant, realAt: Instant = at): IncidentEvent[] {
  return turn(state, message, at, realAt).events;
}

/** What has happened, and how things stand then: whoever wants both need not reckon it twice. */
export interface Turn {
  events: IncidentEvent[];
  state: State;
}

/** As `decide`, with the state after it. `printOf`: what tells a repeated message from another one with the same request id. */
export function turn(
  state: State,
  message: Message,
  at: Instant,
  realAt: Instant = at,
  printOf: (message: Message) => string = fingerprint,
): Turn {
  const head = { at, realAt, actor: message.actor, via: message.via };
  if (message.actor.kind === 'system') return settle(state, decideInRooms(state, message, at), head);
  const print = printOf(message);
  const known = state.requests.find((r) => r.id === message.requestId);
  if (known?.fingerprint === print) return { events: [], state };
  if (known)
    return settle(state, naming(message, [refusal('request_id_reused', { requestId: message.requestId })]), head);
  const bodies = naming(message, refuseEarly(state, message) ?? decideInRooms(state, message, at));
  const request = { id: message.requestId, fingerprint: print };
  return settle(state, bodies, { at, realAt, actor: message.actor, via: message.via, request });
}

/** Whatever falls due at or before `at`. */
export function wake(state: State, at: Instant, realAt: Instant = at): IncidentEvent[] {
  return wakeTurn(state, at, realAt).events;
}

/** As `wake`, with the state after it. */
export function wakeTurn(state: State, at: Instant, realAt: Instant = at): Turn {
  const dues = duesIn(state);
  const bodies: EventBody[] = [];
  for (let i = 0; i < WAKING.length; i++) {
    const due = dues[i];
    if (due !== undefined && due <= at) bodies.push(...(WAKING[i]!.wake?.(state, at) ?? []));
  }
  return settle(state, bodies, { at, realAt, actor: SYSTEM, via: 'system' });
}

/** The machine threw while it was taking a message, or waking: that is on the record, and command is told. */
export function fail(
  state: State,
  failure: Omit<EventOf<'machineFailed'>, keyof EventHead | 'type'>,
  at: Instant,
  realAt: Instant = at,
): IncidentEvent[] {
  return settle(state, [{ type: 'machineFailed', ...failure }], { at, realAt, actor: SYSTEM, via: 'system' }).events;
}

/** When `wake` next has something to say. */
export function nextWake(state: State): Instant | undefined {
  let first: Instant | undefined;
  for (const due of duesIn(state)) {
    if (due !== undefined && (first === undefined || due < first)) first = due;
  }
  return first;
}

/** What the world has been asked for and has not answered yet, without what rests until a retry; what people must hear first. */
export function pending(state: State): Effect[] {
  const effects = Object.values(state.effects.pending)
    .filter((p) => p.retryAt === undefined)
    .map((p) => p.effect);
  return [...effects.filter(isNotice), ...effects.filter((effect) => !isNotice(effect))];
}

function isNotice({ kind }: Effect): boolean {
  return kind === 'notify';
}

/** What is still open at this moment before termination or closure. */
export function openItems(state: State, at: Instant): OpenItem[] {
  const items: OpenItem[] = [];
  for (const room of HOLDING) items.push(...room.openItems!(state, at));
  return items;
}

/** Closed or rejected, and the world owes no answer any more. */
export function isFinished(state: State): boolean {
  return isOver(state.phase) && Object.keys(state.effects.pending).length === 0;
}

/** How a message was answered, while its request id is remembered. */
export function answerTo(state: State, requestId: string): { refusal?: Refusal } | undefined {
  return state.requests.find((r) => r.id === requestId);
}

/** The consequences of a message without taking it, when the wall clock shows `realNow`. */
export function preview(state: State, message: Message, realNow: Instant): Turn {
  const at = nowOf(state, realNow);
  const before = wakeTurn(state, at, realNow).state;
  return turn(before, message, at, realNow);
}

function decideInRooms(state: State, message: Message, at: Instant): EventBody[] {
  const decides = DECIDING.get(message.type);
  return decides === undefined
    ? [refusal('malformed', { type: message.type })]
    : decides(state, message, at, openItems);
}

function refuseEarly(state: State, message: Message): EventBody[] | undefined {
  if (isOver(state.phase) && !(message.type === 'publication' && isToPutRight(state))) {
    return [refusal('incident_closed', { phase: state.phase })];
  }
  if (message.via === 'simulator') {
    const refused = refuseSimulated(state, message);
    if (refused !== undefined) return [refused];
  }
  if (message.ifSeq === undefined) return undefined;
  const moved = changedSince(state, message.type, message.ifSeq);
  return moved.length === 0 ? undefined : [refusal('changed', { ifSeq: message.ifSeq, seq: state.seq, moved })];
}

/** For whoever is there nobody else acts, in a drill neither. */
function refuseSimulated({ report }: State, { actor }: Message): EventBody | undefined {
  if (report.mode !== 'drill') return refusal('simulated_only_in_drills');
  const isSimulated = actor.kind === 'person' && report.simulated?.includes(actor.id) === true;
  return isSimulated ? undefined : refusal('not_simulated', actor.kind === 'person' ? { person: actor.id } : {});
}

/** A refusal says which kind of message it refuses. */
function naming(message: Message, bodies: EventBody[]): EventBody[] {
  return bodies.map((body) => (body.type === 'refused' ? { message: message.type, ...body } : body));
}

type Head = Omit<EventHead, 'seq' | 'cause'>;

/** What becomes an event in its turn. `of`: what it follows from. */
interface Queued extends Pick<EventHead, 'actor' | 'via'> {
  body: EventBody;
  of: Pick<EventHead, 'request' | 'cause'>;
}

/** Stamps the bodies and lets every room react to each new event, until quiet. */
function settle(state: State, bodies: EventBody[], given: Head): Turn {
  const { at, realAt } = given;
  const queue: Queued[] = [];
  for (const body of bodies) {
    for (const inside of withinDrill(state, body)) {
      const { request } = queue.length === 0 ? given : {};
      queue.push({ body: inside, actor: given.actor, via: given.via, of: request === undefined ? {} : { request } });
    }
  }
  const events: IncidentEvent[] = [];
  let now = state;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { body, actor, via, of } = next;
    const real = realAt !== undefined && carriesRealTime(now, body) ? { realAt } : {};
    const event: IncidentEvent = { seq: now.seq + 1, at, actor, via, ...of, ...real, ...body };
    now = evolve(now, event);
    events.push(event);
    // Who holds which post counts for what is put right when it is over; nobody is called any more.
    if (event.type === 'peopleChanged' && isOver(now.phase)) continue;
    const reaction = { actor: SYSTEM, via: 'system', of: { cause: event.seq } } as const;
    const follow = (following: EventBody[]) => {
      for (const one of following)
        for (const inside of withinDrill(now, one)) queue.push({ body: inside, ...reaction });
    };
    for (const room of hearersOf(event.type).reacting) follow(room.react!(now, event, openItems));
    if (queue.length > 0) continue;
    for (const room of SETTLING) follow(room.settled!(now, at));
  }
  return { events, state: now };
}
