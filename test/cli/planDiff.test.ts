import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliIn, testWorld } from './harness.js';

const A = 'test/plan/diff/full';

describe('muster plan diff', () => {
  let b: string;
  beforeEach(() => {
    b = mkdtempSync(join(tmpdir(), 'muster-plan-'));
    cpSync(A, b, { recursive: true });
  });
  afterEach(() => rmSync(b, { recursive: true }));

  function replace(old: string, now: string): void {
    const file = join(b, 'plan.yaml');
    const before = readFileSync(file, 'utf8');
    expect(before).toContain(old);
    writeFileSync(file, before.replace(old, now));
  }

  const diff = (...options: string[]) => cliIn(testWorld({}), 'plan', 'diff', A, b, ...options);

  test('without a running Muster tells the changes, and what they need', async () => {
    replace('version: 3', 'version: 4');
    replace('due: 15m', 'due: 10m');
    expect(await diff()).toEqual({
      code: 0,
      err: '',
      out: [
        'Cover',
        '    Version 3 → 4',
        'Tasks',
        '  * Task “Freeze releases”: due within 15 min → 10 min',
        '',
        '1 of 2 changes touches measures: the plan has to be reviewed and approved anew.',
        '',
      ].join('\n'),
    });
    expect((await diff('--lang', 'zh-CN')).out).toContain('任务“冻结发布”：时限由15分钟改为10分钟');
  });

  test('gives the changes as JSON, with their sentences', async () => {
    replace('due: 15m', 'due: 10m');
    const { code, out } = await diff('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      from: { id: 'x-plan', version: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      to: { id: 'x-plan', version: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      changes: [
        {
          code: 'changed',
          concept: 'tasks',
          field: 'tasks.due',
          subject: { task: 'x-freeze' },
          before: '15m',
          after: '10m',
          weight: 'substantial',
          touches: 'measures',
          words: 'Task “Freeze releases”: due within 15 min → 10 min',
        },
      ],
    });
  });

  test('says so when there is no difference, or none in meaning', async () => {
    expect(await diff()).toEqual({ code: 0, out: 'No difference.\n', err: '' });
    expect(JSON.parse((await diff('--json')).out)).toMatchObject({ changes: [] });
    replace('due: 60m', 'due: 1h');
    expect((await diff()).out).toBe('No difference in meaning: only order or notation differ.\n');
  });

  test('tells what is wrong with a plan that cannot be used, and compares nothing', async () => {
    replace('due: 15m', 'due: 15');
    const { code, out, err } = await diff();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('(unusable_plan)');
    expect(err).toContain(join(b, 'plan.yaml'));
    expect(err).toContain('15 is not a duration');
    expect((await diff('--lang', 'zh-CN')).err).toContain('15 不是时长');
    const problem = JSON.parse((await diff('--json')).err) as { code: string; errors: { path: string }[] };
    expect(problem.code).toBe('unusable_plan');
    expect(problem.errors[0]?.path).toMatch(/plan\.yaml:\d+:\d+$/);
  });

  test('refuses a call with one folder', async () => {
    expect(await cliIn(testWorld({}), 'plan', 'diff', A)).toMatchObject({ code: 2, out: '' });
  });
});
