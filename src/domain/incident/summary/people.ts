import type { PersonId, PostId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

/** Who calls the meeting and puts on record what came of it. */
export function chairs(state: State): PostId[] {
  const chair = state.basis.plan.aftermath?.summary.chair;
  const own = chair === undefined ? [] : [chair, ...deputiesOf(state, chair)];
  return [...new Set([...own, ...postsOfCommand(state)])];
}

/** Whom the plan wants there. */
export function plannedParticipants(state: State): PersonId[] {
  return holdersOfPosts(state, plannedPosts(state));
}

/** Of which nobody is among these people, a deputy neither. */
export function unrepresented(state: State, people: readonly PersonId[]): PostId[] {
  return plannedPosts(state).filter(
    (post) => !holdersOfPosts(state, [post, ...deputiesOf(state, post)]).some((person) => people.includes(person)),
  );
}

function plannedPosts({ basis }: State): PostId[] {
  const { chair, participants = [] } = basis.plan.aftermath?.summary ?? {};
  return [...new Set([...(chair === undefined ? [] : [chair]), ...participants])];
}

/** Those who hold no post here. */
export function strangersAmong({ basis, command }: State, people: PersonId[]): PersonId[] {
  const known = new Set([...Object.values(basis.holders).flat(), ...Object.values(command.posts)]);
  return people.filter((person) => !known.has(person));
}
