import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { deliver } from '../../src/activities/deliver.js';
import type { Unsettled } from '../../src/activities/deliver.js';
import { startUpkeep } from '../../src/api/upkeep/startUpkeep.js';
import type { Resource, ResourceList, StockKept, UpkeepList } from '../../src/api/contract.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { loadLedger, loadRoster } from '../../src/planfiles/index.js';
import { createDirectory, upkeepOutbox } from '../../src/store/index.js';
import { startSink } from '../support/smtpSink.js';
import type { Sink } from '../support/smtpSink.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const CUSTODIAN = 'lei-gang';
const roster = loadRoster('plans/software-incident/roster.yaml').document;
const { document: sample } = loadLedger('plans/software-incident/ledger.yaml');
const radios = sample.items.find(({ id }) => id === 'radios')!;
const noon = (day: string, time = '12:00') => Date.parse(`${day}T${time}:00+08:00`);

let api: TestApi;
let sink: Sink;
let defer: string | undefined;
let work: ReturnType<typeof startUpkeep> | undefined;
const channels: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  api = await startTestApi();
  sink = await startSink({ behave: (to) => (to === defer ? { does: 'reject', code: 451 } : undefined) });
});
afterEach(async () => {
  await work?.close();
  work = undefined;
});
afterAll(async () => {
  for (const channel of channels) await channel.close();
  await sink.close();
  await api.close();
});

/** One start at this moment, as of a worker, until it has done what there was. `killed`: before anything was sent. */
async function atWork(at: number, killed = false): Promise<string[]> {
  const { store } = api;
  api.clock.now = at;
  const before = sink.mails.length;
  const channel = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>' });
  channels.push(channel);
  const log = pino({ level: 'silent' });
  const unsettled: Unsettled = new Map();
  work = startUpkeep({
    store,
    directory: createDirectory(store),
    channel: channel.name,
    deliver: (effect) => {
      if (killed) throw new Error('killed');
      return deliver({ store, log, channel, unsettled }, effect, (lease) =>
        store.claimNotices({ ...effect, ...lease }),
      );
    },
    zone: 'UTC',
    now: () => api.clock.now,
    log,
  });
  // Its first round is over when it is.
  await work.close();
  work = undefined;
  return sink.mails
    .slice(before)
    .map(({ recipients: [to] }) => roster.people.find((one) => one.contacts.email === to)!.id);
}

const due = async (query = '', lang = 'en') =>
  (await api.ask<UpkeepList>(`/api/v1/resources/upkeep${query}`, { headers: { 'accept-language': lang } })).body;

describe('the sample ledger, years out of date', () => {
  test('is mailed to nobody at the first start, and one mail to each who has something to do the next morning', async () => {
    await api.store.saveLedger(sample);
    expect(await atWork(noon('2028-11-26'))).toEqual([]);
    const { items } = await due();
    expect(items.length).toBeGreaterThan(5);
    expect(await atWork(noon('2028-11-27', '08:59'))).toEqual([]);
    const told = await atWork(noon('2028-11-27', '09:00'));
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toEqual(expect.arrayContaining([...new Set(items.map(({ custodians }) => custodians[0]!.id))]));
    expect(await atWork(noon('2028-11-27', '17:00'))).toEqual([]);
  });
});

