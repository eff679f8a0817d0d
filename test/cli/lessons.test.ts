import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Lessons, Summary } from '../../src/api/contract.js';
import { lessonLines } from '../../src/cli/print/lessons.js';
import { summaryLines } from '../../src/cli/print/summary.js';
import { Installation } from './harness.js';
import { voice } from './voice.js';

describe('muster lesson and muster summary', () => {
  let here: Installation;
  let id: string;
  beforeAll(async () => {
    here = await Installation.start((plan) => {
      // Whoever has a token on this machine speaks for a department, and one is left over.
      plan.aftermath!.lessons.askedFrom = ['deputy-commander', 'publicity-lead'];
    });
    id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander');
    await here.cli('terminate', id, 'override', '--reason', 'over', '--as', 'commander');
    await here.cli('terminate', id, 'confirm', '--as', 'deputy');
  });
  afterAll(() => here.close());

  const as = (who: string, ...argv: string[]) => here.cli(...argv, '--as', who);
  const give = (...more: string[]) => as('deputy', 'lesson', 'give', id, 'deputy-commander', ...more);

  test('answers add up, an empty one takes back, and the list says who is missing', async () => {
    expect(await give('--answer', '1=by the alarm', '--answer', '8=rehearse = often', '--finding', '8')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await give('--free', 'thanks', '--answer', '1=')).toMatchObject({ code: 0, err: '' });
    const { out } = await here.cli('lesson', 'list', id);
    expect(out).toContain('7. Where were you lucky?');
    expect(out).toMatch(/^Deputy commander version 2 /m);
    expect(out).toContain('  8  rehearse = often  [lesson deputy-commander q8]');
    expect(out).toContain('  Besides  thanks');
    expect(out).not.toContain('by the alarm');
    expect(out).toMatch(/^Missing: .*\(publicity-lead\)$/m);
    expect((await here.cli('lesson', 'list', id, '--lang', 'zh-CN')).out).toMatch(/^尚缺：.*（|\(publicity-lead\)/m);
  });

  test('are collected without some only with a reason', async () => {
    expect(await as('commander', 'lesson', 'collect', id)).toMatchObject({ code: 1 });
    expect(await as('commander', 'lesson', 'collect', id, '--reason', 'abroad')).toMatchObject({ code: 0, err: '' });
    expect((await here.cli('lesson', 'list', id)).out).toMatch(/^Without: .*\. Reason: abroad$/m);
  });

  test('the meeting is called, held and shown', async () => {
    const at = '2099-01-31T14:00:00+08:00';
    expect(await as('commander', 'summary', 'call', id, '--at', at, '--place', 'Room 4')).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await here.cli('summary', 'show', id)).out).toContain('Meeting 2099-01-31 14:00:00 +08:00, Room 4');
    const hold = ['summary', 'hold', id, '--present', 'lin-wei,chen-jing', '--conclusions', 'File sooner.'];
    const rates = ['--rate', 'E-13=S,E-21=P', '--rate', 'E-41=P', '--note', 'E-13=just in time'];
    expect((await as('commander', ...hold, ...rates, '--preview')).out).toContain('The meeting is still to come');
    const soon = new Date(Date.now() + 10_000).toISOString();
    expect(await as('commander', 'summary', 'call', id, '--at', soon, '--place', 'Room 4')).toMatchObject({ code: 0 });
    while ((await as('commander', ...hold, ...rates, '--preview')).out.includes('still to come')) await pause(500);
    expect((await as('commander', ...hold, ...rates, '--preview')).out).toContain('score 94.6, grade: Excellent');
    expect(await as('commander', ...hold, '--rate', 'E-13=Q')).toMatchObject({ code: 2 });
    expect(await as('commander', ...hold, ...rates)).toMatchObject({ code: 0, err: '' });
    const { out } = await here.cli('summary', 'show', id);
    expect(out).toMatch(/^ {2}E-13 {2}S Performed with some challenges {2}Warning and reporting: .* \(critical\)$/m);
    expect(out).toContain('    Legal reports in time: ');
    expect(out).toContain('    just in time');
    expect(out).toContain('Score: speed of response 90 × 53.8% + co-ordination 100 × 46.2% = 94.6.');
    expect(out).toContain('Grade: Excellent');
    expect((await here.cli('summary', 'show', id, '--lang', 'zh-CN')).out).toContain('等次：优');
  });
});

describe('in both languages', () => {
  const at = '2026-11-22T04:00:00.000Z';
  const person = { id: 'xu-na', name: 'Xu Na' };
  const none: Lessons = { seq: 1, questions: [], departments: [] };
  const bare: Summary = { seq: 1, agenda: [], participants: [person], criteria: [] };

  test('nothing is asked or due yet', () => {
    expect(lessonLines(none, voice('en'))).toEqual([
      'No department is asked: that begins with the end of the response.',
    ]);
    expect(lessonLines(none, voice('zh-CN'))).toEqual(['尚未征集：应急终止后才请各部门总结。']);
    expect(summaryLines(bare, voice('en'))).toEqual([
      'None is due now; one may be held after the end all the same.',
      'The plan names Xu Na',
      'The plan has no criteria: it is held without ratings.',
    ]);
  });

  test('who answered for a department, and what was erased, are told', () => {
    const by = { kind: 'person', ...person } as const;
    const given = { version: 1, at, by, onBehalf: true, reason: 'vacant', answers: [{ question: '1' }] };
    const lessons: Lessons = {
      ...none,
      asked: { at, dueAt: at },
      departments: [
        { post: { id: 'a', name: 'A' }, vacant: true, given },
        { post: { id: 'b', name: 'B' }, vacant: true },
      ],
    };
    const words = lessonLines(lessons, voice('en')).join('\n');
    expect(words).toContain('in its place: vacant');
    expect(words).toContain('  1  (text erased)');
    expect(words).toContain('Missing: B (b) – nobody holds it');
    expect(lessonLines(lessons, voice('zh-CN')).join('\n')).toContain('代为提交：vacant');
    const held = { version: 2, at, by, present: [person], how: [] };
    expect(summaryLines({ ...bare, held }, voice('en')).join('\n')).toContain('(text erased)');
  });
});
