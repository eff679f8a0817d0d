import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical, sha256 } from '../../src/seal/index.js';
import { putInForce } from '../support/plans.js';
import { Installation } from './harness.js';

/** Of the sample roster: the tokens kept on the machine are the commander's, the deputy's and the operator's. */
const DEPUTY = 'chen-jing';

describe('muster improvement', () => {
  let here: Installation;
  const folder = mkdtempSync(join(tmpdir(), 'muster-improvement-'));
  const file = join(folder, '切换手册.txt');
  beforeAll(async () => {
    here = await Installation.start();
    writeFileSync(file, 'the run book');
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true });
  });

  const as = (who: string, ...argv: string[]) => here.cli('improvement', ...argv, '--as', who);
  const open = (...more: string[]) =>
    as('commander', 'open', 'Write the run book', '--finding', 'Nobody could fail over', '--due', '30d', ...more);
  const idIn = (out: string) => /^ {2}(\S+) {2}/m.exec(out)![1]!;

  test('opens one, shows it, and carries it through to its end', async () => {
    const { out, code } = await open('--type', 'process', '--owner-person', DEPUTY, '--priority', 'high');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}\S+ {2}Write the run book {2}open {2}.*\(chen-jing\) {2}due 20\d\d-/);
    const id = idIn(out);
    expect(await as('commander', 'done', id, '--note', 'x')).toMatchObject({
      code: 3,
      err: expect.stringContaining('Only its owner') as string,
    });
    expect(await as('deputy', 'done', id, '--file', file, '--preview')).toMatchObject({ code: 0 });
    expect(await as('deputy', 'done', id, '--file', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('done, to be verified') as string,
    });
    expect(await as('deputy', 'verify', id, '--preview')).toMatchObject({ code: 1 });
    expect(await as('deputy', 'verify', id)).toMatchObject({ code: 3 });
    expect(await as('commander', 'return', id, '--remarks', 'not practised yet')).toMatchObject({ code: 0 });
    expect(await as('commander', 'move', id, '60d', '--reason', 'no room for it')).toMatchObject({ code: 0 });
    expect(await as('deputy', 'done', id, '--note', 'practised')).toMatchObject({ code: 0 });
    expect((await as('commander', 'verify', id, '--note', 'seen')).out).toContain('verified');
    const shown = (await here.cli('improvement', 'show', id)).out;
    expect(shown).toMatch(/^Write the run book \(.*\)\n {2}Status: verified\n {2}Finding: Nobody could fail over\n/);
    expect(shown).toContain('切换手册.txt (SHA-256');
    expect(shown).toContain('returned it: not practised yet.');
    expect((await here.cli('improvement', 'show', id, '--lang', 'zh-CN')).out).toContain('状态：已验证');
  });

  test('lists them by who owns them, and in Chinese', async () => {
    const id = idIn((await open('--type', 'prevent', '--owner-post', 'deputy-commander')).out);
    expect((await here.cli('improvement', 'list', '--owner', DEPUTY, '--status', 'open')).out).toContain(id);
    expect((await here.cli('improvement', 'list')).out).toContain('\n      Nobody could fail over\n');
    expect((await here.cli('improvement', 'list', '--overdue')).out).toBe('No improvements.\n');
    const { items } = await here.json<{ items: { id: string }[] }>('improvement', 'list', '--status', 'open');
    expect(items.map((item) => item.id)).toContain(id);
    expect((await here.cli('improvement', 'list', '--lang', 'zh-CN')).out).toContain('整改中');
    expect((await as('commander', 'reassign', id, '--to-person', 'lin-wei', '--reason', 'mine')).out).toContain(
      'lin-wei',
    );
    expect((await as('deputy', 'cancel', id, '--reason', 'enough')).out).toContain('given up');
  });

  test('links a change of the plan to its version', async () => {
    const id = idIn((await open('--type', 'plan', '--owner-person', DEPUTY)).out);
    expect((await here.cli('improvement', 'show', id)).out).toContain('no version is linked yet');
    const plan = (await here.muster.store.effectivePlanKey())!;
    expect(await as('deputy', 'link', id, plan.id, '99')).toMatchObject({ code: 1 });
    // What was found elsewhere may be entered later than it is mended.
    expect(await as('deputy', 'link', id, plan.id, String(plan.version))).toMatchObject({ code: 0 });
    const { document } = (await here.muster.store.effectivePlan())!;
    const changed = structuredClone(document);
    changed.plan.version = plan.version + 1;
    await putInForce(here.muster.store, changed, sha256(canonical(changed)));
    expect(await as('deputy', 'link', id, plan.id, String(plan.version + 1))).toMatchObject({ code: 0 });
    expect((await here.cli('improvement', 'show', id)).out).toMatch(
      /Plan: .*version 2: effective {2}in effect since 20/,
    );
    await as('deputy', 'done', id, '--note', 'it is in');
    expect((await as('commander', 'verify', id)).out).toContain('verified');
  });

  test('an incident opens one in its aftermath only', async () => {
    const id = await here.reported();
    expect(await open('--type', 'process', '--owner-person', DEPUTY, '--incident', id)).toMatchObject({ code: 1 });
    await here.cli('verify', id, 'confirmed', '--level', 'IV', '--reason', 'seen', '--as', 'commander');
    await here.cli('terminate', id, 'override', '--reason', 'stable', '--as', 'commander');
    await here.cli('terminate', id, 'confirm', '--as', 'deputy');
    expect(await open('--type', 'process', '--owner-person', DEPUTY, '--incident', id)).toMatchObject({ code: 0 });
    await here.muster.store.waitForImprovement(`${id}-i1`, 1, 60_000);
    expect((await here.cli('improvement', 'list', '--incident', id)).out).toContain(`${id}-i1`);
    const status = (await here.cli('status', id)).out;
    expect(status).toMatch(
      new RegExp(`Improvements.*\n {2}${id}-i1 {2}Write the run book {2}open {2}.*\\(chen-jing\\) {2}due 20`),
    );
    expect((await here.cli('status', id, '--lang', 'zh-CN')).out).toContain('改进措施');
    const { id: plan, version } = (await here.muster.store.effectivePlanKey())!;
    expect((await as('deputy', 'link', `${id}-i1`, plan, String(version))).err).toContain('is no newer');
    const other = await here.cli('verify-record', id, '--head', `improvement/${id}-i1@1:${'0'.repeat(64)}`);
    expect(other).toMatchObject({ code: 1, out: expect.stringContaining(`${id}: the record is intact.`) as string });
    expect(other.out).toContain('Event 1 (opened): the hash is not the one that was kept elsewhere');
  });
});
