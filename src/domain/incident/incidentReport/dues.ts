import type { Due } from '../aftermath/dues.js';
import { deputiesOf } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { latestOf, reportTurn, signersOf } from './people.js';

export function reportDues(state: State): Due[] {
  const { from, dueAt, stage } = state.incidentReport;
  const post = reportTurn(state);
  if (post === undefined || from === undefined || dueAt === undefined) return [];
  const latest = stage === 'draft' ? undefined : latestOf(state);
  const but = latest === undefined ? {} : { but: signersOf(latest) };
  const within = state.basis.plan.aftermath?.report.within;
  return [
    {
      item: 'report',
      from,
      dueAt,
      ...(within === undefined ? {} : { within }),
      posts: [post, ...deputiesOf(state, post)],
      ...but,
    },
  ];
}
