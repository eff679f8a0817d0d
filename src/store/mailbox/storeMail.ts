import { lte } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { mails } from '../schema.js';

export type StoredMail = typeof mails.$inferSelect;
export type NewMail = Omit<StoredMail, 'id'>;

/** The oldest go: the mailbox is a stand-in for a mail server, not an archive. */
export const MAILS_KEPT = 5_000;

/** Resolves when the mail is safe. */
export async function storeMail(db: Db, mail: NewMail): Promise<number> {
  const [stored] = await db.insert(mails).values(mail).returning({ id: mails.id });
  const { id } = stored!;
  await db.delete(mails).where(lte(mails.id, id - MAILS_KEPT));
  return id;
}
