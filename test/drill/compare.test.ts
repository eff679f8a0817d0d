import { expect, test } from '@jest/globals';
import { comparison, runOfIncident } from '../../src/domain/drill/index.js';
import type { Run } from '../../src/domain/drill/index.js';
import type { EventOf } from '../../src/domain/incident/index.js';
import { metricsOf } from '../../src/domain/metrics/index.js';
import { samplePlan } from '../support/samplePlan.js';

const NOW: Run = {
  ...{ kind: 'drill', id: 'd-9', at: 900, plan: { id: 'p', version: 3 }, category: 'security', scenario: 'ransomware' },
  ...{ score: 80, actions: { inTime: 3, late: 1, missed: 0, simulated: 0 }, figures: { grading: 600, reach: 0.9 } },
};
const like = (more: Partial<Run>): Run => ({ ...NOW, id: `r-${more.at}`, at: 100, ...more });
const idsOf = (others: Run[], before?: number) => comparison(NOW, others, before).runs.map(({ id }) => id);

test('a drill stands beside earlier drills of its scenario and incidents of its category', () => {
  const others = [
    like({ at: 300, kind: 'incident' }),
    like({ at: 200 }),
    like({ at: 400, scenario: 'data-loss' }),
    like({ at: 500, kind: 'incident', category: 'operation' }),
    like({ at: 950 }),
  ];
  expect(idsOf(others)).toEqual(['r-200', 'r-300', 'd-9']);
});

test('on the same version of the plan and the one before, and no other', () => {
  const of = (at: number, version: number, id = 'p') => like({ at, plan: { id, version } });
  const others = [of(1, 1), of(2, 2), of(3, 3), of(4, 4), of(5, 3, 'other')];
  expect(idsOf(others)).toEqual(['r-3', 'd-9']);
  expect(idsOf(others, 2)).toEqual(['r-2', 'r-3', 'd-9']);
});

test('less time is better, and more of everything else', () => {
  const last = like({ at: 100, score: 70, figures: { grading: 300, reach: 0.9 } });
  const { rows } = comparison(NOW, [last], undefined);
  const change = Object.fromEntries(rows.map((row) => [row.measure, row.change]));
  expect(change).toEqual({ score: 'better', actions: 'same', grading: 'worse', reach: 'same' });
});

test('a change is against the latest run that has the figure', () => {
  const others = [like({ at: 100, figures: { grading: 700 } }), like({ at: 200, figures: {} })];
  const row = comparison(NOW, others, undefined).rows.find(({ measure }) => measure === 'grading');
  expect(row).toEqual({ measure: 'grading', values: [700, undefined, 600], change: 'better' });
});

test('as many as stand on a page, the latest ones', () => {
  const others = Array.from({ length: 9 }, (_, i) => like({ at: i + 1 }));
  expect(idsOf(others)).toEqual(['r-6', 'r-7', 'r-8', 'r-9', 'd-9']);
});

test('a real incident stands there with the score of its summary evaluation, where that was held', () => {
  const metrics = metricsOf([], samplePlan(), 0);
  const about = { id: 'i-1', at: 100, category: 'security', plan: { id: 'p', version: 3 } };
  const summary = { score: 60, conclusion: 'fair', ratings: [{ criterion: 'E-11', rating: 'M' }] };
  const held = runOfIncident(about, metrics, summary as EventOf<'summaryHeld'>);
  expect(held).toMatchObject({ kind: 'incident', score: 60, conclusion: 'fair', ratings: { 'E-11': 'M' } });
  const row = comparison(NOW, [held], undefined).rows.find(({ measure }) => measure === 'score');
  expect(row).toEqual({ measure: 'score', values: [60, 80], change: 'better' });
  expect(runOfIncident(about, metrics, undefined)).not.toHaveProperty('score');
});
