import { and, eq, sql } from 'drizzle-orm';
import type { SealedEvent } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { jsonRows } from '../jsonRows.js';
import { incidentEvents } from '../schema.js';
import type { AcceptedMessage } from './record.js';

/** PostgreSQL's NOTIFY: heard by every process that listens, only if the transaction commits. */
export const RECORDED_CHANNEL = 'muster_recorded';

/** The newest event of an incident. */
export interface Recorded {
  incidentId: string;
  seq: number;
  position: number;
}

/**
 * Writes events and messages and tells whoever listens. Returns the position of the last event. One statement, because from
 * the update of `record_head` to the commit every other incident waits.
 */
export async function append(
  tx: Db,
  incidentId: string,
  events: SealedEvent[],
  messages: AcceptedMessage[],
): Promise<number> {
  const count = events.length;
  const eventRows = events.map(({ seq, event, texts, hash }, i) => ({
    seq,
    // Positions count backwards from the new head.
    behind: count - 1 - i,
    type: event.type,
    event: JSON.stringify(event),
    texts: JSON.stringify(texts),
    hash,
  }));
  const messageRows = messages.map(({ firstSeq, message }) => ({ firstSeq, message: JSON.stringify(message) }));
  const [head] = await rowsOf<{ position: string | number }>(
    tx,
    sql`
      WITH head AS (
        UPDATE record_head SET position = position + ${count} RETURNING position
      ), events AS (
        INSERT INTO incident_events (incident_id, seq, position, type, event, texts, hash)
        SELECT ${incidentId}, row.seq, head.position - row.behind, row.type, row.event::json, row.texts::json, row.hash
        FROM head, json_to_recordset(${jsonRows(eventRows)})
          AS row (seq integer, behind integer, type text, event text, texts text, hash text)
      ), messages AS (
        INSERT INTO incident_messages (incident_id, first_seq, message, sha256)
        SELECT ${incidentId}, row."firstSeq", row.message::json, encode(sha256(convert_to(row.message, 'UTF8')), 'hex')
        FROM json_to_recordset(${jsonRows(messageRows)}) AS row ("firstSeq" integer, message text)
        ON CONFLICT DO NOTHING
      ), healed AS (
        DELETE FROM blocked_records WHERE incident_id = ${incidentId}
      )
      SELECT position, pg_notify(
        ${RECORDED_CHANNEL},
        json_build_object('incidentId', ${incidentId}::text, 'seq', ${events.at(-1)!.seq}::integer, 'position', position)::text
      )
      FROM head`,
  );
  return Number(head!.position);
}

export async function positionOf(tx: Db, incidentId: string, seq: number): Promise<Recorded> {
  const [row] = await tx
    .select({ position: incidentEvents.position })
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), eq(incidentEvents.seq, seq)));
  return { incidentId, seq, position: row?.position ?? 0 };
}
