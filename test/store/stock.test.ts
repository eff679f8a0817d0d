import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LedgerItem } from '../../src/domain/plan/ledger.js';
import { openStore } from '../../src/store/index.js';
import type { StockNow, StockRequest, StockSettlement, Store, StoreOptions } from '../../src/store/index.js';
import { ENGINES, freshDatabase } from '../support/databases.js';
import type { EngineName, TestDatabase } from '../support/databases.js';
import { answered, useStore } from './harness.js';

const TODAY = '2026-11-26';
const OPERATOR = { kind: 'operator', tokenId: 't1' } as const;

const item = (id: string, onHand: number, more: Partial<LedgerItem> = {}): LedgerItem => ({
  id,
  resource: 'radio',
  location: 'Cabinet',
  custodian: 'lei-gang',
  onHand,
  lastInspected: '2026-11-01',
  ...more,
});

describe.each(ENGINES)('stock over all incidents, on %s', (engine) => {
  const db = useStore(engine);
  let keys = 0;
  const key = () => `k${(keys += 1)}`;

  const ask = (incidentId: string, quantity: number, more: Partial<StockRequest & { today: string }> = {}) =>
    db.store.allocateStock({
      ...{ incidentId, mode: 'real', request: 'q1', resource: 'radio', quantity, rank: 1, today: TODAY },
      ...more,
    });
  const settle = (incidentId: string, more: Partial<StockSettlement> = {}) =>
    db.store.settleStock({ incidentId, effectId: key(), request: 'q1', today: TODAY, ...more });
  const move = (
    id: string,
    quantity: number,
    as: 'replenished' | 'consumed' | 'damaged' | 'found',
    requestKey = key(),
  ) => db.store.moveStock({ item: id, quantity, as, by: OPERATOR, requestKey, today: TODAY });
  const onHand = async (id: string) =>
    (await db.store.currentLedger())!.document.items.find((one) => one.id === id)!.onHand;
  const stocked = (items: LedgerItem[]) => db.store.saveLedger({ items }, { today: TODAY });
  const wipe = () =>
    db.run('TRUNCATE stock_lots, stock_requests, stock_settlements, stock_moves, stock_inspections, ledgers');

  beforeEach(async () => {
    await wipe();
    await stocked([item('a', 4), item('b', 6)]);
  });

  test('is reserved for the first; the second gets the rest, waits, and hears who holds it', async () => {
    expect(await ask('i1', 8)).toEqual({ lots: lots({ a: 2, b: 6 }), missing: 0, heldBy: [] });
    const second = await ask('i2', 5);
    expect(second).toEqual({ lots: lots({ a: 2 }), missing: 3, heldBy: [{ incidentId: 'i1', quantity: 8 }] });
    // The answer was lost: asked again, it says the same, and nothing is taken twice.
    expect(await ask('i2', 5)).toEqual(second);
    expect(await ask('i1', 8)).toMatchObject({ lots: lots({ a: 2, b: 6 }), missing: 0 });
  });

  test('comes from the fewest items, from those first that expire first, then in the order of the ledger', async () => {
    await stocked([
      item('forever', 5),
      item('later', 5, { expires: '2027-06-01' }),
      item('soon', 5, { expires: '2027-01-01' }),
      item('big', 7, { expires: '2028-01-01' }),
    ]);
    expect((await ask('i1', 4)).lots).toEqual(lots({ soon: 4 }));
    expect((await ask('i2', 6)).lots).toEqual(lots({ big: 6 }));
    expect((await ask('i3', 9)).lots).toEqual(lots({ forever: 4, later: 5 }));
  });

  test('that has expired is not given out; the day is that of the plan', async () => {
    await stocked([item('a', 4, { expires: '2026-11-26' })]);
    expect(await ask('i1', 1, { today: '2026-11-27' })).toMatchObject({ lots: [], missing: 1 });
    expect(await ask('i1', 1, { today: '2026-11-26' })).toMatchObject({ lots: lots({ a: 1 }), missing: 0 });
    // What is reserved stays so.
    expect(await ask('i1', 1, { today: '2026-11-27' })).toMatchObject({ lots: lots({ a: 1 }), missing: 0 });
    expect(await ask('i2', 1, { today: '2026-11-27' })).toMatchObject({ lots: [], missing: 1 });
  });

  test('a drill takes nothing from a real incident, and uses up nothing', async () => {
    await ask('d1', 10, { mode: 'drill' });
    expect(await ask('i1', 10)).toMatchObject({ missing: 0 });
    expect(await ask('d2', 1, { mode: 'drill' })).toMatchObject({
      missing: 1,
      heldBy: [{ incidentId: 'd1', quantity: 10 }],
    });
    await settle('d1', { lots: [{ item: 'a', quantity: 4, as: 'consumed' }] });
    expect(await onHand('a')).toBe(4);
  });

  test('given back serves who waits, by level, then by time; each is told until it has asked', async () => {
    await ask('i1', 10);
    await ask('late', 2, { rank: 1 });
    await ask('severe', 2, { rank: 0 });
    await ask('later', 2, { rank: 1 });
    expect(await settle('i1', { lots: [{ item: 'b', quantity: 3, as: 'returned' }] })).toEqual({
      tell: ['late', 'severe'],
    });
    expect(await held(db.store)).toMatchObject({ severe: 2, late: 1 });
    expect(await db.store.stockNews()).toEqual(['late', 'severe']);
    expect(await ask('severe', 2, { rank: 0 })).toMatchObject({ lots: lots({ b: 2 }), missing: 0 });
    expect(await ask('late', 2)).toMatchObject({ lots: lots({ b: 1 }), missing: 1 });
    expect(await db.store.stockNews()).toEqual([]);
    // It has become worse: another rank is taken over.
    await ask('later', 2, { rank: 0 });
    expect(await settle('i1')).toEqual({ tell: ['late', 'later'] });
  });

  test('a new request does not pass by an older one', async () => {
    await ask('i1', 10);
    await ask('i2', 4);
    // More is there, and nobody has been served yet.
    await db.store.saveLedger({ items: [item('a', 4), item('b', 9)] });
    expect(await ask('i3', 4)).toMatchObject({ lots: [], missing: 4 });
    expect(await held(db.store)).toMatchObject({ i2: 3 });
  });

  test('a settlement is applied once, however often it comes', async () => {
    await ask('i1', 6);
    await ask('i2', 6);
    const used: Partial<StockSettlement> = {
      effectId: 'e1',
      lots: [
        { item: 'b', quantity: 2, as: 'consumed' },
        { item: 'b', quantity: 1, as: 'damaged' },
        { item: 'b', quantity: 1, as: 'returned' },
        { item: 'a', quantity: 9, as: 'returned' },
      ],
    };
    const first = await settle('i1', used);
    expect(first).toEqual({ tell: ['i2'] });
    expect(await settle('i1', used)).toEqual(first);
    expect(await onHand('b')).toBe(3);
    expect(await held(db.store)).toEqual({ i1: 2, i2: 5 });
    // What was used up and given back was had: nothing is missing of it.
    expect(await ask('i1', 6)).toMatchObject({ lots: lots({ b: 2 }), missing: 0 });
    expect(await ask('i1', 7)).toMatchObject({ missing: 1 });
  });

  test('without lots everything goes back; a closed request takes nothing more', async () => {
    await ask('i1', 10);
    await ask('i2', 3);
    await settle('i2', { lots: [], close: true });
    expect(await settle('i1')).toEqual({ tell: [] });
    for (const incident of ['i1', 'i2']) expect(await ask(incident, 10)).toEqual({ lots: [], missing: 0, heldBy: [] });
    expect(await settle('i1')).toEqual({ tell: [] });
    expect(await settle('unknown')).toEqual({ tell: [] });
  });

  test('less wanted ends waiting, and takes back nothing that may have left the shelf', async () => {
    await ask('i1', 4);
    expect(await ask('i2', 9)).toMatchObject({ missing: 3 });
    expect(await ask('i2', 7)).toMatchObject({ missing: 1 });
    expect(await ask('i2', 2)).toMatchObject({ lots: lots({ b: 6 }), missing: 0 });
  });

  test('replenished and found serves who waits; consumed and damaged leaves what is reserved alone', async () => {
    await ask('i1', 12);
    expect(await move('a', 3, 'consumed')).toEqual({
      outcome: 'refused',
      code: 'not_enough_stock',
      available: 0,
    });
    expect(await move('a', 3, 'replenished', 'same')).toEqual({ outcome: 'done' });
    expect(await move('a', 3, 'replenished', 'same')).toEqual({ outcome: 'repeated' });
    expect(await move('a', 4, 'replenished', 'same')).toEqual({ outcome: 'refused', code: 'key_reused' });
    expect(await move('nothing', 1, 'found')).toEqual({ outcome: 'refused', code: 'item_not_found' });
    expect(await held(db.store)).toEqual({ i1: 12 });
    expect(await db.store.stockNews()).toEqual(['i1']);
    expect(await move('a', 1, 'consumed')).toEqual({ outcome: 'done' });
    // Broken may be what an incident holds: then less is there than is reserved, and others wait.
    expect(await move('a', 6, 'damaged')).toEqual({ outcome: 'done' });
    expect(await onHand('a')).toBe(0);
    expect(await ask('i2', 1)).toMatchObject({ missing: 1 });
  });

  test('an import says what belongs to us now: earlier use counts no more, what is out stays out, who waits is served', async () => {
    await ask('i1', 10);
    await settle('i1', { lots: [{ item: 'a', quantity: 1, as: 'consumed' }] });
    await ask('i2', 5);
    // Out with i1 are 9, and 12 belong to us.
    await stocked([item('a', 6), item('b', 6)]);
    expect(await onHand('a')).toBe(6);
    expect(await db.store.stockNews()).toEqual(['i2']);
    expect(await held(db.store)).toEqual({ i1: 9, i2: 3 });
    // Fewer than are out: nothing is taken back, and what comes back first makes good for it.
    await stocked([item('a', 1)]);
    expect(await held(db.store)).toEqual({ i1: 9, i2: 3 });
    expect(await ask('i3', 1)).toMatchObject({ lots: [], missing: 1 });
    await settle('i1', { lots: [{ item: 'a', quantity: 2, as: 'returned' }] });
    expect(await held(db.store)).toEqual({ i1: 7, i2: 3 });
    // Used up were more than the import knew of; there is never less than nothing.
    await settle('i1', { lots: [{ item: 'a', quantity: 1, as: 'consumed' }] });
    await settle('i2', { lots: [{ item: 'a', quantity: 3, as: 'consumed' }] });
    expect(await onHand('a')).toBe(0);
    await move('a', 2, 'replenished');
    expect(await onHand('a')).toBe(2);
  });

  test('what is exported and imported again changes nothing, and what was imported once and used since is new', async () => {
    const imported = (await db.store.currentLedger())!;
    expect(imported).not.toHaveProperty('adjusted');
    await move('a', 1.5, 'consumed');
    await db.store.inspectItem({ item: 'b', on: TODAY, today: TODAY, result: 'good', by: OPERATOR, requestKey: key() });
    const now = (await db.store.currentLedger())!;
    expect(now).toMatchObject({ version: imported.version, adjusted: true });
    expect(now.document.items).toEqual([item('a', 2.5), item('b', 6, { lastInspected: TODAY })]);
    expect((await stocked(now.document.items)).version).toBe(imported.version);
    expect((await db.store.ledgerNumbered(imported.version))!.document).toEqual(imported.document);
    // Counted anew, and it is what it was: the use must not be subtracted from that.
    const counted = await stocked(imported.document.items);
    expect(counted.version).toBe(imported.version + 1);
    expect(await onHand('a')).toBe(4);
  });

  test('the later inspection counts; one that found it bad is told of until a better one', async () => {
    const inspect = (on: string, result: 'good' | 'bad', requestKey = key()) =>
      db.store.inspectItem({ item: 'a', on, today: TODAY, result, by: OPERATOR, requestKey });
    expect(await inspect('2026-10-01', 'bad')).toEqual({ outcome: 'done' });
    expect(await db.store.currentLedger()).toMatchObject({ bad: [], document: { items: [item('a', 4), {}] } });
    expect(await inspect('2026-11-20', 'bad', 'same')).toEqual({ outcome: 'done' });
    expect(await inspect('2026-11-20', 'bad', 'same')).toEqual({ outcome: 'repeated' });
    expect(await inspect('2026-11-20', 'good', 'same')).toEqual({ outcome: 'refused', code: 'key_reused' });
    expect(await db.store.currentLedger()).toMatchObject({
      bad: ['a'],
      document: { items: [{ lastInspected: '2026-11-20' }, {}] },
    });
    await inspect('2026-11-20', 'good');
    expect(await db.store.currentLedger()).toMatchObject({ bad: [] });
  });

  test('that was found bad is not given out until it is found good; what is reserved stays so', async () => {
    const inspect = (id: string, result: 'good' | 'bad') =>
      db.store.inspectItem({ item: id, on: TODAY, today: TODAY, result, by: OPERATOR, requestKey: key() });
    await ask('i1', 1);
    await inspect('a', 'bad');
    await inspect('b', 'bad');
    expect(await ask('i1', 1)).toMatchObject({ lots: lots({ a: 1 }), missing: 0 });
    expect(await ask('i2', 5)).toMatchObject({ lots: [], missing: 5 });
    // What comes in lies with what is bad.
    await move('a', 3, 'replenished');
    expect(await ask('d1', 1, { mode: 'drill' })).toMatchObject({ lots: [], missing: 1 });
    await inspect('a', 'good');
    expect(await db.store.stockNews()).toEqual(['d1', 'i2']);
    expect(await ask('i2', 5)).toMatchObject({ lots: lots({ a: 5 }), missing: 0 });
    expect(await ask('i3', 3)).toMatchObject({ lots: lots({ a: 1 }), missing: 2 });
  });

  test('fractions add up: half a million and fifty cents, tenths and fifths', async () => {
    await stocked([item('fund', 500_000.5, { resource: 'money' }), item('a', 0.3)]);
    const money = { resource: 'money' };
    expect((await ask('i1', 0.1, money)).missing).toBe(0);
    expect((await ask('i2', 0.2, money)).missing).toBe(0);
    expect(await ask('i3', 500_000.2, money)).toMatchObject({ lots: lots({ fund: 500_000.2 }), missing: 0 });
    expect((await ask('i4', 0.001, money)).missing).toBe(0.001);
    await settle('i3', { lots: [{ item: 'fund', quantity: 499_999.99, as: 'consumed' }] });
    expect(await onHand('fund')).toBe(0.51);
  });

  test('a month of movements: what was reserved is held, used up or back, and the log tells each', async () => {
    let supplied = 10;
    for (let day = 1; day <= 30; day += 1) {
      const incident = `m${day}`;
      await ask(incident, (day % 4) + 1);
      const { lots: got } = await ask(incident, (day % 4) + 1);
      const as = (['returned', 'consumed', 'damaged'] as const)[day % 3]!;
      await settle(incident, { lots: got.map((lot) => ({ ...lot, as })), close: true });
      if (as !== 'returned') {
        const used = got.reduce((sum, { quantity }) => sum + quantity, 0);
        await move(got[0]!.item, used, 'replenished');
        supplied += used;
      }
    }
    const sums = await db.run<{ item: string; reserved: string; settled: string }>(
      `SELECT item, sum(quantity) FILTER (WHERE kind = 'reserved') AS reserved,
         sum(quantity) FILTER (WHERE kind IN ('returned', 'consumed', 'damaged')) AS settled
       FROM stock_moves GROUP BY item ORDER BY item`,
    );
    for (const { reserved, settled } of sums) expect(settled).toBe(reserved);
    const used = await db.run<{ used: string }>(
      "SELECT sum(quantity) / 1000 AS used FROM stock_moves WHERE kind IN ('consumed', 'damaged')",
    );
    expect((await onHand('a')) + (await onHand('b'))).toBe(supplied - Number(used[0]!.used));
    const page = await db.store.movesOf('a', 3);
    expect(page).toHaveLength(3);
    expect(await db.store.movesOf('a', 1, page[0]!.n)).toEqual([page[1]]);
  });

  test('200 requests at once of four incidents for the last ones, with returns in between: none lost, none given twice', async () => {
    const seen: StockNow[] = [];
    const work = Array.from({ length: 200 }, (_, i) => {
      const store = i % 4 < 2 ? db.store : db.other;
      const head = { incidentId: `i${i % 4}`, request: `q${i % 8}`, today: TODAY };
      const gives = i % 5 === 4;
      const settlement: StockSettlement = {
        ...{ incidentId: head.incidentId, effectId: `e${i}`, request: head.request },
        lots: [{ item: i % 2 === 0 ? 'a' : 'b', quantity: 1.1, as: i % 10 === 9 ? 'consumed' : 'returned' }],
      };
      return answered(async () => {
        if (gives) await store.settleStock({ ...settlement, today: TODAY });
        else
          await store.allocateStock({ ...head, mode: 'real', resource: 'radio', quantity: 1 + (i % 7), rank: i % 3 });
        if (i % 5 === 0) seen.push(await store.stockNow());
      });
    });
    await Promise.all(work);
    seen.push(await db.store.stockNow());
    for (const now of seen) expectNothingLost(now);
    // Whoever waits, waits for something that is not there.
    const last = seen.at(-1)!;
    expect(last.waiting.length).toBeGreaterThan(0);
    expect(heldIn(last)).toBe(thousandthsOnHand(last));
    for (const i of [0, 1, 2, 3]) {
      for (const q of [i, i + 4]) await settle(`i${i}`, { request: `q${q}` });
    }
    expect((await db.store.stockNow()).held).toEqual([]);
  });
});

