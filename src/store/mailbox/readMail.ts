import { desc, eq, lt } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { mails } from '../schema.js';
import type { StoredMail } from './storeMail.js';

const { id, messageId, sender, recipients, subject, receivedAt } = mails;
const entry = { id, messageId, sender, recipients, subject, receivedAt };

export type MailEntry = Pick<StoredMail, keyof typeof entry>;

/** Newest first; `before`: the id of the last entry of the page before. */
export async function listMails(db: Db, limit: number, before?: number): Promise<MailEntry[]> {
  return db
    .select(entry)
    .from(mails)
    .where(before === undefined ? undefined : lt(id, before))
    .orderBy(desc(id))
    .limit(limit);
}

export async function readMail(db: Db, mailId: number): Promise<StoredMail | undefined> {
  const [mail] = await db.select().from(mails).where(eq(id, mailId));
  return mail;
}
