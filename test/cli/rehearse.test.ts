import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rehearsal } from '../../src/cli/rehearsal/schema.js';
import { cliIn, testWorld } from './harness.js';

const rehearse = (...options: string[]) => cliIn(testWorld({}), 'rehearse', ...options);

test('plays a scenario without a running Muster, and answers JSON by its schema', async () => {
  const { code, out, err } = await rehearse(
    'authority-order',
    '--runs',
    '5',
    '--seed',
    '3',
    '--absent',
    '0.2',
    '--json',
  );
  expect([code, err]).toEqual([0, '']);
  const report = Rehearsal.parse(JSON.parse(out));
  expect(report).toMatchObject({ scenario: 'authority-order', runs: 5, seed: 3, parameters: { absent: 0.2 } });
  expect(report.ended.terminated.of).toBe(5);
});

test('as many threads as one likes: the result is the same', () => {
  const inThreads = (threads: string) => {
    const options = ['rehearse', 'insider-mistake', '--runs', '25', '--threads', threads, '--json'];
    const { stdout, status } = spawnSync(process.execPath, ['dist/cli/main.js', ...options], { encoding: 'utf8' });
    return { stdout, status };
  };
  const alone = inThreads('1');
  expect(alone.status).toBe(0);
  expect(inThreads('3')).toEqual(alone);
});

test('tells in both languages what the runs say', async () => {
  const english = (await rehearse('authority-order', '--runs', '3')).out;
  expect(english).toMatch(/^Twenty-four hours to comply: rehearsed 3 times, seed 1\n/);
  expect(english).toMatch(/Weaknesses\n {2}None of those that are looked for in plan, roster and ledger/);
  expect(english).toContain('not ended within 1 d, the time of a run');
  // Three runs give no interval.
  expect(english).toMatch(/ {2}verified {2}\d[^(]* · [^(]*\n/);
  expect(english).toMatch(
    /Expected actions: in time · late · missed\n {2}\d+ % \S+ · \d+ % \S+ · \d+ % \S+ {2}ao-01 {2}Friday/,
  );
  expect(english).not.toMatch(/undefined|NaN/);
  const chinese = (await rehearse('authority-order', '--runs', '3', '--lang', 'zh-CN')).out;
  for (const words of ['薄弱环节', '在推演时限1天内未结束', '预期行动：按时 · 逾时 · 未做'])
    expect(chinese).toContain(words);
  expect(chinese).not.toMatch(/undefined|NaN/);
});

test('where everybody is away: who did not act stands below what lapsed, in both languages', async () => {
  const all = ['authority-order', '--runs', '2', '--absent', '1'];
  const english = (await rehearse(...all)).out;
  expect(english).toMatch(
    /nobody verified the report in time\n +100 % .* Commander, Deputy commander: not to be reached\n/,
  );
  expect(english).toMatch(/complete {2}never.*\n +100 % .*: not to be reached\n/);
  const chinese = (await rehearse(...all, '--lang', 'zh-CN')).out;
  expect(chinese).toMatch(/报告未在时限内核实\n +100%.* 指挥长、副指挥长：联系不上\n/);
});

test('what it cannot use is named', async () => {
  expect(await rehearse('nothing')).toMatchObject({ code: 4, err: expect.stringContaining('ransomware') as string });
  const refused = async (option: string, value: string, ...more: string[]) => {
    const { code, err } = await rehearse('ransomware', option, value, ...more);
    return [code, err] as const;
  };
  expect(await refused('--runs', '0')).toEqual([2, expect.stringContaining('from 1 to 100000')]);
  expect(await refused('--runs', '1000000000')).toEqual([2, expect.stringContaining('kept in memory')]);
  expect(await refused('--seed', '-1')).toEqual([2, expect.stringContaining('from 0 to 4294967295')]);
  expect(await refused('--threads', '0')).toEqual([2, expect.stringContaining('from 1 to 256')]);
  expect(await refused('--threads', '0', '--lang', 'zh-CN')).toEqual([2, expect.stringContaining('1 至 256 的整数')]);
  expect(await rehearse('ransomware', '--absent', '2')).toMatchObject({ code: 2 });
  const folder = mkdtempSync(join(tmpdir(), 'muster-rehearse-'));
  const file = join(folder, 'parameters.yaml');
  writeFileSync(file, 'absnt: 0.3\ntravel: soon\nreading: { mean: 5m }\n');
  const english = await rehearse('ransomware', '--parameters', file);
  expect(english.code).toBe(1);
  for (const found of ['1:1', '"absnt" is no parameter', '"soon" is not a duration', '"mean" is no parameter'])
    expect(english.err).toContain(found);
  const chinese = await rehearse('ransomware', '--parameters', file, '--lang', 'zh-CN');
  expect(chinese.err).toContain('没有参数“absnt” (是否想写“absent”？)');
  expect(chinese.err).toContain('“soon”不是时长');
  expect(chinese.err).not.toMatch(/[a-z]{3,} (is|no|not|of) /);
  rmSync(folder, { recursive: true });
});
