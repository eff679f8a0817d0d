import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { startSink } from '../support/smtpSink.js';
import { emailTo, mail, open } from './harness.js';
import { startScriptedServer } from './scriptedServer.js';

describe('refused for good', () => {
  test.each([550, 553, 554])('%i at RCPT TO', async (code) => {
    const sink = open(await startSink({ behave: () => ({ does: 'reject', code }) }));
    expect(await emailTo(sink.url).send(mail())).toMatchObject({ status: 'rejected', code: `smtp_${code}` });
  });
  test.each([550, 552, 554])('%i for the content', async (code) => {
    const sink = open(await startSink({ behave: () => ({ does: 'reject', code, at: 'data' }) }));
    expect(await emailTo(sink.url).send(mail())).toMatchObject({ status: 'rejected', code: `smtp_${code}` });
  });
  test('a mail larger than the server takes', async () => {
    const server = open(
      await startScriptedServer(({ command }) => (/^MAIL/i.test(command) ? '552 too big' : undefined)),
    );
    expect(await emailTo(server.url()).send(mail())).toMatchObject({ status: 'rejected', code: 'smtp_552' });
  });
});

describe('to be tried again', () => {
  test.each([421, 450, 451, 452])('%i at RCPT TO', async (code) => {
    const sink = open(await startSink({ behave: () => ({ does: 'reject', code }) }));
    expect(await emailTo(sink.url).send(mail())).toMatchObject({ status: 'deferred', code: `smtp_${code}` });
  });
  test.each([421, 452])('%i for the content', async (code) => {
    const sink = open(await startSink({ behave: () => ({ does: 'reject', code, at: 'data' }) }));
    expect(await emailTo(sink.url).send(mail())).toMatchObject({ status: 'deferred', code: `smtp_${code}` });
  });
  test.each([
    ['421 at the greeting', 'GREETING', '421 too busy', 'smtp_421'],
    ['554 at the greeting: the server refuses us, not the recipient', 'GREETING', '554 no service', 'smtp_554'],
    ['550 for the sender: a wrong SMTP_FROM can be mended', 'MAIL', '550 sender unknown', 'smtp_550'],
    ['503, a session out of step', 'RCPT', '503 bad sequence', 'smtp_503'],
    ['530, authentication required', 'MAIL', '530 5.7.0 authenticate first', 'auth'],
    ['a greeting that is not SMTP', 'GREETING', 'HTTP/1.1 400 Bad Request', 'protocol'],
  ])('%s', async (_what, at, reply, code) => {
    const server = open(await startScriptedServer(({ command }) => (command.startsWith(at) ? reply : undefined)));
    expect(await emailTo(server.url()).send(mail())).toMatchObject({ status: 'deferred', code });
  });

  test('a refused connection', async () => {
    const server = await startScriptedServer();
    await server.close();
    expect(await emailTo(server.url()).send(mail())).toMatchObject({ status: 'deferred', code: 'connection_refused' });
  });

  test('a host name that does not exist', async () => {
    expect(await emailTo('smtp://mail.invalid:25').send(mail())).toMatchObject({ status: 'deferred', code: 'dns' });
  });

  test('a connection lost in the middle of the mail: it is not repeated here, it may have arrived', async () => {
    const server = open(await startScriptedServer(({ command }) => (command === '.' ? 'DROP' : undefined)));
    expect(await emailTo(server.url()).send(mail())).toMatchObject({ status: 'deferred', code: 'connection_lost' });
    expect(server.exchanges.filter(({ command }) => command === '.')).toHaveLength(1);
  });

  test('the same, on a connection that has carried mails before', async () => {
    let mails = 0;
    const server = open(
      await startScriptedServer(({ command }) => (command === '.' && ++mails === 2 ? 'DROP' : undefined)),
    );
    const channel = emailTo(server.url());
    expect(await channel.send(mail())).toMatchObject({ status: 'accepted' });
    expect(await channel.send(mail())).toMatchObject({ status: 'deferred', code: 'connection_lost' });
    expect(mails).toBe(2);
  });
});

