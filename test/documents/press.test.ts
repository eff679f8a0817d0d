import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as documents from '../../src/documents/index.js';
import { FakeOffice, isRunning, printFolders } from './fakeOffice.js';
import { AT, smallPlan } from './plan/fixtures.js';

/** As it was built: a thread cannot be started from TypeScript. */
const built = '../../dist/documents/index.js';
const { createPress } = (await import(built)) as typeof documents;

const plan = { ...smallPlan(), lang: 'en', generatedAt: AT } as const;
const fake = new FakeOffice();
let press: documents.Press;
beforeAll(() => {
  press = createPress();
});
afterAll(async () => {
  await press.close();
  fake.remove();
});

test('prints in another thread what would be printed in this one', async () => {
  const { contentType, bytes, notes } = await press.print({ ...plan, format: 'html' });
  expect(contentType).toBe('text/html; charset=utf-8');
  expect(Buffer.isBuffer(bytes)).toBe(true);
  expect(bytes.toString()).toContain('<h1>');
  expect(notes).toEqual([]);
  const office = [fake.program('fails', 'echo "no display" >&2; exit 77')];
  const docx = await press.print({ ...plan, format: 'docx', office });
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(docx.notes).toContainEqual({ code: 'noPageNumbers', because: { code: 'failed', detail: 'no display' } });
});

test('a print that fails fails for whoever asked, and the next one succeeds', async () => {
  const unusable = { ...plan, document: {} as typeof plan.document, format: 'html' } as const;
  await expect(press.print(unusable)).rejects.toThrow();
  expect((await press.print({ ...plan, format: 'html' })).bytes.length).toBeGreaterThan(10_000);
});

test('HTML does not wait for a DOCX; the end of the press ends LibreOffice and removes its folder', async () => {
  const own = createPress();
  const before = printFolders();
  const { program, started } = fake.hanging();
  const docx = own.print({ ...plan, format: 'docx', office: [program] }).catch((error: unknown) => error);
  const pid = await started();
  expect((await own.print({ ...plan, format: 'html' })).contentType).toContain('html');
  await own.close();
  expect(await docx).toHaveProperty('message', 'the press is closed');
  expect(isRunning(pid)).toBe(false);
  expect(printFolders()).toEqual(before);
  await expect(own.print({ ...plan, format: 'html' })).rejects.toThrow('closed');
});
