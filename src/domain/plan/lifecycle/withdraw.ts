import type { Instant } from '../../time.js';
import { approverOf, steps, unlessApprover, unlessResponsible, unlessStatus, unlessWords } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';

/** Gives a version up before it takes effect. What is signed, only the approver takes back. */
export function withdraw(act: Act, reason: string): Decided {
  const { status } = act.standing;
  // Without a plan in force no incident could be reported.
  if (status === 'effective') return refuse('plan_in_force', { version: act.document.plan.version });
  const refused =
    unlessStatus(act, 'draft', 'inReview', 'approved') ??
    (status === 'approved' ? unlessApprover(act) : unlessResponsible(act, ...approverOf(act))) ??
    unlessWords(reason, 'reason');
  return refused ?? steps(act, { type: 'withdrawn', reason });
}

/** What becomes of a version when another takes effect: the one before it, and older ones that now never will. */
export function supersede(at: Instant, successor: { id: string; version: number }) {
  return steps({ at, by: { kind: 'system' } }, { type: 'superseded', successor });
}
