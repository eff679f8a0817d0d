import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadinessInspection } from '../../src/api/contract.js';
import { Installation } from './harness.js';

let muster: Installation;
beforeAll(async () => {
  muster = await Installation.start();
});
afterAll(() => muster.close());

describe('muster readiness', () => {
  test('before the first inspection says so', async () => {
    const { code, out } = await muster.cli('readiness', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Readiness was not inspected yet.');
    // There is nothing to be written.
    expect((await muster.cli('readiness', '--out', join(muster.folder, 'none.html'))).code).toBe(4);
  });

  test('inspects now, and shows what it has found, in both languages', async () => {
    const made = await muster.json<ReadinessInspection>('readiness', '--now', '--as', 'commander');
    expect(made.findings.length).toBeGreaterThan(0);
    const en = await muster.cli('readiness', '--lang', 'en');
    expect(en.out).toContain(`Readiness: ${made.score.toFixed(1)} of 100`);
    const zh = await muster.cli('readiness', made.id, '--lang', 'zh-CN');
    expect(zh.out).toContain(`应急准备得分：${made.score.toFixed(1)}`);
  });

  test('writes its report as a new file, in the language that is asked for', async () => {
    const { id } = await muster.json<ReadinessInspection>('readiness', '--now', '--as', 'commander');
    const [en, zh, docx] = ['en.html', 'zh.html', 'report.docx'].map((name) => join(muster.folder, name)) as [
      ...[string, string, string],
    ];
    expect((await muster.cli('readiness', '--out', en, '--in', 'en')).code).toBe(0);
    expect(readFileSync(en, 'utf8')).toContain('Readiness report');
    expect((await muster.cli('readiness', id, '--out', zh, '--in', 'zh-CN')).code).toBe(0);
    expect(readFileSync(zh, 'utf8')).toContain(`应急准备检查报告 ${id}`);
    expect((await muster.cli('readiness', '--out', docx)).code).toBe(0);
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
    expect((await muster.cli('readiness', '--out', docx)).code).toBe(1);
  });
});
