import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanCheck, PlanRecord } from '../../src/api/contract.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan, writePlan } from '../../src/planfiles/index.js';
import { withControl } from '../support/plans.js';
import { Installation } from './harness.js';

const { document: sample } = loadPlan('plans/software-incident');
const PLAN = 'software-incident';

let here: Installation;
let scratch: string;
let incident: string;
beforeAll(async () => {
  here = await Installation.start();
  incident = await here.reported();
  scratch = mkdtempSync(join(tmpdir(), 'muster-plans-'));
});
afterAll(async () => {
  await here.close();
  rmSync(scratch, { recursive: true });
});

function folderWith(document: PlanDocument, name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(writePlan(document))) writeFileSync(join(folder, file), text);
  return folder;
}

const plan = (...argv: string[]) => here.cli('plan', ...argv);
const said = async (...argv: string[]) => {
  const { code, out, err } = await plan(...argv);
  expect([code, err]).toEqual([0, '']);
  return out;
};

const BY = ['--author', 'zhao-lei'];

test('what is exported is imported as the same content, from either sample plan', async () => {
  const exported = join(scratch, 'exported');
  expect(await said('export', PLAN, '1', exported)).toContain(join(exported, 'plan.yaml'));
  const { items } = await here.json<{ items: PlanRecord[] }>('plan', 'list');
  expect(loadPlan(exported).hash).toBe(items.find(({ version }) => version === 1)?.hash);
  expect(await plan('export', PLAN, '1', exported)).toMatchObject({
    code: 1,
    err: expect.stringContaining('folder_exists') as string,
  });

  const imported = await here.json<PlanRecord>(
    'plan',
    'import',
    'plans/hospital-it',
    '--summary',
    'Another plan',
    ...BY,
  );
  expect(imported).toMatchObject({ id: 'hospital-it', status: 'draft', hash: loadPlan('plans/hospital-it').hash });
  const hospital = join(scratch, 'hospital');
  await said('export', 'hospital-it', '1', hospital);
  expect(loadPlan(hospital).hash).toBe(imported.hash);
});

test('a broken folder is named by file, line and column, and nothing is sent', async () => {
  const folder = folderWith(sample, 'broken');
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^purpose:/m, 'purpos:'));
  const { code, err } = await plan('import', folder, '--summary', 'x');
  expect(code).toBe(1);
  expect(err).toMatch(/broken\/plan\.yaml:\d+:1: unknown_key/);
});

test('a version goes from a draft into effect', async () => {
  const folder = folderWith(withControl(sample, 2), 'two');
  expect(await plan('import', folder)).toMatchObject({ code: 2, err: expect.stringContaining('--summary') as string });
  expect(await said('import', folder, '--summary', 'Control is said', ...BY)).toBe(
    'On the record. software-incident version 2: draft.\n',
  );
  await said('import', folder, '--summary', 'Control is said, clearly', ...BY, '--replace');
  expect(await said('submit', PLAN, '2')).toMatch(/: in review\.\n$/);
  expect(await plan('review', PLAN, '2', 'approve', '--as', 'commander')).toMatchObject({ code: 3 });
  expect(await plan('review', PLAN, '2', 'approve')).toMatchObject({
    code: 3,
    err: expect.stringContaining('token_required') as string,
  });
  await said('review', PLAN, '2', 'approve', '--remarks', 'Read twice', '--as', 'deputy');
  await acceptEveryWarning();
  expect(await said('approve', PLAN, '2', '--as', 'commander')).toMatch(/: approved\.\n$/);
  expect(await plan('approve', PLAN, '2', '--as', 'commander')).toMatchObject({
    code: 1,
    err: expect.stringContaining('wrong_status') as string,
  });
  expect(await said('effect', PLAN, '2', '--as', 'commander')).toMatch(/: effective from .*\.\n$/);
  expect(await said('list')).toMatch(/software-incident version 2 {2}effective from .* · Control is said, clearly\n/);
  expect(await said('list', '--lang', 'zh-CN')).toMatch(/software-incident 第1版 {2}已被取代 \(样例，未经批准\)/);
});

