import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { duesOf } from '../../plan/lifecycle/index.js';
import type { ReadinessFacts } from '../facts.js';
import type { FindingCode, Look } from '../finding.js';
import type { Owners } from '../owners.js';

/** A plan that somebody has approved, reviewed and evaluated in time. */
export function plan({ at, plan: { plan, control }, standing }: ReadinessFacts, owners: Owners): Look[] {
  const approver = owners.posts(control?.approver);
  const subject = { kind: 'plan' as const, id: plan.id };
  const look = (code: FindingCode, isFault: boolean, found: Said, todo: Said): Look => ({
    things: 1,
    faults: isFault ? [{ code, subject, found, todo, owners: approver }] : [],
  });
  const approved = look(
    'plan_not_approved',
    standing.approval === undefined,
    said('nobody has approved the plan in force in Muster', '现行预案未经批准'),
    said('have it reviewed and approved', '提交评审和批准'),
  );
  if (standing.approval === undefined) return [approved];
  const { review, evaluation } = duesOf(standing);
  return [
    approved,
    look(
      'plan_review_overdue',
      review !== undefined && review < at,
      said('the review of the plan is overdue', '预案复审逾期'),
      said('review it, and approve a new version', '进行复审并批准新版本'),
    ),
    ...(evaluation === undefined
      ? []
      : [
          look(
            'plan_evaluation_overdue',
            evaluation < at,
            said('the evaluation of the whole plan is overdue', '预案全面评估逾期'),
            said('evaluate it, and enter the result', '组织评估并登记结果'),
          ),
        ]),
  ];
}
