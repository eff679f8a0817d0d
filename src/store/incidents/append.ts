import { and, eq, sql } from 'drizzle-orm';
import type { SealedEvent } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { inChunks } from '../inChunks.js';
import { incidentEvents, incidentMessages, recordHead } from '../schema.js';
import type { Recorded } from './announce.js';
import type { AcceptedMessage } from './record.js';

/** Returns the last of `count` new positions. */
export async function takePositions(tx: Db, count: number): Promise<number> {
  const [head] = await tx
    .update(recordHead)
    .set({ position: sql`${recordHead.position} + ${count}` })
    .returning({ position: recordHead.position });
  return head!.position;
}

export async function appendEvents(
  tx: Db,
  incidentId: string,
  events: SealedEvent[],
  lastPosition: number,
): Promise<void> {
  const first = lastPosition - events.length + 1;
  const rows = events.map((event, i) => ({ incidentId, position: first + i, ...event }));
  for (const chunk of inChunks(rows)) await tx.insert(incidentEvents).values(chunk);
}

/** A repeated record brings its messages again. */
export async function appendMessages(tx: Db, incidentId: string, messages: AcceptedMessage[]): Promise<void> {
  const rows = messages.map((message) => ({ incidentId, ...message }));
  for (const chunk of inChunks(rows)) await tx.insert(incidentMessages).values(chunk).onConflictDoNothing();
}

export async function positionOf(tx: Db, incidentId: string, seq: number): Promise<Recorded> {
  const [row] = await tx
    .select({ position: incidentEvents.position })
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), eq(incidentEvents.seq, seq)));
  return { incidentId, seq, position: row?.position ?? 0 };
}
