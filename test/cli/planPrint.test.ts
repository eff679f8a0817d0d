import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cliIn, testWorld } from './harness.js';
import type { CliResult } from './harness.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'muster-planprint-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function print(...argv: string[]): Promise<CliResult> {
  return cliIn(testWorld({}), 'plan', 'print', ...argv);
}

describe('muster plan print', () => {
  test('writes the plan in the language asked for and tells where, with progress beside the answer', async () => {
    const out = join(folder, 'plan.html');
    const { code, out: answer, err } = await print('plans/software-incident', '--lang', 'zh-CN', '--out', out);
    expect([code, answer]).toEqual([0, `${out}\n`]);
    expect(err).toContain('正在打印');
    expect(readFileSync(out, 'utf8')).toContain('<html lang="zh-CN">');
  });

  test('writes a word-processor file by default', async () => {
    const out = join(folder, 'plan.docx');
    const { code } = await print('plans/hospital-it', '--out', out);
    expect(code).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  test('leaves a file that is there as it is, unless it is told to replace it', async () => {
    const out = join(folder, 'plan.html');
    writeFileSync(out, 'precious');
    const { code, err } = await print('plans/hospital-it', '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('file_exists');
    expect(readFileSync(out, 'utf8')).toBe('precious');
    expect((await print('plans/hospital-it', '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('<h1>');
  });

  test('prints people from the roster beside the plan, or leaves them out', async () => {
    const [whole, without] = [join(folder, 'whole.html'), join(folder, 'without.html')];
    await print('plans/software-incident', '--lang', 'en', '--out', whole);
    await print('plans/software-incident', '--lang', 'en', '--no-people', '--out', without);
    expect(readFileSync(whole, 'utf8')).toContain('lin.wei@yunfan.example');
    expect(readFileSync(without, 'utf8')).not.toMatch(/lin\.wei@|Lin Wei/);
  });

  test('refuses a language that the plan is not written in, and takes its own where none was asked for', async () => {
    const out = join(folder, 'plan.html');
    const asked = await print('plans/hospital-it', '--lang', 'zh-CN', '--out', out);
    expect([asked.code, existsSync(out)]).toEqual([1, false]);
    expect(asked.err).toContain('language_missing');
    const world = testWorld({ LANG: 'zh_CN.UTF-8' });
    const { code } = await cliIn(world, 'plan', 'print', 'plans/hospital-it', '--out', out);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('<html lang="en">');
  });

  test('names everything that is wrong with a roster before it prints', async () => {
    const plan = join(folder, 'plan');
    mkdirSync(plan);
    cpSync('plans/hospital-it/plan.yaml', join(plan, 'plan.yaml'));
    writeFileSync(join(plan, 'roster.yaml'), 'people: []\n');
    const { code, err } = await print(plan, '--out', join(folder, 'plan.html'));
    expect(code).toBe(1);
    expect(err).toContain('unusable_roster');
    expect(err).toContain('roster.yaml:');
  });

  test('says when the file cannot be written', async () => {
    const { code, err } = await print('plans/hospital-it', '--out', join(folder, 'nowhere', 'plan.html'));
    expect(code).toBe(1);
    expect(err).toContain('cannot_write');
  });

  test('answers programs with what it wrote', async () => {
    const out = join(folder, 'plan.html');
    const { out: answer } = await print('plans/hospital-it', '--out', out, '--json');
    const { file, lang, bytes, hash } = JSON.parse(answer) as Record<string, unknown>;
    expect([file, lang, bytes]).toEqual([out, 'en', readFileSync(out).length]);
    expect(readFileSync(out, 'utf8')).toContain(String(hash));
  });
});
