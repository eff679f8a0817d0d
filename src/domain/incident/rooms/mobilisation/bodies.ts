import type { Ladder, PersonId } from '../../../plan/compiled.js';
import { remembered } from '../../../remembered.js';
import { callEntries, callOf, peopleCalled, withCalls } from '../../calls.js';
import type { CalledTarget, Target } from '../../events.js';
import { targetKey } from '../../state.js';
import type { Call, CalledBody, MobilisationSlice, State } from '../../state.js';
import { withEntry } from '../../withEntry.js';

/** Called people who are still wanted, whether they have answered or not. */
const LIVE: readonly Call['status'][] = ['called', 'acknowledged', 'arrived', 'silent'];

export function isLive(call: Call): boolean {
  return LIVE.includes(call.status);
}

export function livePeople(body: CalledBody): PersonId[] {
  return callEntries(body.people).flatMap(([person, call]) => (isLive(call) ? [person] : []));
}

const active = remembered((bodies: MobilisationSlice['bodies']) =>
  Object.values(bodies).filter((body) => body.status === 'called'),
);
const teams = remembered((bodies: readonly CalledBody[]) => bodies.filter((body) => body.target.kind === 'team'));

/** What of an incident says who is called. */
export type WhoIsCalled = Pick<State, 'mobilisation'>;

export function activeBodies(state: WhoIsCalled): readonly CalledBody[] {
  return active(state.mobilisation.bodies);
}

export function activeTeams(state: WhoIsCalled): readonly CalledBody[] {
  return teams(activeBodies(state));
}

/** What this person is called for and still wanted in. */
export function liveCalls(state: State, person: PersonId): { body: CalledBody; call: Call }[] {
  return activeBodies(state).flatMap((body) => {
    const call = callOf(body.people, person);
    return call !== undefined && isLive(call) ? [{ body, call }] : [];
  });
}

export function ladderFor(state: State, target: Target): Ladder {
  const { alert, call } = state.basis.plan.notification;
  return target.kind === 'post' ? alert : call;
}

export function changeBody(
  slice: MobilisationSlice,
  target: Target,
  change: (body: CalledBody) => CalledBody,
): MobilisationSlice {
  const key = targetKey(target);
  const body = slice.bodies[key];
  return body === undefined ? slice : { ...slice, bodies: withEntry(slice.bodies, key, change(body)) };
}

/** Neither answered nor seen to be at work. */
export function isWaitedFor({ status, acted }: Call): boolean {
  return status === 'called' && acted !== true;
}

/** Whoever answers, is seen to be at work, or is not asked any more, is no longer waited for. */
export function changeCalls(body: CalledBody, people: PersonId[], change: (call: Call) => Call): CalledBody {
  const answered = new Map<string | undefined, number>();
  const changed = withCalls(body.people, people, (call) => {
    const next = change(call);
    const fewer = Number(isWaitedFor(call)) - Number(isWaitedFor(next));
    if (fewer !== 0) answered.set(call.notices[0], (answered.get(call.notices[0]) ?? 0) + fewer);
    return next;
  });
  if (answered.size === 0) return { ...body, people: changed };
  const waits = body.waits.map((wait) => ({ ...wait, outstanding: wait.outstanding - (answered.get(wait.call) ?? 0) }));
  return { ...body, people: changed, waits: waits.filter(({ outstanding }) => outstanding > 0) };
}

/** Everybody in it who is still wanted. */
export function wholeBody(body: CalledBody): CalledTarget {
  return { target: body.target, people: livePeople(body) };
}

/** Everybody who was ever called for it. */
export function everCalled(body: CalledBody): Set<PersonId> {
  return new Set(peopleCalled(body.people));
}
