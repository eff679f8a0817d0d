import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Incident, IncidentSummary, Token } from '../../src/api/contract.js';
import { cliIn, Installation, testWorld } from './harness.js';

describe('muster', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await Installation.start(({ termination }) => {
      termination.watch = [
        { levels: ['I'], for: '1s' },
        { levels: ['II'], for: '48h' },
      ];
    });
  });
  afterAll(() => here.close());

  test('takes an incident from the report to its closure', async () => {
    const told = await here.cli(
      ...['report', '--category', 'operation-failure', '--title', 'Payments fail', '--place', 'checkout'],
      ...['--fact', 'usersAffected=12000', '--fact', 'dataLost=false', '--occurred-at', '2026-11-22T03:00:00+08:00'],
    );
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('propose Level III response · Relatively serious');
    const [, id = ''] = /as (\S+)\./.exec(told.out) ?? [];

    const verified = await here.cli(
      'verify',
      id,
      'confirmed',
      '--level',
      'III',
      '--reason',
      'seen',
      '--as',
      'commander',
    );
    expect(verified.out).toMatch(new RegExp(`^On the record. Incident ${id}: responding \\(#\\d+\\)\\.\n$`));
    await here.muster.until(id, (state) => Object.keys(state.effects.pending).length === 0);

    const raised = await here.cli('level', id, 'II', '--reason', 'worse', '--as', 'commander', '--lang', 'zh-CN');
    expect((await here.cli('status', id)).out).toMatch(
      /^Open\n {2}Termination criterion not confirmed yet: .* \(to be confirmed by: Technical rescue lead\) \(under-control\)$/m,
    );
    expect(raised.out).toMatch(/^已记录。事故 \S+：应急响应（#\d+）。\n$/);

    const refused = await here.cli('terminate', id, 'propose', '--reason', 'stable', '--as', 'deputy');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toMatch(/^ *- Termination criterion not confirmed yet: .*deputy commander.*$/im);
    const met = ['criterion', 'confirm', id, 'service-restored', '--note', 'checked', '--as', 'deputy'];
    expect(await here.cli(...met)).toMatchObject({ code: 0 });

    const override = ['terminate', id, 'override', '--reason', 'stable', '--as', 'commander'];
    expect(await here.cli(...override)).toMatchObject({ code: 0 });
    expect((await here.cli('status', id)).out).toMatch(
      /Ending\s+override proposed at .* by Lin Wei, not signed: stable/,
    );
    const withdraw = ['terminate', id, 'withdraw', '--reason', 'not yet', '--as', 'commander'];
    expect(await here.cli(...withdraw)).toMatchObject({ code: 0 });
    expect(await here.cli(...override)).toMatchObject({ code: 0 });
    expect(await here.json('terminate', id, 'confirm', '--as', 'deputy')).toMatchObject({ id, phase: 'watching' });
    expect((await here.cli('status', id)).out).toMatch(
      /Ending\s+\S+ .*, watched until \S+ .*; if it comes back: "reopen"/,
    );
    const early = await here.cli('close', id, '--reason', 'done', '--as', 'commander');
    expect(early).toMatchObject({ code: 1 });
    const nothing = await here.cli('recurrence', 'dismiss', id, '--reason', 'a probe failed', '--as', 'commander');
    expect(nothing).toMatchObject({ code: 1 });
    expect(nothing.err).toContain('Nothing waits to be dismissed');

    const foretold = await here.cli(
      'reopen',
      id,
      '--level',
      'I',
      '--reason',
      'again',
      '--as',
      'commander',
      '--preview',
    );
    expect(foretold.out).toMatch(/Reopens the incident at Level I /);
    const reopened = ['reopen', id, '--level', 'I', '--reason', 'again', '--as', 'commander'];
    expect((await here.cli(...reopened)).out).toContain(`Incident ${id}: responding`);
    expect((await here.cli('status', id, '--lang', 'zh-CN')).out).toMatch(/终止\s+已于 .* 重新启动响应/);
    expect(await here.cli(...override)).toMatchObject({ code: 0 });
    expect(await here.cli('terminate', id, 'confirm', '--as', 'deputy')).toMatchObject({ code: 0 });
    await here.muster.until(id, (state) => state.phase === 'aftermath' && state.incidentReport.draft !== undefined);
    const late = await here.cli('reopen', id, '--reason', 'again', '--as', 'commander');
    expect(late).toMatchObject({ code: 1 });
    expect(late.err).toContain('watch is over');

    const closed = await here.cli('close', id, '--despite', '--reason', 'done', '--as', 'commander');
    expect(closed).toMatchObject({ code: 0, err: '' });
    const after = await here.cli('status', id);
    expect(after.out).toMatch(/Phase\s+closed/);
    expect(after.out).toContain(`/api/v1/incidents/${id}/documents/`);

    const [document] = (await here.cli('document', 'list', id)).out.split('  ');
    const folder = mkdtempSync(join(tmpdir(), 'muster-document-'));
    const file = join(folder, 'report.docx');
    const get = ['document', 'get', id, document!, 'docx', file];
    expect(await here.cli(...get)).toEqual({ code: 0, out: `${file}\n`, err: '' });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(await here.cli(...get)).toMatchObject({ code: 1, err: expect.stringContaining('file_exists') as string });
    rmSync(folder, { recursive: true });
    expect((await here.cli('notices', id)).out).toMatch(/Lin Wei \(lin-wei\) {2}\S+ {2}sent /);
  });

  test('previews a decision without taking it', async () => {
    const id = await here.reported();
    const shown = await here.cli(
      'verify',
      id,
      'confirmed',
      '--level',
      'III',
      '--reason',
      'seen',
      '--preview',
      '--as',
      'commander',
    );
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Nothing was recorded. This would happen:\n  Confirms the incident');
    expect(shown.out).toMatch(/add --if-seq \d+\./);
    expect(await here.json('status', id)).toMatchObject({ phase: 'reported' });

    const refused = await here.cli('level', id, 'II', '--reason', 'worse', '--preview', '--as', 'commander');
    expect(refused).toMatchObject({ code: 1, err: '' });
    expect(refused.out).toContain('Would be refused: Not possible in this phase');
  });

  test('tells a refusal in both languages, with what was found and needed', async () => {
    const id = await here.reported();
    const wrong = ['verify', id, 'confirmed', '--level', 'VII', '--reason', 'seen', '--as', 'commander'];
    const en = await here.cli(...wrong);
    expect(en).toMatchObject({ code: 1, out: '' });
    expect(en.err).toContain('Unknown response level (unknown_level)\nThe plan has no response level “VII”');
    expect(en.err).toContain('  Found: level=VII\n  Needed: levels=I,II,III,IV\n');
    const zh = await here.cli(...wrong, '--lang', 'zh-CN');
    expect(zh).toMatchObject({ code: 1, out: '' });
    expect(zh.err).toContain('预案中没有这个响应级别 (unknown_level)\n');
    expect(zh.err).toContain('  实际：level=VII\n  应为：levels=I,II,III,IV\n');
    const json = await here.cli(...wrong, '--json');
    expect(json).toMatchObject({ code: 1, out: '' });
    expect(JSON.parse(json.err)).toMatchObject({ status: 422, code: 'unknown_level', found: { level: 'VII' } });
  });

  test('shows what is new when a decision came too late', async () => {
    const id = await here.reported();
    const { seq } = await here.json<Incident>('status', id);
    await here.json('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander');
    const late = await here.cli('verify', id, 'rejected', '--reason', 'no', '--if-seq', String(seq), '--as', 'deputy');
    expect(late.code).toBe(1);
    expect(late.err).toContain('(changed)');
    expect(late.err).toMatch(/#\d+ {2}Lin Wei .* verified and confirmed the incident/);
  });

  test('acknowledges a call once', async () => {
    const id = await here.reported();
    const first = await here.cli('ack', id, '--eta', '20m', '--as', 'deputy');
    expect(first).toEqual({ code: 0, out: `Acknowledged: Chen Jing, incident ${id}.\n`, err: '' });
    await here.muster.until(id, (_, events) => events.some((event) => event.type === 'acknowledged'));
    expect(await here.json('ack', id, '--as', 'commander')).toMatchObject({ id, person: { id: 'lin-wei' } });
    expect((await here.cli('status', id)).out).toMatch(/Chen Jing \(chen-jing\) {2}acknowledged .* expected /);
  });

  test('lists incidents and shows one, with who was called', async () => {
    const id = await here.reported();
    const list = await here.cli('status', '--phase', 'reported');
    expect(list.out).toMatch(
      new RegExp(
        `^${id}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+08:00  reported, not verified · .*Payments fail`,
        'm',
      ),
    );
    const page = await here.json<{ items: IncidentSummary[]; next?: string }>('status', '--limit', '1');
    expect(page.items).toHaveLength(1);
    expect(page.next).toBeDefined();
    expect((await here.cli('status', '--limit', '1')).out).toContain(`--cursor ${page.next}`);
    expect(await here.cli('status', '--phase', 'closed', '--level', 'IV')).toMatchObject({
      code: 0,
      out: 'No incidents.\n',
    });

    const one = await here.cli('status', id, '--lang', 'zh-CN');
    expect(one.out).toContain('指挥长（commander） 林伟（lin-wei）：1人中0人已确认\n    林伟（lin-wei）  已通知');
    expect(one.out).toMatch(
      /定级建议\n {2}定级准则均未满足.*\n {2}尚不清楚.*受影响用户数（usersAffected）.*等\d+项（--json/,
    );
    expect(await here.json<Incident>('status', id, '--min-seq', '1')).toMatchObject({ id, phase: 'reported' });
  });

  test('tells the timeline in sentences', async () => {
    const id = await here.reported();
    const { out } = await here.cli('timeline', id);
    expect(out).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+08:00 {2}#1 {2}The operator of the installation reported: Payments fail/,
    );
    const { items } = await here.json<{ items: { seq: number }[] }>('timeline', id, '--after', '1', '--limit', '2');
    expect(items.map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await here.cli('timeline', id, '--limit', '1')).out.split('\n')).toHaveLength(2);
  });

  test('creates, lists and revokes tokens; the token itself is shown once', async () => {
    const made = await here.cli(
      'token',
      'create',
      '--person',
      'zhao-lei',
      '--label',
      'phone',
      '--expires-in-days',
      '3',
    );
    expect(made.out).toMatch(/^\S+\n$/);
    expect(made.err).toContain('zhao-lei · phone · until ');
    const token = made.out.trim();
    const as = { MUSTER_TOKEN: token };
    expect((await cliIn(here.world(as), 'status')).code).toBe(0);
    expect(await cliIn(here.world(as), 'token', 'list')).toMatchObject({ code: 3, out: '' });

    const list = await here.cli('token', 'list');
    expect(list.out).toContain('zhao-lei · phone');
    expect(list.out).not.toContain(token);
    const { items } = await here.json<{ items: Token[] }>('token', 'list');
    const { id } = items.find(({ person }) => person === 'zhao-lei')!;
    expect(await here.cli('token', 'revoke', id)).toEqual({ code: 0, out: `Token ${id} is revoked.\n`, err: '' });
    const refused = await cliIn(here.world(as), 'status');
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('(token_invalid)');
    expect(refused.err).not.toContain(token);
    expect((await here.cli('token', 'revoke', 'nobody')).code).toBe(4);
    expect(await here.cli('token', 'revoke', id, '--json')).toEqual({ code: 0, out: '', err: '' });
  });

  test('says by its exit code why it did not work', async () => {
    expect((await here.cli('status', 'no-such')).code).toBe(4);
    expect((await here.cli('level', await here.reported(), 'I', '--reason', 'x', '--token', 'wrong')).code).toBe(3);
    const noPerson = await here.cli('ack', 'x');
    expect(noPerson.code).toBe(3);
    expect(noPerson.err).toContain('on this machine: commander, deputy');
    const unnamed = testWorld({ MUSTER_URL: here.api.url });
    expect(await cliIn(unnamed, 'status', '--json')).toMatchObject({ code: 3, out: '' });
    expect(JSON.parse(unnamed.err)).toMatchObject({ code: 'token_required', status: 401 });
  });
});
