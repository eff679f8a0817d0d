import { describe, expect, test } from '@jest/globals';
import { startSink } from '../support/smtpSink.js';
import { emailTo, mail, open } from './harness.js';
import { startScriptedServer, type Exchange } from './scriptedServer.js';

const isData = ({ command }: Exchange) => command === 'DATA';
const people = (count: number) => Array.from({ length: count }, (_, index) => `person${index}@example.org`);

describe('a recipient on whom the server hangs', () => {
  test.each(['rcpt', 'data'] as const)('at %s delays nobody else', async (at) => {
    const sink = open(
      await startSink({ behave: (to) => (to === 'stuck@example.org' ? { does: 'hang', at } : undefined) }),
    );
    const channel = emailTo(sink.url, { poolSize: 3, connectTimeoutMs: 500, socketTimeoutMs: 1_000 });
    const order: string[] = [];

    const stuck = channel.send(mail({ to: 'stuck@example.org' })).then((delivery) => (order.push('stuck'), delivery));
    const others = await Promise.all(
      people(20).map((to) => channel.send(mail({ to })).then((delivery) => (order.push(to), delivery))),
    );

    expect(others.every(({ status }) => status === 'accepted')).toBe(true);
    expect(await stuck).toMatchObject({ status: 'deferred', code: 'timeout' });
    expect(order.at(-1)).toBe('stuck');
  });

  test('loses its connection, and its place in the pool is free again', async () => {
    let hanging = true;
    const server = open(await startScriptedServer((exchange) => (isData(exchange) && hanging ? 'SILENCE' : undefined)));
    const channel = emailTo(server.url(), { poolSize: 1, connectTimeoutMs: 100, socketTimeoutMs: 200 });

    expect(await channel.send(mail())).toMatchObject({ status: 'deferred', code: 'timeout' });
    await server.untilOpen(0);
    hanging = false;
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
    expect(server.connections()).toBe(2);
  });
});

describe('the deadline', () => {
  test('holds against a server that keeps talking without coming to the point', async () => {
    // One reply line at a time, so that no silence is ever long enough for the socket timeout.
    const server = open(
      await startScriptedServer(({ command }) =>
        command === 'GREETING' ? '220 hello' : /^EHLO/.test(command) ? '250-still' : undefined,
      ),
    );
    const channel = emailTo(server.url(), { poolSize: 1, connectTimeoutMs: 200, socketTimeoutMs: 200 });
    const drip = setInterval(() => server.sayToAll('250-still'), 50);
    try {
      expect(await channel.send(mail())).toMatchObject({
        status: 'deferred',
        code: 'timeout',
        detail: `No answer within ${channel.timeoutMs} ms`,
      });
      await server.untilOpen(0);
    } finally {
      clearInterval(drip);
    }
  });

  test('counts the time spent waiting for a free connection', async () => {
    const server = open(await startScriptedServer((exchange) => (isData(exchange) ? 'SILENCE' : undefined)));
    const channel = emailTo(server.url(), { poolSize: 1, connectTimeoutMs: 300, socketTimeoutMs: 250 });
    const order: string[] = [];
    const sends = ['first', 'second', 'third'].map((name) =>
      channel.send(mail()).then((delivery) => (order.push(name), delivery)),
    );

    for (const delivery of await Promise.all(sends))
      expect(delivery).toMatchObject({ status: 'deferred', code: 'timeout' });
    expect(order[0]).toBe('first');
    expect(server.exchanges.filter(isData).length).toBeLessThan(3);
  });
});

describe('a connection that the server closed while it was idle', () => {
  test('is replaced unnoticed', async () => {
    const server = open(await startScriptedServer());
    const channel = emailTo(server.url(), { poolSize: 1 });
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
    server.endAll();
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
    expect(server.connections()).toBe(2);
  });

  test.each(['DROP', '421 idle too long'])(
    'or answers the next mail with %s, too: nothing of it was sent yet',
    async (answer) => {
      let mailsSeen = 0;
      const server = open(
        await startScriptedServer(({ command }) =>
          command.startsWith('MAIL') && ++mailsSeen === 2 ? answer : undefined,
        ),
      );
      const channel = emailTo(server.url(), { poolSize: 1 });
      expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
      expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
      expect(server.exchanges.filter(({ command }) => command === '.')).toHaveLength(2);
      expect(server.connections()).toBe(2);
    },
  );

  test('or was dropped by a firewall without a word, is tried on another within the deadline', async () => {
    let mailsSeen = 0;
    const server = open(
      await startScriptedServer(({ command }) =>
        command.startsWith('MAIL') && ++mailsSeen === 2 ? 'SILENCE' : undefined,
      ),
    );
    const channel = emailTo(server.url(), { poolSize: 1, connectTimeoutMs: 3_000, socketTimeoutMs: 300 });
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
  });

  test('all ten at once, under a full queue', async () => {
    const server = open(await startScriptedServer());
    const channel = emailTo(server.url());
    const sendAll = async () =>
      (await Promise.all(people(50).map((to) => channel.send(mail({ to }))))).map(({ status }) => status);
    expect(new Set(await sendAll())).toEqual(new Set(['accepted']));
    server.endAll();
    expect(new Set(await sendAll())).toEqual(new Set(['accepted']));
    expect(server.exchanges.filter(({ command }) => command === '.')).toHaveLength(100);
  });
});

test('a refused recipient does not cost the connection', async () => {
  const sink = open(
    await startSink({ behave: (to) => (to === 'gone@example.org' ? { does: 'reject', code: 550 } : undefined) }),
  );
  const server = open(
    await startScriptedServer(({ command }) => (/^RCPT TO:<gone@/.test(command) ? '550 gone' : undefined)),
  );
  for (const url of [sink.url, server.url()]) {
    const channel = emailTo(url, { poolSize: 1 });
    expect(await channel.send(mail({ to: 'gone@example.org' }))).toMatchObject({ status: 'rejected' });
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
  }
  expect(server.connections()).toBe(1);
});

test('a dead server answers all of fifty waiting mails within the deadline', async () => {
  const server = open(await startScriptedServer(() => 'SILENCE'));
  const channel = emailTo(server.url(), { connectTimeoutMs: 150, socketTimeoutMs: 250 });
  const deliveries = await Promise.all(people(50).map((to) => channel.send(mail({ to }))));
  expect(deliveries.every(({ status }) => status === 'deferred')).toBe(true);
  await server.untilOpen(0);
});

describe('closing', () => {
  test('lets the mail on the wire finish, gives up those waiting, refuses new ones', async () => {
    let reached: () => void = () => undefined;
    const onTheWire = new Promise<void>((resolve) => (reached = resolve));
    const sink = open(await startSink({ behave: () => (reached(), { does: 'delay', ms: 100, at: 'data' }) }));
    const channel = emailTo(sink.url, { poolSize: 1 });
    const first = channel.send(mail());
    const second = channel.send(mail());
    await onTheWire;

    await channel.close();

    expect(await first).toMatchObject({ status: 'accepted' });
    expect(await second).toMatchObject({ status: 'deferred', code: 'channel_closed' });
    expect(await channel.send(mail())).toMatchObject({ status: 'deferred', code: 'channel_closed' });
    expect(sink.mails).toHaveLength(1);
  });
});
