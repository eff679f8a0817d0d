import type { PersonId, PostId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

/** Whoever may act for a post after the end: its deputies, and command, as well. */
export function postsBehind(state: State, post: PostId): PostId[] {
  return [...new Set([post, ...deputiesOf(state, post), ...postsOfCommand(state)])];
}

/** The first of them who is there, and none of `but`: somebody is told, as long as anybody may act. */
export function firstBehind(state: State, post: PostId, but: readonly (PersonId | undefined)[] = []): PersonId[] {
  const people = holdersOfPosts(state, postsBehind(state, post));
  return people.filter((person) => !but.includes(person)).slice(0, 1);
}