describe.each(ENGINES)('killed with -9 on %s', (engine) => {
  test('amid 200 requests at once for the last five: what was answered stands, none is lost, none given twice', async () => {
    const its = await database(engine);
    const { options } = its;
    let store = await openStore(options);
    await store.saveLedger({ items: [item('a', 5)] }, { today: TODAY });
    for (const [round, count] of [20, 150].entries()) {
      await store.close();
      const answers = await contendUntilKilled(options, round, count);
      expect(answers.length).toBeGreaterThanOrEqual(count);
      store = await openStore(options);
      const now = await store.stockNow();
      expectNothingLost(now);
      if (now.waiting.length > 0) expect(heldIn(now)).toBe(thousandthsOnHand(now));
      for (const i of answers.flatMap(({ i, got }) => (got && i % 3 > 0 ? [i] : []))) {
        expect(await store.allocateStock({ ...contender(round, i), ...ONE_RADIO })).toMatchObject({
          lots: lots({ a: 1 }),
        });
      }
      for (let i = 0; i < 200; i++) await store.settleStock({ ...contender(round, i), effectId: `end-${round}-${i}` });
      expect(await store.stockNow()).toMatchObject({ held: [], waiting: [] });
    }
    await store.close();
    await its.drop();
  });
});

describe('on PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase('PostgreSQL');
    if (database.options.kind !== 'postgres') throw new Error('a server is what this is about');
    ({ url } = database.options);
    drop = () => database.drop();
  });

  test('kill -9 in the middle of it leaves nothing half reserved, and a repeat finishes', async () => {
    const store = await openStore({ kind: 'postgres', url });
    await store.saveLedger({ items: [item('a', 50)] });
    for (const [round, count] of [7, 23, 40].entries()) {
      const done = await allocateUntilKilled(url, `r${round}`, count);
      expect(done.length).toBeGreaterThanOrEqual(count);
      const now = await store.stockNow();
      expectNothingLost(now);
      // Whatever was being done is done again, under the same keys.
      const [, n] = /(\d+)$/.exec(done.at(-1)!)!;
      for (const i of [Number(n), Number(n) + 1]) {
        const head = { incidentId: `r${round}-${i}`, request: 'q1', today: TODAY };
        await store.allocateStock({ ...head, mode: 'real', resource: 'radio', quantity: 3, rank: 1 });
        await store.settleStock({ ...head, effectId: 'e1', lots: [{ item: 'a', quantity: 2, as: 'returned' }] });
        await store.settleStock({ ...head, effectId: 'e2' });
      }
      const after = await store.stockNow();
      expectNothingLost(after);
      expect(after.held).toEqual([]);
    }
    await store.close();
    await drop();
  });
});

