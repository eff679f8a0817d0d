import type { Due } from '../aftermath/dues.js';
import type { State } from '../state.js';
import { chairs } from './people.js';

/** The meeting itself: calling it is not enough. */
export function summaryDue(state: State): Due[] {
  const { asked, held } = state.summary;
  if (asked === undefined || held !== undefined) return [];
  return [{ item: 'summary', ...asked, posts: chairs(state) }];
}
