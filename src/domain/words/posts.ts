import type { State } from '../incident/index.js';
import type { PersonId, PostId } from '../plan/compiled.js';

/** The post that is named behind a person's name. */
export type PostOf = ReadonlyMap<PersonId, PostId>;

/** Posts of command first: a deputy who leads a team as well acts as deputy. */
export function postsHeld(state: Pick<State, 'basis' | 'command'>): PostOf {
  const held = new Map<PersonId, PostId>();
  const name = (person: PersonId, post: PostId): void => void (held.has(person) || held.set(person, post));
  for (const [post, person] of Object.entries(state.command.posts)) name(person, post);
  for (const { id } of state.basis.plan.posts) {
    for (const person of state.basis.holders[id] ?? []) name(person, id);
  }
  return held;
}
