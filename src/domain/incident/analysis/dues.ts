import type { Due } from '../aftermath/dues.js';
import { isAfterEnd } from '../phases.js';
import { deputiesOf } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

export function analysisDues(state: State): Due[] {
  const { asked, completed } = state.analysis;
  const owner = state.basis.plan.aftermath?.analysis.owner;
  if (asked === undefined || completed !== undefined || owner === undefined || !isAfterEnd(state.phase)) return [];
  return [{ item: 'analysis', ...asked, posts: [owner, ...deputiesOf(state, owner)] }];
}
