import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkDrill } from '../../src/record/index.js';
import type { Store } from '../../src/store/index.js';
import { running } from '../drill/story.js';
import { inMemory, openDatabase } from '../support/databases.js';

let store: Store;
let run: <T>(statement: string) => Promise<T[]>;
beforeAll(async () => {
  ({ store, run } = await openDatabase(inMemory()));
  for (const drill of ['whole', 'event', 'state', 'column', 'cut']) {
    const { events } = running({ drill });
    await store.recordDrill({ drill, events });
  }
});
afterAll(() => store.close());

const faultsOf = async (drill: string) => checkDrill((await store.keptDrill(drill))!).faults;

test('a drill that is as it was recorded is whole', async () => {
  const kept = (await store.keptDrill('whole'))!;
  const verdict = checkDrill(kept);
  expect(verdict).toMatchObject({ drillId: 'whole', seq: kept.seq, faults: [], faultsInAll: 0 });
  expect(verdict.checked.events).toBe(kept.events.length);
  expect(verdict.head).toBe(kept.headHash);
  expect(await store.keptDrill('none')).toBeUndefined();
});

test('a hash that was kept elsewhere is compared', async () => {
  const kept = (await store.keptDrill('whole'))!;
  const found = (seq: number) => checkDrill(kept, [{ seq, hash: kept.headHash }]).faults;
  expect(found(kept.seq)).toEqual([]);
  expect(found(1)).toMatchObject([{ code: 'head_differs', seq: 1, needed: kept.headHash }]);
});

test('an event that was changed is named', async () => {
  await run(`UPDATE drill_events SET event = replace(event::text, '"via":"api"', '"via":"hook"')::json
    WHERE drill_id = 'event' AND seq = 1`);
  expect(await faultsOf('event')).toMatchObject([{ code: 'event_changed', seq: 1 }]);
});

test('so is where it stands, and what it is found by', async () => {
  await run(`UPDATE drills SET state = replace(state::text, '"running"', '"closed"')::json WHERE id = 'state'`);
  expect(await faultsOf('state')).toMatchObject([{ code: 'state_changed', item: 'status' }]);
  await run(`UPDATE drills SET scenario = 'flood' WHERE id = 'column'`);
  expect(await faultsOf('column')).toMatchObject([
    { code: 'state_changed', item: 'drills.scenario', found: '"flood"' },
  ]);
});

test('and an end that was cut off', async () => {
  const { seq } = (await store.keptDrill('cut'))!;
  await run(`DELETE FROM drill_events WHERE drill_id = 'cut' AND seq = ${seq}`);
  expect(await faultsOf('cut')).toMatchObject([{ code: 'event_missing', seq }]);
});
