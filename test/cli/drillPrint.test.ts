import { describe, expect, test } from '@jest/globals';
import type { DrillRecord, Programme } from '../../src/api/contract.js';
import { aheadOf, inputsIn } from '../../src/cli/inputs.js';
import { paperFormat } from '../../src/cli/paperFile.js';
import { coverageLines } from '../../src/cli/print/coverage.js';
import { drillEndLines } from '../../src/cli/print/drillProgress.js';
import { drillLines, drillListLines } from '../../src/cli/print/drills.js';
import { besidesNotices, programmeLines } from '../../src/cli/print/programme.js';
import { sayIn } from '../../src/cli/say.js';
import { voice } from './voice.js';

const person = { id: 'xu-hong', name: 'Xu Hong' };
const drill: DrillRecord = {
  ...{ id: 'd-1', seq: 9, status: 'closed', words: 'closed', kind: 'tabletop', incidentId: 'd-1-incident' },
  ...{ scenario: { id: 'ransomware', name: 'Ransomware' }, plan: { id: 'p', version: 1, hash: 'h' }, director: person },
  ...{ openedAt: '08:00', startedAt: '09:00', ended: { why: 'director', at: '11:00', words: 'ended' } },
  ...{ pace: 0, simulateAbsent: false, acceptedByPeople: true, score: 80, conclusion: { id: 'good', name: 'Good' } },
  restsOn: { rated: 4, criteria: 17, played: 1, injects: 14 },
  report: { version: 1, at: '12:00' },
  roles: { controllers: [], evaluators: [], safety: [], observers: [], players: [] },
  injects: [
    {
      ...{ id: 'i1', event: 'Files are locked', status: 'played', words: 'played' },
      actions: [{ status: 'seen' }, { status: 'missed' }],
    },
  ],
  taken: [],
  feedback: {
    ...{ dueAt: '13:00', anonymous: true, given: [], missing: [], simulated: [] },
    questions: [
      { id: 'q1', text: 'Were you called in time?' },
      { id: 'q3', text: 'What was missing?' },
    ],
    sheets: [{ q1: 'yes', q3: 'a printer' }, { q3: 'nothing' }],
  },
  scale: [
    { id: 'P', name: 'Performed' },
    { id: 'U', name: 'Unable' },
  ],
  ratings: [{ criterion: { id: 'E-11', name: 'E-11 called in time' }, rating: 'P', by: 'person' }],
  ...{ papers: [], events: [] },
};
const shown = (more: Partial<DrillRecord> = {}, lang: 'en' | 'zh-CN' = 'en') =>
  drillLines({ ...drill, ...more }, voice(lang)).join('\n');

describe('a drill in words', () => {
  test('its result says of how much it is the result, wherever it stands', () => {
    const result = '80 Good (by 4 of 17 criteria; 13 of 14 injects not played)';
    expect(shown()).toContain(`  Result: ${result}`);
    expect(drillListLines([drill], voice('en'))[0]).toContain(result);
    expect(drillEndLines(drill, 1_000, voice('en'))[0]).toContain(`Result: ${result}.`);
    expect(shown({}, 'zh-CN')).toContain('80 Good（17项标准评定4项；14项情景未注入13项）');
    expect(shown({ restsOn: { rated: 17, criteria: 17, played: 14, injects: 14 } })).toContain('  Result: 80 Good\n');
  });

  test('was held when it began', () => {
    expect(drillListLines([drill], voice('en'))[0]).toContain('held 09:00');
  });

  test('answers without a name stand beside their questions, sheet by sheet', () => {
    expect(shown()).toMatch(
      / {2}1\. Were you called in time\? – yes\n {5}What was missing\? – a printer\n {2}2\. What was missing\? – nothing/,
    );
  });

  test('marks and ratings are explained where there are any', () => {
    expect(shown({ ended: undefined })).toContain('✓ done in time; ✓! late; ✗ not done; … still open; – excused');
    expect(shown()).toContain('P Performed; U Unable');
    const bare = shown({ ratings: [], injects: [] });
    expect(bare).not.toMatch(/done in time|Performed/);
  });

  test('what was still open when it ended is not decided', () => {
    expect(shown()).toContain('… not decided: the drill ended before its time was up;');
    expect(shown({}, 'zh-CN')).toContain('… 未判定（演练结束时时限未到）；');
  });

  test('a rating begins with the id that other commands ask for', () => {
    const ratings: DrillRecord['ratings'] = [
      { criterion: { id: 'E-31', name: 'Warning and reporting' }, rating: 'U', by: 'machine' },
    ];
    expect(shown({ ratings })).toContain('  U  E-31  Warning and reporting (by the record)');
    expect(shown({ ratings }, 'zh-CN')).toContain('  U  E-31  Warning and reporting（依据记录）');
  });

  test('a real incident that takes people one after the other is named once', () => {
    const zhao = { id: 'zhao-lei', name: 'Zhao Lei' };
    const taken = [
      { incidentId: 'RI', people: [person] },
      { incidentId: 'RI', people: [zhao] },
      { incidentId: 'RJ', people: [zhao] },
    ];
    expect(shown({ taken })).toContain(
      'Real incident: RI  Xu Hong (xu-hong), Zhao Lei (zhao-lei); RJ  Zhao Lei (zhao-lei)\n',
    );
  });

  test('says above all that its clock stands still, while it runs or before it begins', () => {
    const second = (status: DrillRecord['status'], pace: number) => shown({ status, pace }).split('\n')[1];
    expect(second('running', 0)).toContain('muster drill resume d-1');
    expect(second('ready', 0)).toContain('will stand still');
    for (const [status, pace] of [
      ['running', 60],
      ['closed', 0],
    ] as const) {
      expect(second(status, pace)).not.toMatch(/stands? still/);
    }
  });
});

