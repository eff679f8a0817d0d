import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { inbox } from '../schema.js';

export interface AnswerPut {
  id: string;
  /** Larger the later it was put. */
  n: number;
  body: unknown;
}

/** What the person has said to the calls of an incident, the newest first, forwarded or not. */
export async function lastAnswers(
  db: Db,
  { incidentId, person }: { incidentId: string; person: string },
  limit: number,
): Promise<AnswerPut[]> {
  const { id, n, body } = inbox;
  return db
    .select({ id, n, body })
    .from(inbox)
    .where(and(eq(inbox.incidentId, incidentId), eq(inbox.person, person)))
    .orderBy(desc(n))
    .limit(limit);
}
