import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { pino } from 'pino';
import { createStreams } from '../../src/api/streams.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  token = await api.token({ kind: 'operator' });
});
afterAll(() => api.close());

interface Message {
  id?: string;
  event?: string;
  data: { position: number; incidentId: string; type: string; words: string };
}

/** Reads server-sent events until told otherwise. */
async function listen(query = '', headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const response = await fetch(`${api.url}/api/v1/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...headers },
    signal: leave.signal,
  });
  const got: Message[] = [];
  const blocksSeen: string[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        blocksSeen.push(block);
        if (!block.startsWith('id: ')) continue;
        const fields = block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]);
        const { data, ...rest } = Object.fromEntries(fields) as { data: string };
        got.push({ ...rest, data: JSON.parse(data) as Message['data'] });
      }
    }
  })().then(
    () => (ended = true),
    () => (ended = true),
  );
  return {
    response,
    got,
    blocks: blocksSeen,
    ended: () => ended,
    reading,
    leave: () => leave.abort(),
    until: (count: number) => atLeast(got, count),
  };
}

async function atLeast<T>(list: T[], count: number): Promise<T[]> {
  const deadline = Date.now() + 60_000;
  while (list.length < count && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  return list;
}

test('events arrive as they are recorded, in the order of their positions', async () => {
  const head = await api.store.headPosition();
  const stream = await listen();
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  const id = await api.report();
  const got = await stream.until(3);
  expect(got[0]).toMatchObject({
    id: String(head + 1),
    data: { incidentId: id, type: 'reported', position: head + 1 },
  });
  expect(got[0]?.data.words).toContain('Payments fail');
  expect(got.map((message) => message.data.position)).toEqual(got.map((_, i) => head + 1 + i));
  stream.leave();
});

test('a reader that comes back misses nothing and gets nothing twice', async () => {
  const head = await api.store.headPosition();
  await api.confirmed();
  const end = await api.store.headPosition();
  const middle = head + Math.floor((end - head) / 2);
  for (const stream of [
    await listen(`?after=${middle}`),
    await listen('', { 'last-event-id': String(middle) }),
    await listen('?after=0', { 'last-event-id': String(middle) }),
  ]) {
    const got = await stream.until(end - middle);
    expect(got.map((message) => message.data.position)).toEqual(
      Array.from({ length: end - middle }, (_, i) => middle + 1 + i),
    );
    stream.leave();
  }
});

test('a long record is caught up with, more than one batch of it', async () => {
  for (let i = 0; i < 12; i++) await api.confirmed();
  const head = await api.store.headPosition();
  expect(head).toBeGreaterThan(100);
  const stream = await listen('?after=0');
  const got = await stream.until(head);
  expect(got.map((message) => message.data.position)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
  stream.leave();
});

test.each([
  ['?after=-1', {}, 422],
  ['?after=x', {}, 422],
  ['', { 'last-event-id': 'x' }, 400],
  ['', { authorization: 'Bearer muster_no' }, 401],
])('a stream%s is refused', async (query, headers, status) => {
  expect((await listen(query, headers as Record<string, string>)).response.status).toBe(status);
});

test('a reader is told at once that it is connected, where it stands, and when to come back', async () => {
  const head = await api.store.headPosition();
  const stream = await listen();
  const [retry, heartbeat] = await atLeast(stream.blocks, 2);
  expect(retry).toBe('retry: 2000');
  const now = new Date(api.clock.now).toISOString();
  expect(heartbeat).toBe(`event: heartbeat\ndata: ${JSON.stringify({ now, position: head })}`);
  stream.leave();
});

/** A stream to nobody, over a record that holds whatever `recorded` says. */
function quietStream(recorded: { head: number; events: number[] }) {
  const written: string[] = [];
  const events = async (after: number) => recorded.events.filter((position) => position > after);
  const store = {
    eventsAfterPosition: async (after: number) => (await events(after)).map((position) => ({ position })),
    headPosition: async () => recorded.head,
    onRecorded: () => () => {},
  };
  const log = pino({ level: 'silent' });
  const streams = createStreams({ store, now: () => 0, log, metrics: new Registry(), heartbeatMs: 20 } as never);
  const res = {
    writableNeedDrain: false,
    writableEnded: false,
    on: () => {},
    write: (text: string) => written.push(text),
    end() {
      this.writableEnded = true;
    },
  };
  const serving = streams.serve(res as never, 7, async ({ position }) => ({ position }) as never);
  return {
    written,
    end: async () => {
      streams.close();
      await serving;
      expect(streams.count).toBe(0);
    },
  };
}

const beat = (position: number) =>
  `event: heartbeat\ndata: {"now":"1970-01-01T00:00:00.000Z","position":${position}}\n\n`;

test('the heartbeat goes on, with server time and head position under its own name', async () => {
  const { written, end } = quietStream({ head: 7, events: [] });
  await atLeast(written, 4);
  await end();
  expect(written.slice(0, 4)).toEqual(['retry: 2000\n\n', beat(7), beat(7), beat(7)]);
});

test('no heartbeat names an event before it is sent, and an event that nobody announced is sent all the same', async () => {
  const recorded = { head: 7, events: [] as number[] };
  const { written, end } = quietStream(recorded);
  await atLeast(written, 2);
  recorded.head = 9;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(written).not.toContain(beat(9));
  recorded.events = [8, 9];
  const [sent] = (await atLeast(written, written.length + 2)).slice(-2);
  await end();
  expect(sent).toContain('id: 8\ndata: {"position":8}\n\nid: 9');
  expect(written.at(-1)).toBe(beat(9));
});

test('the server ends its streams when it closes', async () => {
  const own = api;
  const stream = await listen();
  await own.close();
  await stream.reading;
  expect(stream.ended()).toBe(true);
  api = await startTestApi();
});
