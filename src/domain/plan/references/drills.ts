import { parseDuration } from '../duration.js';
import type { PlanIssue } from '../issues.js';
import { suggestion } from '../nearest.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** A scenario can be played as it is written. */
export const drillChecks: Check[] = [check(['scenarios'], ({ scenarios }) => (scenarios ?? []).flatMap(injectIssues))];

type Scenario = NonNullable<PlanDocument['scenarios']>[number];

function injectIssues({ injects, objectives, duration }: Scenario, n: number): PlanIssue[] {
  const known = objectives.map((objective) => objective.id);
  return injects.flatMap((inject, i) => {
    const path = ['scenarios', n, 'injects', i];
    const issues: PlanIssue[] = [];
    if (!known.includes(inject.objective)) {
      const message = `the scenario has no objective "${inject.objective}"`;
      const hint = suggestion(inject.objective, known);
      issues.push({ path: [...path, 'objective'], code: 'unknown_objective', message, hint });
    }
    const before = injects[i - 1];
    if (before !== undefined && parseDuration(inject.at) < parseDuration(before.at)) {
      const message = `it comes at ${inject.at}, before the one above it at ${before.at}`;
      issues.push({ path: [...path, 'at'], code: 'injects_out_of_order', message, hint: 'sort the injects by time' });
    }
    if (parseDuration(inject.at) + parseDuration(inject.takes) > parseDuration(duration)) {
      const message = `it begins at ${inject.at} and takes ${inject.takes}: the scenario ends after ${duration}`;
      const hint = 'lengthen the scenario, or let the inject come earlier';
      issues.push({ path: [...path, 'at'], code: 'inject_after_end', message, hint });
    }
    return issues;
  });
}
