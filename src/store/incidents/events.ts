import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import type { EventType } from '../../domain/incident/index.js';
import type { Db } from '../engine.js';
import { incidentEvents, recordHead } from '../schema.js';
import { toRecordedEvent } from './recordedEvent.js';
import type { RecordedEvent } from './recordedEvent.js';

/** Of one incident, in order, after `afterSeq`. */
export async function eventsOf(db: Db, incidentId: string, afterSeq: number, limit: number): Promise<RecordedEvent[]> {
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), gt(incidentEvents.seq, afterSeq)))
    .orderBy(asc(incidentEvents.seq))
    .limit(limit);
  return rows.map(toRecordedEvent);
}

/** Of one incident, these events, in order. */
export async function eventsNumbered(db: Db, incidentId: string, seqs: readonly number[]): Promise<RecordedEvent[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), inArray(incidentEvents.seq, [...seqs])))
    .orderBy(asc(incidentEvents.seq));
  return rows.map(toRecordedEvent);
}

/** Of one incident, in order, only events of these types, after `afterSeq`. */
export async function eventsOfTypes(
  db: Db,
  incidentId: string,
  types: readonly EventType[],
  afterSeq = 0,
): Promise<RecordedEvent[]> {
  const { incidentId: of, type, seq } = incidentEvents;
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(and(eq(of, incidentId), inArray(type, [...types]), gt(seq, afterSeq)))
    .orderBy(asc(seq));
  return rows.map(toRecordedEvent);
}

/** Of one incident, the newest events of a type, at most `limit`, in order. */
export async function latestOfType(
  db: Db,
  incidentId: string,
  type: EventType,
  limit: number,
): Promise<RecordedEvent[]> {
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), eq(incidentEvents.type, type)))
    .orderBy(desc(incidentEvents.seq))
    .limit(limit);
  return rows.toReversed().map(toRecordedEvent);
}

/** Of all incidents, in the order of commits: what is read later never lies behind what was read before. */
export async function eventsAfterPosition(db: Db, position: number, limit: number): Promise<RecordedEvent[]> {
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(gt(incidentEvents.position, position))
    .orderBy(asc(incidentEvents.position))
    .limit(limit);
  return rows.map(toRecordedEvent);
}

/** The position of the last event; 0 in an empty store. */
export async function headPosition(db: Db): Promise<number> {
  const [head] = await db.select().from(recordHead);
  return head?.position ?? 0;
}
