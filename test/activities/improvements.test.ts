import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { startImprovement } from '../../src/activities/improvements.js';
import type { ImprovementRequest } from '../../src/activities/improvements.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { createDirectory, openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { REPORTED_AT } from '../store/incidents.js';
import { provableIncident } from '../store/provable.js';
import { inMemory } from '../support/databases.js';
import { localImprovements } from '../support/localImprovements.js';

const OPENS: [string, Decision] = [
  'lin-wei',
  {
    ...{ type: 'improvement', finding: 'Nobody could fail over', measure: 'Write the run book', kind: 'plan' },
    ...{ priority: 'high', owner: { post: 'technical-lead' }, dueAt: REPORTED_AT + 30 * DAY },
  },
];

let store: Store;
let elsewhere: Store;
beforeAll(async () => {
  [store, elsewhere] = await Promise.all([openStore(inMemory()), openStore(inMemory())]);
  await provableIncident(store, 'plain', { afterwards: [OPENS] });
});
afterAll(() => Promise.all([store.close(), elsewhere.close()]));

async function asked(incidentId: string): Promise<ImprovementRequest> {
  const [recorded] = await store.eventsOfTypes(incidentId, ['improvementOpened']);
  if (recorded?.event.type !== 'improvementOpened') throw new Error(`${incidentId} opened none`);
  return { incidentId, improvement: recorded.event.improvement, upTo: recorded.event.seq };
}

const starting = (into: Store, improvements = localImprovements(into, () => REPORTED_AT)) =>
  startImprovement({ store: into, improvements } as Partial<ActivityDeps> as ActivityDeps);

describe('an improvement that an incident opens', () => {
  test('is held against the version of the plan that the incident began by, not the one it was moved to', async () => {
    const basis = (await createDirectory(store).basis())!;
    const plan = { ...basis.plan, version: basis.plan.version + 1, hash: 'e7'.repeat(32) };
    const moves: [string, Decision] = [
      'lin-wei',
      { type: 'movePlan', basis: { ...basis, plan }, reason: 'it mends it' },
    ];
    const { basis: now } = await provableIncident(store, 'moved', { afterwards: [moves, OPENS] });
    expect(now.plan.version).toBe(plan.version);
    const request = await asked('moved');
    await starting(store)(request);
    const { state } = (await store.getImprovement(request.improvement))!;
    expect(state.origin).toMatchObject({ version: { plan: plan.id, version: basis.plan.version } });
  });

  test('waits for the record, which may be behind', async () => {
    const request = await asked('plain');
    const { incidentId } = request;
    const basis = (await createDirectory(store).basis())!;
    const events = (await store.eventsOf(incidentId, 0, 1_000)).map(({ event }) => event);
    const started = starting(elsewhere)(request);
    started.catch(() => undefined);
    // By when it has asked for the first time, in vain.
    expect(await elsewhere.getIncident(incidentId)).toBeUndefined();
    await elsewhere.record({ incidentId, basis, events, messages: [] });
    await started;
    expect((await elsewhere.getImprovement(request.improvement))?.state.texts).toMatchObject({
      finding: 'Nobody could fail over',
    });
  });

  test('is started only once it is on record itself: before that it is tried again', async () => {
    const unrecorded = { ...localImprovements(store, () => REPORTED_AT), start: async () => undefined };
    await expect(starting(store, unrecorded)(await asked('plain'))).rejects.toThrow('is not recorded yet');
  });
});
