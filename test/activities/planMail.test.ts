import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startPlanMail } from '../../src/activities/planMail.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { readPlanCopy } from '../../src/seal/index.js';
import { createDirectory, openStore, planEffect } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { approveInto, bringInPlan, withControl } from '../support/plans.js';
import { startSink } from '../support/smtpSink.js';
import type { Sink } from '../support/smtpSink.js';

const KEY = 'a-signing-key-for-tests-of-32-bytes!';
const { document, hash } = loadPlan('plans/software-incident');
const roster = loadRoster('plans/software-incident/roster.yaml', document).document;
const { id } = document.plan;

let store: Store;
let sink: Sink;
let refuse: string | undefined;
let mail: ReturnType<typeof startPlanMail> | undefined;
const channels: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  store = await openStore({ kind: 'pglite' });
  await store.saveRoster(roster);
  await bringInPlan(store, document, hash);
  sink = await startSink({ behave: (to) => (to === refuse ? { does: 'reject', code: 550 } : undefined) });
});
afterEach(async () => {
  await mail?.close();
  mail = undefined;
});
afterAll(async () => {
  for (const channel of channels) await channel.close();
  await sink.close();
  await store.close();
});

function start(): void {
  const channel = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>' });
  channels.push(channel);
  mail = startPlanMail({
    store,
    directory: createDirectory(store),
    channel,
    publicUrl: 'http://muster.test',
    signingKey: KEY,
    zone: 'Asia/Shanghai',
    log: pino({ level: 'silent' }),
  });
}

const addressOf = (person: string) => roster.people.find((known) => known.id === person)!.contacts.email;
const given = async (version: number) => (await store.planVersion(id, version))!.standing.addressees;
async function settled(version: number): Promise<Record<string, string>> {
  for (let i = 0; i < 500; i++) {
    const mails = await store.noticesForEffect(planEffect({ id, version }));
    if (mails.length === (await given(version)).length && mails.every(({ status }) => /accepted|rejected/.test(status)))
      return Object.fromEntries(mails.map(({ person, status }) => [person, status]));
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('the mails did not leave');
}

test('everybody on the list is mailed a link of their own, in their language, when a version takes effect', async () => {
  start();
  expect(sink.mails).toEqual([]);
  await approveInto(store, withControl(document, 2));
  await settled(2);
  const people = (await given(2)).map(({ person }) => person);
  expect(people.length).toBeGreaterThan(1);
  expect(sink.mails.flatMap(({ recipients }) => recipients).toSorted()).toEqual(people.map(addressOf).toSorted());
  for (const { recipients, text, subject } of sink.mails) {
    const person = roster.people.find(({ contacts }) => contacts.email === recipients[0])!;
    const [, token = ''] = /http:\/\/muster\.test\/plan-copy\/(\S+)/.exec(text) ?? [];
    expect(readPlanCopy(KEY, token, Date.now())).toMatchObject({ plan: id, version: 2, person: person.id });
    expect(subject).toMatch(person.languages[0] === 'zh-CN' ? /^【预案发放】.*第2版/ : /^Emergency plan .* version 2$/);
  }
});

test('nobody is mailed the same version twice, after a restart either', async () => {
  const before = sink.mails.length;
  start();
  await approveInto(store, withControl(document, 3));
  await settled(3);
  const fresh = sink.mails.slice(before);
  expect(fresh).toHaveLength((await given(3)).length);
  expect(fresh.every(({ subject }) => /第3版|version 3/.test(subject))).toBe(true);
});

test('a refused address is known as such, and the others have their mail', async () => {
  const { person } = (await (start(), given(3)))[0]!;
  refuse = addressOf(person);
  await approveInto(store, withControl(document, 4));
  const mails = await settled(4);
  refuse = undefined;
  expect(mails[person]).toBe('rejected');
  expect(Object.values(mails).filter((status) => status === 'accepted')).toHaveLength(Object.keys(mails).length - 1);
});
