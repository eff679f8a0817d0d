import { expect, test } from '@jest/globals';
import { coverageFile } from '../../src/documents/exercised/coverageFile.js';
import { buildCoverage } from '../../src/documents/exercised/report.js';
import type { CoverageInput } from '../../src/documents/exercised/report.js';
import { COVERED, coverageOf } from '../../src/domain/drill/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan } from '../../src/planfiles/index.js';

const NOW = Date.UTC(2026, 10, 30, 4);
const plan = loadPlan('plans/software-incident').document;

const head = { actor: { kind: 'person', id: 'lin-wei' }, via: 'api' } as const;
const reported = (category: string) => ({ ...head, seq: 1, type: 'reported', category }) as unknown as IncidentEvent;
const exercised = (id: string, mode: 'drill' | 'real', days: number, events: IncidentEvent[]) => ({
  ...{ id, mode, events, at: NOW - days * DAY },
});
const played = { ...reported('code-fault'), seq: 2, type: 'activated', level: 'IV', via: 'simulator' } as IncidentEvent;

const input: CoverageInput = {
  rows: coverageOf(
    plan,
    [
      exercised('i-1', 'drill', 20, [reported('security')]),
      exercised('i-2', 'drill', 500, [reported('third-party')]),
      exercised('i-3', 'real', 3, [reported('operation-failure')]),
      exercised('i-4', 'drill', 9, [played]),
    ],
    NOW,
  ),
  drillOf: { 'i-1': 'd-1' },
  complete: false,
  ...{ plan, planVersion: 3, now: NOW, zone: 'Asia/Shanghai' },
};

const rowsOf = (lang: 'en' | 'zh-CN') =>
  buildCoverage(input, lang).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
  );

test('each part of the plan stands with its last drill, its last real incident, and whether it is due', () => {
  const rows = rowsOf('en').map((cells) => cells.slice(1).join(' | '));
  expect(rows).toContain('1 | 10 November 2026 (d-1) |  | in time');
  expect(rows.some((row) => /^1 \| .* \(i-2\) \|  \| exercised too long ago$/.test(row))).toBe(true);
  expect(rows.some((row) => /^0 \|  \| .* \(i-3\) \| never exercised$/.test(row))).toBe(true);
  expect(rows).toContain('0 |  |  | never exercised, only simulated in 1');
  expect(rowsOf('zh-CN').flat()).toContain('从未演练，另有1次仅为系统模拟');
});

test('it says how many there are, kind by kind, and that the oldest were left out', () => {
  const { lead, sections } = buildCoverage(input, 'en');
  expect(lead[0]).toMatch(new RegExp(`^Of ${input.rows.length} parts of the plan 1 was exercised in time`));
  expect(lead[1]).toContain('not looked at');
  expect(rowsOf('en')).toContainEqual(['Categories', String(plan.categories.length), '1', '1', expect.any(String)]);
  expect(sections).toHaveLength(1 + COVERED.length);
});

test.each(['html', 'docx'] as const)('it is written as %s in both languages', async (format) => {
  for (const lang of ['en', 'zh-CN'] as const) {
    const { bytes } = await coverageFile({ ...input, lang, format });
    expect(bytes.length).toBeGreaterThan(5_000);
    if (format === 'html') {
      const text = Buffer.from(bytes).toString('utf8');
      expect(text).toContain(lang === 'en' ? 'What was exercised, and what is due' : '演练覆盖情况表');
      expect(text).not.toContain('undefined');
    }
  }
});
