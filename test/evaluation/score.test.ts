import fc from 'fast-check';
import { scoreOf } from '../../src/domain/evaluation/score.js';
import type { Rated } from '../../src/domain/evaluation/score.js';
import { RATINGS, WEIGHED_AXES } from '../../src/domain/plan/compiled.js';
import type { EvaluationRule } from '../../src/domain/plan/compiled.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { EVALUATION } from '../incident/lessonsPlan.js';
import { runs } from '../support/runs.js';

const rated = (ratings: Record<string, Rated['rating']>): Rated[] =>
  Object.entries(ratings).map(([criterion, rating]) => ({ criterion, rating }));

describe('the score', () => {
  test('is the mean of each axis, weighed', () => {
    const { score, conclusion, axes } = scoreOf(
      EVALUATION,
      rated({ told: 'S', joined: 'P', mended: 'M', planned: 'U' }),
    );
    // 0.35 × 80 + 0.30 × 100 + 0.35 × 50; the criterion without an axis does not count.
    expect(score).toBe(75.5);
    expect(conclusion).toBe('good');
    expect(axes).toEqual([
      { axis: 'speed', weight: 35, share: 35, points: 80 },
      { axis: 'coordination', weight: 30, share: 30, points: 100 },
      { axis: 'technical', weight: 35, share: 35, points: 50 },
    ]);
  });

  test('takes the mean of several criteria on one axis', () => {
    const criteria = [...EVALUATION.criteria, { id: 'kept', axis: 'speed' as const }];
    expect(scoreOf({ ...EVALUATION, criteria }, rated({ told: 'P', kept: 'M' })).score).toBe(75);
  });

  test('leaves out an axis that nobody rated, and says by which shares it counts then', () => {
    const { score, axes } = scoreOf(EVALUATION, rated({ told: 'P', joined: 'M' }));
    expect(axes.map(({ share, points }) => [share, points])).toEqual([
      [53.8, 100],
      [46.2, 50],
      [0, undefined],
    ]);
    // (35 × 100 + 30 × 50) / 65.
    expect(score).toBe(76.9);
  });

  test('is none where nothing that counts was rated', () => {
    expect(scoreOf(EVALUATION, rated({ planned: 'P' }))).toEqual({
      axes: WEIGHED_AXES.map((axis) => ({ axis, weight: EVALUATION.weights[axis], share: 0 })),
    });
  });

  test('is not lowered by the cap, which names what set it', () => {
    const found = scoreOf(
      { ...EVALUATION, criticalCap: 'fair', weights: { speed: 1, coordination: 50, technical: 49 } },
      rated({ told: 'U', joined: 'P', mended: 'P' }),
    );
    expect(found).toMatchObject({ score: 99, conclusion: 'fair', capped: ['told'] });
  });

  test('that earns no better than the cap is not said to be capped', () => {
    expect(scoreOf(EVALUATION, rated({ told: 'U' }))).toMatchObject({ score: 0, conclusion: 'poor' });
    expect(scoreOf(EVALUATION, rated({ told: 'U' }))).not.toHaveProperty('capped');
  });

  test('below all conclusions earns the last of them, however they are ordered', () => {
    const conclusions = [
      { id: 'low', from: 40 },
      { id: 'high', from: 90 },
    ];
    const rule = { ...EVALUATION, conclusions, criticalCap: 'low' };
    expect(scoreOf(rule, rated({ mended: 'U' })).conclusion).toBe('low');
    expect(scoreOf(rule, rated({ mended: 'P' })).conclusion).toBe('high');
  });

  test('is decided by as it is shown', () => {
    const rule = { ...EVALUATION, scores: { P: 89.96 } };
    expect(scoreOf(rule, rated({ told: 'P' }))).toMatchObject({ score: 90, conclusion: 'excellent' });
  });
});

