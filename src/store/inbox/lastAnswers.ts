import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { inbox } from '../schema.js';

export interface AnswerPut {
  id: string;
  /** Larger the later it was put. */
  n: number;
  body: unknown;
}

/** Who, in which incident. */
export interface Answering {
  incidentId: string;
  person: string;
}

/** What the person has said to the calls of an incident, the newest first, forwarded or not. */
export async function lastAnswers(db: Db, { incidentId, person }: Answering, limit: number): Promise<AnswerPut[]> {
  const { id, n, body } = inbox;
  return db
    .select({ id, n, body })
    .from(inbox)
    .where(and(eq(inbox.incidentId, incidentId), eq(inbox.person, person)))
    .orderBy(desc(n))
    .limit(limit);
}

/** What the person put with this key. */
export async function answerWithKey(
  db: Db,
  { incidentId, person }: Answering,
  key: string,
): Promise<Omit<AnswerPut, 'n'> | undefined> {
  const [row] = await db
    .select({ id: inbox.id, body: inbox.body })
    .from(inbox)
    .where(and(eq(inbox.incidentId, incidentId), eq(inbox.person, person), eq(inbox.key, key)))
    .limit(1);
  return row;
}
