import { describe, expect, test } from '@jest/globals';
import { MAILS_KEPT } from '../../src/store/mailbox/storeMail.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('the mailbox on %s', (engine) => {
  const db = useStore(engine);

  const mail = (subject: string) => ({
    messageId: 'm1@muster',
    sender: 'muster@example.org',
    recipients: ['lin-wei@example.org'],
    subject,
    text: '请确认',
    html: null,
    raw: Buffer.from('Subject: x\r\n\r\n\0'),
    receivedAt: 1_700_000_000_000,
  });

  test('shows mails newest first, in portions, the same Message-ID as often as it came', async () => {
    const ids = [];
    for (const subject of ['a', 'b', 'c']) ids.push(await db.store.storeMail(mail(subject)));
    const newest = await db.store.listMails(2);
    expect(newest.map(({ subject }) => subject)).toEqual(['c', 'b']);
    expect((await db.store.listMails(2, newest[1]!.id)).map(({ subject }) => subject)).toEqual(['a']);
    expect(newest[0]).not.toHaveProperty('raw');
  });

  test('a mail is read back as it was received', async () => {
    const id = await db.store.storeMail(mail('whole'));
    const read = await db.store.readMail(id);
    const { raw, ...rest } = mail('whole');
    expect(read).toMatchObject(rest);
    expect(Buffer.from(read!.raw).equals(raw)).toBe(true);
    expect(await db.store.readMail(id + 1)).toBeUndefined();
  });

  test('only the newest are kept', async () => {
    await db.run(`INSERT INTO mails (message_id, sender, recipients, subject, text, raw, received_at)
                  SELECT 'm', 's', '[]', 'filler', '', '', now() FROM generate_series(1, ${MAILS_KEPT})`);
    const last = await db.store.storeMail(mail('last'));
    const [{ count }] = (await db.run<{ count: number }>('SELECT count(*)::int AS count FROM mails')) as [
      { count: number },
    ];
    expect(count).toBe(MAILS_KEPT);
    expect(await db.store.readMail(last)).toMatchObject({ subject: 'last' });
    expect(await db.store.readMail(1)).toBeUndefined();
  });
});
