import type { Instant } from '../../../time.js';
import { callOf, withCalls } from '../../calls.js';
import type { EventOf, Target } from '../../events.js';
import type { MobilisationSlice } from '../../state.js';
import { changeBody, changeCalls, isLive, livePeople } from './bodies.js';
import { offDuty } from './release.js';

export function standDown(slice: MobilisationSlice, target: Target, at: Instant): MobilisationSlice {
  return changeBody(slice, target, ({ reliefAt: _, freeAt: __, ...body }) => ({
    ...changeCalls(body, livePeople(body), (call) =>
      isLive(call) ? { ...offDuty(call), status: 'stoodDown', since: at } : call,
    ),
    status: 'stoodDown',
    since: at,
  }));
}

/** Whom the last notice of a call did not reach, and why. */
export function markDelivery(slice: MobilisationSlice, event: EventOf<'noticeAttempted'>): MobilisationSlice {
  const troubles = new Map([...event.unreachable, ...event.delayed].map(({ person, code }) => [person, code]));
  const concerned = [...event.accepted, ...troubles.keys()];
  return Object.values(slice.bodies).reduce((s, body) => {
    const people = concerned.filter((person) => {
      const call = callOf(body.people, person);
      return call?.notices.includes(event.noticeId) && call.undelivered !== troubles.get(person);
    });
    if (people.length === 0) return s;
    return changeBody(s, body.target, (b) => ({
      ...b,
      people: withCalls(b.people, people, ({ undelivered: _, ...call }, person) => {
        const code = troubles.get(person);
        return code === undefined ? call : { ...call, undelivered: code };
      }),
    }));
  }, slice);
}
