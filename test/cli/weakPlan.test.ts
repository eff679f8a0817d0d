import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DrillRecord, Improvement, ImprovementChain, ImprovementRecord } from '../../src/api/contract.js';
import { WEAKNESS_CODES } from '../../src/domain/plan/weaknessCodes.js';
import { loadLedger, loadPlan, loadRoster, writePlan, writeYaml } from '../../src/planfiles/index.js';
import type { Files } from '../rehearsal/given.js';
import { allFive } from '../rehearsal/weakPlan.js';
import { approveInto, withControl } from '../support/plans.js';
import { provenBy } from '../workflows/recordProven.js';
import { Installation } from './harness.js';

const DIR = 'plans/software-incident';
const AS_OPERATOR = ['--as', 'operator'];
/** What the plan holds against whom: a post that nobody stands in for. */
const [CRITERION, MENDED] = ['E-41', 'legal-counsel'] as const;

/** The default plan with a weakness in each of five rooms. */
function weakFiles(): Files {
  const { document: plan } = loadPlan(DIR);
  const roster = loadRoster(`${DIR}/roster.yaml`, plan).document;
  const ledger = loadLedger(`${DIR}/ledger.yaml`, plan, roster).document;
  const files = { plan, roster, ledger };
  allFive(files);
  return files;
}

const sound = loadPlan(DIR).document;
const weak = weakFiles();
const folder = mkdtempSync(join(tmpdir(), 'muster-weak-plan-'));

/** As it may be rehearsed from files. */
function writeInto(name: string, plan: Files['plan']): string {
  const into = join(folder, name);
  mkdirSync(into);
  for (const [file, text] of Object.entries(writePlan(plan))) writeFileSync(join(into, file), text);
  writeFileSync(join(into, 'roster.yaml'), writeYaml(weak.roster));
  writeFileSync(join(into, 'ledger.yaml'), writeYaml(weak.ledger));
  return into;
}

let here: Installation;
beforeAll(async () => {
  here = await Installation.start((plan) => void Object.assign(plan, weak.plan));
  await here.muster.store.saveRoster(weak.roster);
  await here.muster.store.saveLedger(weak.ledger);
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

const codesOf = (weaknesses: { code: string }[] = []) => [...new Set(weaknesses.map(({ code }) => code))].toSorted();
const ALL = [...WEAKNESS_CODES].toSorted();
const OTHERS = ALL.filter((code) => code !== 'post_without_deputy');

async function rehearsed(plan: string): Promise<string[]> {
  const rehearse = ['rehearse', 'ransomware', '--plan', plan, '--runs', '8', '--seed', '7', '--absent', '0.3'];
  return codesOf((await here.json<{ weaknesses: { code: string }[] }>(...rehearse)).weaknesses);
}

async function shown(drill: string): Promise<string[]> {
  return codesOf((await here.json<DrillRecord>('drill', 'show', drill)).weaknesses);
}

test('a rehearsal and a drill show all five weaknesses; only a drill that does not show it any more closes what mends one, and one command shows the chain', async () => {
  expect(await rehearsed(writeInto('weak', weak.plan))).toEqual(ALL);

  const run = ['drill', 'run', 'ransomware', '--pace', '480', '--simulate-absent', '--seed', '1', ...AS_OPERATOR];
  const { id: first } = await here.json<{ id: string }>(...run);
  const drill = await here.json<DrillRecord>('drill', 'show', first);
  expect(codesOf(drill.weaknesses)).toEqual(ALL);
  const against = drill.weaknesses!.flatMap(({ criteria }) => criteria);
  expect(against).toContain(CRITERION);
  const ratings = drill.ratings.filter(({ criterion }) => against.includes(criterion.id));
  expect(ratings.map(({ rating }) => rating)).not.toContain('P');

  const improve = [
    'drill',
    'improve',
    first,
    CRITERION,
    'Name a deputy of the counsel',
    '--type',
    'plan',
    '--due',
    '30d',
  ];
  const how = ['--owner-post', MENDED, '--plan-change', '--verified-by-drill', '--as', 'commander'];
  const { id: improvement } = await here.json<{ id: string }>(...improve, ...how);

  // By the plan each criterion rated M or U leads to one.
  const left = (await here.json<DrillRecord>('drill', 'show', first)).unimproved!.map(({ id }) => id);
  expect(left).toEqual(expect.arrayContaining(against.filter((criterion) => criterion !== CRITERION)));
  expect(left).not.toContain(CRITERION);
  const rest = ['--type', 'process', '--due', '30d', '--owner-post', 'technical-lead', '--as', 'commander'];
  const opened = await here.json<Improvement[]>('drill', 'improve', first, '--all', 'Mend it', ...rest);
  expect(opened.map(({ origin }) => origin.criterion)).toEqual(left);
  expect((await here.json<DrillRecord>('drill', 'show', first)).unimproved).toEqual([]);
  const again = await here.cli('drill', 'improve', first, '--all', 'Mend it', ...rest);
  expect(again.out).toContain('Nothing is left to open');

  const { store } = here.muster;
  const { id: plan, version } = (await store.effectivePlanKey())!;
  const { planned, tried, until } = provenBy(here.muster);

  async function linked(document: Files['plan']): Promise<void> {
    await approveInto(store, document);
    const { version: number } = document.plan;
    const { code, err } = await here.cli('improvement', 'link', improvement, plan, String(number), '--as', 'commander');
    expect([code, err]).toEqual([0, '']);
  }

  // A version that mends nothing: whoever rates it, what it still shows closes nothing.
  await linked(withControl(weak.plan, version + 1));
  const second = await planned(improvement, 1);
  await tried(second, CRITERION, 'P');
  await until(improvement, ({ status }) => status === 'open');
  expect(await shown(second)).toEqual(ALL);
  const failed = (await store.improvementEventsOf(improvement)).find(({ type }) => type === 'drillFailed');
  expect(failed).toMatchObject({ why: 'weakness_seen', drill: { id: second, rating: 'P' } });

  const next = withControl(weak.plan, version + 2);
  const deputies = sound.posts.find(({ id }) => id === MENDED)!.deputies!;
  next.posts.find(({ id }) => id === MENDED)!.deputies = deputies;
  expect(await rehearsed(writeInto('mended', next))).toEqual(OTHERS);
  await linked(next);
  const proof = await planned(improvement, 2);
  await tried(proof, CRITERION, 'P');
  await until(improvement, ({ status }) => status === 'verified');
  expect(await shown(proof)).toEqual(OTHERS);
  expect(await here.json<ImprovementRecord>('improvement', 'show', improvement)).toMatchObject({ status: 'verified' });

  const { links, overTime } = await here.json<ImprovementChain>('improvement', 'chain', improvement);
  expect(links.map(({ kind }) => kind)).toEqual([
    ...['drill', 'criterion', 'finding', 'improvement', 'planChange', 'verificationDrill', 'shown'],
    ...['planChange', 'planVersion', 'verificationDrill', 'shown', 'closed'],
  ]);
  expect(links.find(({ kind }) => kind === 'planVersion')).toMatchObject({ plan: { plan, version: version + 2 } });
  expect(overTime.map(({ drill: id, passed }) => [id, passed])).toEqual([
    [first, false],
    [second, false],
    [proof, true],
  ]);
  const told = (await here.cli('improvement', 'chain', improvement)).out;
  for (const said of [first, second, proof, CRITERION]) expect(told).toContain(said);
});
