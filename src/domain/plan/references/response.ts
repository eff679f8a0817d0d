import { parseDuration } from '../duration.js';
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
  check(['sitreps', 'levels'], levelsWithoutSitrep),
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
    const message = `at level ${level.id} no team is called for ${uncovered.map((c) => c.id).join(', ')}`;
    const hint = `add the level ${level.id} to the rule of the team that answers first`;
    return [{ path: ['mobilisation'], code: 'nobody_mobilised' as const, message, hint }];
  });
}

/** With two rules for the same team, level and category nobody could say how many people are wanted. */
function clashingRules({ mobilisation }: Pick<PlanDocument, 'mobilisation'>): PlanIssue[] {
  return mobilisation.flatMap((rule, i) => {
    const earlier = mobilisation
      .slice(0, i)
      .find(
        (other) =>
          other.team === rule.team && meet(other.levels, rule.levels) && meet(other.categories, rule.categories),
      );
    if (earlier === undefined) return [];
    const message = `a rule above already calls "${rule.team}" for some of these levels and categories`;
    const hint = 'give each team one rule for each level and category: take what they share out of one of the two';
    return [{ path: ['mobilisation', i], code: 'clashing_rules' as const, message, hint }];
  });
}

function meet(a: string[] | undefined, b: string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((id) => b.includes(id));
}

function impossibleQuorum({ mobilisation }: Pick<PlanDocument, 'mobilisation'>): PlanIssue[] {
  return mobilisation.flatMap(({ headcount, qualifications, quorumWithin }, i) => {
    const path = ['mobilisation', i];
    if (quorumWithin !== undefined && headcount === undefined && qualifications === undefined) {
      const message = 'there is a time for the quorum, but nothing says who makes it up';
      return [{ path: [...path, 'quorumWithin'], code: 'quorum_impossible' as const, message, hint: 'add headcount' }];
    }
    const most = Math.max(0, ...(qualifications ?? []).map(({ people }) => people));
    if (headcount === undefined || most <= headcount) return [];
    const message = `${most} qualified people are wanted among ${headcount}`;
    const hint = 'raise headcount, or ask for fewer people with that qualification';
    return [{ path: [...path, 'headcount'], code: 'quorum_impossible' as const, message, hint }];
  });
}

function levelsWithoutSitrep({ sitreps, levels }: Pick<PlanDocument, 'sitreps' | 'levels'>): PlanIssue[] {
  if (sitreps === undefined) return [];
  return levels.flatMap(({ id }) => {
    const count = sitreps.cadence.filter((entry) => entry.levels.includes(id)).length;
    if (count === 1) return [];
    const message =
      count === 0 ? `no cadence says when level ${id} is reported on` : `level ${id} has several cadences`;
    const hint = 'name each level in exactly one entry';
    return [{ path: ['sitreps', 'cadence'], code: 'level_without_cadence' as const, message, hint }];
  });
}

function reorderBelowMinimum({ resources }: Pick<PlanDocument, 'resources'>): PlanIssue[] {
  return (resources ?? []).flatMap(({ minimum, reorder }, i) => {
    if (reorder === undefined || reorder >= minimum) return [];
    const message = `it is reordered at ${reorder}, below the minimum of ${minimum}`;
    const hint = 'reorder at the minimum or above: afterwards it is too late';
    return [{ path: ['resources', i, 'reorder'], code: 'reorder_below_minimum' as const, message, hint }];
  });
}

function backwards({ calendar }: Pick<PlanDocument, 'calendar'>): PlanIssue[] {
  return (calendar?.holidays ?? []).flatMap(({ from, to }, i) =>
    from <= to
      ? []
      : [
          {
            path: ['calendar', 'holidays', i, 'to'],
            code: 'calendar_backwards' as const,
            message: `the holiday ends on ${to}, before it begins on ${from}`,
            hint: 'exchange the two dates',
          },
        ],
  );
}

function waits({ notification }: Pick<PlanDocument, 'notification'>): PlanIssue[] {
  const issues: PlanIssue[] = [];
  for (const name of ['alert', 'call'] as const) {
    const { remindAfter, escalateAfter } = notification[name];
    if (parseDuration(escalateAfter) > parseDuration(remindAfter)) continue;
    issues.push({
      path: ['notification', name, 'escalateAfter'],
      code: 'escalation_before_reminder',
      message: `others are told of silence after ${escalateAfter}, the reminder only goes out after ${remindAfter}`,
      hint: 'both count from the call: escalateAfter must be longer than remindAfter',
    });
  }
  const { waits: tries, giveUpAfter } = notification.retry;
  const first = tries[0];
  if (first !== undefined && parseDuration(giveUpAfter) <= parseDuration(first)) {
    issues.push({
      path: ['notification', 'retry', 'giveUpAfter'],
      code: 'gives_up_too_early',
      message: `a deferred notice is given up after ${giveUpAfter}, before its first retry after ${first}`,
      hint: 'make giveUpAfter longer than the first of the waits',
    });
  }
  return issues;
}

function noTerminationCriterion({ termination, levels }: Pick<PlanDocument, 'termination' | 'levels'>): PlanIssue[] {
  return levels
    .filter(({ id }) => !termination.criteria.some((c) => c.levels === undefined || c.levels.includes(id)))
    .map(({ id }) => ({
      path: ['termination', 'criteria'],
      code: 'no_termination_criterion',
      message: `at level ${id} nothing has to be met before the end is declared`,
      hint: `add a criterion without "levels", or one with the level ${id}`,
    }));
}
