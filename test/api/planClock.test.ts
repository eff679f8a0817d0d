import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startPlanClock } from '../../src/api/planClock.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { approveInto, bringInPlan, withControl } from '../support/plans.js';
import { inMemory } from '../support/databases.js';

const { document, hash } = loadPlan('plans/hospital-it');
const roster = loadRoster('plans/hospital-it/roster.yaml', document).document;
const { id } = document.plan;

let store: Store;
let clock: ReturnType<typeof startPlanClock> | undefined;
let logged: string[] = [];

beforeAll(async () => {
  store = await openStore(inMemory());
  await store.saveRoster(roster);
  await bringInPlan(store, document, hash);
});
afterEach(async () => {
  await clock?.close();
  clock = undefined;
  logged = [];
});
afterAll(() => store.close());

function start(): void {
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  clock = startPlanClock({ store, now: Date.now, log });
}

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((done) => setTimeout(done, 20));
  }
}

const inForce = async () => (await store.effectivePlanKey())?.version;
/** Long enough to be in the future when it is set, on a busy machine as well. */
const SOON_MS = 1_500;
const dated = (version: number) => approveInto(store, withControl(document, version), Date.now() + SOON_MS);
const dateHasCome = () => new Promise((done) => setTimeout(done, SOON_MS + 100));

test('a date that comes while it runs needs nothing else to wake it', async () => {
  start();
  await dated(2);
  expect(await inForce()).toBe(1);
  await until(async () => (await inForce()) === 2);
  const { effectiveFrom } = (await store.planVersion(id, 2))!.standing;
  const step = (await store.planVersion(id, 2))!.steps.findLast(({ type }) => type === 'tookEffect')!;
  expect(step.at).toBeGreaterThanOrEqual(effectiveFrom!);
});

test('a date that came while nothing ran is made good at the start', async () => {
  await dated(3);
  await dateHasCome();
  expect(await inForce()).toBe(2);
  start();
  await until(async () => (await inForce()) === 3);
});

test('of two that came, the newer is in force and the older followed by it', async () => {
  await dated(4);
  await dated(5);
  await dateHasCome();
  start();
  await until(async () => (await inForce()) === 5);
  expect((await store.planVersion(id, 4))?.standing.status).toBe('superseded');
});

test('people who cannot run it keep it waiting, loudly, until the roster is mended', async () => {
  await dated(6);
  await saveHolders({ 'deputy-controller': [] });
  await dateHasCome();
  start();
  await until(() => logged.some((line) => line.includes('cannot take effect')));
  expect(logged.join()).toContain('roster_unfit');
  expect(await inForce()).toBe(5);
  await saveHolders({});
  await until(async () => (await inForce()) === 6);
});

test('that a review is due is told in the log, once a day', async () => {
  // The plans of these tests are to be reviewed a year after their approval.
  const dueLines = () => logged.filter((line) => line.includes('due for review'));
  let ahead = 0;
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  let looks = 0;
  const counting: Store = {
    ...store,
    async effectivePlanKey() {
      const key = await store.effectivePlanKey();
      looks += 1;
      return key;
    },
  };
  clock = startPlanClock({ store: counting, now: () => Date.now() + ahead, log });
  // Each round asks which plan is in force for its copies, and then for its dues: the next round has seen the end of this.
  async function nextRounds(): Promise<void> {
    const before = looks;
    await saveHolders({});
    await until(() => looks >= before + 2);
    await saveHolders({ 'deputy-controller': roster.holders['deputy-controller']!.slice(0, 1) });
    await until(() => looks >= before + 4);
    await saveHolders({});
    await until(() => looks >= before + 6);
  }
  await nextRounds();
  expect(dueLines()).toEqual([]);
  for (const days of [366, 366.5, 367.1]) {
    ahead = days * 86_400_000;
    await nextRounds();
  }
  expect(dueLines()).toHaveLength(2);
  expect(JSON.parse(dueLines()[0]!)).toMatchObject({ level: 40, id, version: await inForce() });
});

async function saveHolders(holders: RosterDocument['holders']): Promise<void> {
  await store.saveRoster({ ...roster, holders: { ...roster.holders, ...holders } });
}
