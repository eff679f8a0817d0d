import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { printPlan } from '../../../src/documents/index.js';
import { fileInZip } from '../unzip.js';
import { AT, smallPlan } from './fixtures.js';

const plan = { ...smallPlan(), lang: 'en', generatedAt: AT } as const;
const folder = mkdtempSync(join(tmpdir(), 'muster-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of LibreOffice. */
function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function documentOf(bytes: Buffer): string {
  return fileInZip(bytes, 'word/document.xml');
}

function leftBehind(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('muster-print-'));
}

/** A process that ended and that nobody has asked about yet runs no more. */
function isRunning(pid: number): boolean {
  const asked = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout.trim() !== '' && !asked.stdout.startsWith('Z');
}

const soffice = spawnSync('soffice', ['--version']).status === 0;

describe('printing', () => {
  test('without LibreOffice leaves the numbers to the reader’s program, and says so', async () => {
    const { bytes, notes, contentType } = await printPlan({
      ...plan,
      format: 'docx',
      office: [join(folder, 'nothing')],
    });
    expect(contentType).toContain('wordprocessingml');
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'noPageNumbers', because: expect.objectContaining({ code: 'notFound' }) }),
    );
    expect(documentOf(bytes)).toContain('w:dirty="true"');
  });

  test('survives a LibreOffice that fails, and tells its last words', async () => {
    const office = [program('fails', 'echo "no display" >&2; exit 77')];
    const { bytes, notes } = await printPlan({ ...plan, format: 'docx', office });
    expect(notes).toContainEqual({ code: 'noPageNumbers', because: { code: 'failed', detail: 'no display' } });
    expect(documentOf(bytes)).toContain('TOC');
  });

  test('survives a LibreOffice that writes nothing', async () => {
    const { notes } = await printPlan({ ...plan, format: 'docx', office: [program('silent', 'exit 0')] });
    expect(notes).toContainEqual(expect.objectContaining({ because: expect.objectContaining({ code: 'failed' }) }));
  });

  test('ends a LibreOffice that hangs, with everything that it started, and clears up', async () => {
    const before = leftBehind();
    const pids = join(folder, 'pids');
    const office = [program('hangs', `sleep 60 & echo $! > ${pids}; wait`)];
    const { notes } = await printPlan({ ...plan, format: 'docx', office, officeTimeLimitMs: 1_500 });
    expect(notes).toContainEqual({ code: 'noPageNumbers', because: { code: 'timedOut', detail: '1500 ms' } });
    expect(isRunning(Number(readFileSync(pids, 'utf8')))).toBe(false);
    expect(leftBehind()).toEqual(before);
  });

  (soffice ? test : test.skip)('with LibreOffice fills in the pages of the contents', async () => {
    const { bytes, notes } = await printPlan({ ...plan, format: 'docx' });
    expect(notes.filter(({ code }) => code === 'noPageNumbers')).toEqual([]);
    const listed = documentOf(bytes).match(/<w:p><w:pPr><w:pStyle w:val="TOC[12]"\/>.*?<\/w:p>/gs)!;
    const pages = listed.map((entry) => Number([...entry.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].at(-1)![1]));
    expect(pages[0]).toBe(1);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages.at(-1)).toBeGreaterThan(15);
    expect(leftBehind()).toEqual([]);
  });

  test('as HTML starts nothing', async () => {
    const office = [program('touched', `touch ${join(folder, 'started')}`)];
    const { contentType, bytes } = await printPlan({ ...plan, format: 'html', office });
    expect(contentType).toBe('text/html; charset=utf-8');
    expect(bytes.toString()).toContain('<h1>');
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });
});
