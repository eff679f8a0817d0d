import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { deliver } from '../../src/activities/deliver.js';
import type { Unsettled } from '../../src/activities/deliver.js';
import { startPlanMail } from '../../src/api/planMail/startPlanMail.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { readPlanCopy } from '../../src/seal/index.js';
import { createDirectory, openStore, planOutbox } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { putIntoEffect, withdraw } from '../../src/domain/plan/lifecycle/index.js';
import type { Act, Decided } from '../../src/domain/plan/lifecycle/index.js';
import { holdersOf } from '../../src/domain/plan/roster.js';
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
let defer: string | undefined;
/** What the clock of the mail is ahead. */
let ahead = 0;
let mail: ReturnType<typeof startPlanMail> | undefined;
const channels: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  store = await openStore({ kind: 'pglite' });
  await store.saveRoster(roster);
  await bringInPlan(store, document, hash);
  sink = await startSink({
    behave: (to) =>
      to === refuse ? { does: 'reject', code: 550 } : to === defer ? { does: 'reject', code: 451 } : undefined,
  });
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
  const log = pino({ level: 'silent' });
  const unsettled: Unsettled = new Map();
  mail = startPlanMail({
    store,
    directory: createDirectory(store),
    channel: channel.name,
    deliver: (effect) =>
      deliver({ store, log, channel, unsettled }, effect, (lease) => store.claimNotices({ ...effect, ...lease })),
    publicUrl: 'http://muster.test',
    signingKey: KEY,
    zone: 'Asia/Shanghai',
    now: () => Date.now() + ahead,
    log,
  });
}

