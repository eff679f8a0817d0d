import type { PostId } from '../../plan/compiled.js';
import { holderOf } from '../authority.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

/** Whose word the department's is: its own post, and that post's deputies. */
export function postsOf(state: State, department: PostId): PostId[] {
  return [department, ...deputiesOf(state, department)];
}

/** Who brings the lessons together, and answers for whoever is not there. */
export function collectors(state: State): PostId[] {
  const collector = state.basis.plan.aftermath?.lessons.collectedBy;
  const own = collector === undefined ? [] : [collector, ...deputiesOf(state, collector)];
  return [...new Set([...own, ...postsOfCommand(state)])];
}

export function isVacant(state: State, department: PostId): boolean {
  return postsOf(state, department).every((post) => holderOf(state, post) === undefined);
}

/** Asked, and silent so far. */
export function missing({ lessons: { asked, given } }: State): PostId[] {
  return (asked?.posts ?? []).filter((post) => given[post] === undefined);
}
