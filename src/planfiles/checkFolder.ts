import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { said } from '../domain/lang.js';
import type { Day } from '../domain/plan/days.js';
import { pathText } from '../domain/plan/issues.js';
import { checkFindings, checkWithoutRoster, executionFinding, nothingChecked } from '../domain/plan/rules/index.js';
import type { CheckResult, Judgement, NotGiven } from '../domain/plan/rules/index.js';
import { loadPlan } from './loadPlan.js';
import { loadRoster, ROSTER_FILE } from './loadRoster.js';
import type { Place } from './place.js';
import { PlanFileError } from './problem.js';
import type { Problem } from './problem.js';

/** A finding where an editor finds it. `path` as people write it: `teams[1].lead`. */
export type LocatedFinding = Judgement & Place & { path: string };

export interface CheckedFolder extends Omit<CheckResult, 'findings'> {
  /** Absent when it cannot be used. */
  plan?: { id: string; version: number; hash: string };
  findings: LocatedFinding[];
}

/** A plan in order must not fail because a battery was not inspected this month. */
const NOT_ASKED: NotGiven = {
  ledger: said(
    'the stock is held against the plan by muster resources check',
    '库存由 muster resources check 对照预案检查',
  ),
};

/** The plan of a folder, and the roster beside it, held against all rules. What cannot even be read is a finding too. */
export function checkFolder(dir: string, today: Day): CheckedFolder {
  const plan = attempt(() => loadPlan(dir));
  if ('problems' in plan) return { ...nothingChecked(), findings: located('plan', plan.problems) };

  const { document, hash, placeOf } = plan.loaded;
  const file = join(dir, ROSTER_FILE);
  const roster = existsSync(file) ? attempt(() => loadRoster(file, document)) : undefined;
  const context = { plan: document, today };
  const people = roster !== undefined && 'loaded' in roster ? roster.loaded : undefined;
  const faults = roster !== undefined && 'problems' in roster ? located('roster', roster.problems) : [];
  const result =
    faults.length > 0
      ? checkWithoutRoster(context, NOT_ASKED)
      : checkFindings({ ...context, ...(people && { roster: people.document }) }, NOT_ASKED);
  const findings = result.findings.map(({ path, ...finding }): LocatedFinding => {
    const place = finding.in === 'roster' && people !== undefined ? people.placeOf(path) : placeOf(path);
    return { ...finding, ...place, path: pathText(path) };
  });
  const { id, version } = document.plan;
  return { plan: { id, version, hash }, ...result, findings: [...faults, ...findings] };
}

function attempt<T>(load: () => T): { loaded: T } | { problems: Problem[] } {
  try {
    return { loaded: load() };
  } catch (error) {
    if (error instanceof PlanFileError) return { problems: error.problems };
    throw error;
  }
}

function located(document: 'plan' | 'roster', problems: Problem[]): LocatedFinding[] {
  return problems.map((problem) => {
    const { file, line, column, path } = problem;
    return { ...executionFinding(document, problem), path, file, line, column };
  });
}
