import { checkPlan } from '../../../src/domain/plan/checkPlan.js';
import {
  checkFindings,
  checkWithoutRoster,
  executionFinding,
  nothingChecked,
  RULES,
} from '../../../src/domain/plan/rules/index.js';
import type { CheckResult } from '../../../src/domain/plan/rules/index.js';
import { complete } from './complete.js';

const reasons = ({ skipped }: CheckResult, en: RegExp) =>
  skipped.filter(({ reason }) => en.test(reason.en)).map(({ rule }) => rule);

test('without roster, ledger, record or date, the rules that need them say so', () => {
  const result = checkFindings({ plan: complete().plan });
  expect(result.findings).toEqual([]);
  expect(reasons(result, /no roster/)).toEqual(['V-30', 'V-32', 'V-79']);
  expect(reasons(result, /no ledger/)).toEqual(['V-40']);
  expect(reasons(result, /no record of review/)).toEqual(['V-08', 'V-09', 'V-10', 'V-12', 'V-14', 'V-71']);
  expect(reasons(result, /date is not known/)).toEqual(['V-13']);
  expect(result.skipped.every(({ reason }) => /\p{Script=Han}/u.test(reason['zh-CN']))).toBe(true);
});

test('rules about a section that is not there have nothing to judge', () => {
  const { plan } = complete();
  delete plan.tasks;
  delete plan.partners;
  const result = checkFindings({ plan });
  expect(reasons(result, /no section "tasks"/)).toEqual(['V-33', 'V-35', 'V-85', 'V-86']);
  expect(reasons(result, /no section "partners"/)).toEqual(['V-25', 'V-91']);
});

test('without the date of today the calendar is asked from the date of the plan on', () => {
  const { plan } = complete();
  plan.plan.issued = '2026-12-15';
  expect(checkFindings({ plan }).findings.map(({ rule }) => rule)).toEqual(['V-99']);
  delete plan.plan.issued;
  expect(reasons(checkFindings({ plan }), /neither today nor/)).toEqual(['V-99']);
  delete plan.control!.filing;
  expect(reasons(checkFindings({ plan, today: '2026-12-15' }), /no limit is counted/)).toEqual(['V-99']);
});

test('a version that is not approved has not been approved badly', () => {
  const context = complete();
  context.lifecycle = { status: 'inReview', authors: ['qian'], reviewers: [], distributed: [] };
  const { findings, skipped } = checkFindings(context);
  expect(findings).toEqual([]);
  expect(skipped.map(({ rule }) => rule)).toEqual(['V-04', 'V-05', 'V-08', 'V-09', 'V-10', 'V-12', 'V-14', 'V-71']);
});

test('of a plan that cannot be used every rule is skipped; its issues are findings of V-00', () => {
  const checked = checkPlan({ ...complete().plan, scope: undefined });
  if ('document' in checked) throw new Error('usable');
  expect(nothingChecked()).toMatchObject({ findings: [], passed: [] });
  expect(nothingChecked().skipped.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
  expect(checked.issues.map((issue) => executionFinding('plan', issue))).toMatchObject([
    { rule: 'V-00', severity: 'error', code: 'missing_key', in: 'plan' },
  ]);
});

test('with a roster that cannot be used, the plan is judged without it', () => {
  const { roster: _, ...context } = complete();
  const result = checkWithoutRoster(context);
  expect(reasons(result, /roster cannot be used/)).toEqual(['V-30', 'V-32', 'V-79']);
  expect(result.passed).not.toContain('V-00');
  expect(result.passed).toContain('V-40');
});

test('a result survives JSON', () => {
  const context = complete();
  delete context.plan.aftermath;
  const result = checkFindings({ plan: context.plan });
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
});

test('whatever can be left out of a plan, each rule is answered once and nothing is thrown', () => {
  const without = (...paths: Step[][]) => {
    const context = complete();
    for (const path of paths) remove(context.plan, path);
    return context;
  };
  const optional = pathsIn(complete().plan, 2).filter((path) => 'document' in checkPlan(without(path).plan));
  expect(optional.length).toBeGreaterThan(30);
  for (const [i, path] of optional.entries()) {
    // Together with another far from it.
    const another = optional[(i * 7 + 3) % optional.length]!;
    const { findings, skipped, passed } = checkFindings(without(path, another));
    const answered = [...new Set(findings.map(({ rule }) => rule)), ...skipped.map(({ rule }) => rule), ...passed];
    expect(answered.sort()).toEqual(['V-00', ...RULES.map(({ id }) => id)]);
  }
});

type Step = string | number;

function pathsIn(value: unknown, depth: number, path: Step[] = []): Step[][] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, depth - 1, [...path, key])]);
}

/** A key of an object, or an entry of a list. What is no longer there stays away. */
function remove(root: unknown, path: Step[]): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<Step, unknown> | undefined)?.[step], root);
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (typeof parent === 'object' && parent !== null) delete (parent as Record<Step, unknown>)[last];
}
