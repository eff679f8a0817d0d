import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { allocateStock, settleStock } from '../../src/activities/stock.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { createDirectory, openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { inMemory } from '../support/databases.js';

let store: Store;
let deps: ActivityDeps;
const told: string[] = [];
let away = false;

beforeAll(async () => {
  store = await openStore(inMemory());
  const item = { id: 'a', resource: 'radio', location: 'Cabinet', custodian: 'lei-gang', lastInspected: '2026-11-01' };
  await store.saveLedger({ items: [{ ...item, onHand: 3 }] });
  const recheckStock = async (incidentId: string) => {
    if (away) throw new Error('Temporal is away');
    told.push(incidentId);
  };
  const unspoken = async () => {
    throw new Error('stock speaks to other incidents only to wake them');
  };
  deps = {
    incidents: { start: unspoken, decide: unspoken, recheckClaims: unspoken, recheckStock },
    directory: createDirectory(store),
    store,
    zone: 'Asia/Shanghai',
    log: pino({ level: 'silent' }),
  } as Partial<ActivityDeps> as ActivityDeps;
});
afterAll(() => store.close());

test('whoever is served by what comes back is woken, also when that failed at first', async () => {
  const ask = (incidentId: string) =>
    allocateStock(deps)({ incidentId, mode: 'real', request: 'q1', resource: 'radio', quantity: 3, rank: 1 });
  expect(await ask('i1')).toMatchObject({ missing: 0 });
  expect(await ask('i2')).toMatchObject({ missing: 3, heldBy: [{ incidentId: 'i1', quantity: 3 }] });
  const back = {
    ...{ incidentId: 'i1', effectId: 'e1', request: 'q1' },
    lots: [{ item: 'a', quantity: 1, as: 'returned' as const }],
  };
  away = true;
  await expect(settleStock(deps)(back)).rejects.toThrow('Temporal is away');
  away = false;
  await settleStock(deps)(back);
  expect(told).toEqual(['i2']);
  expect(await ask('i2')).toMatchObject({ lots: [{ item: 'a', quantity: 1 }], missing: 2 });
  await ask('i1');
  expect(told).toEqual(['i2']);
});
