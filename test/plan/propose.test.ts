import fc from 'fast-check';
import type { Facts } from '../../src/domain/incident/index.js';
import { propose } from '../../src/domain/incident/propose.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { loadPlan } from '../../src/planfiles/index.js';

const PLANS = ['software-incident', 'hospital-it'].map((name) => {
  const { document, hash } = loadPlan(`plans/${name}`);
  return compilePlan(document, hash);
});

describe.each(PLANS)('grading by the plan $id', (plan) => {
  test('is total: every set of facts gets hits and unknowns that cover the criteria, and the worst hit wins', () => {
    fc.assert(
      fc.property(factsOf(plan), (facts) => {
        const { incidentLevel, level, hits, unknown } = propose(plan, facts);
        const worst = Math.min(...hits.map((hit) => severity(plan, hit.incidentLevel)));
        expect(hits.length === 0).toBe(incidentLevel === undefined);
        if (incidentLevel !== undefined) {
          expect(severity(plan, incidentLevel)).toBe(worst);
          expect(level).toBe(plan.incidentLevels[worst]?.level);
        }
        const asked = new Set(plan.criteria.map((criterion) => criterion.fact));
        expect(unknown.sort()).toEqual([...asked].filter((fact) => !(fact in facts)).sort());
      }),
    );
  });

  test('is monotonic: knowing more, or a higher number, never lowers either level', () => {
    fc.assert(
      fc.property(factsOf(plan), factsOf(plan), (known, more) => {
        const worse: Facts = { ...more, ...known };
        for (const [fact, value] of Object.entries(more)) {
          const before = known[fact];
          if (typeof value === 'number' && typeof before === 'number') worse[fact] = Math.max(before, value);
        }
        const [a, b] = [propose(plan, known), propose(plan, worse)];
        expect(severity(plan, b.incidentLevel)).toBeLessThanOrEqual(severity(plan, a.incidentLevel));
        expect(rank(plan, b.level)).toBeLessThanOrEqual(rank(plan, a.level));
      }),
    );
  });

  test('every criterion can decide: there are facts for which it alone sets the level', () => {
    for (const criterion of plan.criteria) {
      const facts = { [criterion.fact]: criterion.atLeast ?? criterion.is! };
      expect(propose(plan, facts).incidentLevel).toBe(criterion.incidentLevel);
    }
  });
});

/** Any of the plan's facts, known or not, with numbers around the thresholds. */
function factsOf(plan: CompiledPlan): fc.Arbitrary<Facts> {
  const values = plan.facts.map(({ id, type }) => {
    const edges = plan.criteria.filter((c) => c.fact === id).flatMap(({ atLeast = 1 }) => [atLeast - 1, atLeast]);
    const value: fc.Arbitrary<number | boolean> =
      type === 'boolean' ? fc.boolean() : fc.oneof(fc.constantFrom(0, ...edges), fc.nat(), fc.double({ noNaN: true }));
    return [id, fc.option(value, { nil: undefined })] as const;
  });
  return fc
    .record(Object.fromEntries(values))
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
}

/** 0 is the worst; no level at all is milder than any. */
function severity(plan: CompiledPlan, incidentLevel: string | undefined): number {
  const at = plan.incidentLevels.findIndex((level) => level.id === incidentLevel);
  return at < 0 ? Infinity : at;
}

function rank(plan: CompiledPlan, level: string | undefined): number {
  const at = plan.levels.findIndex((l) => l.id === level);
  return at < 0 ? Infinity : at;
}
