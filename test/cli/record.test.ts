import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordVerification } from '../../src/api/contract.js';
import { cliIn, Installation, testWorld } from './harness.js';
import type { CliResult } from './harness.js';

describe('the proof of a record', () => {
  let here: Installation;
  let id: string;
  let sha256: string;
  const folder = mkdtempSync(join(tmpdir(), 'muster-proof-'));
  const bundle = join(folder, 'bundle.zip');
  beforeAll(async () => {
    here = await Installation.start();
    id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'IV', '--reason', 'seen', '--as', 'commander');
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true });
  });

  /** Where no Muster runs, and none was ever set up. */
  const elsewhere = (...argv: string[]): Promise<CliResult> =>
    cliIn(testWorld({ MUSTER_DIR: join(folder, 'nothing') }), ...argv);

  /** A copy of the bundle in which one byte of an event is another one. */
  function flipped(text: string): string {
    const bytes = readFileSync(bundle);
    const at = bytes.indexOf(text, bytes.indexOf('events.jsonl{')) + text.length - 1;
    bytes[at]! ^= 1;
    const file = join(folder, 'flipped.zip');
    writeFileSync(file, bytes);
    return file;
  }

  test('holds over HTTP, one record and all of them, and says what was compared', async () => {
    const one = await here.cli('verify-record', id);
    expect(one.code).toBe(0);
    expect(one.out).toMatch(new RegExp(`^${id}: the record is intact\\.\n {2}Compared: \\d+ events, \\d+ messages `));
    expect(one.out).toMatch(/^ {2}Head: [0-9a-f]{64} \(event \d+\)$/m);
    expect(one.out).toContain('kept elsewhere');
    const all = await here.cli('verify-record', '--all', '--lang', 'zh-CN');
    expect(all.code).toBe(0);
    expect(all.out).toMatch(new RegExp(`^${id}：记录完好。\n {2}已核对：事件 \\d+ 个，`));
    expect(all.out).toMatch(/^共校验事故 1 起，0 起与记录不符。\n共校验改进措施 0 项，0 项与记录不符。$/m);
    expect(RecordVerification.parse(await here.json('verify-record', id))).toMatchObject({
      incidentId: id,
      intact: true,
    });
  });

  test('is taken away as a bundle, with the number to keep, and never over another file', async () => {
    const { code, out } = await here.cli('export', id, bundle);
    expect(code).toBe(0);
    sha256 = /^SHA-256: ([0-9a-f]{64})$/m.exec(out)![1]!;
    expect(out).toContain(`muster verify-record --bundle ${bundle} --sha256 ${sha256}`);
    // It has names in it.
    expect(statSync(bundle).mode & 0o077).toBe(0);
    const before = readFileSync(bundle);
    expect(await here.cli('export', id, bundle)).toMatchObject({
      code: 1,
      err: expect.stringContaining('there already') as string,
    });
    expect(readFileSync(bundle)).toEqual(before);
    const found = await here.json<{ incident: string; again: { of: number } }>('what-if', id);
    expect(found).toMatchObject({ incident: id, refused: [] });
    expect(found.again.of).toBeGreaterThan(0);
    const none = join(folder, 'none.zip');
    expect(await here.cli('export', 'i-none', none)).toMatchObject({ code: 4, out: '' });
    expect(() => statSync(none)).toThrow('ENOENT');
    const again = await here.json<{ bytes: number }>('export', id, none);
    expect(again.bytes).toBe(statSync(none).size);
  });

  test('holds for the bundle alone, without a Muster that runs', async () => {
    expect((await elsewhere('verify-record', id)).code).not.toBe(0);
    const { code, out } = await elsewhere('verify-record', '--bundle', bundle, '--sha256', sha256);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${id}: the record is intact\\.$`, 'm'));
    expect(out).toMatch(/^ {2}Exported 20.* by \S+$/m);
    expect(out).toMatch(/^ {2}Compared: .*, 0 improvements that came of it\.$/m);
    expect(out).toContain(`SHA-256: ${sha256}`);
    expect(out).not.toContain('--sha256');
    const zh = await elsewhere('verify-record', '--bundle', bundle, '--lang', 'zh-CN');
    expect(zh.code).toBe(0);
    expect(zh.out).toMatch(new RegExp(`^${id}：记录完好。$`, 'm'));
    expect(zh.out).toContain('请用 --sha256 提供');
    const told = JSON.parse((await elsewhere('verify-record', '--bundle', bundle, '--json')).out) as object;
    expect(told).toMatchObject({ incidentId: id, intact: true, sha256 });
  });

  test('names the event in which a byte of the bundle is another one', async () => {
    const { code, out } = await elsewhere('verify-record', '--bundle', flipped('"Payments fail'));
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^${id}: \\d+ things are not as recorded\\.$`, 'm'));
    expect(out).toMatch(/^ {2}Event 1 \(reported\): the text “title” is not what was sealed/m);
    const zh = await elsewhere('verify-record', '--bundle', flipped('"type":"reported'), '--lang', 'zh-CN');
    expect(zh.code).toBe(1);
    expect(zh.out).toMatch(/^ {2}第 1 号事件.*与封存时不一致/m);
  });

  test('names a bundle that is another one, or none', async () => {
    const other = await elsewhere('verify-record', '--bundle', bundle, '--sha256', 'ab'.repeat(32));
    expect(other.code).toBe(1);
    expect(other.out).toContain('The file is not the one that was exported');
    const text = join(folder, 'text.zip');
    writeFileSync(text, 'no bundle');
    expect(await elsewhere('verify-record', '--bundle', text)).toMatchObject({
      code: 1,
      out: expect.stringContaining('is no bundle of a record') as string,
    });
    expect(await elsewhere('verify-record', '--bundle', join(folder, 'missing'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no such file') as string,
    });
  });

  test('compares hashes that were kept elsewhere, of a record that runs and of a bundle', async () => {
    const { seq, head } = await here.json<{ seq: number; head: string }>('verify-record', id);
    for (const argv of [[id], ['--bundle', bundle]]) {
      expect(await here.cli('verify-record', ...argv, '--head', `${seq}:${head}`)).toMatchObject({ code: 0 });
      const short = `${seq}:${head.slice(0, 16)}`;
      const other = await here.cli('verify-record', ...argv, '--head', short, '--head', `2:${head}`);
      expect(other.code).toBe(1);
      expect(other.out).toMatch(/^ {2}Event 2 \(.*\): the hash is not the one that was kept elsewhere; found /m);
    }
    const none = `improvement/${id}-i9@1:${head}`;
    expect((await here.cli('verify-record', '--bundle', bundle, '--head', none)).out).toContain(
      `Improvement ${id}-i9, event 1: the hash is not the one`,
    );
    expect((await here.cli('verify-record', id, '--head', none)).code).toBe(4);
    for (const argv of [
      ['--all', '--head', `1:${head}`],
      ['--drill', 'd', '--head', none],
      [id, '--head', '1:abc'],
    ]) {
      expect(await here.cli('verify-record', ...argv)).toMatchObject({ code: 2, out: '' });
    }
  });

  test('asks for exactly one record', async () => {
    for (const argv of [[], [id, '--all'], [id, '--bundle', bundle], ['--all', '--bundle', bundle]]) {
      expect(await here.cli('verify-record', ...argv)).toMatchObject({ code: 2, out: '' });
    }
    expect(await here.cli('verify-record', '--bundle', bundle, '--sha256', 'abc')).toMatchObject({ code: 2 });
    expect((await here.cli('verify-record', 'i-none')).code).toBe(4);
  });

  test('names an event that somebody changed in the store', async () => {
    const sound = await here.reported();
    await here.muster.run(
      `UPDATE incident_events SET event = replace(event::text, '"level":"IV"', '"level":"II"')::json
       WHERE incident_id = '${id}' AND event::text LIKE '%"type":"confirmed"%'`,
    );
    const seq = (await here.muster.events(id)).find(({ type }) => type === 'confirmed')!.seq;
    const one = await here.cli('verify-record', id);
    expect(one.code).toBe(1);
    expect(one.out).toContain(`  Event ${seq} (confirmed) is not what was sealed`);
    const zh = await here.cli('verify-record', id, '--lang', 'zh-CN');
    expect(zh.code).toBe(1);
    expect(zh.out).toContain(`  第 ${seq} 号事件（confirmed）与封存时不一致`);
    const all = await here.cli('verify-record', '--all');
    expect(all.code).toBe(1);
    expect(all.out).toContain(`${sound}: the record is intact.`);
    expect(all.out).toContain('2 incidents checked, 1 not as recorded.');
    const taken = join(folder, 'tampered.zip');
    expect((await here.cli('export', id, taken)).code).toBe(0);
    expect((await elsewhere('verify-record', '--bundle', taken)).code).toBe(1);
  });

  test('holds for improvements too, and names the event of one that somebody changed', async () => {
    const open = ['improvement', 'open', 'Write the run book', '--finding', 'Nobody could fail over', '--due', '30d'];
    const opened = await here.cli(...open, '--type', 'process', '--owner-person', 'chen-jing', '--as', 'commander');
    const improvement = /^ {2}(\S+) {2}/m.exec(opened.out)![1]!;
    const before = await here.cli('verify-record', '--all');
    expect(before.out).toContain(`${improvement}: the record is intact.`);
    expect(before.out).toContain('1 improvements checked, 0 not as recorded.');
    await here.muster.run(
      `UPDATE improvement_events SET event = replace(event::text, '"medium"', '"mediun"')::json
       WHERE improvement_id = '${improvement}' AND seq = 1`,
    );
    const { code, out } = await here.cli('verify-record', '--all');
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(`^${improvement}: 1 thing is not as recorded\\.\n {2}Event 1 \\(opened\\) is not`, 'm'),
    );
    expect(out).toContain('1 improvements checked, 1 not as recorded.');
    expect((await here.cli('verify-record', '--all', '--lang', 'zh-CN')).out).toContain(
      '第 1 号事件（opened）与封存时不一致',
    );
  });
});
