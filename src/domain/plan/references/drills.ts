import { parseDuration } from '../duration.js';
import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue } from '../issues.js';
import { suggestion } from '../nearest.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** A scenario can be played as it is written. */
export const drillChecks: Check[] = [
  check(['scenarios'], ({ scenarios }) => (scenarios ?? []).flatMap(injectIssues)),
  check(['scenarios', 'posts', 'teams'], ambiguousPlayers),
];

type Scenario = NonNullable<PlanDocument['scenarios']>[number];

function injectIssues({ injects, objectives, duration }: Scenario, n: number): PlanIssue[] {
  const known = objectives.map((objective) => objective.id);
  return injects.flatMap((inject, i) => {
    const path = ['scenarios', n, 'injects', i];
    const issues: PlanIssue[] = [];
    if (!known.includes(inject.objective)) {
      const { objective } = inject;
      const message = said(`the scenario has no objective "${objective}"`, `该情景没有演练目标“${objective}”`);
      issues.push(issue([...path, 'objective'], 'unknown_objective', message, suggestion(objective, known)));
    }
    issues.push(...shownElsewhere(inject, objectives, path));
    if (inject.at === undefined) return issues;
    const before = injects.slice(0, i).findLast(({ at }) => at !== undefined)?.at;
    if (before !== undefined && parseDuration(inject.at) < parseDuration(before)) {
      const message = said(
        `it comes at ${inject.at}, before the one above it at ${before}`,
        `注入时间为 ${inject.at}，早于上一条的 ${before}`,
      );
      const hint = said('sort the injects by time', '按时间先后排列各条情景注入');
      issues.push(issue([...path, 'at'], 'injects_out_of_order', message, hint));
    }
    if (parseDuration(inject.at) + parseDuration(inject.takes) > parseDuration(duration)) {
      const message = said(
        `it begins at ${inject.at} and takes ${inject.takes}: the scenario ends after ${duration}`,
        `${inject.at} 开始，历时 ${inject.takes}，而整个情景 ${duration} 后就结束`,
      );
      const hint = said('lengthen the scenario, or let the inject come earlier', '延长情景时间，或提前这条情景注入');
      issues.push(issue([...path, 'at'], 'inject_after_end', message, hint));
    }
    return issues;
  });
}

/** An action says something of criteria of its own objective only: else an evaluator would look for it in vain. */
function shownElsewhere(
  { objective, expects = [] }: Scenario['injects'][number],
  objectives: Scenario['objectives'],
  path: Path,
): PlanIssue[] {
  const own = objectives.find(({ id }) => id === objective)?.criteria;
  if (own === undefined) return [];
  return expects.flatMap(({ shows = [] }, i) =>
    shows.flatMap((criterion, j) => {
      if (own.includes(criterion)) return [];
      const message = said(
        `the objective "${objective}" has no criterion "${criterion}"`,
        `演练目标“${objective}”没有评估标准“${criterion}”`,
      );
      return [issue([...path, 'expects', i, 'shows', j], 'shown_elsewhere', message, suggestion(criterion, own))];
    }),
  );
}

/** A player is a post or a team, so that one id for both would leave open who is meant. */
function ambiguousPlayers({
  scenarios,
  posts,
  teams,
}: Pick<PlanDocument, 'scenarios' | 'posts' | 'teams'>): PlanIssue[] {
  const both = posts.filter((post) => teams.some((team) => team.id === post.id)).map((post) => post.id);
  return (scenarios ?? []).flatMap(({ injects }, n) =>
    injects.flatMap(({ players }, i) =>
      players.flatMap((player, j) => {
        if (!both.includes(player)) return [];
        const message = said(`"${player}" is a post and a team`, `“${player}”既是岗位又是组`);
        const hint = said('give the post another id', '给该岗位换一个 id');
        return [issue(['scenarios', n, 'injects', i, 'players', j], 'ambiguous_player', message, hint)];
      }),
    ),
  );
}
