import type { PersonId, PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { PassedOver } from './events.js';
import { isPreempted } from './preempted.js';
import type { State } from './state.js';

/** By the roster, or at work for a real incident while this one is a drill. */
export function isAway(state: State, person: PersonId, at: Instant): boolean {
  const { away = [] } = state.basis.people?.[person] ?? {};
  return away.some(({ from, until }) => from <= at && at < until) || isPreempted(state, person);
}

/** Why this person is not to be given command now, if there is a reason. */
export function whyNot(state: State, person: PersonId, at: Instant): PassedOver['why'] | undefined {
  if (isAway(state, person, at)) return 'away';
  return state.command.engaged.includes(person) ? 'commandsElsewhere' : undefined;
}

/** Whoever may command, in the order of the plan: the holders of the post itself, then those of the deputies' posts. */
export function commanders({ basis }: State): PersonId[] {
  const { commander, deputies } = basis.plan.command;
  return [...new Set([commander, ...deputies].flatMap((post) => basis.holders[post] ?? []))];
}

/**
 * Who fills a post: the first of these who is free. When nobody is, somebody who commands elsewhere, and then the first: a
 * post of command with the wrong person in it is better than an empty one.
 */
export function choose(
  state: State,
  people: PersonId[],
  at: Instant,
): { person: PersonId; passedOver: PassedOver[] } | undefined {
  const reasons = people.map((person) => ({ person, why: whyNot(state, person, at) }));
  const chosen =
    reasons.find(({ why }) => why === undefined) ?? reasons.find(({ why }) => why !== 'away') ?? reasons[0];
  if (chosen === undefined) return undefined;
  const before = reasons.slice(0, reasons.indexOf(chosen));
  const passedOver = before.filter((entry): entry is PassedOver => entry.why !== undefined);
  return { person: chosen.person, passedOver };
}

export function holdersOf({ basis }: State, post: PostId): PersonId[] {
  return basis.holders[post] ?? [];
}

/** Whoever of the post is not away; of a post of command only whoever fills it in this incident. */
export function hereIn(state: State, post: PostId, at: Instant): PersonId[] {
  const filling = state.command.posts[post];
  const people = filling === undefined ? (state.basis.holders[post] ?? []) : [filling];
  return people.filter((person) => !isAway(state, person, at));
}