describe('whatever the plan and the ratings', () => {
  const points = fc
    .uniqueArray(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 4, maxLength: 4 })
    .map((all) => {
      const [P, S, M, U] = all.toSorted((a, b) => b - a) as [number, number, number, number];
      return { P, S, M, U };
    });
  const weight = fc.integer({ min: 1, max: 100 });
  const rule: fc.Arbitrary<EvaluationRule> = fc.record({
    criteria: fc
      .array(fc.record({ axis: fc.constantFrom(...WEIGHED_AXES, undefined), critical: fc.boolean() }), { maxLength: 8 })
      .map((all) =>
        all.map(({ axis, critical }, i) => ({
          id: `c${i}`,
          ...(axis === undefined ? {} : { axis }),
          ...(critical ? { critical } : {}),
        })),
      ),
    scores: points,
    weights: fc.record({ speed: weight, coordination: weight, technical: weight }),
    conclusions: fc.constant(EVALUATION.conclusions),
    criticalCap: fc.constantFrom('excellent', 'good', 'fair', 'poor'),
  });
  const given = rule.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.array(fc.option(fc.constantFrom(...RATINGS)), {
        minLength: one.criteria.length,
        maxLength: one.criteria.length,
      }),
    ),
  );
  const ratingsOf = (one: EvaluationRule, marks: (Rated['rating'] | null)[]): Rated[] =>
    one.criteria.flatMap(({ id }, i) => (marks[i] ? [{ criterion: id, rating: marks[i] }] : []));
  const rank = (id: string | undefined) => EVALUATION.conclusions.findIndex((conclusion) => conclusion.id === id);

  test('it lies between 0 and 100, and the shares make a hundred', () => {
    fc.assert(
      fc.property(given, ([one, marks]) => {
        const { score, conclusion, axes } = scoreOf(one, ratingsOf(one, marks));
        if (score === undefined) return expect(conclusion).toBeUndefined();
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(axes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 0);
      }),
      runs(300),
    );
  });

  test('a better rating never makes score or conclusion worse', () => {
    fc.assert(
      fc.property(given, fc.nat(7), ([one, marks], at) => {
        const mark = marks[at];
        if (mark === undefined || mark === null || mark === 'P') return;
        const better = marks.with(at, RATINGS[RATINGS.indexOf(mark) - 1]!);
        const [before, after] = [scoreOf(one, ratingsOf(one, marks)), scoreOf(one, ratingsOf(one, better))];
        expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
        expect(rank(after.conclusion)).toBeLessThanOrEqual(rank(before.conclusion));
      }),
      runs(300),
    );
  });

  test('a critical criterion rated U leaves at most the cap', () => {
    fc.assert(
      fc.property(given, ([one, marks]) => {
        const ratings = ratingsOf(one, marks);
        const failed = one.criteria.some(
          ({ id, critical }) => critical && ratings.some(({ criterion, rating }) => criterion === id && rating === 'U'),
        );
        const { conclusion, capped } = scoreOf(one, ratings);
        if (!failed) expect(capped).toBeUndefined();
        else if (conclusion !== undefined) expect(rank(conclusion)).toBeGreaterThanOrEqual(rank(one.criticalCap));
      }),
      runs(300),
    );
  });
});

test.each(['software-incident', 'hospital-it'])('plan %s compiles to what the score needs', (name) => {
  const { document, hash } = loadPlan(`plans/${name}`);
  const { evaluation } = compilePlan(document, hash);
  const written = document.drills!.evaluation;
  expect(evaluation!.criteria.map(({ id }) => id)).toEqual(written.criteria.map(({ id }) => id));
  expect(Object.keys(evaluation!.scores)).toEqual(written.ratings.map(({ id }) => id));
  expect(JSON.stringify(evaluation).length).toBeLessThan(3_000);
  const best = evaluation!.criteria.map(({ id }) => ({ criterion: id, rating: 'P' as const }));
  expect(scoreOf(evaluation!, best).conclusion).toBe(written.conclusions[0]!.id);
});
