import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Problem,
  RegisterImported,
  Resource,
  ResourceList,
  StockKept,
  StockMoveList,
} from '../../src/api/contract.js';
import type { LedgerDocument } from '../../src/domain/plan/ledger.js';
import { loadLedger } from '../../src/planfiles/index.js';
import { COMMANDER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const RADIOS = '/api/v1/resources/items/radios';
const CUSTODIAN = 'lei-gang';
const TODAY = '2026-11-26';

let api: TestApi;
const sample = (): LedgerDocument => loadLedger('plans/software-incident/ledger.yaml').document;
beforeAll(async () => {
  api = await startTestApi();
  api.clock.now = Date.parse(`${TODAY}T01:00:00+08:00`);
  await api.store.saveLedger(sample());
});
afterAll(() => api.close());

const move = <B = StockKept>(body: object, as: string | null = CUSTODIAN, key?: string) =>
  api.ask<B>(`${RADIOS}/moves`, {
    body,
    as,
    headers: { 'accept-language': 'en', ...(key === undefined ? {} : { 'Idempotency-Key': key }) },
  });
const asked = (incidentId: string, quantity: number, mode: 'real' | 'drill' = 'real') =>
  api.store.allocateStock({ incidentId, mode, request: 'q1', resource: 'radio-set', quantity, rank: 1, today: TODAY });
const radios = async (): Promise<Resource> => {
  const { body } = await api.ask<ResourceList>('/api/v1/resources');
  return body.items.find(({ id }) => id === 'radio-set')!;
};

describe('stock outside of incidents', () => {
  test('is replenished by whoever has it in care, once under its key, and shown at once', async () => {
    const body = { as: 'replenished', quantity: 2.5, note: 'Order 118' };
    const { status, body: first } = await move(body, CUSTODIAN, 'k1');
    expect([status, first.status, first.resource.onHand]).toEqual([200, 'recorded', 8.5]);
    const { body: again } = await move(body, CUSTODIAN, 'k1');
    expect([again.status, again.resource.onHand]).toEqual(['repeated', 8.5]);
    const other = await move<Problem>({ ...body, quantity: 3 }, CUSTODIAN, 'k1');
    expect([other.status, other.body.code]).toEqual([409, 'key_reused']);
    // Somebody else may have the same key.
    expect((await move({ as: 'consumed', quantity: 2.5 }, 'bai-yong', 'k1')).body.resource.onHand).toBe(6);
    expect((await move({ as: 'found', quantity: 1 }, 'operator')).body.status).toBe('recorded');
    expect((await move({ as: 'damaged', quantity: 1 }, 'operator')).body.resource.onHand).toBe(6);
  });

  test('is nobody else’s to move; what is not there cannot be taken off', async () => {
    expect(await move<Problem>({ as: 'found', quantity: 1 }, COMMANDER)).toMatchObject({
      status: 403,
      body: { code: 'custodian_required' },
    });
    expect(await move<Problem>({ as: 'consumed', quantity: 7 })).toMatchObject({
      status: 409,
      body: { code: 'not_enough_stock', found: { available: 6 } },
    });
    for (const quantity of [0, -1, 0.0001, 1e13]) {
      expect((await move<Problem>({ as: 'found', quantity })).body.code).toBe('invalid_request');
    }
    const nowhere = await api.ask<Problem>('/api/v1/resources/items/nothing/moves', {
      body: { as: 'found', quantity: 1 },
      as: 'operator',
    });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'item_not_found']);
  });

  test('shows what incidents hold and wait for; who waits is served by what comes in, and told', async () => {
    await asked('drill-1', 3, 'drill');
    await asked('i-1', 5);
    await asked('i-2', 4);
    expect(await radios()).toMatchObject({
      ...{ onHand: 6, reserved: 6, available: 0 },
      heldBy: [
        { incidentId: 'i-1', quantity: 5 },
        { incidentId: 'i-2', quantity: 1 },
      ],
      waiting: [{ incidentId: 'i-2', quantity: 3 }],
      items: [{ id: 'radios', reserved: 6, available: 0 }],
    });
    api.incidents.stockTold.length = 0;
    expect((await move({ as: 'replenished', quantity: 2 })).body.resource).toMatchObject({ onHand: 8, available: 0 });
    expect(api.incidents.stockTold).toEqual(['i-2']);
    // Temporal is away: the incident is told later, and what was moved stays moved.
    api.incidents.down = true;
    expect((await move({ as: 'replenished', quantity: 1 })).status).toBe(200);
    api.incidents.down = false;
    expect(await api.store.stockNews()).toEqual(['i-2']);
    expect((await radios()).waiting).toEqual([]);
  });

  test('an import serves who waits, and with less than is reserved says so', async () => {
    await asked('i-3', 2);
    const ledgerWith = (onHand: number) => {
      const document = sample();
      document.items.find(({ id }) => id === 'radios')!.onHand = onHand;
      return { document };
    };
    const bring = (onHand: number) =>
      api.ask<RegisterImported>('/api/v1/resources', { as: 'operator', body: ledgerWith(onHand) });
    api.incidents.stockTold.length = 0;
    const { body } = await bring(11);
    expect(body.saved).toBe(true);
    expect(api.incidents.stockTold).toContain('i-3');
    await bring(4);
    expect(await radios()).toMatchObject({ onHand: 4, reserved: 11, available: 0, items: [{ available: -7 }] });
  });

  test('is exported with what was moved and inspected since, and imported again changes nothing', async () => {
    await move({ as: 'damaged', quantity: 1 });
    await api.ask(`${RADIOS}/inspections`, { as: CUSTODIAN, body: { result: 'good' } });
    for (const format of ['csv', 'yaml'] as const) {
      const { text } = await api.ask(`/api/v1/resources/versions/current/${format}`, { as: 'operator' });
      expect(text).toContain(TODAY);
      const { body } = await api.ask<RegisterImported>('/api/v1/resources', { as: 'operator', body: { format, text } });
      expect(body).toMatchObject({ saved: false, changes: [] });
    }
  });

  test('an inspection is put on record, not one to come; what was found bad is shown', async () => {
    const inspect = <B = StockKept>(body: object, as = CUSTODIAN) => api.ask<B>(`${RADIOS}/inspections`, { as, body });
    expect((await inspect<Problem>({ result: 'good', on: '2026-11-27' })).body.code).toBe('inspection_to_come');
    expect((await inspect<Problem>({ result: 'good' }, COMMANDER)).body.code).toBe('custodian_required');
    const { body } = await inspect({ result: 'bad', note: 'Charger broken' });
    expect(body.resource.items[0]).toMatchObject({ lastInspected: TODAY, foundBad: true });
    expect((await inspect({ result: 'good' })).body.resource.items[0]).toMatchObject({ foundBad: false });
  });

  test('the use log tells every movement, page by page, in both languages', async () => {
    const page = (query: string, lang: string) =>
      api.ask<StockMoveList>(`${RADIOS}/moves?${query}`, { headers: { 'accept-language': lang } });
    const { body: newest } = await page('limit=1', 'en');
    expect(newest.items).toMatchObject([{ as: 'damaged', words: 'damaged', quantity: 1, by: { id: CUSTODIAN } }]);
    const { body: older } = await page(`limit=200&cursor=${newest.next}`, 'zh-CN');
    expect(older.next).toBeUndefined();
    expect(older.items.at(-1)).toMatchObject({ words: '补充入库', quantity: 2.5, note: 'Order 118' });
    expect(older.items).toContainEqual(
      expect.objectContaining({ words: '预留', quantity: 3, mode: 'drill', incidentId: 'drill-1', request: 'q1' }),
    );
    expect((await api.ask<Problem>('/api/v1/resources/items/nothing/moves')).body.code).toBe('item_not_found');
  });
});
