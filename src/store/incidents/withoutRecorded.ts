import { and, between, eq } from 'drizzle-orm';
import type { IncidentEvent } from '../../domain/incident/index.js';
import { isSealed } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { RecordRefused } from '../errors.js';
import { incidentEvents } from '../schema.js';

/** The events after `recordedSeq`. Those up to it must be the ones that are recorded. */
export async function withoutRecorded(
  tx: Db,
  incidentId: string,
  recordedSeq: number,
  events: IncidentEvent[],
): Promise<IncidentEvent[]> {
  refuseGaps(incidentId, recordedSeq, events);
  const repeated = events.filter((event) => event.seq <= recordedSeq);
  if (repeated.length > 0) await compareWithRecorded(tx, incidentId, repeated);
  return events.slice(repeated.length);
}

function refuseGaps(incidentId: string, recordedSeq: number, events: IncidentEvent[]): void {
  let expected = Math.min(events[0]?.seq ?? 1, recordedSeq + 1);
  for (const { seq } of events) {
    if (seq !== expected || seq < 1) {
      const message = `event ${expected} was expected, ${seq} came; recorded up to ${recordedSeq}.`;
      throw new RecordRefused('record_gap', incidentId, message, { seq, recordedUpTo: recordedSeq }, { seq: expected });
    }
    expected += 1;
  }
}

async function compareWithRecorded(tx: Db, incidentId: string, events: IncidentEvent[]): Promise<void> {
  const { seq, event, texts } = incidentEvents;
  const rows = await tx
    .select({ event, texts })
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), between(seq, events[0]!.seq, events.at(-1)!.seq)))
    .orderBy(seq);
  for (const [i, event] of events.entries()) {
    const row = rows[i];
    if (row && isSealed(event, row)) continue;
    const needed = { seq: event.seq, type: row?.event.type ?? null };
    const message = `another event is recorded under ${event.seq}.`;
    throw new RecordRefused('record_conflict', incidentId, message, { seq: event.seq, type: event.type }, needed);
  }
}