describe('an item', () => {
  beforeAll(async () => {
    await api.close();
    // Nothing else is there that could be short.
    api = await startTestApi({}, undefined, (plan) => {
      plan.resources = plan.resources!.filter(({ id }) => id === 'radio-set');
      Object.assign(plan.resources[0]!, { inspectEvery: '30d', replenishWithin: '7d' });
    });
    api.clock.now = noon('2029-01-20');
    await api.store.saveLedger({ items: [{ ...radios, onHand: 40, lastInspected: '2029-01-01' }] });
  });

  const radioTasks = async (query = '') => (await due(query)).items.filter(({ item }) => item?.id === 'radios');

  test('that is due is mailed to its custodian, then with the deputy, then to command; each once, quiet at night', async () => {
    const [task] = await radioTasks();
    expect(task).toBeUndefined();
    // Every 30 days: due on 31 January, opened four days before.
    expect(await atWork(noon('2029-01-27', '06:00'))).toEqual([]);
    const [open] = await radioTasks();
    expect(open).toMatchObject({ kind: 'inspect', words: 'inspect', due: '2029-01-31', overdue: false, told: [] });
    expect(await atWork(noon('2029-01-27', '18:00'))).toEqual([]);
    expect(await atWork(noon('2029-01-28', '09:00'))).toEqual([CUSTODIAN]);
    const mail = sink.mails.at(-1)!;
    expect(mail.subject).toMatch(/检查|inspect/);
    expect(mail.text).toContain('muster resources inspect radios good');
    expect(await atWork(noon('2029-01-30'))).toEqual([]);
    expect((await atWork(noon('2029-01-31'))).toSorted()).toEqual(['bai-yong', CUSTODIAN]);
    expect(await atWork(noon('2029-02-01'))).toEqual([]);
    const commanders = await atWork(noon('2029-02-02'));
    expect(commanders).toContain('lin-wei');
    expect(commanders).not.toContain(CUSTODIAN);
    expect(await atWork(noon('2029-02-03'))).toEqual([]);
    expect(await radioTasks()).toMatchObject([
      {
        overdue: true,
        told: [{ step: 'opened' }, { step: 'due' }, { step: 'overdue' }],
        deputies: [{ id: 'bai-yong' }],
      },
    ]);
  });

  test('is marked in the list of resources, and done as soon as the inspection is on record', async () => {
    const shown = async () =>
      (await api.ask<ResourceList>('/api/v1/resources')).body.items.find(({ id }) => id === 'radio-set') as Resource;
    expect((await shown()).items[0]!.upkeep).toMatchObject([{ kind: 'inspect', due: '2029-01-31', overdue: true }]);
    const { body } = await api.ask<StockKept>('/api/v1/resources/items/radios/inspections', {
      as: CUSTODIAN,
      body: { result: 'bad' },
    });
    expect(body.resource.items[0]).toMatchObject({ available: 0, foundBad: true, upkeep: [{ kind: 'repair' }] });
    const [repair, ...rest] = await radioTasks('?all=true');
    expect(repair).toMatchObject({ kind: 'repair' });
    expect(repair).not.toHaveProperty('done');
    expect(rest.find(({ kind }) => kind === 'inspect')?.done).toMatchObject({
      ...{ how: 'inspected', words: 'inspected and found bad', by: { id: CUSTODIAN } },
    });
  });

  test('is told of exactly once where the worker is killed before it sends, or the mail server puts it off', async () => {
    await atWork(noon('2029-02-04', '08:00'));
    expect(await atWork(noon('2029-02-04', '09:00'), true)).toEqual([]);
    // It is noted as told, and the mail waits in the outbox.
    expect(await api.store.noticesForEffect(upkeepOutbox('2029-02-04'))).toMatchObject([{ status: 'queued' }]);
    defer = roster.people.find(({ id }) => id === CUSTODIAN)!.contacts.email;
    expect(await atWork(noon('2029-02-04', '11:00'))).toEqual([]);
    defer = undefined;
    expect(await atWork(noon('2029-02-05', '10:00'))).toEqual([CUSTODIAN]);
    expect(await atWork(noon('2029-02-05', '11:00'))).toEqual([]);
  });

  test('is listed in both languages, page by page', async () => {
    const first = await due('?all=true&limit=1', 'zh-CN');
    expect(first.items[0]!.words).toMatch(/\p{Script=Han}/u);
    const second = await due(`?all=true&limit=200&cursor=${first.next}`);
    expect(second.next).toBeUndefined();
    expect(second.items.map(({ id }) => id)).not.toContain(first.items[0]!.id);
    expect((await api.ask('/api/v1/resources/upkeep?cursor=1')).status).toBe(422);
  });
});
