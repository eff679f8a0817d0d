import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { inbox } from '../schema.js';
import type { Answer } from './putAnswer.js';

export type PendingAnswer = Omit<Answer, 'person' | 'key'>;

/** Not yet forwarded to their incident, in the order of arrival. */
export async function pendingAnswers(db: Db, incidentId: string, limit: number): Promise<PendingAnswer[]> {
  const { id, kind, body } = inbox;
  return db
    .select({ id, incidentId: inbox.incidentId, kind, body })
    .from(inbox)
    .where(and(eq(inbox.incidentId, incidentId), isNull(inbox.forwardedAt)))
    .orderBy(asc(inbox.n))
    .limit(limit);
}

export async function incidentsWithPendingAnswers(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ id: inbox.incidentId }).from(inbox).where(isNull(inbox.forwardedAt));
  return rows.map((row) => row.id);
}
