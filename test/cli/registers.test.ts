import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RegisterVersionList } from '../../src/api/contract.js';
import { startTestApi } from '../api/harness.js';
import type { TestApi } from '../api/harness.js';
import { scratchFolder } from '../plans/broken.js';
import { cliIn, testWorld } from './harness.js';
import type { CliResult } from './harness.js';

const NOVEMBER = Date.parse('2026-11-26T10:00:00+08:00');

/** On files of this machine, on that day. */
function offline(...argv: string[]): Promise<CliResult> {
  return cliIn(Object.assign(testWorld({}), { now: () => NOVEMBER }), ...argv);
}

function fileOf(name: string, text: string): string {
  const file = join(scratchFolder(), name);
  writeFileSync(file, text);
  return file;
}

describe('muster roster check and resources check', () => {
  const sample = 'plans/software-incident';

  test('read the files beside the plan, without a running Muster', async () => {
    const roster = await offline('roster', 'check');
    expect(roster).toMatchObject({ code: 0, err: '' });
    // The ids of the sample are made from names, so that it can be read.
    expect(roster.out).toMatch(/^info .*\(id_from_name\)\n.*\n.*staff numbers.*\n0 warnings, 1 for information\.\n$/);
    const { code, out } = await offline('resources', 'check');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^warning plans\/software-incident\/ledger\.yaml:\d+:\d+ items\[\d+\]\.onHand \(stock_at_reorder\)$/m,
    );
    expect(out).toMatch(/2 warnings, 2 for information\.\n$/);
  });

  test('speak Chinese, and JSON', async () => {
    expect((await offline('resources', 'check', '--lang', 'zh-CN')).out).toMatch(/警告2项，提示2项。\n$/);
    const { out } = await offline('resources', 'check', '--json');
    const told = JSON.parse(out) as { file: string; remarks: { severity: string; code: string; line: number }[] };
    expect(told).toMatchObject({ file: `${sample}/ledger.yaml`, plan: { id: 'software-incident' } });
    const differing = told.remarks.filter(({ code }) => code === 'custodian_differs');
    expect(differing.map(({ severity }) => severity)).toEqual(['info', 'info']);
    expect(differing[0]?.line).toBeGreaterThan(1);
  });

  test('fail on warnings only when that is asked for', async () => {
    expect((await offline('resources', 'check', '--strict')).code).toBe(1);
    expect((await offline('roster', 'check', '--strict')).code).toBe(0);
    const doubted = await offline('roster', 'check', '--strict', '--verified-within-days', '7');
    expect(doubted.code).toBe(1);
    expect(doubted.out).toContain('last verified 24 days ago');
  });

  test('name each wrong cell of a table by line, cell and heading, with exit code 1', async () => {
    const file = fileOf('people.csv', '编号,姓名,语言,电子邮件,岗位\na,A,en,nowhere,commander\n');
    const { code, out, err } = await offline('roster', 'check', file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`  ${file}:2:4: bad_email 电子邮件: "nowhere" is not an e-mail address`);
    expect((await offline('roster', 'check', file, '--lang', 'zh-CN')).err).toContain('不是电子邮件地址');
    const lost = await offline('roster', 'check', '/no/such/file');
    expect([lost.code, lost.err.includes('no_roster')]).toEqual([1, true]);
  });

  test('know another plan, and people and stock from other files', async () => {
    expect((await offline('roster', 'check', '--plan', 'plans/hospital-it')).out).toContain('post_without_deputy');
    const elsewhere = [`${sample}/ledger.yaml`, '--plan', sample, '--roster', `${sample}/roster.yaml`];
    expect((await offline('resources', 'check', ...elsewhere)).code).toBe(0);
    const mixed = await offline('resources', 'check', `${sample}/ledger.yaml`, '--plan', 'plans/hospital-it');
    expect([mixed.code, mixed.err.includes('unknown_resource')]).toEqual([1, true]);
  });
});

