import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadPlan, writePlan } from '../../src/planfiles/index.js';
import { openStore } from '../../src/store/index.js';
import { exportedFrom } from '../record/bundles.js';
import { provableIncident } from '../store/provable.js';
import { inMemory } from '../support/databases.js';
import { cliIn, testWorld } from './harness.js';

const PLAN = 'plans/software-incident';
const folder = mkdtempSync(join(tmpdir(), 'muster-what-if-'));
const bundle = join(folder, 'bundle.zip');
beforeAll(async () => {
  const store = await openStore(inMemory());
  await provableIncident(store, 'inc-1');
  writeFileSync(bundle, await exportedFrom(store, 'inc-1'));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const whatIf = (...options: string[]) => cliIn(testWorld({}), 'what-if', ...options);

test('a bundle under the plan of then: nothing differs, in both languages', async () => {
  const english = await whatIf('--bundle', bundle, '--plan', PLAN);
  expect([english.code, english.err]).toEqual([0, '']);
  expect(english.out).toMatch(/^inc-1: software-incident version 1, and the same plan\n/);
  expect(english.out).toContain('Nothing would have differed.');
  expect(english.out).toMatch(/\d+ of the \d+ events on record that are compared come again/);
  const chinese = await whatIf('--bundle', bundle, '--plan', PLAN, '--lang', 'zh-CN');
  expect(chinese.out).toContain('没有不同。');
  expect(chinese.out).toMatch(/记录中参与比较的 \d+ 项有 \d+ 项/);
  expect(chinese.out).toMatch(/^inc-1：software-incident第1版与同一预案比较\n/);
  for (const { out } of [english, chinese]) expect(out).not.toMatch(/undefined|NaN/);
});

test('under another plan: what differs, in words and as JSON', async () => {
  const other = 'plans/hospital-it';
  const { code, out } = await whatIf('--bundle', bundle, '--plan', other, '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as { incident: string; now: object; only: unknown[]; refused: { code: string }[] };
  expect(found).toMatchObject({ incident: 'inc-1', now: { plan: 'hospital-it' } });
  expect(found.only.length).toBeGreaterThan(0);
  const told = (await whatIf('--bundle', bundle, '--plan', other)).out;
  expect(told).toContain('Only under software-incident version 1');
  expect(told).not.toMatch(/undefined|NaN/);
});

test('another content under the same number is told apart from the plan of then', async () => {
  const { document } = loadPlan(PLAN);
  document.notification.alert.remindAfter = '1m';
  const changed = join(folder, 'changed');
  mkdirSync(changed);
  for (const [file, text] of Object.entries(writePlan(document))) writeFileSync(join(changed, file), text);
  for (const file of ['roster.yaml', 'ledger.yaml']) copyFileSync(join(PLAN, file), join(changed, file));
  const { out } = await whatIf('--bundle', bundle, '--plan', changed);
  expect(out).toContain('version 1 as it was, and software-incident version 1 with other content (same number)\n');
  expect(out).toContain('Only under software-incident version 1 with other content');
  const chinese = await whatIf('--bundle', bundle, '--plan', changed, '--lang', 'zh-CN');
  expect(chinese.out).toContain('内容不同的software-incident第1版（编号相同）');
});

test('what it cannot use is named', async () => {
  expect(await whatIf()).toMatchObject({ code: 2 });
  expect(await whatIf('inc-1', '--bundle', bundle)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Only one is taken'),
  });
  expect(await whatIf('--bundle', join(folder, 'none.zip'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no such file'),
  });
  const broken = join(folder, 'broken.zip');
  writeFileSync(broken, 'PK');
  expect(await whatIf('--bundle', broken)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no bundle of Muster[^]*it has 2 bytes[^]*verify-record --bundle/),
  });
  expect(await whatIf('--bundle', broken, '--lang', 'zh-CN')).toMatchObject({
    code: 2,
    err: expect.stringContaining('不是 Muster 导出包'),
  });
});
