import { checkPlan } from '../../../src/domain/plan/checkPlan.js';
import { pathText } from '../../../src/domain/plan/issues.js';
import { checkRoster } from '../../../src/domain/plan/roster.js';
import { checkFindings, RULES } from '../../../src/domain/plan/rules/index.js';
import { CONTENT_CASES } from './cases.js';
import { ORGANISATION_CASES } from './casesOrganisation.js';
import { RESPONSE_CASES } from './casesResponse.js';
import { complete } from './complete.js';
import type { Complete } from './complete.js';

const CASES = [...CONTENT_CASES, ...ORGANISATION_CASES, ...RESPONSE_CASES];

/** Rules judge only what can be used, so what they are tested on must be usable. */
function expectUsable({ plan, roster }: Complete): void {
  expect(checkPlan(plan)).not.toHaveProperty('issues');
  expect(checkRoster(roster)).not.toHaveProperty('issues');
}

test('the complete plan breaks no rule, and every rule that is about its kind is asked', () => {
  const context = complete();
  expectUsable(context);
  const { findings, skipped, passed } = checkFindings(context);
  expect(findings).toEqual([]);
  expect(skipped.map(({ rule }) => rule)).toEqual(['V-04', 'V-05']);
  expect(passed).toEqual(['V-00', ...RULES.map(({ id }) => id).filter((id) => id !== 'V-04' && id !== 'V-05')]);
});

test('every rule has a plan that breaks it, and an id of its own', () => {
  const ids = RULES.map(({ id }) => id);
  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(60);
});

test.each(CASES)('$rule is broken at $at', ({ rule, at, in: document = 'plan', before, breaks }) => {
  const context = complete();
  before?.(context);
  expect(checkFindings(context).passed).toContain(rule);

  breaks(context);
  expectUsable(context);
  const { findings, passed } = checkFindings(context);
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found.map((finding) => `${finding.in} ${pathText(finding.path)}`)).toContain(`${document} ${at}`);
  expect(passed).not.toContain(rule);
  for (const finding of found) {
    for (const words of [finding.title, finding.found, finding.todo]) {
      expect(words.en).toMatch(/\S/);
      // What is quoted stands in the plan.
      expect(words.en.replace(/"[^"]*"/g, '')).not.toMatch(/undefined|\p{Script=Han}/u);
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words['zh-CN']).not.toMatch(/undefined/);
    }
  }
});
