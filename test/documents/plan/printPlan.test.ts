import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { printPlan } from '../../../src/documents/index.js';
import { FakeOffice, isRunning, printFolders } from '../fakeOffice.js';
import { fileInZip } from '../unzip.js';
import { AT, smallPlan } from './fixtures.js';

const plan = { ...smallPlan(), lang: 'en', generatedAt: AT } as const;
const fake = new FakeOffice();
const { folder } = fake;
afterAll(() => fake.remove());

function documentOf(bytes: Buffer): string {
  return fileInZip(bytes, 'word/document.xml');
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
    const office = [fake.program('fails', 'echo "no display" >&2; exit 77')];
    const { bytes, notes } = await printPlan({ ...plan, format: 'docx', office });
    expect(notes).toContainEqual({ code: 'noPageNumbers', because: { code: 'failed', detail: 'no display' } });
    expect(documentOf(bytes)).toContain('TOC');
  });

  test('survives a LibreOffice that writes nothing', async () => {
    const { notes } = await printPlan({ ...plan, format: 'docx', office: [fake.program('silent', 'exit 0')] });
    expect(notes).toContainEqual(expect.objectContaining({ because: expect.objectContaining({ code: 'failed' }) }));
  });

  test('ends a LibreOffice that hangs, with everything that it started, and clears up', async () => {
    const before = printFolders();
    const { program, started } = fake.hanging();
    const { notes } = await printPlan({ ...plan, format: 'docx', office: [program], officeTimeLimitMs: 1_500 });
    expect(notes).toContainEqual({ code: 'noPageNumbers', because: { code: 'timedOut', detail: '1500 ms' } });
    expect(isRunning(await started())).toBe(false);
    expect(printFolders()).toEqual(before);
  });

  (soffice ? test : test.skip)('with LibreOffice fills in the pages of the contents', async () => {
    const { bytes, notes } = await printPlan({ ...plan, format: 'docx' });
    expect(notes.filter(({ code }) => code === 'noPageNumbers')).toEqual([]);
    const listed = documentOf(bytes).match(/<w:p><w:pPr><w:pStyle w:val="TOC[12]"\/>.*?<\/w:p>/gs)!;
    const pages = listed.map((entry) => Number([...entry.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].at(-1)![1]));
    expect(pages[0]).toBe(1);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages.at(-1)).toBeGreaterThan(15);
    expect(printFolders()).toEqual([]);
  });

  test('as HTML starts nothing', async () => {
    const office = [fake.program('touched', `touch ${join(folder, 'started')}`)];
    const { contentType, bytes } = await printPlan({ ...plan, format: 'html', office });
    expect(contentType).toBe('text/html; charset=utf-8');
    expect(bytes.toString()).toContain('<h1>');
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });
});