const addressOf = (person: string) => roster.people.find((known) => known.id === person)!.contacts.email;
const given = async (version: number) => (await store.planVersion(id, version))!.standing.addressees;
async function settled(version: number): Promise<Record<string, string>> {
  for (let i = 0; i < 3_000; i++) {
    const mails = await store.noticesOf(planOutbox({ id, version }));
    if (mails.length >= (await given(version)).length && mails.every(({ status }) => /accepted|rejected/.test(status)))
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

const rowsOf = async (version: number, person: string) =>
  (await store.noticesOf(planOutbox({ id, version }))).filter((row) => row.person === person);
const LATER = Date.now() + 3_600_000;
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
const about = (version: number, from: number) =>
  sink.mails.slice(from).filter(({ subject }) => new RegExp(`第${version}版|version ${version}\\b`).test(subject));
async function mailed(version: number, from: number, count: number): Promise<typeof sink.mails> {
  for (let i = 0; i < 3_000 && about(version, from).length < count; i++) await sleep(20);
  // One too many would come now.
  await sleep(300);
  expect(about(version, from)).toHaveLength(count);
  return about(version, from);
}
async function until(what: () => Promise<boolean>): Promise<void> {
  // Seen once: it may be over a moment later, such as a mail that is tried again.
  for (let i = 0; i < 3_000; i++) {
    if (await what()) return;
    await sleep(20);
  }
  throw new Error('it has not come to that');
}
async function actOn(version: number, decide: (act: Act) => Decided): Promise<void> {
  const holders = holdersOf(roster);
  const by = { kind: 'person' as const, id: holders[document.command.commander]![0]! };
  const acted = await store.actOnPlan({
    plan: { id, version },
    decide: ({ version: known }) =>
      decide({ by, at: Date.now(), holders, document: known!.document, standing: known!.standing }),
  });
  if (acted.outcome === 'refused') throw new Error(acted.refusal.code);
}
const redate = (version: number, from: number | undefined) =>
  actOn(version, (act) => putIntoEffect(act, from, { inForce: undefined, rosterIssues: [] }));

test('whoever was told another date is told the new one, once, after a restart too', async () => {
  start();
  await approveInto(store, withControl(document, 5), LATER);
  await settled(5);
  const count = (await given(5)).length;
  await mail?.close();
  const before = sink.mails.length;
  await redate(5, LATER + 86_400_000);
  start();
  const mails = await mailed(5, before, count);
  for (const { recipients, subject, text } of mails) {
    const person = roster.people.find(({ contacts }) => contacts.email === recipients[0])!;
    expect(subject).toMatch(person.languages[0] === 'zh-CN' ? /^【预案更正】/ : /^Emergency plan, correction/);
    expect(text).toContain('http://muster.test/plan-copy/');
  }
  await mail?.close();
  start();
  await mailed(5, before, count);
  await redate(5, LATER);
  await mailed(5, before, 2 * count);
});

test('whoever was given a version that is withdrawn is told so, once', async () => {
  const before = sink.mails.length;
  start();
  await actOn(5, (act) => withdraw(act, 'The contract fell through'));
  const mails = await mailed(5, before, (await given(5)).length);
  expect(mails.every(({ subject }) => /已撤回|withdrawn/.test(subject))).toBe(true);
  expect(mails.every(({ text }) => text.includes('The contract fell through') && !text.includes('http'))).toBe(true);
  await mail?.close();
  start();
  await mailed(5, before, mails.length);
});

test('whoever had no mail yet is told the date of now alone, and nothing of what was withdrawn before', async () => {
  const before = sink.mails.length;
  await approveInto(store, withControl(document, 6), LATER);
  await redate(6, LATER + 1_000);
  await approveInto(store, withControl(document, 7), LATER);
  await actOn(7, (act) => withdraw(act, 'x'));
  start();
  const mails = await mailed(6, before, (await given(6)).length);
  expect(mails.some(({ subject }) => /更正|correction/.test(subject))).toBe(false);
  await mailed(7, before, 0);
});

test('mails with an earlier date that have not left are not sent any more', async () => {
  const { person } = (await given(6))[0]!;
  const theirRows = async () => (await rowsOf(8, person)).map(({ status }) => status);
  const before = sink.mails.length;
  defer = addressOf(person);
  start();
  await approveInto(store, withControl(document, 8), LATER);
  const others = (await given(8)).length - 1;
  await mailed(8, before, others);
  // On the wire it may have left: only what the server has put off counts as not sent.
  await until(async () => (await theirRows()).at(-1) === 'deferred');
  await redate(8, LATER + 5_000);
  await mailed(8, before, 2 * others);
  await until(async () => (await theirRows()).join() === 'cancelled,deferred');
  await mail?.close();
  defer = undefined;
  start();
  const mails = await mailed(8, before, 2 * others + 1);
  const theirs = mails.filter(({ recipients }) => recipients[0] === addressOf(person));
  expect(theirs.map(({ subject }) => /更正|correction/.test(subject))).toEqual([false]);
});

test('a mail with an earlier date that is on the wire is waited for: who did not get it gets a copy, and no correction', async () => {
  await approveInto(store, withControl(document, 9), LATER);
  const { person } = (await given(9))[0]!;
  const before = sink.mails.length;
  defer = addressOf(person);
  start();
  await until(async () => (await rowsOf(9, person)).at(-1)?.status === 'deferred');
  await mail?.close();
  // As another process holds it that is sending just now.
  const [{ incidentId, effectId } = { incidentId: '', effectId: '' }] = await rowsOf(9, person);
  const owner = 'another process';
  const [held] = await store.claimNotices({ incidentId, effectId, people: [person], owner, leaseMs: 60_000 });
  defer = undefined;
  await redate(9, LATER + 5_000);
  start();
  await mailed(9, before, 2 * ((await given(9)).length - 1));
  expect((await rowsOf(9, person)).map(({ status }) => status)).toEqual(['sending']);
  await store.settleNotices(owner, [{ id: held!.id, status: 'deferred', code: 'smtp_451' }]);
  await until(async () => about(9, before).some(({ recipients }) => recipients[0] === addressOf(person)));
  const theirs = about(9, before).filter(({ recipients }) => recipients[0] === addressOf(person));
  expect(theirs.map(({ subject }) => /更正|correction/.test(subject))).toEqual([false]);
  // The mail is there a moment before its result is written down.
  await until(async () => (await rowsOf(9, person)).map(({ status }) => status).join() === 'cancelled,accepted');
});

test('the approver is told once that review or evaluation of the version in force is due', async () => {
  await approveInto(store, withControl(document, 10));
  start();
  await settled(10);
  const before = sink.mails.length;
  ahead = 366 * 86_400_000;
  for (let i = 0; i < 2; i++) {
    await mail?.close();
    start();
    const [told] = await mailed(10, before, 1);
    expect(told?.subject).toMatch(/评审到期|review due/);
    expect(told?.recipients).toEqual([addressOf(holdersOf(roster)[document.command.commander]![0]!)]);
  }
  ahead = 0;
});
