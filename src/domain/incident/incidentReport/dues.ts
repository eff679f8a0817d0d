import type { Due } from '../aftermath/dues.js';
import { deputiesOf } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { reportTurn } from './people.js';

export function reportDues(state: State): Due[] {
  const { from, dueAt } = state.incidentReport;
  const post = reportTurn(state);
  if (post === undefined || from === undefined || dueAt === undefined) return [];
  const within = state.basis.plan.aftermath?.report.within;
  return [
    {
      item: 'report',
      from,
      dueAt,
      ...(within === undefined ? {} : { within }),
      posts: [post, ...deputiesOf(state, post)],
    },
  ];
}