test('how long ago the plan lets it be is told in days', () => {
  const coverage = { exerciseEvery: '365d', complete: true, items: [] };
  expect(coverageLines(coverage, false, voice('en'))[0]).toBe('0 of 0 exercised within 365 days');
  expect(coverageLines(coverage, false, voice('zh-CN'))[0]).toBe('共0项，0项在365天内演练过');
  expect(coverageLines({ ...coverage, exerciseEvery: '36h' }, false, voice('en'))[0]).toContain('1 d 12 h');
});

test('a paper is what the name of its file says, or is not written', () => {
  const say = sayIn('en');
  expect([paperFormat('a.docx', say), paperFormat('b.HTML', say)]).toEqual(['docx', 'html']);
  for (const file of ['c.pdf', 'd']) {
    expect(() => paperFormat(file, say)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'unknown_format' }) }),
    );
  }
});

test('so long from now is a full minute, never earlier than asked for', () => {
  const now = Date.parse('2026-11-22T03:14:05.678Z');
  const { timeAhead } = inputsIn(sayIn('en'), () => now);
  expect(timeAhead('14d')).toBe('2026-12-06T03:15:00.000Z');
  expect(Date.parse(timeAhead('20m'))).toBeGreaterThanOrEqual(now + aheadOf('20m')!);
  expect(timeAhead('2026-11-22T03:14:05+08:00')).toBe('2026-11-22T03:14:05+08:00');
});

describe('the programme in words', () => {
  const held = { status: 'drafting', words: 'drafting', acceptedByPeople: false } as const;
  const entry: Programme['items'][number] = {
    ...{
      id: 'yearly',
      name: 'Yearly drill',
      kind: 'live',
      scenario: drill.scenario,
      levels: [],
      teams: [],
      purpose: 'p',
    },
    ...{ missed: 'replan', missedWords: 'planned anew', past: [] },
    next: [{ occurrence: '2027-05', opensAt: 'o', dueAt: 'd', movedFrom: '2027-05-15', guessed: true, leftOut: true }],
    paused: { by: { kind: 'integration', id: 'Temporal' }, reason: 'by hand', since: 's' },
    byHand: [{ drillId: 'd-2', openedAt: 'x', drill: held }],
  };
  const programme = { zone: 'Asia/Shanghai', overlap: 'ALLOW_ALL', catchupWindow: '366 days', items: [entry] } as const;
  const told = (more: Partial<Programme> = {}) => programmeLines({ ...programme, ...more } as Programme, voice('en'));

  test('says where it was paused, and of a time all that is to be known', () => {
    expect(told()).toContain('  paused since s in Temporal: by hand');
    expect(told()).toContain('  due d *  moved from 2027-05-15, a day off  left out while paused');
  });

  test('says up to when days off are known, only where a time rests on it', () => {
    expect(told({ daysOffUntil: 2026 })[1]).toContain('ends in 2026');
    expect(told()[1]).toContain('lists no days off');
    const known = { ...entry, next: entry.next.map(({ guessed: _, ...one }) => one) };
    expect(told({ items: [known] }).join()).not.toMatch(/ends in|lists no days off/);
  });

  test('whoever drafts another drill hears of the pause and of those that have not begun, but not of this one', () => {
    expect(besidesNotices(entry, 'd-3', voice('en')).join(' ')).toMatch(/paused since s: by hand.*: d-2\./);
    expect(besidesNotices(entry, 'd-2', voice('en'))).toHaveLength(1);
    const over = { ...entry, byHand: [{ ...entry.byHand[0]!, drill: { ...held, status: 'closed' as const } }] };
    expect(besidesNotices(over, 'd-3', voice('en'))).toHaveLength(1);
  });
});
