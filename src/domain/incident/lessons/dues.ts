import type { Due } from '../aftermath/dues.js';
import type { State } from '../state.js';
import { collectors, missing, postsOf } from './people.js';

/** Each department that has not answered, and whoever brings them together. Once that is done nobody owes any more. */
export function lessonsDue(state: State): Due[] {
  const { asked, collected } = state.lessons;
  if (asked === undefined || collected !== undefined) return [];
  const { from, dueAt } = asked;
  return [
    ...missing(state).map((post) => ({
      item: `lessons ${post}`,
      from,
      dueAt,
      posts: [...postsOf(state, post), ...collectors(state)],
    })),
    { item: 'lessonsCollection', from, dueAt, posts: collectors(state) },
  ];
}
