import type { Due } from '../aftermath/dues.js';
import type { Instant } from '../../time.js';
import { isOver } from '../phases.js';
import { deputiesOf } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { approvedWithout, reportWaitsFor } from './parts.js';
import { latestOf, reportTurn, signersOf } from './people.js';

export function reportDues(state: State): Due[] {
  const { from, dueAt, stage } = state.incidentReport;
  if (from === undefined || dueAt === undefined || isOver(state.phase)) return [];
  const supplements = approvedWithout(state).length > 0;
  const post = supplements ? state.basis.plan.aftermath?.report.owner : reportTurn(state);
  if (post === undefined) return [];
  const latest = stage === 'draft' || supplements ? undefined : latestOf(state);
  const but = latest === undefined ? {} : { but: signersOf(latest) };
  const within = state.basis.plan.aftermath?.report.within;
  // Whoever reviews has something to read; whoever writes has to wait for others.
  const waits = latest === undefined && reportWaitsFor(state).length > 0;
  return [
    {
      item: 'report',
      from,
      dueAt: notBefore(state, dueAt),
      ...(within === undefined ? {} : { within }),
      ...(waits ? { waits: true as const } : {}),
      posts: [post, ...deputiesOf(state, post)],
      ...but,
    },
  ];
}

/** A quarter of its time is left to whoever writes it, however late the others were. */
function notBefore({ basis, incidentReport: { broughtAt } }: State, dueAt: Instant): Instant {
  const within = basis.plan.aftermath?.report.within;
  if (broughtAt === undefined || within === undefined) return dueAt;
  return Math.max(dueAt, broughtAt + Math.floor(within / 4));
}
