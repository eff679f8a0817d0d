import type { AftermathRule, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import { firstToTell, holdersOfPosts, whoMayActIn } from '../authority.js';
import { hereIn } from '../availability.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { Publication, State } from '../state.js';

type Rule = NonNullable<AftermathRule['publication']>;

/** What it is read from who has to do what for the public, and by when. */
export const READ = [
  'basis',
  'phase',
  'report',
  'merging',
  'command',
  'grading',
  'situation',
  'termination',
  'publication',
] as const satisfies (keyof State)[];
export type Publishing = Pick<State, (typeof READ)[number]>;

export function ruleOf({ basis }: Publishing): Rule | undefined {
  return basis.plan.aftermath?.publication;
}

export function drafters(state: Publishing): PostId[] {
  const rule = ruleOf(state);
  const own = rule === undefined ? [] : [rule.drafter, ...deputiesOf(state, rule.drafter)];
  return [...new Set([...own, ...postsOfCommand(state)])];
}

/** Command is not among them: it may go on without their word, but does not speak it. */
export function checkers(state: Publishing): PostId[] {
  const post = ruleOf(state)?.legalCheck;
  return post === undefined ? [] : [post, ...deputiesOf(state, post)];
}

/** The plan wants it checked, and nobody has. */
export function isUnchecked(state: Publishing, { checked }: Publication): boolean {
  return checked === undefined && checkers(state).length > 0;
}

/**
 * At the level of the moment. Where the plan names nobody for it, whoever commands; where nobody but those who wrote it could
 * approve it, or nobody at all, the deputies of these posts as well, and where that does not help, the chain of command.
 */
export function approvers(state: Publishing, authors: readonly Actor[] = []): PostId[] {
  const byPlan = approversByPlan(state);
  const withDeputies = [...byPlan, ...byPlan.flatMap((post) => deputiesOf(state, post))];
  const withCommand = [...withDeputies, ...postsOfCommand(state)];
  const posts = [byPlan, withDeputies].find((some) => isForOthers(state, some, authors)) ?? withCommand;
  return [...new Set(posts)];
}

function approversByPlan(state: Publishing): PostId[] {
  const { level } = state.grading;
  const posts = (ruleOf(state)?.approvedBy ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels === undefined || (level !== undefined && rule.levels.includes(level)) ? rule.posts : [];
  });
  return posts.length > 0 ? posts : [state.basis.plan.command.commander];
}

/**
 * Whom a draft waits for: counsel who did not write it, or whoever may approve it where there is no counsel, or none who is
 * there.
 */
export function checkersHere(state: State, at: Instant, authors: readonly Actor[]): PersonId[] {
  return checkers(state)
    .flatMap((post) => hereIn(state, post, at))
    .filter((person) => !isAmong(authors, person))
    .slice(0, 1);
}

/** Of each post the first who wrote none of it; nobody where nobody may approve it. */
export function toldToApprove(state: State, authors: readonly Actor[]): PersonId[] {
  const people = approvers(state, authors).flatMap((post) => othersIn(state, post, authors).slice(0, 1));
  return [...new Set(people)];
}

/** Somebody holds one of these posts who wrote none of it. */
export function isForOthers(state: Publishing, posts: PostId[], authors: readonly Actor[]): boolean {
  return posts.some((post) => othersIn(state, post, authors).length > 0);
}

function othersIn(state: Publishing, post: PostId, authors: readonly Actor[]): PersonId[] {
  return whoMayActIn(state, post).filter((person) => !isAmong(authors, person));
}

function isAmong(authors: readonly Actor[], person: PersonId): boolean {
  return authors.some((author) => author.kind === 'person' && author.id === person);
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
