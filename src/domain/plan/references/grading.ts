import { inUse } from '../compile/packs.js';
import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Grading gives one answer for every set of facts, and a worse fact never a milder one. */
export const gradingChecks: Check[] = [
  check(['incidentLevels', 'levels'], levelsShareId),
  check(['incidentLevels', 'levels'], levelsOutOfOrder),
  check(['gradingCriteria', 'incidentLevels', 'packs', 'operator'], neverDecides),
];

/** How bad it is and what is done about it are two things; one id for both would be read as one. */
function levelsShareId({ incidentLevels, levels }: Pick<PlanDocument, 'incidentLevels' | 'levels'>): PlanIssue[] {
  return incidentLevels.flatMap(({ id }, i) => {
    if (!levels.some((level) => level.id.toLowerCase() === id.toLowerCase())) return [];
    const message = said(`"${id}" is an incident level and a response level`, `“${id}”既是事故等级又是响应级别`);
    const hint = said(
      'give the two ladders ids that nobody can confuse, such as "serious" and "II"',
      '两者的 id 应不易混淆，如“serious”和“II”',
    );
    return [issue(['incidentLevels', i, 'id'], 'levels_share_id', message, hint)];
  });
}

function levelsOutOfOrder({ incidentLevels, levels }: Pick<PlanDocument, 'incidentLevels' | 'levels'>): PlanIssue[] {
  const order = levels.map((level) => level.id);
  return incidentLevels.flatMap((current, i) => {
    const worse = incidentLevels[i - 1];
    if (worse === undefined) return [];
    const [a, b] = [order.indexOf(worse.level), order.indexOf(current.level)];
    if (a < 0 || b < 0 || a <= b) return [];
    const message = said(
      `"${current.id}" calls for level ${current.level}, the worse "${worse.id}" only for ${worse.level}`,
      `“${current.id}”对应 ${current.level} 级响应，更严重的“${worse.id}”反而只对应 ${worse.level} 级`,
    );
    const hint = said(
      'both ladders are listed from the most severe down; put the entries or their levels in that order',
      '事故等级和响应级别都从最严重的排起，请按此调整次序或对应关系',
    );
    return [issue(['incidentLevels', i, 'level'], 'levels_out_of_order', message, hint)];
  });
}

/** Whatever meets this criterion meets one of a worse level too, so it can never decide: usually a digit too few or many. */
function neverDecides(
  plan: Pick<PlanDocument, 'gradingCriteria' | 'incidentLevels' | 'packs' | 'operator'>,
): PlanIssue[] {
  const order = plan.incidentLevels.map((level) => level.id);
  const counting = plan.gradingCriteria.filter(({ pack }) => inUse(plan, pack));
  return plan.gradingCriteria.flatMap((criterion, i) => {
    if (criterion.fact === undefined || !counting.includes(criterion)) return [];
    const worse = counting.find(
      (other) =>
        other.fact === criterion.fact &&
        order.includes(other.incidentLevel) &&
        order.indexOf(other.incidentLevel) < order.indexOf(criterion.incidentLevel) &&
        includes(other, criterion),
    );
    if (worse === undefined) return [];
    const path = ['gradingCriteria', i, criterion.is === undefined ? 'atLeast' : 'is'];
    const message = said(
      `"${criterion.id}" never decides: whatever meets it meets "${worse.id}" of the worse level too`,
      `“${criterion.id}”不起作用：凡符合它的，也符合等级更高的“${worse.id}”`,
    );
    const hint = said('compare the two thresholds', '请核对两条准则的阈值');
    return [issue(path, 'criterion_never_decides', message, hint)];
  });
}

type GradingCriterion = PlanDocument['gradingCriteria'][number];

function includes(wide: GradingCriterion, narrow: GradingCriterion): boolean {
  // Options of a choice are compared by their order elsewhere; only the same option twice is sure to be a mistake here.
  if (typeof wide.atLeast === 'number' && typeof narrow.atLeast === 'number') return wide.atLeast <= narrow.atLeast;
  if (wide.atLeast !== undefined) return wide.atLeast === narrow.atLeast;
  return wide.is !== undefined && wide.is === narrow.is;
}
