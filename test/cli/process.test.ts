import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Installation } from './harness.js';

describe('the program muster', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await Installation.start();
  });
  afterAll(() => here.close());

  function start(...args: string[]): ChildProcess {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], MUSTER_DIR: here.folder, LANG: 'en_GB.UTF-8' };
    return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async function run(...args: string[]) {
    const child = start('bin/muster.mjs', ...args);
    const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
    return { code: child.exitCode, out, err };
  }

  test('carries out a command and ends with its exit code', async () => {
    const id = await here.reported();
    const { code, out } = await run('status', id, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id, phase: 'reported' });
    const missing = await run('status', 'no-such');
    expect(missing).toMatchObject({ code: 4, out: '' });
    expect(missing.err).toContain('No such incident');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('follows until %s and ends well', async (signal) => {
    const id = await here.reported();
    const child = start('dist/cli/main.js', 'follow', '--after', '0');
    const closed = once(child, 'close');
    for await (const chunk of child.stdout!.setEncoding('utf8')) if (String(chunk).includes(id)) break;
    child.kill(signal);
    await closed;
    expect(child.exitCode).toBe(0);
  });
});