describe('muster roster and resources, with a running Muster', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    api.clock.now = NOVEMBER;
    token = await api.token({ kind: 'operator' });
  });
  afterAll(() => api.close());

  const online = (...argv: string[]) =>
    cliIn(testWorld({ MUSTER_URL: api.url, MUSTER_TOKEN: token, MUSTER_DIR: '/nonexistent' }), ...argv);

  test('export, import and history go round', async () => {
    const file = join(scratchFolder(), 'people.csv');
    expect(await online('roster', 'export', file)).toEqual({ code: 0, out: '', err: '' });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await online('roster', 'export', file)).err).toContain('(file_exists)');

    writeFileSync(file, readFileSync(file, 'utf8').replace('lin.wei@yunfan.example', 'lin@yunfan.example'));
    const preview = await online('roster', 'import', file, '--preview');
    expect(preview).toMatchObject({ code: 0, err: '' });
    expect(preview.out).toMatch(/^ {2}Lin Wei \(lin-wei\), e-mail: lin\.wei@yunfan\.example → lin@yunfan\.example\n/);
    expect(preview.out).toMatch(/\nNothing was saved; compared with version 1: 1 changed\.\n$/);
    const stale = await online('roster', 'import', file, '--if-version', '9');
    expect([stale.code, stale.err.includes('(register_changed)')]).toEqual([1, true]);
    const saved = await online('roster', 'import', file, '--if-version', '1');
    expect(saved.out).toMatch(/Saved as version 2: 1 changed\.\nNo running incident is concerned\.\n$/);

    const history = await online('roster', 'history');
    expect(history.out).toMatch(
      /^2 {2}2026-.* {2}imported with the token “test” {2}1 changed\n1 {2}.* brought in at a start\n$/,
    );
    const first = JSON.parse((await online('roster', 'history', '--json', '--limit', '1')).out) as RegisterVersionList;
    expect(first).toMatchObject({ items: [{ version: 2 }], next: '2' });
    const yaml = await online('roster', 'export', '--version', '1');
    expect(yaml.out).toContain('email: lin.wei@yunfan.example');
  });

  test('an import says how many running incidents were told of it, and how many could not be', async () => {
    const yaml = readFileSync('plans/software-incident/roster.yaml', 'utf8');
    const importAway = (day: string, ...lang: string[]) => {
      const away = `  - id: lin-wei\n    away: [{ from: ${day}, to: ${day} }]\n`;
      return online('roster', 'import', fileOf('people.yaml', yaml.replace('  - id: lin-wei\n', away)), ...lang);
    };
    await api.report();
    expect((await importAway('2026-12-01')).out).toMatch(/\nTold 1 running incident\.\n$/);
    expect((await importAway('2026-12-02', '--lang', 'zh-CN')).out).toMatch(/\n已告知 1 起进行中的事故。\n$/);
    api.incidents.down = true;
    const waiting = await importAway('2026-12-03');
    api.incidents.down = false;
    expect(waiting.out).toMatch(/\n1 running incident could not be told yet; Muster tries again by itself\.\n$/);
  });

  test('a roster that cannot be used is refused with the places in the file', async () => {
    const file = fileOf('people.yaml', 'people:\n  - id: a\n    name: A\n    languages: [fr]\nholders: {}\n');
    const { code, err } = await online('roster', 'import', file);
    expect(code).toBe(1);
    expect(err).toContain('(register_unusable)');
    expect(err).toMatch(/^ {2}4:17 people\[0\]\.languages\[0\] unknown_value: /m);
    expect((await online('roster', 'import', '/no/such/file')).err).toContain('no_file');
  });

  test('the ledger is imported from the sample and listed, what is short in words', async () => {
    expect((await online('resources', 'list')).out).toContain('not in the ledger');
    const imported = await online('resources', 'import', 'plans/software-incident/ledger.yaml');
    expect(imported.out).toMatch(/Saved as version 1: \d+ added\.\nNo running incident is concerned\.\n$/);
    expect(imported.out).toContain('warning 169:13 items[18].onHand (stock_at_reorder)');
    const { out } = await online('resources', 'list');
    expect(out).toContain(
      'Emergency passes (access-passes): 38 passes, minimum 30, reorder at 40: to be replenished\n',
    );
    expect(out).toContain('  passes · 38 · Security duty room · Deng Qiang · inspection due 2027-01-28\n');
    expect((await online('resources', 'list', '--lang', 'zh-CN')).out).toContain(
      '应急通行证（access-passes）：38张，最低30',
    );
    const csv = await online('resources', 'export', '--format', 'csv');
    expect(csv.out).toMatch(/^\ufeffid,resource,/);
    expect((await online('resources', 'export', '--json')).out).toContain('"version":1');
  });

  test('stock is moved and inspected, who holds it and who waits is listed, and the log tells each', async () => {
    const hold = (incidentId: string, quantity: number) =>
      api.store.allocateStock({
        ...{ incidentId, mode: 'real', request: 'q1', resource: 'radio-set', quantity, rank: 1, today: '2026-11-26' },
      });
    await hold('i-1', 4);
    await hold('i-2', 5);
    const replenished = await online('resources', 'replenish', 'radios', '1', '--note', 'Order 118');
    expect(replenished).toMatchObject({ code: 0, err: '' });
    expect(replenished.out).toContain(
      '\n  0 sets available, 7 reserved for i-1: 4, i-2: 3\n  waiting for it: i-2: 2\n',
    );
    expect(replenished.out).toContain('\n  radios · 7 · 0 available · ');
    const refused = await online('resources', 'consume', 'radios', '2');
    expect([refused.code, refused.err.includes('(not_enough_stock)')]).toEqual([1, true]);
    expect((await online('resources', 'found', 'radios', '2.5')).out).toContain('0.5 sets available, 9 reserved');
    expect((await online('resources', 'damage', 'radios', '0.5', '--lang', 'zh-CN')).out).toContain(
      '\n  可用0台，已占用9台：i-1：4，i-2：5\n',
    );
    const inspected = await online('resources', 'inspect', 'radios', 'bad', '--on', '2026-11-25');
    expect(inspected.out).toContain(' · found bad');
    expect((await online('resources', 'inspect', 'radios', 'good', '--on', 'today')).code).toBe(2);
    expect((await online('resources', 'consume', 'radios', '0')).code).toBe(2);
    const log = await online('resources', 'log', 'radios', '--limit', '2', '--lang', 'zh-CN');
    expect(log.out).toMatch(
      /^.* {2}损坏 0\.5 台 {2}系统管理员\n.* {2}预留 2 台 {2}事故 i-2\n更多：muster resources log radios --cursor \d+\n$/,
    );
    expect((await online('resources', 'log', 'radios')).out).toMatch(
      / {2}replenished 1 sets {2}the operator {2}Order 118\n/,
    );
    expect((await online('resources', 'log', 'fuel-of-nobody')).err).toContain('(item_not_found)');
    expect((await online('resources', 'log', 'passes')).out).toBe('Nothing was moved.\n');
  });

  test('what has to be done about stock is listed with who does it, page by page, and what was done', async () => {
    await online('resources', 'inspect', 'radios', 'bad');
    const { out } = await online('resources', 'due');
    expect(out).toMatch(/^2026-\d\d-\d\d(?: overdue)? {2}/);
    expect(out).toContain('repair  Radio sets (radios)  Lei Gang\n');
    expect(out).toContain('replenish  Emergency passes (access-passes)  Deng Qiang\n');
    expect((await online('resources', 'list')).out).toMatch(/found bad · repair by 2026-12-\d\d\n/);
    expect((await online('resources', 'list')).out).toMatch(/to be replenished\n {2}replenish by 2026-12-\d\d\n/);
    await online('resources', 'inspect', 'radios', 'good');
    expect((await online('resources', 'due')).out).not.toContain('repair');
    expect((await online('resources', 'due', '--all')).out).toMatch(
      /repair {2}Radio sets \(radios\) {2}Lei Gang {2}.* inspected and found good the operator\n/,
    );
    const first = await online('resources', 'due', '--all', '--limit', '1', '--lang', 'zh-CN');
    const [, cursor = ''] = /更多：muster resources due --all --cursor (\S+)\n$/.exec(first.out) ?? [];
    const second = await online('resources', 'due', '--all', '--limit', '1', '--cursor', cursor, '--lang', 'zh-CN');
    expect(second.code).toBe(0);
    expect(second.out).not.toContain(first.out.split('\n')[0]);
  });
});
