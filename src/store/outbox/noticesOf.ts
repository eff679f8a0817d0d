import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { outbox } from '../schema.js';
import type { EffectKey, Notice } from './notice.js';

/** Oldest first. */
export async function noticesOf(db: Db, incidentId: string): Promise<Notice[]> {
  return db
    .select()
    .from(outbox)
    .where(eq(outbox.incidentId, incidentId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
}

export type NoticeStanding = Pick<Notice, 'person' | 'status' | 'lastCode'>;

/** What became of each person, without the mails themselves. */
export async function noticesForEffect(db: Db, { incidentId, effectId }: EffectKey): Promise<NoticeStanding[]> {
  const { person, status, lastCode } = outbox;
  return db
    .select({ person, status, lastCode })
    .from(outbox)
    .where(and(eq(outbox.incidentId, incidentId), eq(outbox.effectId, effectId)))
    .orderBy(asc(outbox.id));
}
