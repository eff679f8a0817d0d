import { parseDuration } from '../duration.js';
import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Whatever happens, somebody is called, silence is answered in order, and the end can be declared. */
export const responseChecks: Check[] = [
  check(['mobilisation', 'levels', 'categories'], nobodyMobilised),
  check(['mobilisation'], clashingRules),
  check(['mobilisation'], impossibleQuorum),
  check(['notification'], waits),
  check(['resources'], reorderBelowMinimum),
  check(['calendar'], backwards),
  check(['termination', 'levels'], noTerminationCriterion),
];

function nobodyMobilised(plan: Pick<PlanDocument, 'mobilisation' | 'levels' | 'categories'>): PlanIssue[] {
  return plan.levels.flatMap((level) => {
    const rules = plan.mobilisation.filter((rule) => rule.levels.includes(level.id));
    const uncovered = plan.categories.filter(
      (category) => !rules.some((rule) => rule.categories === undefined || rule.categories.includes(category.id)),
    );
    if (uncovered.length === 0) return [];
    const categories = uncovered.map((category) => category.id);
    const message = said(
      `at level ${level.id} no team is called for ${categories.join(', ')}`,
      `${level.id} 级响应时，${categories.join('、')} 类事故不动员任何组`,
    );
    const hint = said(
      `add the level ${level.id} to the rule of the team that answers first`,
      `在最先响应的组的规则中加上 ${level.id} 级`,
    );
    return [issue(['mobilisation'], 'nobody_mobilised', message, hint)];
  });
}

/** With two rules for the same team, level and category nobody could say how many people are wanted. */
function clashingRules({ mobilisation }: Pick<PlanDocument, 'mobilisation'>): PlanIssue[] {
  const above = new Map<string, typeof mobilisation>();
  return mobilisation.flatMap((rule, i) => {
    const others = above.get(rule.team) ?? [];
    const [levels, categories] = [new Set(rule.levels), rule.categories && new Set(rule.categories)];
    const clashes = others.some((other) => meet(other.levels, levels) && meet(other.categories, categories));
    above.set(rule.team, others);
    others.push(rule);
    if (!clashes) return [];
    const message = said(
      `a rule above already calls "${rule.team}" for some of these levels and categories`,
      `前面已有规则在相同的级别和类别下动员“${rule.team}”组`,
    );
    const hint = said(
      'give each team one rule for each level and category: take what they share out of one of the two',
      '同一组、同一级别、同一类别只能有一条规则：从其中一条去掉重叠部分',
    );
    return [issue(['mobilisation', i], 'clashing_rules', message, hint)];
  });
}

function meet(a: string[] | undefined, b: Set<string> | undefined): boolean {
  return a === undefined || b === undefined || a.some((id) => b.has(id));
}

function impossibleQuorum({ mobilisation }: Pick<PlanDocument, 'mobilisation'>): PlanIssue[] {
  return mobilisation.flatMap(({ headcount, qualifications, quorumWithin }, i) => {
    const path = ['mobilisation', i];
    if (quorumWithin !== undefined && headcount === undefined && qualifications === undefined) {
      const message = said(
        'there is a time for the quorum, but nothing says who makes it up',
        '写了到位时限，却没有写多少人到位',
      );
      const hint = said('add headcount, or leave quorumWithin out', '补上 headcount，或不写 quorumWithin');
      return [issue([...path, 'quorumWithin'], 'quorum_impossible', message, hint)];
    }
    const most = Math.max(0, ...(qualifications ?? []).map(({ people }) => people));
    if (headcount === undefined || most <= headcount) return [];
    const message = said(
      `${most} qualified people are wanted among ${headcount}`,
      `总共只要 ${headcount} 人到位，其中却要 ${most} 人具备某项资质`,
    );
    const hint = said(
      'raise headcount, or ask for fewer people with that qualification',
      '改大 headcount，或减少该资质的人数',
    );
    return [issue([...path, 'headcount'], 'quorum_impossible', message, hint)];
  });
}

function reorderBelowMinimum({ resources }: Pick<PlanDocument, 'resources'>): PlanIssue[] {
  return (resources ?? []).flatMap(({ minimum, reorder }, i) => {
    if (reorder === undefined || reorder >= minimum) return [];
    const message = said(
      `it is reordered at ${reorder}, below the minimum of ${minimum}`,
      `存量降到 ${reorder} 才补充，已低于最低储备 ${minimum}`,
    );
    const hint = said(
      'reorder at the minimum or above: afterwards it is too late',
      'reorder 不得小于 minimum，否则补充已晚',
    );
    return [issue(['resources', i, 'reorder'], 'reorder_below_minimum', message, hint)];
  });
}

function backwards({ calendar }: Pick<PlanDocument, 'calendar'>): PlanIssue[] {
  return (calendar?.holidays ?? []).flatMap(({ from, to }, i) => {
    if (from <= to) return [];
    const message = said(
      `the holiday ends on ${to}, before it begins on ${from}`,
      `假期 ${to} 结束，却到 ${from} 才开始`,
    );
    const hint = said('exchange the two dates', '对调两个日期');
    return [issue(['calendar', 'holidays', i, 'to'], 'calendar_backwards', message, hint)];
  });
}

function waits({ notification }: Pick<PlanDocument, 'notification'>): PlanIssue[] {
  const issues: PlanIssue[] = [];
  for (const name of ['alert', 'call'] as const) {
    const { remindAfter, escalateAfter } = notification[name];
    if (parseDuration(escalateAfter) > parseDuration(remindAfter)) continue;
    const message = said(
      `others are told of silence after ${escalateAfter}, the reminder only goes out after ${remindAfter}`,
      `${escalateAfter} 未确认就上报，而 ${remindAfter} 才再次通知本人`,
    );
    const hint = said(
      'both count from the call: escalateAfter must be longer than remindAfter',
      '两者都从首次通知起算，escalateAfter 必须长于 remindAfter',
    );
    issues.push(issue(['notification', name, 'escalateAfter'], 'escalation_before_reminder', message, hint));
  }
  const { waits: tries, giveUpAfter } = notification.retry;
  const first = tries[0];
  if (first !== undefined && parseDuration(giveUpAfter) <= parseDuration(first)) {
    const message = said(
      `a deferred notice is given up after ${giveUpAfter}, before its first retry after ${first}`,
      `通知暂未送达时 ${giveUpAfter} 就放弃，而 ${first} 才首次重发`,
    );
    const hint = said('make giveUpAfter longer than the first of the waits', 'giveUpAfter 必须长于 waits 的第一项');
    issues.push(issue(['notification', 'retry', 'giveUpAfter'], 'gives_up_too_early', message, hint));
  }
  return issues;
}

function noTerminationCriterion({ termination, levels }: Pick<PlanDocument, 'termination' | 'levels'>): PlanIssue[] {
  return levels
    .filter(({ id }) => !termination.criteria.some((c) => c.levels === undefined || c.levels.includes(id)))
    .map(({ id }) => {
      const message = said(
        `at level ${id} nothing has to be met before the end is declared`,
        `${id} 级响应没有任何终止条件`,
      );
      const hint = said(
        `add a criterion without "levels", or one with the level ${id}`,
        `增加一条不写 levels 的终止条件，或一条写有 ${id} 级的`,
      );
      return issue(['termination', 'criteria'], 'no_termination_criterion', message, hint);
    });
}
