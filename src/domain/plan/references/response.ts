import { parseDuration } from '../duration.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Whatever happens, somebody is called, silence is answered in order, and the end can be declared. */
export const responseChecks: Check[] = [
  check(['command'], ({ command }) =>
    command.deputies.flatMap((post, i) =>
      post === command.commander
        ? [
            {
              path: ['command', 'deputies', i],
              code: 'commander_is_deputy' as const,
              message: `"${post}" is the commander`,
              hint: 'a deputy is another post, so that somebody is there when the commander is not',
            },
          ]
        : [],
    ),
  ),
  check(['teams', 'posts'], leadsOutsideTeam),
  check(['mobilisation', 'levels', 'categories'], nobodyMobilised),
  check(['notification'], waits),
  check(['termination', 'levels'], noTerminationCriterion),
];

function leadsOutsideTeam({ teams, posts }: Pick<PlanDocument, 'teams' | 'posts'>): PlanIssue[] {
  return teams.flatMap((team, i) => {
    const lead = posts.find((post) => post.id === team.lead);
    if (lead === undefined || lead.team === team.id) return [];
    const message = `the lead "${lead.id}" belongs to ${lead.team === undefined ? 'no team' : `"${lead.team}"`}`;
    const hint = `give the post "${lead.id}" the line "team: ${team.id}", or name another lead`;
    return [{ path: ['teams', i, 'lead'], code: 'lead_not_in_team' as const, message, hint }];
  });
}

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
