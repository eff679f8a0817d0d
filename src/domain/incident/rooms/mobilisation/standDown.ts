import type { PersonId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { callOf, withCalls } from '../../calls.js';
import type { EventOf, Target } from '../../events.js';
import type { MobilisationSlice, State } from '../../state.js';
import { changeBody, changeCalls, isLive, livePeople } from './bodies.js';
import { offDuty } from './release.js';

export function standDown(slice: MobilisationSlice, target: Target, at: Instant): MobilisationSlice {
  return changeBody(slice, target, (body) => ({
    ...changeCalls(body, livePeople(body), (call) =>
      isLive(call) ? { ...offDuty(call), status: 'stoodDown', since: at } : call,
    ),
    status: 'stoodDown',
    since: at,
    reliefAt: undefined,
    freeAt: undefined,
  }));
}

/** Whom the last notice of a call did not reach, and why. */
export function markDelivery(
  slice: MobilisationSlice,
  event: EventOf<'noticeAttempted'>,
  { effects }: Pick<State, 'effects'>,
): MobilisationSlice {
  // The room of effects has not heard of it yet: what was asked for still stands there. Most notices are no calls.
  const asked = effects.pending[event.effectId]?.effect;
  if (asked?.kind === 'notify' && !asked.acknowledge) return slice;
  const troubles = new Map<PersonId, string>();
  for (const { person, code } of event.unreachable) troubles.set(person, code);
  for (const { person, code } of event.delayed) troubles.set(person, code);
  const concerned = troubles.size === 0 ? event.accepted : [...event.accepted, ...troubles.keys()];
  let marked = slice;
  for (const key in slice.bodies) {
    const body = slice.bodies[key]!;
    const people = concerned.filter((person) => {
      const call = callOf(body.people, person);
      return call?.notices.includes(event.noticeId) && call.undelivered !== troubles.get(person);
    });
    if (people.length === 0) continue;
    marked = changeBody(marked, body.target, (b) => ({
      ...b,
      people: withCalls(b.people, people, (call, person) => ({ ...call, undelivered: troubles.get(person) })),
    }));
  }
  return marked;
}
