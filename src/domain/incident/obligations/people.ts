import type { ObligationId, ObligationRule, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { whoCommands } from '../authority.js';
import { hereIn } from '../availability.js';
import type { Clock, ObligationsTold } from '../events.js';
import type { State } from '../state.js';
import { ruleOf } from './clock.js';

/** Whoever files it; its deputy as well; and whoever commands. */
export type Circle = 'owner' | 'deputy' | 'command';

/** Posts whose holders say whether it applies, from when, and that it was filed. */
export function postsOn({ basis }: State, { owner, deputy }: ObligationRule): PostId[] {
  const { commander, deputies } = basis.plan.command;
  return [...new Set([owner, ...(deputy === undefined ? [] : [deputy]), commander, ...deputies])];
}

/** Whether it is this person who files it, may say so, or commands. */
export function isFiledBy(state: State, id: ObligationId, person: PersonId): boolean {
  const rule = ruleOf(state, id);
  if (rule === undefined) return false;
  const { holders } = state.basis;
  return postsOn(state, rule).some((post) => holders[post]?.includes(person)) || whoCommands(state).includes(person);
}

/**
 * Each person with all that is theirs, the first due first. Whoever is away is passed over, and nothing is told to nobody.
 * Of what the plan does not know any more only command is told.
 * `clocks`: as they run from now on, where that is only being decided.
 */
export function toldOf(
  state: State,
  ids: ObligationId[],
  circle: Circle,
  at: Instant,
  clocks: Clock[] = [],
): ObligationsTold[] {
  const people = new Map<PersonId, ObligationId[]>();
  for (const id of inOrder(state, ids, clocks)) {
    const rule = ruleOf(state, id);
    for (const person of rule === undefined ? whoCommands(state) : peopleFor(state, rule, circle, at)) {
      people.set(person, [...(people.get(person) ?? []), id]);
    }
  }
  return [...people].map(([person, obligations]) => ({ person, obligations }));
}

function peopleFor(state: State, { owner, deputy }: ObligationRule, circle: Circle, at: Instant): PersonId[] {
  const [first] = hereIn(state, owner, at);
  const [second] = deputy === undefined ? [] : hereIn(state, deputy, at);
  const [commander] = whoCommands(state);
  const told =
    circle === 'owner'
      ? [first ?? second ?? commander]
      : circle === 'deputy'
        ? [first, second, ...(first === undefined && second === undefined ? [commander] : [])]
        : [first, second, commander];
  return [...new Set(told.filter((person) => person !== undefined))];
}

function inOrder({ obligations }: State, ids: ObligationId[], clocks: Clock[]): ObligationId[] {
  const next = new Map(clocks.map(({ obligation, due }) => [obligation, due]));
  const due = (id: ObligationId) => (next.has(id) ? next.get(id) : obligations.duties[id]?.due) ?? Infinity;
  // Those without a limit come last, as they stand: their difference is no number, which counts as none.
  return ids.toSorted((a, b) => due(a) - due(b));
}