describe('TLS', () => {
  const selfSigned = async () => {
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      closeTimeout: 50,
      // Otherwise it warns about its built-in certificate, which is the point here.
      logger: false,
      onData: (stream, _session, answer) => void stream.on('end', () => answer(null)).resume(),
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return open({
      url: `smtp://127.0.0.1:${port}`,
      close: () => new Promise<void>((resolve) => server.close(resolve)),
    });
  };

  test('a certificate that nobody trusts defers the mail: an operator can mend it', async () => {
    const { url } = await selfSigned();
    expect(await emailTo(url).send(mail())).toMatchObject({ status: 'deferred', code: 'tls' });
  });
  test('the URL may say that the certificate is fine', async () => {
    const { url } = await selfSigned();
    expect(await emailTo(`${url}?tls.rejectUnauthorized=false`).send(mail())).toMatchObject({ status: 'accepted' });
  });
  test('smtps:// to a server without TLS', async () => {
    const server = open(await startScriptedServer());
    expect(await emailTo(server.url().replace('smtp:', 'smtps:')).send(mail())).toMatchObject({
      status: 'deferred',
      code: 'tls',
    });
  });
});

describe('what is recorded', () => {
  const password = 'p@ss/w0rd';
  const forms = [
    password,
    encodeURIComponent(password),
    Buffer.from(password).toString('base64'),
    Buffer.from(`\0clerk\0${password}`).toString('base64'),
  ];

  test('holds no password, in none of its forms, and a failed login is deferred', async () => {
    const server = open(
      await startScriptedServer(({ command }) => {
        if (/^EHLO/.test(command)) return '250-scripted\r\n250 AUTH PLAIN';
        if (/^AUTH/.test(command)) return `535 5.7.8 no: ${forms.join(' ')} (${command})`;
        return undefined;
      }),
    );
    const delivery = await emailTo(server.url(`clerk:${encodeURIComponent(password)}`)).send(mail());
    expect(delivery).toMatchObject({ status: 'deferred', code: 'auth', detail: expect.stringContaining('535 5.7.8') });
    for (const form of forms) expect(delivery.detail).not.toContain(form);
    expect(delivery.detail).not.toMatch(/p@ss|w0rd|address/);
  });

  test.each([
    '<wang.fang@example.org>: unknown',
    'WANG.FANG@EXAMPLE.ORG unknown',
    'No user wang.fang here',
    'forwarded to boss@other.example; see http://example.org/?to=wang.fang',
  ])('holds no address of a person: %j', async (text) => {
    const sink = open(await startSink({ behave: () => ({ does: 'reject', code: 550, text }) }));
    const delivery = await emailTo(sink.url).send(mail({ to: 'wang.fang@example.org' }));
    expect(delivery).toMatchObject({ status: 'rejected', code: 'smtp_550', detail: expect.stringContaining('550 ') });
    expect(delivery.detail).not.toMatch(/wang|fang|boss|@/i);
  });

  test("nor one with an apostrophe, nor a short one's", async () => {
    for (const to of ["o'brien@example.org", 'ma@example.org']) {
      const sink = open(
        await startSink({
          behave: () => ({ does: 'reject', code: 550, text: `mailbox ${to} is full; mails to <${to}> wait` }),
        }),
      );
      expect((await emailTo(sink.url).send(mail({ to }))).detail).toMatch(
        /mailbox \[address\] is full; mails to <\[address\]> wait$/,
      );
    }
  });

  test('nor does the acceptance', async () => {
    const server = open(
      await startScriptedServer(({ command }) =>
        command === '.' ? '250 queued for wang.fang@example.org\u0007' : undefined,
      ),
    );
    expect(await emailTo(server.url()).send(mail())).toEqual({
      status: 'accepted',
      detail: '250 queued for [address]',
    });
  });

  test('is one short line', async () => {
    const server = open(
      await startScriptedServer(({ command }) =>
        /^RCPT/.test(command) ? `550-${'long '.repeat(200)}\r\n550 end` : undefined,
      ),
    );
    const { detail } = await emailTo(server.url()).send(mail());
    expect(detail.length).toBeLessThan(320);
    expect(detail).not.toMatch(/[\r\n]/);
  });
});

test('a server that accepts connections and never greets costs no more than the time to connect', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open({ close: () => new Promise((resolve) => server.close(resolve)) });
  const { port } = server.address() as AddressInfo;

  const channel = emailTo(`smtp://127.0.0.1:${port}`, { connectTimeoutMs: 150, socketTimeoutMs: 60_000 });
  expect(await channel.send(mail())).toMatchObject({ status: 'deferred', code: 'timeout' });
});
