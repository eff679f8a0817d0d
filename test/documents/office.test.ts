import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pageNumbersOf } from '../../src/documents/office/pageNumbers.js';
import { FakeOffice, isRunning, printFolders, until } from './fakeOffice.js';

const fake = new FakeOffice();
afterAll(() => fake.remove());

const docx = Buffer.from('a document');

test('whoever gives up has LibreOffice ended, with everything that it started, and its folder removed', async () => {
  const before = printFolders();
  const { program, started } = fake.hanging();
  const stop = new AbortController();
  const laid = pageNumbersOf(docx, { programs: [program], signal: stop.signal });
  const pid = await started();
  stop.abort(new Error('enough'));
  await expect(laid).rejects.toThrow('enough');
  expect(isRunning(pid)).toBe(false);
  expect(printFolders()).toEqual(before);
});

test('whoever has given up before has nothing started', async () => {
  const before = printFolders();
  const programs = [fake.program('unwanted', 'exit 0')];
  await expect(pageNumbersOf(docx, { programs, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
  expect(printFolders()).toEqual(before);
});

test('of a program that complains without end only the last words are kept', async () => {
  const programs = [fake.program('complains', 'yes complaint | head -c 5000000 >&2; echo "last words" >&2; exit 3')];
  expect(await pageNumbersOf(docx, { programs })).toEqual({ code: 'failed', detail: 'last words' });
  const endless = [fake.program('one-line', 'head -c 5000000 /dev/zero | tr "\\\\0" x >&2; exit 3')];
  const failure = await pageNumbersOf(docx, { programs: endless });
  expect(JSON.stringify(failure).length).toBeLessThan(5_000);
});

test('a program that fails without a word is told by its exit code', async () => {
  const programs = [fake.program('mute', 'exit 7')];
  expect(await pageNumbersOf(docx, { programs })).toEqual({ code: 'failed', detail: 'exit code 7' });
});

test('arguments reach the program as they are', async () => {
  const programs = [fake.program('tells', 'for argument; do last=$argument; done; echo "$# $last" >&2; exit 1')];
  expect(await pageNumbersOf(docx, { programs })).toEqual({
    code: 'failed',
    detail: expect.stringMatching(/^8 \/.*\/muster-print-\d+-\w+\/plan\.docx$/),
  });
});

test('a process that is killed takes LibreOffice with it, and its folder goes at the next print', async () => {
  const { program, started } = fake.hanging();
  const script = `
    import { pageNumbersOf } from ${JSON.stringify(resolve('dist/documents/office/pageNumbers.js'))};
    await pageNumbersOf(Buffer.from('a document'), { programs: [${JSON.stringify(program)}] });
  `;
  const printing = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const pid = await started();
  printing.kill('SIGKILL');
  await once(printing, 'exit');
  await until(() => !isRunning(pid));
  expect(printFolders(printing.pid)).toHaveLength(1);
  await pageNumbersOf(docx, { programs: [fake.program('next', 'exit 1')] });
  expect(printFolders(printing.pid)).toEqual([]);
});
