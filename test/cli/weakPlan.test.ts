import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DrillRecord, ImprovementChain, ImprovementRecord } from '../../src/api/contract.js';
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

let here: Installation;
beforeAll(async () => {
  here = await Installation.start((plan) => void Object.assign(plan, weak.plan));
  await here.muster.store.saveRoster(weak.roster);
  await here.muster.store.saveLedger(weak.ledger);
  for (const [name, text] of Object.entries(writePlan(weak.plan))) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'roster.yaml'), writeYaml(weak.roster));
  writeFileSync(join(folder, 'ledger.yaml'), writeYaml(weak.ledger));
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

const codesOf = (weaknesses: { code: string }[] = []) => [...new Set(weaknesses.map(({ code }) => code))].toSorted();
const ALL = [...WEAKNESS_CODES].toSorted();

test('a rehearsal and a drill show all five weaknesses; mending one in a new version closes it by a drill, and one command shows the chain', async () => {
  const rehearse = ['rehearse', 'ransomware', '--plan', folder, '--runs', '8', '--seed', '7', '--absent', '0.3'];
  const rehearsal = await here.json<{ weaknesses: { code: string }[] }>(...rehearse);
  expect(codesOf(rehearsal.weaknesses)).toEqual(ALL);

  const run = ['drill', 'run', 'ransomware', '--pace', '960', '--simulate-absent', '--seed', '1', ...AS_OPERATOR];
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

  const { store } = here.muster;
  const { id: plan, version } = (await store.effectivePlanKey())!;
  const next = withControl(weak.plan, version + 1);
  const deputies = sound.posts.find(({ id }) => id === MENDED)!.deputies!;
  next.posts.find(({ id }) => id === MENDED)!.deputies = deputies;
  await approveInto(store, next);
  const linked = await here.cli('improvement', 'link', improvement, plan, String(version + 1), '--as', 'commander');
  expect([linked.code, linked.err]).toEqual([0, '']);

  const { planned, held } = provenBy(here.muster);
  const proof = await planned(improvement, 1);
  await held(proof, CRITERION, 'P');
  await provenBy(here.muster).until(improvement, ({ status }) => status === 'verified');
  expect(await here.json<ImprovementRecord>('improvement', 'show', improvement)).toMatchObject({ status: 'verified' });

  const { links, overTime } = await here.json<ImprovementChain>('improvement', 'chain', improvement);
  expect(links.map(({ kind }) => kind)).toEqual([
    ...['drill', 'criterion', 'finding', 'improvement', 'planChange', 'planVersion'],
    ...['verificationDrill', 'shown', 'closed'],
  ]);
  expect(links.find(({ kind }) => kind === 'planVersion')).toMatchObject({ plan: { plan, version: version + 1 } });
  expect(overTime.map(({ drill: id, passed }) => [id, passed])).toEqual([
    [first, false],
    [proof, true],
  ]);
  const told = (await here.cli('improvement', 'chain', improvement)).out;
  for (const said of [first, proof, CRITERION]) expect(told).toContain(said);
});
