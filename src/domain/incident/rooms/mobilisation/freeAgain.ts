import type { PersonId } from '../../../plan/compiled.js';
import { earliest } from '../../../time.js';
import type { Instant } from '../../../time.js';
import { callEntries, callOf } from '../../calls.js';
import type { EventBody } from '../../events.js';
import type { Call, CalledBody, MobilisationSlice, State } from '../../state.js';
import type { WhoIsCalled } from './bodies.js';
import { circleOf } from './circle.js';
import { countedTeams, isShort } from './tally.js';

/** Called for the first time, or for the first time since a rest that is over by then. */
export function mayBeCalled({ basis }: State, call: Call | undefined, at: Instant): boolean {
  const { shifts } = basis.plan;
  if (call === undefined) return true;
  return call.status === 'released' && shifts !== undefined && call.since + shifts.rest <= at;
}

/** When somebody will have rested, or be back, who may be called then; looks at everybody. */
export function withFreeAt(slice: MobilisationSlice, state: State, at: Instant): MobilisationSlice {
  const now = { ...state, mobilisation: slice };
  const changed = Object.entries(slice.bodies).flatMap(([key, body]) => {
    const freeAt = earliest(...waitedFor(now, body).map((person) => freeFrom(now, person, at)));
    return freeAt === body.freeAt ? [] : [[key, { ...body, freeAt }] as const];
  });
  return changed.length === 0 ? slice : { ...slice, bodies: { ...slice.bodies, ...Object.fromEntries(changed) } };
}

/** Those of a team that is counted who have left to rest, or were not called so far. */
function waitedFor(state: State, { status, target, quorum, people }: CalledBody): PersonId[] {
  if (status !== 'called' || quorum === undefined) return [];
  const calls = new Map(callEntries(people));
  return circleOf(state, target.id).filter((person) => mayBeCalled(state, calls.get(person), Infinity));
}

/** Not before; nothing where the person is there and rested already. */
function freeFrom(state: State, person: PersonId, at: Instant): Instant | undefined {
  const { basis, mobilisation } = state;
  const rest = basis.plan.shifts?.rest ?? 0;
  const rested = Object.values(mobilisation.bodies).map(({ people }) => {
    const call = callOf(people, person);
    return call?.status === 'released' ? call.since + rest : at;
  });
  const away = basis.people?.[person]?.away ?? [];
  let free = Math.max(at, ...rested);
  const stillAway = () => away.find(({ from, until }) => from <= free && free < until);
  for (let next = stillAway(); next !== undefined; next = stillAway()) free = next.until;
  return free > at ? free : undefined;
}

function shortTeams(state: WhoIsCalled): CalledBody[] {
  return countedTeams(state).filter(isShort);
}

export function freeDue(state: WhoIsCalled): Instant | undefined {
  return earliest(...shortTeams(state).map(({ freeAt }) => freeAt));
}

export function isFreeTold(state: State, at: Instant): boolean {
  return !shortTeams(state).some(({ freeAt }) => freeAt !== undefined && freeAt <= at);
}

export function freeAgainAt(state: State, at: Instant): EventBody[] {
  const teams = shortTeams(state).flatMap((body) => {
    const { freeAt, target } = body;
    if (freeAt === undefined || freeAt > at) return [];
    const people = waitedFor(state, body).filter((person) => {
      const from = freeFrom(state, person, freeAt - 1);
      return from !== undefined && from <= at;
    });
    return [{ team: target.id, people }];
  });
  return teams.length === 0 ? [] : [{ type: 'freeAgain', teams }];
}
