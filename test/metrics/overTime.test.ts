import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf, metricsOf, spreadOf, summaryOf } from '../../src/domain/metrics/index.js';
import type { Counted, Time } from '../../src/domain/metrics/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { confirmAt, START } from '../incident/story.js';
import { MeasuredStory } from './story.js';

const known = (...values: number[]): Time[] => values.map((value) => ({ value, seqs: [] }));
const UNKNOWN: Time = { unknown: 'running', seqs: [1] };

describe('median and p90', () => {
  test.each<[Time[], object]>([
    [[], { n: 0, unknown: 0 }],
    [[UNKNOWN, UNKNOWN], { n: 0, unknown: 2 }],
    [known(7), { n: 1, median: 7, p90: 7, unknown: 0 }],
    [known(4, 1), { n: 2, median: 3, p90: 4, unknown: 0 }],
    [[...known(9, 1, 5), UNKNOWN], { n: 3, median: 5, p90: 9, unknown: 1 }],
    // Of nine the longest; of ten the ninth; of twenty the eighteenth.
    [known(...Array.from({ length: 9 }, (_, i) => i + 1)), { n: 9, median: 5, p90: 9, unknown: 0 }],
    [known(...Array.from({ length: 10 }, (_, i) => i + 1)), { n: 10, median: 6, p90: 9, unknown: 0 }],
    [known(...Array.from({ length: 20 }, (_, i) => i + 1)), { n: 20, median: 11, p90: 18, unknown: 0 }],
  ])('of %j', (times, spread) => expect(spreadOf(times)).toEqual(spread));

  test('are never outside of what was taken, p90 not below the median', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const { n, median, p90 } = spreadOf(known(...values));
        expect(n).toBe(values.length);
        expect(median).toBeGreaterThanOrEqual(Math.min(...values));
        expect(values).toContain(p90);
        expect(p90).toBeGreaterThanOrEqual(median! - 1);
      }),
      runs(500),
    );
  });
});

/** Graded after so many minutes. */
function counted(minutes: number, more: Partial<Counted> = {}): Counted {
  const story = new MeasuredStory({});
  story.tells([[minutes, 'lin-wei', confirmAt('L2')]]);
  const metrics = metricsOf(story.events, story.state.basis.plan, story.at);
  return { reportedAt: START, category: 'operation', level: 'L2', metrics, ...more };
}

describe('over time', () => {
  const DECEMBER = Date.UTC(2026, 10, 30, 17);
  const all = [counted(4), counted(8, { reportedAt: DECEMBER, category: 'security' }), counted(20, { level: 'L1' })];

  test('each metric of all incidents', () => {
    const { incidents, times, shares } = summaryOf(all);
    expect(incidents).toBe(3);
    expect(times.grading).toEqual({ n: 3, median: 8 * MINUTE, p90: 20 * MINUTE, unknown: 0 });
    expect(times.detection).toEqual({ n: 0, unknown: 3 });
    expect(times.quorum).toEqual({ n: 0, unknown: 3 });
    // Nothing was due by then. The alerts of the last two went unanswered for five minutes, of the first it is too early.
    expect(shares.sitreps).toEqual({ n: 0, met: 0, of: 0, unknown: 0 });
    expect(shares.reach5).toEqual({ n: 0, met: 0, of: 0, unknown: 3 });
  });

  test.each([
    ['month', ['2026-11', 2], ['2026-12', 1]],
    ['quarter', ['2026-Q4', 3]],
    ['category', ['operation', 2], ['security', 1]],
    ['level', ['L1', 1], ['L2', 2]],
  ] as const)('by %s, as days are where people sit', (by, ...groups) => {
    const found = groupsOf(all, by, 'Asia/Shanghai').map(({ key, summary }) => [key, summary.incidents]);
    expect(found).toEqual(groups);
  });
});
