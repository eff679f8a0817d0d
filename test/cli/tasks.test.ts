import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation } from './harness.js';

describe('muster task', () => {
  let here: Installation;
  let id: string;
  const folder = mkdtempSync(join(tmpdir(), 'muster-evidence-'));
  const file = join(folder, '清单.txt');
  beforeAll(async () => {
    here = await Installation.start();
    writeFileSync(file, 'checked and signed');
    id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander');
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true });
  });

  const act = (action: string, ...more: string[]) => here.cli('task', action, id, ...more, '--as', 'commander');

  test('lists what is to be done, the most pressing first, and status does too', async () => {
    const { out } = await here.cli('tasks', id);
    const lines = out.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(lines[0]).toMatch(/Open the bridge and call the roll \(open-bridge\) {2}open {2}.* due 20\d\d-/);
    expect(out).toMatch(/Repair and restore service \(repair\) {2}open {2}mandatory {2}.* waits for diagnose/);
    expect((await here.cli('status', id)).out).toMatch(/^Tasks\n {2}Open the bridge/m);
    expect((await here.cli('tasks', id, '--lang', 'zh-CN')).out).toContain('等待 diagnose');
  });

  test('previews, starts and finishes one, with a note and a finding', async () => {
    const preview = await act('start', 'diagnose', '--preview');
    expect(preview.out).toContain('Starts the task Find the fault (diagnose)');
    expect(await act('start', 'diagnose')).toMatchObject({ code: 0 });
    expect(await act('finish', 'diagnose')).toMatchObject({
      code: 1,
      err: expect.stringContaining('a note') as string,
    });
    expect(await act('finish', 'diagnose', '--note', 'log 17', '--finding', 'the disk is full')).toMatchObject({
      code: 0,
    });
    expect((await here.cli('tasks', id)).out).toMatch(/Finding: the disk is full\n +Note: log 17/);
  });

  test('stores the file that is the evidence', async () => {
    expect(await act('finish', 'open-bridge', '--file', join(folder, 'none'))).toMatchObject({ code: 2 });
    expect((await act('finish', 'open-bridge', '--file', file, '--preview')).out).toContain('Finishes the task');
    expect(await act('finish', 'open-bridge', '--file', file)).toMatchObject({ code: 0, err: '' });
    const { out } = await here.cli('tasks', id);
    expect(out).toMatch(/File: 清单\.txt SHA-256 [0-9a-f]{64} \/api\/v1\/incidents\//);
    const kept = join(folder, 'kept.txt');
    const sha256 = /SHA-256 ([0-9a-f]{64})/.exec(out)![1]!;
    expect(await here.cli('evidence', 'get', id, sha256, kept, '--as', 'commander')).toMatchObject({ code: 0 });
    expect(readFileSync(kept)).toEqual(readFileSync(file));
  });

  test('skips, gives to somebody else and adds', async () => {
    expect(await act('skip', 'log', '--reason', 'kept by hand')).toMatchObject({ code: 0 });
    const given = await act('reassign', 'repair', '--to-person', 'qian-rong', '--reason', 'knows the module');
    expect(given).toMatchObject({ code: 0 });
    const added = await act('add', 'Ask the supplier', '--to-post', 'liaison-lead', '--due', '30m', '--mandatory');
    expect(added).toMatchObject({ code: 0 });
    const { out } = await here.cli('tasks', id);
    expect(out).toMatch(/\(log\) {2}skipped.*\n.*\n? +Reason: kept by hand/);
    expect(out).toMatch(/Ask the supplier \(added\.1\) {2}open {2}mandatory/);
    expect(out).toMatch(/\(repair\).*Qian Rong \(qian-rong\)/);
  });

  test('the scene is closed off, and status says who is inside', async () => {
    const scene = (...args: string[]) => here.cli('scene', ...args, '--as', 'commander');
    const admit = ['--name', 'an electrician', '--area', 'rack 7', '--purpose', 'power'];
    expect(await scene('admit', id, ...admit)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no cordon') as string,
    });
    await scene('cordon', id, '--area', 'machine room 2', '--rules', 'one way in');
    await scene('admit', id, ...admit);
    expect((await here.cli('status', id)).out).toMatch(
      /machine room 2; one way in; 1 inside[^]*pass 1 .*an electrician/,
    );
    expect(await scene('leave', id, '1')).toMatchObject({ code: 0 });
    expect(await scene('lift', id, '--reason', 'made safe')).toMatchObject({ code: 0 });
  });
});