async function acceptEveryWarning(): Promise<void> {
  const { out, code } = await plan('findings', PLAN, '2', '--json');
  expect(code).toBe(0);
  const { findings } = JSON.parse(out) as PlanCheck;
  const rules = new Set(findings.filter((f) => f.severity === 'warning' && f.in === 'plan').map(({ rule }) => rule));
  expect(rules.size).toBeGreaterThan(0);
  expect(await plan('approve', PLAN, '2', '--as', 'commander')).toMatchObject({
    code: 1,
    err: expect.stringContaining('warnings_open') as string,
  });
  for (const rule of rules) await said('accept-warning', PLAN, '2', rule, '--reason', 'For tests', '--as', 'deputy');
  expect(await said('findings', PLAN, '2')).toMatch(/V-\d\d warning accepted /);
  expect(await plan('accept-warning', PLAN, '2', 'V-00', '--reason', 'x', '--as', 'deputy')).toMatchObject({
    code: 1,
    err: expect.stringContaining('unknown_warning') as string,
  });
}

test('those who hold it acknowledge it, filing and evaluation are recorded, and all of it is shown', async () => {
  expect(await said('distribution', PLAN, '2')).toMatch(/Chen Jing .* not acknowledged/);
  await said('acknowledge', PLAN, '2', '--as', 'deputy');
  expect(await said('distribution', PLAN, '2')).toMatch(/Chen Jing .* acknowledged \d{4}-/);
  await said('file', PLAN, '2', '--reference', 'BA-2026-0117', '--on', '2026-11-20');
  await said('evaluate', PLAN, '2', '--conclusion', 'Still fits', '--on', '2026-11-21', '--revise');
  expect(await plan('withdraw', PLAN, '2', '--reason', 'x', '--as', 'commander')).toMatchObject({
    code: 1,
    err: expect.stringContaining('plan_in_force') as string,
  });
  const shown = await said('show', PLAN, '2');
  expect(shown).toMatch(/Reviewers: 1\/1 /);
  expect(shown).toContain('Chen Jing: Reviewed: agreed, Read twice.');
  expect(shown).toContain('Filed on 2026-11-20 under BA-2026-0117.');
  expect(shown).toContain('to be revised.');
  expect(await said('show', PLAN, '2', '--lang', 'zh-CN')).toContain('评审意见：同意，Read twice。');
});

test('a draft that is not wanted is withdrawn', async () => {
  const { status } = await here.json<PlanRecord>('plan', 'withdraw', 'hospital-it', '1', '--reason', 'Wrong house');
  expect(status).toBe('withdrawn');
});

describe('an incident that was reported under version 1', () => {
  const move = (...argv: string[]) =>
    here.cli('move', incident, '2', '--reason', 'It says who signs', '--as', 'commander', ...argv);
  const moves = async () => (await here.muster.events(incident)).filter(({ type }) => type === 'planMoved').length;

  test('is not moved without --yes: what would change is shown, and how to go on', async () => {
    const { code, out, err } = await move();
    expect([code, await moves()]).toEqual([1, 0]);
    expect(out).toMatch(/The version changes:\n/);
    expect(err).toMatch(/--yes --if-seq \d+/);
    const scripted = await move('--json');
    expect(JSON.parse(scripted.out)).toMatchObject({ allowed: true });
    expect(JSON.parse(scripted.err)).toMatchObject({ code: 'yes_required' });
    expect(await moves()).toBe(0);
  });

  test('is moved with --yes, on what was shown, and once under one key', async () => {
    const [, seq = ''] = /--if-seq (\d+)/.exec((await move()).err) ?? [];
    expect(await move('--yes', '--if-seq', '0')).toMatchObject({
      code: 1,
      err: expect.stringContaining('changed') as string,
    });
    const key = ['--idempotency-key', 'move-1'];
    const moved = await move('--yes', '--if-seq', seq, ...key);
    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(moved.out).toMatch(/The version changes:[^]*On the record/);
    expect(await move('--yes', ...key)).toMatchObject({ code: 0, err: '' });
    expect(await moves()).toBe(1);
    expect(await move('--yes')).toMatchObject({ code: 1, err: expect.stringContaining('same_plan_version') as string });
  });
});
