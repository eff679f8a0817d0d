import { asc, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { incidentMessages } from '../schema.js';
import type { AcceptedMessage } from './record.js';

/** Every accepted message in the order in which it was decided. */
export async function messagesOf(db: Db, incidentId: string): Promise<AcceptedMessage[]> {
  const { message, firstSeq } = incidentMessages;
  return db
    .select({ message, firstSeq })
    .from(incidentMessages)
    .where(eq(incidentMessages.incidentId, incidentId))
    .orderBy(asc(firstSeq));
}
