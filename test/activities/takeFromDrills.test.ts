import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeCalledFromDrills, takeFromDrills } from '../../src/activities/takeFromDrills.js';
import type { PersonId } from '../../src/domain/plan/compiled.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { COMMANDER, ENGINEER, running } from '../drill/story.js';
import { Story as IncidentStory, BASIS } from '../incident/story.js';
import { inMemory } from '../support/databases.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(inMemory());
  for (const drill of ['d-1', 'd-2']) {
    const story = running({ drill, incidentId: `${drill}-incident` });
    await store.recordDrill({ drill, events: story.events });
  }
});
afterAll(() => store.close());

/** What reaches which drill; `unreachable` cannot be told. */
function world(unreachable?: string) {
  const told: [drill: string, people: PersonId[]][] = [];
  const errors: object[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (details: object) => void errors.push(details) };
  const drills = {
    start: () => Promise.reject(new Error('no drill is started by it')),
    preempt: (drill: string, { people }: { people: PersonId[] }) => {
      if (drill === unreachable) return Promise.reject(new Error('away'));
      told.push([drill, people]);
      return Promise.resolve();
    },
  };
  return { deps: { store, drills, log }, told, errors };
}

test('whoever has declined the call stays in the drill when its mail is tried again', async () => {
  const story = new IncidentStory();
  story.says(COMMANDER, { type: 'decline', person: COMMANDER, reason: 'on a plane' });
  const { incidentId } = story.state;
  await store.record({ incidentId, basis: BASIS, events: story.events, messages: [] });
  const people = [COMMANDER, ENGINEER];
  const byMail = world();
  await takeCalledFromDrills(byMail.deps, { incidentId, people });
  expect(byMail.told.sort()).toEqual([
    ['d-1', [ENGINEER]],
    ['d-2', [ENGINEER]],
  ]);
  // The ledger knows whom it holds.
  const byLedger = world();
  await takeFromDrills(byLedger.deps, { incidentId, people });
  expect(byLedger.told.every(([, taken]) => taken.includes(COMMANDER) && taken.includes(ENGINEER))).toBe(true);
});

test('one drill that cannot be told keeps nobody in another', async () => {
  const { deps, told, errors } = world('d-1');
  await takeFromDrills(deps, { incidentId: 'real-1', people: [ENGINEER] });
  expect(told).toEqual([['d-2', [ENGINEER]]]);
  expect(errors).toEqual([{ incidentId: 'real-1', error: 'Error: away' }]);
});
