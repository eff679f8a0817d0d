import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { notify } from '../../src/activities/notify.js';
import type { Notice } from '../../src/activities/notify.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { createDesk } from '../../src/documents/index.js';
import { IN_FLIGHT } from '../../src/domain/incident/index.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { createDirectory, openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { bringInPlan } from '../support/plans.js';
import { startSink } from '../support/smtpSink.js';
import type { Sink } from '../support/smtpSink.js';
import { inMemory } from '../support/databases.js';

const PLAN = 'plans/software-incident';
const DELAY_MS = 10;

let store: Store;
let sink: Sink;
let people: string[];
const unspoken = () => Promise.reject(new Error('no other incident is spoken to here'));
let send: ReturnType<typeof notify>;
/** How many times the store fails to write results down. */
let failures = 0;
const ends: (() => Promise<void>)[] = [];

/** A relay that takes a while for each mail, and little patience: what waits for a connection runs out of time. */
beforeAll(async () => {
  store = await openStore(inMemory());
  const { document, hash } = loadPlan(PLAN);
  const roster = loadRoster(`${PLAN}/roster.yaml`, document).document;
  await store.saveRoster(roster);
  await bringInPlan(store, document, hash);
  people = roster.people.map((person) => person.id);
  sink = await startSink({ behave: () => ({ does: 'delay', ms: DELAY_MS, at: 'data' }) });
  const slow = {
    smtpUrl: sink.url,
    from: 'Muster <muster@localhost>',
    connectTimeoutMs: 4_000,
    socketTimeoutMs: 4_000,
  };
  const [channel, urgent] = [createEmailChannel(slow), createEmailChannel({ ...slow, poolSize: 1 })];
  const settleNotices: Store['settleNotices'] = async (...results) => {
    if (failures-- > 0) throw new Error('the database is away');
    return store.settleNotices(...results);
  };
  send = notify({
    drills: { start: unspoken, preempt: unspoken },
    improvements: { start: unspoken },
    incidents: { start: unspoken, decide: unspoken, recheckClaims: unspoken, recheckStock: unspoken },
    store: { ...store, settleNotices },
    directory: createDirectory(store),
    channel,
    desk: createDesk(),
    urgent,
    publicUrl: 'http://127.0.0.1:1',
    signingKey: 'a-signing-key-for-tests-of-32-bytes!',
    zone: 'Asia/Shanghai',
    log: pino({ level: 'silent' }),
  });
  ends.push(
    () => channel.close(),
    () => urgent.close(),
    () => sink.close(),
    () => store.close(),
  );
});
afterAll(async () => {
  for (const end of ends) await end();
});

function notice(incidentId: string, recipients: string[]): Notice {
  return {
    incidentId,
    mode: 'real',
    plan: { id: 'software-incident', version: 1 },
    category: 'operation-failure',
    reportedAt: Date.UTC(2026, 10, 1),
    effect: {
      kind: 'notify',
      id: 'n1.1',
      noticeId: 'n1',
      template: 'call',
      facts: { level: 'III' },
      acknowledge: true,
      recipients: recipients.map((person) => ({ person, targets: ['team/technical-rescue'] })),
    },
    texts: { title: 'Payments fail', place: 'checkout', reason: 'seen' },
  };
}

test('many notices to a few at once: none runs out of time while it waits, and none arrives twice', async () => {
  const FEW = people.slice(0, 5);
  // Without turns the last would wait longer than both time-outs together; with them, a tenth of that.
  const COUNT = 200;
  const outcomes = await Promise.all(Array.from({ length: COUNT }, (_, i) => send(notice(`t-${i}`, FEW))));
  // On a slow machine a mail may still be on the wire when its notice is asked for: that is no failure and no retry.
  for (const { unreachable, delayed } of outcomes) {
    expect(unreachable).toEqual([]);
    expect(delayed.filter(({ code }) => code !== IN_FLIGHT)).toEqual([]);
  }
  await settled(COUNT);
  const ids = sink.mails.map((mail) => mail.messageId);
  expect(ids).toHaveLength(COUNT * FEW.length);
  expect(new Set(ids).size).toBe(ids.length);
});

async function settled(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    while ((await store.noticesOf(`t-${i}`)).some(({ status }) => status !== 'accepted')) await sleep(DELAY_MS);
  }
}

test('asked again, it sends nothing and says what became of the first time', async () => {
  const sent = sink.mails.length;
  const again = await send(notice('t-0', people.slice(0, 5)));
  expect(again.accepted).toHaveLength(5);
  expect(sink.mails).toHaveLength(sent);
});

test('whoever is crossed out while the notice waits for its turn is not told', async () => {
  const busy = Array.from({ length: 16 }, (_, i) => send(notice(`busy-${i}`, people.slice(0, 5))));
  const waiting = send(notice('crossed', people.slice(0, 2)));
  while ((await store.noticesOf('crossed')).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await store.cancelNotices({ incidentId: 'crossed', effectId: 'n1.1' }, [people[0]!]);
  await Promise.all([...busy, waiting]);
  const told = sink.mails.filter((mail) => mail.messageId.includes('crossed'));
  expect(told.map((mail) => mail.messageId)).toEqual([expect.stringContaining(people[1]!)]);
});

test('a database that is away when a mail was accepted does not make it arrive twice', async () => {
  failures = 2;
  const outcome = await send(notice('away', people.slice(0, 1)));
  expect(outcome.accepted).toEqual(people.slice(0, 1));
  expect(sink.mails.filter((mail) => mail.messageId.includes('away'))).toHaveLength(1);
});

test('while it waits for what another one holds, it leaves what is to be tried later alone', async () => {
  const [held, later] = people as [string, string];
  const effect = { incidentId: 'waits', effectId: 'n1.1' };
  await store.enqueueClaimed([rowOf('waits', held), rowOf('waits', later)], { owner: 'another', leaseMs: 60_000 });
  const asked = await Promise.all([
    send(notice('waits', [held, later])),
    sleep(300).then(() =>
      store.settleNotices('another', [{ id: rowOf('waits', later).id, status: 'deferred', code: 'smtp_450' }]),
    ),
  ]);
  const codes = Object.fromEntries(asked[0].delayed.map(({ person, code }) => [person, code]));
  expect({ ...asked[0], delayed: codes }).toEqual({
    accepted: [],
    unreachable: [],
    delayed: { [held]: 'in_flight', [later]: 'smtp_450' },
  });
  expect((await store.noticesForEffect(effect)).map(({ status }) => status).sort()).toEqual(['deferred', 'sending']);
});

test('what a killed worker had taken is sent within seconds, and counted as a possible repeat', async () => {
  const { effect, ...rest } = notice('killed', people.slice(0, 2));
  const lease = { owner: 'a worker that is dead', leaseMs: 1_000 };
  const [person, other] = people as [string, string];
  await store.enqueueClaimed([rowOf('killed', person), rowOf('killed', other)], lease);
  const outcome = await send({ ...rest, effect });
  expect(outcome.accepted).toEqual([person, other].sort());
  expect(await store.noticesOf('killed')).toEqual([
    expect.objectContaining({ possibleRepeats: 1 }),
    expect.objectContaining({ possibleRepeats: 1 }),
  ]);
});

function rowOf(incidentId: string, person: string) {
  return {
    id: [incidentId, 'n1', person, 'email'].join('/'),
    incidentId,
    effectId: 'n1.1',
    noticeId: 'n1',
    person,
    channel: 'email',
    address: `${person}@yunfan.example`,
    subject: 'call',
    text: 'come',
    messageId: `${incidentId}.n1.${person}@muster`,
  };
}
