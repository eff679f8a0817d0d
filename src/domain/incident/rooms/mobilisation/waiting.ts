import type { PersonId, PostId } from '../../../plan/compiled.js';
import { earliest } from '../../../time.js';
import type { Instant } from '../../../time.js';
import { holdersOfPosts, whoCommands } from '../../authority.js';
import { commanders } from '../../availability.js';
import { callEntries, callOf } from '../../calls.js';
import { noticeIdFor } from '../../effects.js';
import type { CalledTarget, EventBody, IncidentEvent } from '../../events.js';
import type { CalledBody, MobilisationSlice, State, Wait } from '../../state.js';
import { whoActed } from '../../whoActed.js';
import { activeBodies, changeBody, changeCalls, isWaitedFor, ladderFor } from './bodies.js';
import type { WhoIsCalled } from './bodies.js';

/** Whoever is called and says nothing is reminded once; then the lead of the team, and whom the plan names, are told. */
export function answersDue(state: WhoIsCalled): Instant | undefined {
  const waits = activeBodies(state).flatMap((body) => body.waits);
  return earliest(...waits.map((wait) => wait.remindAt ?? wait.escalateAt));
}

export function silenceAt(state: State, at: Instant): EventBody[] {
  const remind: CalledTarget[] = [];
  const silent: EventBody[] = [];
  for (const body of activeBodies(state)) {
    const reminded = unanswered(body, isReminderDue(at));
    if (reminded.people.length > 0) remind.push(reminded);
    const lost = unanswered(body, isSilenceDue(at));
    if (lost.people.length > 0) silent.push({ type: 'silent', calls: [lost], tell: toldOfSilence(state, lost) });
  }
  return remind.length === 0 ? silent : [{ type: 'reminded', calls: remind }, ...silent];
}

export function isSilenceTold(state: State, at: Instant): boolean {
  return !activeBodies(state).some((body) => body.waits.some(isSilenceDue(at)));
}

const isReminderDue = (at: Instant) => (wait: Wait) => wait.remindAt !== undefined && wait.remindAt <= at;
const isSilenceDue = (at: Instant) => (wait: Wait) => wait.remindAt === undefined && wait.escalateAt <= at;

function unanswered(body: CalledBody, which: (wait: Wait) => boolean): CalledTarget {
  const calls = body.waits.filter(which).map((wait) => wait.call);
  if (calls.length === 0) return { target: body.target, people: [] };
  const people = callEntries(body.people).filter(
    ([, call]) => isWaitedFor(call) && calls.includes(call.notices[0] ?? ''),
  );
  return { target: body.target, people: people.map(([person]) => person) };
}

/**
 * The lead of the team and whom the plan names; where all of these are silent themselves, the others who may command.
 * Nobody is told of their own silence alone, unless there is nobody else.
 */
function toldOfSilence(state: State, { target, people }: CalledTarget): PersonId[] {
  const posts: PostId[] = [...leadOf(state, target), ...ladderFor(state, target).escalateTo];
  const named = holdersOfPosts(state, posts).filter((person) => !people.includes(person));
  if (named.length > 0) return named;
  const others = commanders(state).filter((person) => !people.includes(person));
  return others.length > 0 ? others : whoCommands(state);
}

/**
 * A call to a post asks for attention, and whoever does something has shown it: nobody is reminded of it, or told that
 * this person is silent. A call to a team asks whether and when somebody comes, which only an answer says.
 */
export function withActed(slice: MobilisationSlice, event: IncidentEvent, state: State): MobilisationSlice {
  const person = whoActed(event);
  if (person === undefined) return slice;
  const unanswered = activeBodies(state).filter(({ target, people }) => {
    const { status, acted } = callOf(people, person) ?? {};
    return target.kind === 'post' && acted !== true && (status === 'called' || status === 'silent');
  });
  return unanswered.reduce(
    (s, { target }) =>
      changeBody(s, target, (body) => changeCalls(body, [person], (call) => ({ ...call, acted: true }))),
    slice,
  );
}

/** A list, for it may be a post, which has none. */
export function leadOf({ basis }: State, { kind, id }: CalledTarget['target']): PostId[] {
  return kind === 'team' ? basis.plan.teams.flatMap((team) => (team.id === id ? [team.lead] : [])) : [];
}

/** Escalation counts from the reminder that was really sent, so that an outage does not cut the answer time short. */
export function markReminded(
  slice: MobilisationSlice,
  call: CalledTarget,
  event: IncidentEvent,
  state: State,
): MobilisationSlice {
  const { remindAfter, escalateAfter } = ladderFor(state, call.target);
  const asked = new Set(call.people);
  return changeBody(slice, call.target, (body) => {
    const reminded = new Set<string | undefined>();
    for (const [person, { notices }] of callEntries(body.people)) if (asked.has(person)) reminded.add(notices[0]);
    const waits = body.waits.map((wait) => {
      if (!reminded.has(wait.call)) return wait;
      return { ...wait, remindAt: undefined, escalateAt: event.at + escalateAfter - remindAfter };
    });
    const marked = changeCalls(body, call.people, (c) => ({ ...c, notices: [...c.notices, noticeIdFor(event.seq)] }));
    return { ...marked, waits };
  });
}

export function markSilent(slice: MobilisationSlice, call: CalledTarget, at: Instant): MobilisationSlice {
  return changeBody(slice, call.target, (body) =>
    changeCalls(body, call.people, (c) => ({ ...c, status: 'silent', since: at })),
  );
}
