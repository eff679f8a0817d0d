import type { PersonId, TeamId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { holderOf } from '../../authority.js';
import { isAway } from '../../availability.js';
import { callEntries, callOf, newCall, newCalls, withCalls } from '../../calls.js';
import { noticeIdFor } from '../../effects.js';
import type { Asked, EventBody, IncidentEvent, NotCalled } from '../../events.js';
import { teamMembers } from '../../members.js';
import { targetKey } from '../../state.js';
import type { Call, CalledBody, MobilisationSlice, Quorum, State } from '../../state.js';
import { everCalled, ladderFor, liveCalls } from './bodies.js';
import { wantedOf } from './needs.js';
import { withEntry } from '../../withEntry.js';

export function called(calls: Asked[]): EventBody[] {
  return calls.length === 0 ? [] : [{ type: 'called', calls }];
}

export function alertCalls(state: State): Asked[] {
  return state.basis.plan.verification.posts.flatMap((post) => {
    const person = holderOf(state, post);
    return person === undefined ? [] : [{ target: { kind: 'post', id: post }, people: [person] }];
  });
}

/** Everybody of the team who is neither away nor resting; when nobody is left then, those who rest, else everybody. */
export function teamCall(state: State, team: TeamId, at: Instant): Asked {
  const wanted = wantedOf(state, team);
  return {
    target: { kind: 'team', id: team },
    ...among(state, teamMembers(state, team), at),
    ...(wanted === undefined ? {} : { quorum: { by: at + wanted.within, within: wanted.within, ...wanted.need } }),
  };
}

/** People who belong to a team that is called already, and were not called so far. */
export function joiningCall(state: State, body: CalledBody, at: Instant): Asked {
  const before = everCalled(body);
  const others = teamMembers(state, body.target.id).filter((person) => !before.has(person));
  const { people, notCalled } = available(state, others, at);
  return { target: body.target, people, ...(notCalled.length === 0 ? {} : { notCalled }) };
}

function among(state: State, members: PersonId[], at: Instant): { people: PersonId[]; notCalled?: NotCalled[] } {
  const { people, notCalled } = available(state, members, at);
  if (notCalled.length === 0) return { people };
  if (people.length > 0) return { people, notCalled };
  const resting = notCalled.filter(({ why }) => why === 'resting').map(({ person }) => person);
  const away = notCalled.filter(({ why }) => why === 'away');
  return resting.length > 0 && away.length > 0 ? { people: resting, notCalled: away } : { people: members };
}

export function available(
  state: State,
  people: PersonId[],
  at: Instant,
): { people: PersonId[]; notCalled: NotCalled[] } {
  const free: PersonId[] = [];
  const notCalled: NotCalled[] = [];
  for (const person of people) {
    if (isAway(state, person, at)) notCalled.push({ person, why: 'away' });
    else if (isResting(state, person, at)) notCalled.push({ person, why: 'resting' });
    else free.push(person);
  }
  return { people: free, notCalled };
}

/** Released a short while ago, and not at work again since. */
function isResting(state: State, person: PersonId, at: Instant): boolean {
  const { shifts } = state.basis.plan;
  if (shifts === undefined) return false;
  const calls = Object.values(state.mobilisation.bodies).map((body) => callOf(body.people, person));
  const released = calls.some((call) => call?.status === 'released' && at < call.since + shifts.rest);
  return released && liveCalls(state, person).every(({ call }) => call.dutySince === undefined);
}

export function addBody(slice: MobilisationSlice, call: Asked, event: IncidentEvent, state: State): MobilisationSlice {
  const key = targetKey(call.target);
  const before = slice.bodies[key];
  const joined = before?.status === 'called' ? before : undefined;
  const notice = noticeIdFor(event.seq);
  const fresh = newCall(event.at, [notice]);
  const known = joined?.people ?? released(before, call.people);
  const hasRested = (person: PersonId) => callOf(known, person)?.status === 'released';
  // Whoever stood in it twice would be waited for for ever.
  const asked = call.people.filter((person) => callOf(known, person) === undefined || hasRested(person));
  const [again, anew] = [asked.filter(hasRested), asked.filter((person) => !hasRested(person))];
  const { remindAfter, escalateAfter } = ladderFor(state, call.target);
  const wait = {
    call: notice,
    remindAt: event.at + remindAfter,
    escalateAt: event.at + escalateAfter,
    outstanding: asked.length,
  };
  const quorum = call.quorum === undefined ? joined?.quorum : opened(call.quorum);
  const substitutes = [...new Set([...(joined?.substitutes ?? []), ...(call.substitutes ?? [])])];
  const partners = { ...joined?.partners, ...askedPartners(call, event.at) };
  const body: CalledBody = {
    target: call.target,
    status: 'called',
    since: joined?.since ?? event.at,
    waits: [...(joined?.waits ?? []), ...(asked.length === 0 ? [] : [wait])],
    people: [...withCalls(known, again, (call) => calledAgain(call, fresh)), ...newCalls(anew, fresh)],
    quorum,
    substitutes: substitutes.length === 0 ? undefined : substitutes,
    partners: Object.keys(partners).length === 0 ? undefined : partners,
    reliefAt: joined?.reliefAt,
    freeAt: undefined,
  };
  return { ...slice, bodies: withEntry(slice.bodies, key, body) };
}

/** Answers from before the rest may still be forwarded once more. */
function calledAgain({ answers }: Call, fresh: Call): Call {
  return { ...fresh, answers };
}

/** A team that is called anew still knows who was released from it, since they rest. */
function released(before: CalledBody | undefined, people: PersonId[]): CalledBody['people'] {
  if (before === undefined) return [];
  const rest = callEntries(before.people).filter(
    ([person, call]) => call.status === 'released' && !people.includes(person),
  );
  return rest.length === 0 ? [] : [Object.fromEntries(rest)];
}

export function opened({ by, within, ...need }: NonNullable<Asked['quorum']>): Quorum {
  return {
    need,
    by,
    within,
    status: 'open',
    next: { at: by, step: 0 },
    missedAt: undefined,
    toldAt: undefined,
    told: [],
    accepted: undefined,
  };
}

function askedPartners({ partners = [] }: Asked, at: Instant): NonNullable<CalledBody['partners']> {
  return Object.fromEntries(
    partners.map(({ partner }) => [partner, { status: 'asked', since: at, people: 0, qualifications: [] }] as const),
  );
}
