import type { PersonId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { authorityOf, holdersOfPosts } from '../../authority.js';
import { commanders } from '../../availability.js';
import { callOf, newCall, newCalls } from '../../calls.js';
import type { EventBody, EventOf, Target } from '../../events.js';
import type { MessageOf, MobilisationAnswer } from '../../messages.js';
import { isPreempted } from '../../preempted.js';
import { refusal } from '../../refusals.js';
import type { Call, CalledBody, MobilisationSlice, State } from '../../state.js';
import { changeBody, changeCalls, isLive, ladderFor } from './bodies.js';
import { teamsOpenTo } from './circle.js';
import { postsOver } from './posts.js';
import { leadOf } from './waiting.js';

interface Mine {
  body: CalledBody;
  call: Call;
}

/** An answer may come twice, since it is forwarded at least once: so many of them are known again. */
const REMEMBERED_ANSWERS = 4;

type Answer = MobilisationAnswer['type'];

/** What each answer changes. */
const OPEN_TO: Record<Answer, Call['status'][]> = {
  acknowledge: ['called', 'silent', 'declined'],
  decline: ['called', 'silent', 'acknowledged', 'arrived'],
  arrive: ['called', 'silent', 'acknowledged', 'declined'],
};

/** Whoever has left this way may come back. */
const LEFT: Call['status'][] = ['released', 'takenOff'];

/** What each answer says again. */
const ALREADY: Record<Answer, Call['status'][]> = {
  acknowledge: ['acknowledged', 'arrived'],
  decline: ['declined'],
  arrive: ['arrived'],
};

/**
 * What an answer of the person's own comes to. `same`: it says what is known already. `other`: the incident itself has
 * to say, since the call ended, or the answer changes an earlier one.
 */
export function answerComesTo(
  state: State,
  { type, person, noticeId, eta }: { type: Answer; person: PersonId; noticeId?: string; eta?: Instant },
): 'open' | 'same' | 'other' {
  const mine = callsOf(state, person, noticeId);
  if (openTo(state, person, mine, type).length > 0) return 'open';
  const already = having(mine, ...ALREADY[type]);
  return already.length > 0 && already.every(({ call }) => eta === undefined || call.eta === eta) ? 'same' : 'other';
}

export function acknowledge(state: State, message: MessageOf<'acknowledge'>): EventBody[] {
  const mine = callsOf(state, message.person, message.noticeId);
  if (isRepeated(mine, message.requestId)) return [];
  // Who was reached is known only from themselves.
  const notAllowed = isOwn(message) ? undefined : authorityOf(state, message.actor, []);
  if (notAllowed && 'code' in notAllowed) return [notAllowed];
  const { person, eta, noticeId } = message;
  const open = openTo(state, person, mine, 'acknowledge');
  const uncalled = noticeId === undefined ? teamsWithoutCall(state, person, mine) : [];
  const otherwise = eta === undefined ? [] : having(mine, 'acknowledged').filter(({ call }) => call.eta !== eta);
  const meant = mine.filter((one) => open.includes(one) || otherwise.includes(one));
  const targets = [...targetsOf(meant), ...uncalled];
  if (targets.length === 0) return none(mine, noticeId, 'already_acknowledged', ALREADY.acknowledge);
  const expected = eta === undefined ? {} : { eta };
  const changed = otherwise.length === 0 ? {} : { etaChanged: true as const };
  return [{ type: 'acknowledged', person, targets, ...expected, ...changed, ...comes(meant, uncalled) }];
}

export function decline(state: State, message: MessageOf<'decline'>): EventBody[] {
  const { person, reason } = message;
  const mine = callsOf(state, person, message.noticeId);
  if (isRepeated(mine, message.requestId)) return [];
  const notAllowed = onBehalf(state, message, targetsOf(mine));
  if (notAllowed) return notAllowed;
  if (reason.trim() === '') return [refusal('reason_required')];
  const open = openTo(state, person, mine, 'decline');
  if (open.length === 0) return none(mine, message.noticeId, 'already_declined', ALREADY.decline);
  const tell = toldOfDecline(state, person, open);
  return [{ type: 'declined', person, targets: targetsOf(open), tell, texts: { reason } }];
}

export function arrive(state: State, message: MessageOf<'arrive'>): EventBody[] {
  const { person, note } = message;
  const mine = callsOf(state, person, undefined);
  if (isRepeated(mine, message.requestId)) return [];
  const uncalled = teamsWithoutCall(state, person, mine);
  const notAllowed = onBehalf(state, message, [...targetsOf(mine), ...uncalled]);
  if (notAllowed) return notAllowed;
  const open = openTo(state, person, mine, 'arrive');
  const targets = [...targetsOf(open), ...uncalled];
  if (targets.length === 0) return none(mine, undefined, 'already_arrived', ALREADY.arrive);
  const texts = note === undefined || note.trim() === '' ? {} : { texts: { note } };
  return [{ type: 'arrived', person, targets, ...comes(open, uncalled), ...texts }];
}

function callsOf(state: State, person: PersonId, noticeId: string | undefined): Mine[] {
  return Object.values(state.mobilisation.bodies).flatMap((body) => {
    const call = callOf(body.people, person);
    const isMeant = noticeId === undefined || call?.notices.includes(noticeId);
    return call !== undefined && isMeant ? [{ body, call }] : [];
  });
}

/** The last status of a team that was stood down may be a refusal; nothing can be answered to that any more. */
function having(mine: Mine[], ...statuses: Call['status'][]): Mine[] {
  return mine.filter(({ body, call }) => body.status === 'called' && statuses.includes(call.status));
}

/**
 * Whoever has left one team and is wanted in another one means the other, unless the notice names only the first. Nobody comes
 * back to a drill from a real incident.
 */
function openTo(state: State, person: PersonId, mine: Mine[], type: Answer): Mine[] {
  if (isPreempted(state, person)) return [];
  const open = having(mine, ...OPEN_TO[type]);
  if (type === 'decline' || mine.some((one) => isOfTeam(one) && isLive(one.call))) return open;
  return [...open, ...having(mine, ...LEFT)];
}

function isOfTeam({ body: { status, target } }: Mine): boolean {
  return status === 'called' && target.kind === 'team';
}

/** Of whoever no team has called: those that the person belongs to, else one that has nothing else to call them for. */
function teamsWithoutCall(state: State, person: PersonId, mine: Mine[]): Target[] {
  if (mine.some(isOfTeam)) return [];
  const { asMember, asSubstitute } = teamsOpenTo(state, person);
  if (asMember.length > 0) return asMember;
  return mine.some(({ body }) => body.status === 'called') ? [] : asSubstitute;
}

function comes(meant: Mine[], uncalled: Target[]): { comes?: 'back' | 'uncalled' } {
  if (meant.some(({ call }) => LEFT.includes(call.status))) return { comes: 'back' };
  return uncalled.length > 0 ? { comes: 'uncalled' } : {};
}

function isRepeated(mine: Mine[], requestId: string): boolean {
  return mine.some(({ call }) => call.answers?.includes(requestId));
}

function none(
  mine: Mine[],
  noticeId: string | undefined,
  already: 'already_acknowledged' | 'already_declined' | 'already_arrived',
  statuses: Call['status'][],
): EventBody[] {
  const found = noticeId === undefined ? {} : { noticeId };
  return [having(mine, ...statuses).length > 0 ? refusal(already, found) : refusal('not_called', found)];
}

/** Whoever speaks for somebody else leads the team, or sees to people, or is in command. */
function onBehalf(state: State, message: MessageOf<'decline' | 'arrive'>, targets: Target[]) {
  if (isOwn(message)) return undefined;
  const teams = targets.flatMap(({ kind, id }) => (kind === 'team' ? [id] : []));
  const by = authorityOf(state, message.actor, postsOver(state, teams));
  return 'code' in by ? [by] : undefined;
}

function isOwn({ actor, person }: MessageOf<'acknowledge' | 'decline' | 'arrive'>): boolean {
  return actor.kind === 'person' && actor.id === person;
}

function targetsOf(mine: Mine[]): Target[] {
  return mine.map(({ body }) => body.target);
}

/** A team that is counted asks others by itself. Of any other, and of a post, somebody has to know. */
function toldOfDecline(state: State, person: PersonId, open: Mine[]): PersonId[] {
  const bodies = open.map(({ body }) => body).filter(({ quorum }) => quorum === undefined);
  if (bodies.length === 0) return [];
  const posts = bodies.flatMap(({ target }) => [...leadOf(state, target), ...ladderFor(state, target).escalateTo]);
  const told = holdersOfPosts(state, posts).filter((other) => other !== person);
  return told.length > 0 ? told : commanders(state).filter((other) => other !== person);
}

/** What an answer makes of each call that it is to. */
export function withAnswer(
  slice: MobilisationSlice,
  event: EventOf<'acknowledged' | 'declined' | 'arrived'>,
): MobilisationSlice {
  const { person } = event;
  const isUncalled = event.type !== 'declined' && event.comes !== undefined;
  return event.targets.reduce(
    (s, target) =>
      changeBody(s, target, (body) =>
        isUncalled && callOf(body.people, person) === undefined
          ? { ...body, people: [...body.people, ...newCalls([person], uncalled(event))] }
          : changeCalls(body, [person], (call) => answered(call, event)),
      ),
    slice,
  );
}

function uncalled(event: EventOf<'acknowledged' | 'arrived'>): Call {
  return { ...answered(newCall(event.at, []), event), afterAll: true };
}

function answered(call: Call, event: EventOf<'acknowledged' | 'declined' | 'arrived'>): Call {
  const { notices, answers = [], dutySince = event.at } = call;
  const known = event.request === undefined ? answers : [...answers, event.request.id].slice(-REMEMBERED_ANSWERS);
  const after = { ...newCall(event.at, notices), status: event.type, answers: known.length === 0 ? undefined : known };
  if (event.type === 'declined') return after;
  const { reliefTold } = call;
  const afterAll = call.status === 'declined' || LEFT.includes(call.status) ? true : undefined;
  const eta = event.type === 'acknowledged' ? event.eta : undefined;
  return { ...after, afterAll, reliefTold, dutySince, eta };
}
