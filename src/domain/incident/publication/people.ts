import type { AftermathRule, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import { firstToTell, holdersOfPosts, whoCommands } from '../authority.js';
import { hereIn } from '../availability.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

type Rule = NonNullable<AftermathRule['publication']>;

export function ruleOf({ basis }: State): Rule | undefined {
  return basis.plan.aftermath?.publication;
}

export function drafters(state: State): PostId[] {
  const rule = ruleOf(state);
  const own = rule === undefined ? [] : [rule.drafter, ...deputiesOf(state, rule.drafter)];
  return [...new Set([...own, ...postsOfCommand(state)])];
}

/** Command is not among them: it may go on without their word, but does not speak it. */
export function checkers(state: State): PostId[] {
  const post = ruleOf(state)?.legalCheck;
  return post === undefined ? [] : [post, ...deputiesOf(state, post)];
}

/**
 * At the level of the moment. Where the plan names nobody for it, whoever commands; where nobody but who wrote it could
 * approve it, the next in line of command as well.
 */
export function approvers(state: State, drafter?: Actor): PostId[] {
  const posts = approversByPlan(state);
  return isAllTheirs(state, posts, drafter) ? [...new Set([...posts, ...postsOfCommand(state)])] : posts;
}

function approversByPlan(state: State): PostId[] {
  const { level } = state.grading;
  const posts = (ruleOf(state)?.approvedBy ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels === undefined || (level !== undefined && rule.levels.includes(level)) ? rule.posts : [];
  });
  return posts.length > 0 ? [...new Set(posts)] : [state.basis.plan.command.commander];
}

/**
 * Whom a draft waits for: counsel who did not write it, or whoever may approve it where there is no counsel, or none who is
 * there.
 */
export function checkersHere(state: State, at: Instant, drafter: Actor): PersonId[] {
  return checkers(state)
    .flatMap((post) => hereIn(state, post, at))
    .filter((person) => !isPerson(drafter, person))
    .slice(0, 1);
}

export function toldToApprove(state: State, drafter: Actor | undefined): PersonId[] {
  const people = holdersOfPosts(state, approvers(state, drafter));
  // Whoever wrote it may not approve it.
  return (people.length > 0 ? people : whoCommands(state)).filter((person) => !isPerson(drafter, person));
}

/** Whoever holds these posts wrote it, and nobody else does. */
export function isAllTheirs(state: State, posts: PostId[], drafter: Actor | undefined): boolean {
  const people = holdersOfPosts(state, posts);
  return people.length > 0 && people.every((person) => isPerson(drafter, person));
}

function isPerson(actor: Actor | undefined, person: PersonId): boolean {
  return actor?.kind === 'person' && actor.id === person;
}

/** Whoever answers for what is published, and command. */
export function toldWhenOut(state: State): PersonId[] {
  const rule = ruleOf(state);
  const { posts, teams } = state.basis.plan;
  const team = posts.find(({ id }) => id === rule?.drafter)?.team;
  const leads = teams.filter(({ id }) => id === team).map(({ lead }) => lead);
  return holdersOfPosts(state, [...(rule === undefined ? [] : [rule.drafter]), ...leads, ...postsOfCommand(state)]);
}

/** Whoever speaks with each partner of the plan, each with all of theirs. */
export function speakers(state: State): { person: PersonId; partners: string[] }[] {
  const theirs = new Map<PersonId, string[]>();
  for (const { id, owner } of state.basis.plan.partners ?? []) {
    for (const person of firstToTell(state, [owner])) theirs.set(person, [...(theirs.get(person) ?? []), id]);
  }
  return [...theirs].map(([person, partners]) => ({ person, partners }));
}
