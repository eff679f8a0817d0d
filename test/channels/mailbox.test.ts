import { describe, expect, test } from '@jest/globals';
import { startMailbox, type MailboxMail } from '../../src/channels/mailbox.js';
import { emailTo, mail, open } from './harness.js';

const mailbox = async (store: (mail: MailboxMail) => Promise<void>) => open(await startMailbox({ port: 0, store }));

describe('the embedded mailbox', () => {
  test('hands over the mail as the reader will see it', async () => {
    const stored: MailboxMail[] = [];
    const { url, port } = await mailbox(async (received) => void stored.push(received));
    const message = mail({
      messageId: 'n-1@muster.example',
      to: 'zhao.lei@example.org',
      subject: '【演练】请确认：数据库中断',
      text: '请于十分钟内确认。\n',
      html: '<p>请于十分钟内确认。</p>',
    });

    expect(await emailTo(url).send(message)).toMatchObject({ status: 'accepted' });

    expect(url).toBe(`smtp://127.0.0.1:${port}`);
    expect(stored).toEqual([
      {
        messageId: message.messageId,
        from: 'muster@example.org',
        to: ['zhao.lei@example.org'],
        subject: message.subject,
        text: message.text,
        html: expect.stringContaining('<p>请于十分钟内确认。</p>'),
        raw: expect.any(Buffer),
        receivedAt: expect.any(Date),
      },
    ]);
    expect(stored[0]!.raw.toString('latin1')).toContain('Message-ID: <n-1@muster.example>');
  });

  test('says 250 only after the mail is stored', async () => {
    const order: string[] = [];
    let finishStoring: () => void = () => undefined;
    let storing: () => void = () => undefined;
    const startedStoring = new Promise<void>((resolve) => (storing = resolve));
    const { url } = await mailbox(async () => {
      storing();
      await new Promise<void>((resolve) => (finishStoring = resolve));
      order.push('stored');
    });
    const sent = emailTo(url)
      .send(mail())
      .then(() => order.push('accepted'));

    await startedStoring;
    // Time enough for a premature 250 to travel over loopback.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(order).toEqual([]);
    finishStoring();
    await sent;
    expect(order).toEqual(['stored', 'accepted']);
  });

  test('says 451 when storing fails, without the reason, and takes the repetition', async () => {
    let failing = true;
    const stored: string[] = [];
    const { url } = await mailbox(async ({ messageId }) => {
      if (failing) throw new Error('disk full at /var/secret');
      stored.push(messageId);
    });
    const channel = emailTo(url);
    const message = mail();

    const delivery = await channel.send(message);
    expect(delivery).toMatchObject({ status: 'deferred', code: 'smtp_451' });
    expect(delivery.detail).not.toContain('secret');
    failing = false;
    expect(await channel.send(message)).toMatchObject({ status: 'accepted' });
    expect(stored).toEqual([message.messageId]);
  });

  test('refuses a mail above 1 MB for good and goes on', async () => {
    const stored: MailboxMail[] = [];
    const { url } = await mailbox(async (received) => void stored.push(received));
    const channel = emailTo(url, { poolSize: 1 });
    expect(await channel.send(mail({ text: 'x'.repeat(1_100_000) }))).toMatchObject({
      status: 'rejected',
      code: 'smtp_552',
    });
    expect(await channel.send(mail({ text: 'x'.repeat(900_000) }))).toMatchObject({ status: 'accepted' });
    expect(stored).toHaveLength(1);
  });

  test('a port already taken is an error at start', async () => {
    const { port } = await mailbox(async () => undefined);
    await expect(startMailbox({ port, store: async () => undefined })).rejects.toThrow('EADDRINUSE');
  });
});
