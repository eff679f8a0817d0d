import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
  expect(english.out).toMatch(/^inc-1: software-incident version 1, and software-incident version 1\n/);
  expect(english.out).toContain('Nothing would have differed.');
  const chinese = await whatIf('--bundle', bundle, '--plan', PLAN, '--lang', 'zh-CN');
  expect(chinese.out).toContain('没有不同。');
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

test('what it cannot use is named', async () => {
  expect(await whatIf()).toMatchObject({ code: 2 });
  expect(await whatIf('inc-1', '--bundle', bundle)).toMatchObject({ code: 2 });
  expect(await whatIf('--bundle', join(folder, 'none.zip'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no such file'),
  });
  const broken = join(folder, 'broken.zip');
  writeFileSync(broken, 'PK');
  expect(await whatIf('--bundle', broken)).toMatchObject({
    code: 2,
    err: expect.stringContaining('verify-record --bundle'),
  });
});