/** One that outlives the process which works on it. */
async function database(engine: EngineName): Promise<TestDatabase> {
  if (engine === 'PostgreSQL') return freshDatabase(engine);
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-stock-'));
  return { options: { kind: 'pglite', dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) };
}

interface Answer {
  i: number;
  got?: boolean;
  gaveBack?: boolean;
}

const ONE_RADIO = { mode: 'real', resource: 'radio', quantity: 1, rank: 1 } as const;

/** As `contender.mjs` calls them. */
function contender(round: number, i: number) {
  return { incidentId: `i${i % 2}`, request: `r${round}q${i}`, today: TODAY };
}

async function contendUntilKilled(options: StoreOptions, round: number, count: number): Promise<Answer[]> {
  const lines = await untilKilled(
    new URL('./contender.mjs', import.meta.url),
    [JSON.stringify(options), String(round), TODAY],
    count,
  );
  return lines.map((line) => JSON.parse(line) as Answer);
}

function allocateUntilKilled(url: string, prefix: string, count: number): Promise<string[]> {
  return untilKilled(new URL('./allocator.mjs', import.meta.url), [url, prefix, TODAY], count);
}

/** Ends with kill -9 once that many steps were acknowledged. */
async function untilKilled(script: URL, args: string[], count: number): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const done: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    done.push(line);
    if (done.length === count) child.kill('SIGKILL');
  }
  return done;
}

const lots = (of: Record<string, number>) => Object.entries(of).map(([id, quantity]) => ({ item: id, quantity }));

async function held(store: Store): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { incidentId, quantity } of (await store.stockNow()).held) {
    sums[incidentId] = (sums[incidentId] ?? 0) + quantity;
  }
  return sums;
}

/** Of each item no more is held than is there. */
function expectNothingLost(now: StockNow): void {
  for (const { id, onHand } of now.ledger!.document.items) {
    const out = now.held
      .filter((lot) => lot.item === id)
      .reduce((sum, { quantity }) => sum + Math.round(quantity * 1_000), 0);
    expect(out).toBeLessThanOrEqual(Math.round(onHand * 1_000));
  }
}

const heldIn = (now: StockNow) => now.held.reduce((sum, { quantity }) => sum + Math.round(quantity * 1_000), 0);
const thousandthsOnHand = (now: StockNow) =>
  now.ledger!.document.items.reduce((sum, { onHand }) => sum + Math.round(onHand * 1_000), 0);
