import type { Decision, LevelId, PersonId, PostId } from '../plan/compiled.js';
import type { Actor } from './actor.js';
import { refusal } from './refusals.js';
import type { Refusal } from './refusals.js';
import type { State } from './state.js';

/** The person who acts in a post now: for command posts whoever fills it, else the primary holder. */
export function holderOf(state: State, post: PostId): PersonId | undefined {
  return state.command.posts[post] ?? state.basis.holders[post]?.[0];
}

/** Whoever acts in these posts now, each once. */
export function holdersOfPosts(state: State, posts: PostId[]): PersonId[] {
  const people = posts.map((post) => holderOf(state, post));
  return [...new Set(people.filter((person) => person !== undefined))];
}

/** The first of these who is there, else who commands: somebody is always told, as long as anybody commands. */
export function firstToTell(state: State, posts: string[]): PersonId[] {
  const { commander, deputies } = state.basis.plan.command;
  return holdersOfPosts(state, [...posts, commander, ...deputies]).slice(0, 1);
}

export function whoCommands(state: State): PersonId[] {
  return firstToTell(state, []);
}

/** Of a post of command whoever fills it, else all who hold it. */
export function whoMayActIn({ basis, command }: Pick<State, 'basis' | 'command'>, post: PostId): PersonId[] {
  const inCommand = command.posts[post];
  return inCommand === undefined ? (basis.holders[post] ?? []) : [inCommand];
}

function holds(state: State, actor: Actor, post: PostId): boolean {
  return actor.kind === 'person' && whoMayActIn(state, post).includes(actor.id);
}

/** The post whose authority the actor has, or the refusal. */
export function authorityOf(
  state: State,
  actor: Actor,
  posts: PostId[],
): { authority: PostId } | ({ type: 'refused' } & Refusal) {
  const authority = posts.find((post) => holds(state, actor, post));
  if (authority !== undefined) return { authority };
  return refusal('not_authorised', { posts: postsHeldBy(state, actor) }, { posts });
}

export function postsHeldBy(state: State, actor: Actor): PostId[] {
  return Object.keys(state.basis.holders).filter((post) => holds(state, actor, post));
}

/** Before a level is decided, only rules that hold at every level give authority. */
export function postsFor(state: State, decision: Decision): PostId[] {
  const { level } = state.grading;
  const rules = state.basis.plan.authority[decision].filter(
    ({ levels }) => levels === undefined || (level !== undefined && levels.includes(level)),
  );
  return [...new Set(rules.flatMap(({ posts }) => posts))];
}

export function postsForLevel(state: State, level: LevelId): PostId[] {
  return state.basis.plan.levels.find((l) => l.id === level)?.decidedBy ?? [];
}
