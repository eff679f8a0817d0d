import { beforeEach, describe, expect, test } from '@jest/globals';
import type { LedgerItem } from '../../src/domain/plan/ledger.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { upkeepOutbox } from '../../src/store/index.js';
import type { NewNotice } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { bringInPlan } from '../support/plans.js';
import { useStore } from './harness.js';

const TODAY = '2026-11-26';
const ZONE = 'Asia/Shanghai';
const at = (day: string, time = '10:00') => Date.parse(`${day}T${time}:00+08:00`);
const KEEPER = { kind: 'person', id: 'lei-gang' } as const;
const { document: sample, hash } = loadPlan('plans/software-incident');
const radioSet = sample.resources!.find(({ id }) => id === 'radio-set')!;
const plan = {
  ...sample,
  resources: [{ ...radioSet, minimum: 4, reorder: 4, inspectEvery: '7d', replenishWithin: '3d' }],
};

const item = (more: Partial<LedgerItem> = {}): LedgerItem => ({
  ...{ id: 'radios', resource: 'radio-set', location: 'Rack', custodian: 'lei-gang', onHand: 6 },
  lastInspected: TODAY,
  ...more,
});

describe.each(ENGINES)('upkeep of stock, on %s', (engine) => {
  const db = useStore(engine);
  let keys = 0;
  const key = () => `k${(keys += 1)}`;
  const keep = (day = TODAY) => db.store.keepUpkeep({ at: at(day), zone: ZONE });
  const stocked = (...items: LedgerItem[]) => db.store.saveLedger({ items }, { today: TODAY });
  const move = (quantity: number, as: 'replenished' | 'consumed' | 'damaged') =>
    db.store.moveStock({ item: 'radios', quantity, as, by: KEEPER, requestKey: key(), today: TODAY });
  const inspect = (on: string, result: 'good' | 'bad' = 'good') =>
    db.store.inspectItem({ item: 'radios', on, today: on, result, by: KEEPER, requestKey: key() });
  const all = () => db.store.listUpkeep({ all: true, limit: 100 });
  const openIds = async () => (await db.store.openUpkeep()).map(({ id }) => id);

  beforeEach(async () => {
    await db.run('TRUNCATE stock_upkeep, stock_lots, stock_requests, stock_moves, stock_inspections, ledgers, outbox');
    if ((await db.store.effectivePlan()) === undefined) await bringInPlan(db.store, plan, hash);
  });

  test('before there is a ledger nothing has to be done', async () => {
    expect(await keep()).toEqual({ opened: 0, closed: 0 });
  });

  test('is opened once, however often and by however many it is looked at', async () => {
    await stocked(item({ lastInspected: '2026-11-20', onHand: 3 }));
    const looks = Array.from({ length: 12 }, (_, i) =>
      (i % 2 === 0 ? db.store : db.other).keepUpkeep({ at: at(TODAY), zone: ZONE }),
    );
    const opened = (await Promise.all(looks)).reduce((sum, look) => sum + look.opened, 0);
    expect(opened).toBe(2);
    expect(await openIds()).toEqual(['inspect/radios/2026-11-27', `replenish/radio-set/${TODAY}`]);
    // Days later it is still the same, with its own day.
    expect(await keep('2026-12-20')).toEqual({ opened: 0, closed: 0 });
    expect(await openIds()).toHaveLength(2);
  });

  test('the day begins where the plan counts days', async () => {
    await stocked(item({ lastInspected: '2026-11-20' }));
    const midnight = Date.parse('2026-11-25T16:00:00Z');
    expect(await db.store.keepUpkeep({ at: midnight - 1, zone: 'UTC' })).toMatchObject({ opened: 0 });
    expect(await db.store.keepUpkeep({ at: midnight, zone: 'UTC' })).toMatchObject({ opened: 1 });
  });

  test('is closed by an inspection, with who and how; the next one comes in its time', async () => {
    await stocked(item({ lastInspected: '2026-11-20' }));
    await keep();
    await inspect(TODAY);
    expect(await keep()).toEqual({ opened: 0, closed: 1 });
    expect(await all()).toMatchObject([
      { doneAt: at(TODAY), done: { how: 'inspected', result: 'good', on: TODAY, by: KEEPER } },
    ]);
    expect(await keep('2026-12-02')).toEqual({ opened: 1, closed: 0 });
  });

  test('found bad it is to be repaired, until it is found good or gone', async () => {
    await stocked(item({ lastInspected: '2026-11-20' }));
    await keep();
    await inspect(TODAY, 'bad');
    await keep();
    await inspect(TODAY, 'bad');
    expect(await keep()).toEqual({ opened: 0, closed: 0 });
    expect(await openIds()).toEqual([`repair/radios/${TODAY}`]);
    await inspect('2026-11-27');
    await keep('2026-11-27');
    expect(await openIds()).toEqual([]);
    await inspect('2026-11-28', 'bad');
    await keep('2026-11-28');
    await move(6, 'damaged');
    await keep('2026-11-28');
    const [replenish, thrownAway] = await all();
    expect(replenish).toMatchObject({ kind: 'replenish', done: null });
    expect(thrownAway).toMatchObject({ kind: 'repair', done: { how: 'moved', as: 'damaged', by: KEEPER } });
  });

  test('is closed by what comes in; short again on the same day it is another task', async () => {
    await stocked(item());
    await move(3, 'consumed');
    await keep();
    await move(2, 'replenished');
    expect(await keep()).toEqual({ opened: 0, closed: 1 });
    await move(2, 'consumed');
    await keep();
    expect(await openIds()).toEqual([`replenish/radio-set/${TODAY}/2`]);
    expect((await all()).at(-1)).toMatchObject({ done: { how: 'moved', as: 'replenished', by: KEEPER } });
  });

  test('what an incident used up opens it, an import or another plan closes it', async () => {
    await stocked(item());
    const head = { incidentId: 'i1', request: 'q1', today: TODAY };
    await db.store.allocateStock({ ...head, mode: 'real', resource: 'radio-set', quantity: 3, rank: 0 });
    await keep();
    expect(await openIds()).toEqual([]);
    await db.store.settleStock({ ...head, effectId: 'e', lots: [{ item: 'radios', quantity: 3, as: 'consumed' }] });
    await keep();
    expect(await openIds()).toEqual([`replenish/radio-set/${TODAY}`]);
    const { version } = await stocked(item({ onHand: 8, expires: '2026-12-05' }));
    await keep();
    expect(await openIds()).toEqual(['replace/radios/2026-12-05']);
    await stocked(item({ onHand: 8, expires: '2028-12-05' }));
    await keep();
    const [replace, replenish] = await all();
    expect(replenish).toMatchObject({ done: { how: 'imported', version } });
    expect(replace).toMatchObject({ done: { how: 'imported', version: version + 1 } });
  });

  test('is listed page by page, the first due first, with what is done the other way round', async () => {
    await stocked(...[5, 1, 3].map((day) => item({ id: `r${day}`, expires: `2026-12-0${day}` })));
    await keep();
    const ids = (rows: { item: string | null }[]) => rows.map((row) => row.item);
    const first = await db.store.listUpkeep({ all: false, limit: 2 });
    expect(ids(first)).toEqual(['r1', 'r3']);
    const { dueOn: due, n } = first[1]!;
    expect(ids(await db.store.listUpkeep({ all: false, limit: 2, after: { due, n } }))).toEqual(['r5']);
    expect(ids(await db.store.listUpkeep({ all: true, limit: 2 }))).toEqual(['r5', 'r3']);
    expect(ids(await db.store.listUpkeep({ all: true, limit: 2, after: { due, n } }))).toEqual(['r1']);
  });

  test('what is told of a day is told once, mails and note together', async () => {
    await stocked(item({ lastInspected: '2026-11-20' }));
    await keep();
    const [id] = await openIds();
    const mail = (person: string): NewNotice => ({
      ...{ id: `m/${person}`, ...upkeepOutbox(TODAY), noticeId: TODAY, person, channel: 'email' },
      ...{ address: 'a@b.example', subject: 's', text: 't', messageId: `m.${person}` },
    });
    const tell = (store: typeof db.store, person: string, step: 'opened' | 'due') =>
      store.tellUpkeep({ day: TODAY, at: at(TODAY), steps: new Map([[id!, [step]]]), notices: [mail(person)] });
    const both = await Promise.all([tell(db.store, 'a', 'opened'), tell(db.other, 'b', 'opened')]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await db.store.noticesForEffect(upkeepOutbox(TODAY))).toHaveLength(1);
    expect(await db.store.openUpkeep()).toMatchObject([{ told: [{ step: 'opened', at: at(TODAY) }] }]);
    // Nothing to send is nothing told.
    const nobody = { day: '2026-11-27', at: at('2026-11-27'), steps: new Map([[id!, ['due' as const]]]), notices: [] };
    expect(await db.store.tellUpkeep(nobody)).toBe(false);
    expect(await db.store.openUpkeep()).toMatchObject([{ told: [{ step: 'opened' }] }]);
  });
});
