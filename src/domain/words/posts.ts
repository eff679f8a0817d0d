import type { State } from '../incident/index.js';
import type { PersonId, PostId } from '../plan/compiled.js';

/** The post that is named behind a person's name. */
export type PostOf = ReadonlyMap<PersonId, PostId>;

/** Posts of command first: a deputy who leads a team as well acts as deputy. Then the leads: heads of departments sit in command too. */
export function postsHeld(state: Pick<State, 'basis' | 'command'>): PostOf {
  const held = new Map<PersonId, PostId>();
  const name = (person: PersonId, post: PostId): void => void (held.has(person) || held.set(person, post));
  for (const [post, person] of Object.entries(state.command.posts)) name(person, post);
  const { posts, teams } = state.basis.plan;
  for (const post of [...teams.map(({ lead }) => lead), ...posts.map(({ id }) => id)]) {
    for (const person of state.basis.holders[post] ?? []) name(person, post);
  }
  return held;
}
