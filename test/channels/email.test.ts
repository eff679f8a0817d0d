import { describe, expect, test } from '@jest/globals';
import { startSink } from '../support/smtpSink.js';
import { emailTo, mail, open } from './harness.js';

describe('a mail that the server takes', () => {
  test('is accepted, once, under its Message-ID and only by the person addressed', async () => {
    const sink = open(await startSink());
    const message = mail({ messageId: 'incident-7.notice-3@muster.example', to: 'li.na@example.org' });

    expect(await emailTo(sink.url).send(message)).toMatchObject({
      status: 'accepted',
      detail: expect.stringMatching(/^250 /),
    });

    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toMatchObject({
      messageId: message.messageId,
      recipients: ['li.na@example.org'],
      from: 'muster@example.org',
    });
  });

  test('says that a machine wrote it, so that no holiday reply answers an alarm', async () => {
    const sink = open(await startSink());
    await emailTo(sink.url).send(mail({ headers: { 'X-Muster-Incident': '7' } }));

    const received = sink.mails[0]!;
    expect(received.header('Auto-Submitted')).toBe('auto-generated');
    expect(received.header('X-Auto-Response-Suppress')).toBe('All');
    expect(received.header('X-Muster-Incident')).toBe('7');
    expect(received.header('X-Mailer')).toBeUndefined();
    expect(Math.abs(Date.parse(received.header('Date') ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('keeps Chinese in subject and body, and each line can be decoded by itself', async () => {
    const sink = open(await startSink());
    const subject = '【Ⅰ级响应】支付系统中断：请应急指挥部全体成员立即到位并确认接收本通知（第二次提醒）🚨';
    const text = '王芳同志：\n\n请立即确认。\nhttps://muster.example/ack/abcdef0123456789\n.\n..两点开头的行\n';
    await emailTo(sink.url).send(mail({ subject, text, html: '<p>请立即确认。</p>' }));

    const received = sink.mails[0]!;
    expect(received.subject).toBe(subject);
    expect(received.text.replaceAll('\r\n', '\n').trim()).toBe(text.trim());
    expect(received.html).toContain('请立即确认。');
    expect(received.raw).not.toMatch(/[^\x00-\x7f]/);
    for (const line of received.raw.split('\r\n'))
      expect(() => decodeURIComponent(line.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/g, '%$1'))).not.toThrow();
  });

  test.each(['Muster <muster@example.org>', '"应急指挥, 平台" <muster@example.org>', 'muster@example.org'])(
    'comes from the sender %j',
    async (from) => {
      const sink = open(await startSink());
      await emailTo(sink.url, { from }).send(mail());
      expect(sink.mails[0]).toMatchObject({ from: 'muster@example.org' });
      expect(sink.mails[0]!.header('From')).toMatch(/^(.* <muster@example.org>|muster@example.org)$/);
    },
  );

  test('is a single text part when there is no html', async () => {
    const sink = open(await startSink());
    await emailTo(sink.url).send(mail({ text: '请确认' }));
    expect(sink.mails[0]!.header('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(sink.mails[0]!.header('Content-Transfer-Encoding')).toBe('quoted-printable');
  });
});

describe('nothing in a message becomes a header or a further recipient', () => {
  test.each([
    ['\r\n', 'Call\r\nBcc: eve@example.org\r\nX-Evil: 1'],
    ['\n', 'Call\nBcc: eve@example.org\nX-Evil: 1'],
    ['\r', 'Call\rBcc: eve@example.org\rX-Evil: 1'],
    ['an empty line', 'Call\r\n\r\nX-Evil: 1'],
  ])('a subject with %j', async (_what, subject) => {
    const sink = open(await startSink());
    await emailTo(sink.url).send(mail({ subject, headers: { 'X-Note': subject } }));

    const received = sink.mails[0]!;
    expect(received.recipients).toEqual(['wang.fang@example.org']);
    expect(received.header('Bcc')).toBeUndefined();
    expect(received.header('X-Evil')).toBeUndefined();
    expect(received.subject).toMatch(/^Call .*X-Evil: 1$/);
    expect(received.text.trim()).toBe('Please acknowledge.');
  });

  test.each([
    'a@example.org, b@example.org',
    'a@example.org\r\nRCPT TO:<b@example.org>',
    'A <a@example.org>',
    'a@b@c',
    'nobody',
    '@example.org',
    'a@',
    '',
    'a b@example.org',
    '"a,b"@example.org',
  ])('the address %j is refused without asking a server', async (to) => {
    const sink = open(await startSink());
    expect(await emailTo(sink.url).send(mail({ to }))).toEqual({
      status: 'rejected',
      code: 'invalid_address',
      detail: expect.any(String),
    });
    expect(sink.attempts.size).toBe(0);
  });

  test.each(['Bcc', 'message-id', 'Content-Type', 'X-A\r\nBcc', 'X A', ''])(
    'the header name %j is refused',
    async (name) => {
      const sink = open(await startSink());
      expect(await emailTo(sink.url).send(mail({ headers: { [name]: 'x' } }))).toMatchObject({
        status: 'rejected',
        code: 'invalid_header',
      });
      expect(sink.mails).toEqual([]);
    },
  );

  test.each(['<a@b>', 'a', 'a@b\r\nX-Evil: 1'])('the Message-ID %j is refused', async (messageId) => {
    const sink = open(await startSink());
    expect(await emailTo(sink.url).send(mail({ messageId }))).toMatchObject({
      status: 'rejected',
      code: 'invalid_message_id',
    });
  });
});

describe('a wrong configuration is found at start-up', () => {
  test('a sender that is no address', () => {
    expect(() => emailTo('smtp://127.0.0.1:25', { from: 'Muster' })).toThrow('is not an e-mail address');
  });
  test('a URL that is not SMTP, without showing it', () => {
    expect(() => emailTo('http://user:hunter2@mail.example')).toThrow(
      /^SMTP_URL must begin with smtp:\/\/ or smtps:\/\/ and name a host$/,
    );
  });
});
