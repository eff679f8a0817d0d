import type { PersonId } from '../../../plan/compiled.js';
import { earliest, HOUR, MINUTE } from '../../../time.js';
import type { Duration, Instant } from '../../../time.js';
import { holdersOfPosts, whoCommands } from '../../authority.js';
import { callEntries, withCalls } from '../../calls.js';
import type { EventBody, EventOf } from '../../events.js';
import type { Call, CalledBody, MobilisationSlice, State } from '../../state.js';
import { activeTeams, changeBody } from './bodies.js';
import type { WhoIsCalled } from './bodies.js';
import { leadOf } from './waiting.js';

/** Until the person is released, and whoever lets it go on hears of it again. */
const REPEATED_EVERY: Duration = HOUR;

/** People who came within so long of each other are told of together, the later of them a little early. */
const TOGETHER: Duration = 10 * MINUTE;

/** When it is told that this person needs relief; only while on duty. */
function reliefOf({ dutySince, reliefTold }: Call, longest: Duration): Instant | undefined {
  if (dutySince === undefined) return undefined;
  return reliefTold === undefined ? dutySince + longest : reliefTold + REPEATED_EVERY;
}

/** Looks at everybody: only when somebody's duty has ended, or the plan has another limit. */
export function withRelief(slice: MobilisationSlice, state: State): MobilisationSlice {
  const longest = state.basis.plan.shifts?.longest;
  const bodies = Object.entries(slice.bodies).map(([key, body]) => {
    const reliefAt = longest === undefined ? undefined : firstRelief(body, longest);
    return [key, { ...body, reliefAt }] as const;
  });
  return { ...slice, bodies: Object.fromEntries(bodies) };
}

function firstRelief(body: CalledBody, longest: Duration): Instant | undefined {
  if (body.target.kind !== 'team') return undefined;
  let first = Infinity;
  for (const piece of body.people) {
    for (const person in piece) first = Math.min(first, reliefOf(piece[person]!, longest) ?? Infinity);
  }
  return first === Infinity ? undefined : first;
}

/** A new answer, in each team that it is to. */
export function withReliefOfAnswer(
  slice: MobilisationSlice,
  event: EventOf<'acknowledged' | 'arrived'>,
  state: State,
): MobilisationSlice {
  const longest = state.basis.plan.shifts?.longest;
  if (longest === undefined) return slice;
  return event.targets.reduce(
    (s, target) =>
      target.kind === 'team'
        ? changeBody(s, target, (body) => ({
            ...body,
            reliefAt: Math.min(body.reliefAt ?? Infinity, event.at + longest),
          }))
        : s,
    slice,
  );
}

export function reliefDue(state: WhoIsCalled): Instant | undefined {
  return earliest(...activeTeams(state).map((body) => body.reliefAt));
}

/** To the people themselves, the leads of their teams, and whom the plan names. */
export function reliefsAt(state: State, at: Instant): EventBody[] {
  const { shifts } = state.basis.plan;
  if (shifts === undefined || !activeTeams(state).some((body) => isDue(body.reliefAt, at))) return [];
  const people = new Set<PersonId>();
  const posts = new Set<string>();
  for (const body of activeTeams(state)) {
    for (const [person, call] of callEntries(body.people)) {
      if (!isDue(reliefOf(call, shifts.longest), at + TOGETHER)) continue;
      people.add(person);
      leadOf(state, body.target).forEach((post) => posts.add(post));
    }
  }
  const told = holdersOfPosts(state, [...posts, ...shifts.tell]);
  return [{ type: 'reliefDue', people: [...people], tell: told.length > 0 ? told : whoCommands(state) }];
}

function isDue(instant: Instant | undefined, at: Instant): boolean {
  return instant !== undefined && instant <= at;
}

export function markReliefTold(slice: MobilisationSlice, event: EventOf<'reliefDue'>, state: State): MobilisationSlice {
  const bodies = Object.entries(slice.bodies).map(([key, body]) => {
    const told = (call: Call): Call => (call.dutySince === undefined ? call : { ...call, reliefTold: event.at });
    return [key, { ...body, people: withCalls(body.people, event.people, told) }] as const;
  });
  return withRelief({ ...slice, bodies: Object.fromEntries(bodies) }, state);
}
