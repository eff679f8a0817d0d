import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createForwarder } from '../../src/api/forwarder.js';
import { UnavailableError } from '../../src/api/incidents.js';
import type { Message } from '../../src/domain/incident/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { inMemory } from '../support/databases.js';

let store: Store;
/** One of each test's own, since they share the inbox. */
let a: string;
beforeAll(async () => (store = await openStore(inMemory())));
beforeEach(() => void (a = randomUUID()));
afterAll(() => store.close());

interface Given {
  /** Throws as often as this. */
  failures?: number;
  ended?: boolean;
  /** Called with each batch before it is answered. */
  meanwhile?: (batch: Message[]) => Promise<void> | void;
}

function forwarding({ failures = 0, ended = false, meanwhile }: Given = {}) {
  const batches: string[][] = [];
  let inFlight = 0;
  let most = 0;
  const incidents = {
    async answer(_incidentId: string, messages: Message[]) {
      most = Math.max(most, ++inFlight);
      try {
        await meanwhile?.(messages);
        if (failures-- > 0) throw new UnavailableError('gone');
        batches.push(messages.map((message) => message.requestId));
        return !ended;
      } finally {
        inFlight--;
      }
    },
  };
  const metrics = new Registry();
  const forwarder = createForwarder({ store, incidents, log: pino({ level: 'silent' }), metrics });
  return { forwarder, batches, metrics, most: () => most };
}

async function put(count: number, incidentId = a, from = 0): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const id = `ack/${incidentId}/n5/p${from + i}`;
      return store.putAnswer({ id, incidentId, person: `p${from + i}`, kind: 'acknowledge', body: { requestId: id } });
    }),
  );
}

async function empty(incidentId = a): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await store.pendingAnswers(incidentId, 1)).length > 0) {
    if (Date.now() > deadline) throw new Error('the inbox is not empty');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('many answers leave in few batches, one in flight, in the order of arrival', async () => {
  const { forwarder, batches, most } = forwarding();
  await put(450);
  for (let i = 0; i < 450; i++) forwarder.wake(a);
  await empty();
  await forwarder.close();
  expect(batches.map((batch) => batch.length)).toEqual([200, 200, 50]);
  expect(batches.flat()).toEqual(Array.from({ length: 450 }, (_, i) => `ack/${a}/n5/p${i}`));
  expect(most()).toBe(1);
});

test('what comes while a batch is in flight follows without another wake', async () => {
  let come: (() => Promise<void>) | undefined = () => put(3, a, 10);
  const { forwarder, batches } = forwarding({
    async meanwhile() {
      const next = come;
      come = undefined;
      await next?.();
      forwarder.wake(a);
    },
  });
  await put(2);
  forwarder.wake(a);
  await empty();
  await forwarder.close();
  expect(batches.flat()).toHaveLength(5);
});

test('a failure is tried again, and nothing is marked before the incident has it', async () => {
  const { forwarder, batches } = forwarding({ failures: 2 });
  await put(3);
  forwarder.wake(a);
  await empty();
  await forwarder.close();
  expect(batches).toEqual([[0, 1, 2].map((i) => `ack/${a}/n5/p${i}`)]);
});

test('what an earlier process left is forwarded at the start', async () => {
  const b = randomUUID();
  await put(2, a);
  await put(1, b);
  const { forwarder, batches } = forwarding();
  await forwarder.resume();
  await empty(a);
  await empty(b);
  await forwarder.close();
  expect(batches.flat()).toEqual(expect.arrayContaining([`ack/${a}/n5/p0`, `ack/${a}/n5/p1`, `ack/${b}/n5/p0`]));
});

test('answers to an incident that has ended are put away and counted', async () => {
  const { forwarder, metrics } = forwarding({ ended: true });
  await put(2);
  forwarder.wake(a);
  await empty();
  await forwarder.close();
  expect(await metrics.metrics()).toContain('muster_answers_forwarded_total{outcome="late"} 2');
});

test('closing waits for what is in flight and leaves the rest in the inbox', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let begun = () => {};
  const inFlight = new Promise<void>((resolve) => (begun = resolve));
  const { forwarder, batches } = forwarding({
    meanwhile: () => {
      begun();
      return held;
    },
  });
  await put(250);
  forwarder.wake(a);
  await inFlight;
  const closed = forwarder.close();
  release();
  await closed;
  expect(batches.map((batch) => batch.length)).toEqual([200]);
  expect(await store.pendingAnswers(a, 1_000)).toHaveLength(50);
});

test('closing does not wait for a Temporal that is gone', async () => {
  const { forwarder } = forwarding({ failures: 1_000 });
  await put(1);
  forwarder.wake(a);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await forwarder.close();
  expect(await store.pendingAnswers(a, 10)).toHaveLength(1);
});
