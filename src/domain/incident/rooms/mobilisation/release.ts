import type { PersonId, TeamId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { authorityOf } from '../../authority.js';
import type { CalledTarget, EventBody, EventOf } from '../../events.js';
import type { MessageOf } from '../../messages.js';
import { refusal } from '../../refusals.js';
import type { Call, MobilisationSlice, State } from '../../state.js';
import { activeTeams, changeBody, changeCalls, liveCalls, livePeople } from './bodies.js';
import { postsOver } from './posts.js';

export function release(state: State, message: MessageOf<'release'>): EventBody[] {
  const { actor, people, team, reason } = message;
  const wanted = new Set(people);
  const teams = activeTeams(state).filter(({ target }) => team === undefined || target.id === team);
  const concerned = teams
    .map((body) => ({ target: body.target, people: livePeople(body).filter((person) => wanted.has(person)) }))
    .filter((call) => call.people.length > 0);
  const mine = concerned.filter(({ target }) => !('code' in authorityOf(state, actor, postsOver(state, [target.id]))));
  const [first] = mine;
  const by = authorityOf(state, actor, postsOver(state, first ? [first.target.id] : teamsOf(team, concerned)));
  if ('code' in by) return [by];
  const found = new Set(mine.flatMap((call) => call.people));
  const others = [...wanted].filter((person) => !found.has(person));
  if (others.length > 0) return [refusal('not_mobilised', { people: others, ...(team === undefined ? {} : { team }) })];
  if (reason.trim() === '') return [refusal('reason_required')];
  return [{ type: 'released', ...by, calls: mine, texts: { reason } }];
}

function teamsOf(team: TeamId | undefined, concerned: CalledTarget[]): TeamId[] {
  return team === undefined ? concerned.map(({ target }) => target.id) : [team];
}

/** Nobody whom a real incident has taken out of a drill is still called in it. */
export function areAllTakenOff(state: State): boolean {
  return state.claims.preempted?.every((person) => liveCalls(state, person).length === 0) ?? true;
}

/** Whoever is given up to another incident is not counted, waited for or reminded any more. */
export function withdrawFromCalls(state: State, person: PersonId, why: EventOf<'takenOff'>['why']): EventBody[] {
  const targets = liveCalls(state, person).map(({ body }) => body.target);
  return targets.length === 0 ? [] : [{ type: 'takenOff', person, targets, why }];
}

export function withReleased(slice: MobilisationSlice, calls: CalledTarget[], at: Instant): MobilisationSlice {
  return ended(slice, calls, 'released', at);
}

export function withTakenOff(slice: MobilisationSlice, event: EventOf<'takenOff'>): MobilisationSlice {
  const calls = event.targets.map((target) => ({ target, people: [event.person] }));
  return ended(slice, calls, 'takenOff', event.at);
}

function ended(
  slice: MobilisationSlice,
  calls: CalledTarget[],
  status: 'released' | 'takenOff',
  at: Instant,
): MobilisationSlice {
  return calls.reduce(
    (s, { target, people }) =>
      changeBody(s, target, (body) => changeCalls(body, people, (call) => offDuty({ ...call, status, since: at }))),
    slice,
  );
}

export function offDuty(call: Call): Call {
  return { ...call, dutySince: undefined, reliefTold: undefined, eta: undefined };
}
