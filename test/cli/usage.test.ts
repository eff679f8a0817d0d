import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliIn, testWorld } from './harness.js';

describe('muster, as it is typed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (env: Record<string, string>, ...argv: string[]) =>
    cliIn(testWorld({ MUSTER_DIR: folder, ...env }), ...argv);

  /** Answers every request with the same text, and keeps what was asked. */
  async function withServer<T>(answer: string, work: (url: string, asked: string[]) => Promise<T>): Promise<T> {
    const asked: string[] = [];
    const server = createServer((req, res) => {
      asked.push(`${req.method} ${req.url} ${req.headers.authorization} ${req.headers['accept-language']}`);
      res.end(answer);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }

  test('explains itself in the language of the environment or of --lang', async () => {
    const en = await run({}, '--help');
    expect(en.code).toBe(0);
    expect(en.out).toContain('report an incident; command is alerted at');
    expect(en.out).toContain('  5   unreachable');
    const zh = await run({ LANG: 'zh_CN.UTF-8' }, 'help', 'verify');
    expect(zh.out).toContain('用法：');
    expect(zh.out).toContain('核实事故报告并作出决定');
    expect((await run({ LANG: 'zh_CN.UTF-8' }, '--lang=en', '--help')).out).toContain('Usage:');
    expect((await run({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, '--help')).out).toContain('Usage:');
  });

  test.each([
    [['unknwon'], '没有命令“unknwon”'],
    [['stats'], '是否要用 status？'],
    [['verify', 'x', '--reason', 'r'], '缺少参数“outcome”'],
    [['verify', 'x', 'perhaps', '--reason', 'r'], '取值“perhaps”无效。可选：'],
    [['close', 'x'], '必须给出选项“--reason <text>”'],
    [['close', 'x', '--reason'], '选项“--reason <text>”缺少取值'],
    [['close', 'x', 'y', '--reason', 'r'], '参数过多，应为 1 个，实为 2 个。'],
    [['close', 'x', '--reason', 'r', '--reasn', 'r'], '没有选项“--reasn”'],
  ])('says in Chinese what is wrong with %j', async (argv, words) => {
    const { code, err } = await run({ LANG: 'zh_CN.UTF-8' }, ...argv);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.replaceAll(/“[^”]*”|可选：.*。|是否要用 .*？|--help/g, '')).not.toMatch(/[A-Za-z]/);
    const asJson = await run({ LANG: 'zh_CN.UTF-8' }, '--json', ...argv);
    expect((JSON.parse(asJson.err) as { detail: string }).detail).toContain(words);
  });

  test.each([
    [[]],
    [['unknown']],
    [['verify', 'x']],
    [['verify', 'x', 'perhaps', '--reason', 'r']],
    [['close', 'x']],
    [['report', '--title', 't']],
    [['report', '--category', 'c', '--title', 't', '--place', 'p', '--fact', 'usersAffected']],
    [['report', '--category', 'c', '--title', 't', '--place', 'p', '--occurred-at', 'yesterday']],
    [['ack', 'x', '--eta', 'soon']],
    [['drill', 'feedback', 'x', '--answer', 'abc=y']],
    [['drill', 'pace', 'd', 'abc']],
    [['drill', 'resume', 'd', '--pace', '-1']],
    [['drill', 'open', 'ransomware', '--pace', 'abc']],
    [['drill', 'run', 'ransomware', '--pace', '3601']],
    [['drill', 'improve', 'd', 'E-11', 'look into it', '--type', 'plan', '--due', '30d']],
    [['improvement', 'open', 'look into it', '--finding', 'f', '--type', 'plan', '--due', '30d']],
    [['status', '--limit', 'many']],
    [['close', 'x', '--reason', 'r', '--idempotency-key', 'a b']],
    [['status', '--as', 'commander', '--token', 't']],
    [['status', '--url', 'muster.example']],
    [['status', '--url', 'http://x', '--token', 'two words']],
  ])('refuses %j as wrong usage', async (argv) => {
    expect(await run({}, ...argv)).toMatchObject({ code: 2, out: '' });
    if (argv.length === 0) return;
    const json = await run({}, ...argv, '--json');
    expect(json).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(json.err)).toMatchObject({
      code: expect.any(String) as string,
      title: expect.any(String) as string,
    });
  });

  test('a file that cannot be written is told of before anything is asked for', async () => {
    const out = join(folder, 'nowhere', 'coverage.html');
    await withServer('{}', async (url, asked) => {
      const { code, err } = await run({ MUSTER_URL: url, MUSTER_TOKEN: 't' }, 'drill', 'coverage', '--out', out);
      expect([code, asked]).toEqual([2, []]);
      expect(err).toContain(`there is no folder ${join(folder, 'nowhere')}`);
    });
  });

  test('finds the instance of this machine by its lock, else by its port', async () => {
    expect((await run({}, 'status')).err).toContain('(no_address)');
    await withServer('{"items":[]}', async (url, asked) => {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ api: Number(new URL(url).port) }));
      writeFileSync(join(folder, 'operator.token'), 'secret\n');
      expect(await run({}, 'status')).toEqual({ code: 0, out: 'No incidents.\n', err: '' });
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ api: 1 }));
      writeFileSync(join(folder, 'lock.2'), JSON.stringify({ released: false, info: { api: 'http://127.0.0.1:1' } }));
      writeFileSync(join(folder, 'lock.10'), JSON.stringify({ released: false, info: { api: url } }));
      expect((await run({ LANG: 'zh_CN.UTF-8' }, 'status')).out).toBe('没有事故。\n');
      expect(asked).toEqual(['GET /api/v1/incidents Bearer secret en', 'GET /api/v1/incidents Bearer secret zh-CN']);
    });
  });

  test('sends the tokens of this machine nowhere else', async () => {
    writeFileSync(join(folder, 'commander.token'), 'secret');
    const foreign = await run({}, 'status', '--as', 'commander', '--url', 'https://muster.example');
    expect(foreign.code).toBe(2);
    expect(foreign.err).toContain('(foreign_address)');
    const unknown = await run({}, 'status', '--as', '../commander', '--url', 'http://localhost:1');
    expect(unknown.code).toBe(3);
    expect(unknown.err).toContain('There are: commander.');
  });

  test('takes nothing for an answer of Muster that is none', async () => {
    await withServer('<h1>It works!</h1>', async (url) => {
      const { code, err } = await run({ MUSTER_URL: url, MUSTER_TOKEN: 't' }, 'status');
      expect(code).toBe(5);
      expect(err).toContain('(unexpected_answer)');
    });
  });

  test('lets no text from outside steer the terminal', async () => {
    const item = {
      id: 'x',
      mode: 'drill',
      phase: 'reported',
      seq: 1,
      category: { id: 'c', name: 'C' },
      title: '\u001b[2Jgone\nnext',
    };
    const at = '2026-11-22T03:14:05.000Z';
    const answer = JSON.stringify({ items: [{ ...item, reportedAt: at, updatedAt: at }] });
    await withServer(answer, async (url) => {
      const { out } = await run({ MUSTER_URL: url }, 'status');
      expect(out).toBe('x  2026-11-22 11:14:05 +08:00  DRILL · reported, not verified · C · [2Jgone next\n');
      expect((await run({ MUSTER_URL: url }, 'status', '--json')).out).toBe(`${answer}\n`);
    });
  });

  test('colours only for a terminal, and not against NO_COLOR', async () => {
    const coloured = async (env: Record<string, string>, tty: boolean) => {
      const world = testWorld({ MUSTER_DIR: folder, ...env }, undefined, tty);
      return (await cliIn(world, 'status')).err.includes('\u001b[');
    };
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
  });
});
