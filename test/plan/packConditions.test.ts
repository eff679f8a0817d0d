import fc from 'fast-check';
import { buildPlanDocument, renderHtml } from '../../src/documents/index.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import { evaluate, factsIn } from '../../src/domain/plan/condition.js';
import type { Facts, FactValue, Truth } from '../../src/domain/plan/condition.js';
import { grade } from '../../src/domain/plan/grade.js';
import { planJsonSchema } from '../../src/domain/plan/jsonSchema.js';
import { REGIMES } from '../../src/domain/plan/schema/control.js';
import { loadPlan } from '../../src/planfiles/index.js';

const { document, hash } = loadPlan('plans/software-incident');
const plan = compilePlan(document, hash);
const D04 = plan.obligations.find(({ id }) => id === 'D-04')!.when;

/** The criteria of the reporting measures at level III and above, one by one, as grading asks them. */
const CRITERIA = plan.criteria.filter(({ id, incidentLevel }) => {
  const written = document.gradingCriteria.find((criterion) => criterion.id === id)!;
  return written.pack === 'cac-2025' && incidentLevel !== 'ordinary';
});

const KNOWN_HARMLESS: Facts = Object.fromEntries(
  plan.facts.map(({ id, type, options }) => [id, type === 'number' ? 0 : type === 'boolean' ? false : options![0]!]),
);

function due(facts: Facts): Truth {
  const { incidentLevel } = grade(plan, facts);
  return evaluate(D04, { facts, incidentLevel }, plan);
}

test('a report that the law wants hangs on the criteria of that law, not on those of our own', () => {
  for (const facts of [{ outageMinutes: 31 }, { usersAffected: 10_000 }, { securityBreach: true }]) {
    expect(grade(plan, facts).incidentLevel).toBe('relatively-serious');
    // As long as nobody has told the facts that the law asks for, nobody knows; once they are told, it is not due.
    expect(due(facts)).toBeUndefined();
    expect(due({ ...KNOWN_HARMLESS, ...facts })).toBe(false);
  }
  expect(due({ directLossCNY: 5_000_000 })).toBe(true);
  expect(due({ ...KNOWN_HARMLESS, piLeakedPersons: 200_000_000 })).toBe(true);
});

test('it says of any facts what the criteria of the pack say together', () => {
  const asked = new Set(CRITERIA.flatMap(({ when }) => factsIn(when)));
  const values = plan.facts
    .filter(({ id }) => asked.has(id))
    .map(({ id, type, options = [] }) => {
      const edges = JSON.stringify(CRITERIA.map(({ when }) => when)).matchAll(
        new RegExp(`"fact":"${id}","atLeast":(\\d+)`, 'g'),
      );
      const numbers = [0, ...[...edges].flatMap(([, edge]) => [Number(edge) - 1, Number(edge)])];
      const value: fc.Arbitrary<FactValue> =
        type === 'boolean' ? fc.boolean() : fc.constantFrom<FactValue>(...(type === 'choice' ? options : numbers));
      const harmless = fc.constant(KNOWN_HARMLESS[id]);
      const unknown = fc.constant(undefined);
      const any = [
        { weight: 18, arbitrary: harmless },
        { weight: 1, arbitrary: value },
        { weight: 1, arbitrary: unknown },
      ];
      return [id, fc.oneof(...any)] as const;
    });
  const any = { any: CRITERIA.map(({ when }) => when) };
  const seen = new Set<Truth>();
  fc.assert(
    fc.property(fc.record(Object.fromEntries(values)), (found) => {
      const facts = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Facts;
      const truth = evaluate(D04, { facts }, plan);
      seen.add(truth);
      return truth === evaluate(any, { facts }, plan);
    }),
    { numRuns: 2_000 },
  );
  expect(seen).toEqual(new Set([true, false, undefined]));
});

test('a more severe level takes in fewer criteria', () => {
  const upward = plan.obligations.find(({ id }) => id === 'D-04-upward')!.when;
  const truth = (facts: Facts) => [D04, upward].map((when) => evaluate(when, { facts }, plan));
  expect(truth({ ...KNOWN_HARMLESS, directLossCNY: 19_999_999 })).toEqual([true, false]);
  expect(truth({ ...KNOWN_HARMLESS, directLossCNY: 20_000_000 })).toEqual([true, true]);
});

test('every duty of the reporting measures hangs on their criteria, or on a fact', () => {
  const everywhere = compilePlan({ ...document, operator: { ...document.operator!, boundBy: [...REGIMES] } }, hash);
  const cac = document.obligations!.filter(({ pack }) => pack?.startsWith('cac-')).map(({ id }) => id);
  expect(cac.length).toBeGreaterThan(9);
  for (const { id, when } of everywhere.obligations.filter((obligation) => cac.includes(obligation.id))) {
    expect([id, JSON.stringify(when)]).toEqual([id, expect.not.stringContaining('incidentLevel')]);
  }
});

test('the printed plan says by which criteria', () => {
  const printed = (lang: 'zh-CN' | 'en') =>
    renderHtml(buildPlanDocument({ document, hash, lang, generatedAt: 0 })).replace(/<[^>]*>/g, '');
  expect(printed('zh-CN')).toContain('事故等级（仅按国家网络安全事件分级与报告）较大以上');
  expect(printed('en')).toContain(
    'Incident level (by National grading and reporting of cybersecurity incidents alone): Relatively serious or worse',
  );
});

test('the JSON schema knows it', () => {
  expect(JSON.stringify(planJsonSchema())).toMatch(/"incidentLevel":\{[^}]*\},"pack":/);
});
