import { callEntries, callOf, targetKey } from '../../src/domain/incident/index.js';
import type { CalledBody, IncidentEvent, State } from '../../src/domain/incident/index.js';
import type { PersonId } from '../../src/domain/plan/compiled.js';
import type { Instant } from '../../src/domain/time.js';

/**
 * Told from the events alone: for one thing people are called once, and once more after each rest; not while they are there,
 * have declined, are away or still rest, nor after they were given up to another incident. Partners are asked once.
 */
export function* calledTooOften(events: Iterable<{ event: IncidentEvent; before: State }>): Generator<string> {
  const known = new Map<string, Map<string, { releasedAt?: Instant }>>();
  const of = (target: CalledBody['target']) => {
    const key = targetKey(target);
    const people = known.get(key) ?? new Map<string, { releasedAt?: Instant }>();
    known.set(key, people);
    return people;
  };
  for (const { event, before } of events) {
    switch (event.type) {
      case 'called':
        for (const { target, people, partners = [] } of event.calls) {
          for (const id of people) {
            const call = of(target).get(id);
            if (call !== undefined && !mayBeAskedAgain(before, id, event.at, call.releasedAt))
              yield `${event.seq}: ${id} again for ${target.id}`;
            of(target).set(id, {});
          }
          for (const { partner } of partners) {
            if (of(target).has(`partner ${partner}`)) yield `${event.seq}: ${partner} again for ${target.id}`;
            of(target).set(`partner ${partner}`, {});
          }
        }
        break;
      case 'released':
        for (const { target, people } of event.calls)
          for (const id of people) of(target).set(id, { releasedAt: event.at });
        break;
      case 'acknowledged':
      case 'arrived':
        for (const target of event.targets) of(target).set(event.person, {});
        break;
      case 'stoodDown':
        for (const { target } of event.calls) known.delete(targetKey(target));
        break;
      default:
        break;
    }
  }
}

function mayBeAskedAgain({ basis }: State, id: PersonId, at: Instant, releasedAt: Instant | undefined): boolean {
  const { shifts } = basis.plan;
  return releasedAt !== undefined && shifts !== undefined && releasedAt + shifts.rest <= at && !isAway(basis, id, at);
}

/** Members of teams that are short and wait for nobody who has rested, or is back, and was not asked. */
export function* leftUnasked(state: State, at: Instant): Generator<string> {
  const bodies = Object.values(state.mobilisation.bodies).filter(({ status }) => status === 'called');
  for (const body of bodies) {
    if (body.quorum?.status !== 'missed' || waitsForSomebody(body)) continue;
    for (const id of membersOf(state, body.target.id)) {
      const { status } = callOf(body.people, id) ?? {};
      if (status !== undefined && status !== 'released') continue;
      const others = bodies.filter((other) => other !== body).map(({ people }) => callOf(people, id)?.status);
      const isWanted = others.some((other) => other !== undefined && LIVE.includes(other));
      if (!isWanted && !isAway(state.basis, id, at) && !rests(state, id, at)) yield `${id} of ${body.target.id}`;
    }
  }
}

const LIVE = ['called', 'silent', 'acknowledged', 'arrived'];

function waitsForSomebody({ people, partners = {} }: CalledBody): boolean {
  return (
    callEntries(people).some(([, { status }]) => status === 'called' || status === 'acknowledged') ||
    Object.values(partners).some(({ status }) => status !== 'declined')
  );
}

function membersOf({ basis }: State, team: string): PersonId[] {
  const posts = basis.plan.posts.filter((post) => post.team === team);
  return posts.flatMap(({ id }) => basis.holders[id] ?? []);
}

/** Where the plan says nothing of rest, nobody knows when it is over. */
function rests({ basis, mobilisation }: State, id: PersonId, at: Instant): boolean {
  const { shifts } = basis.plan;
  return Object.values(mobilisation.bodies).some(({ people }) => {
    const call = callOf(people, id);
    return call?.status === 'released' && (shifts === undefined || at < call.since + shifts.rest);
  });
}

function isAway({ people }: State['basis'], id: PersonId, at: Instant): boolean {
  return (people?.[id]?.away ?? []).some(({ from, until }) => from <= at && at < until);
}
