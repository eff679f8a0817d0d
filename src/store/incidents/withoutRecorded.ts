import type { Chained, SealedTexts } from '../../seal/index.js';
import { isSealed } from '../../seal/index.js';
import { RecordRefused } from '../errors.js';
import type { RecordOf } from '../errors.js';

type Told = Chained & { type: string };

/** Those from one number to another, in order. */
type ReadRecorded = (from: number, to: number) => Promise<{ event: Told; texts: SealedTexts }[]>;

/** The events after `recordedSeq`. Those up to it must be the ones that are recorded. */
export async function withoutRecorded<E extends Told>(
  recordOf: RecordOf,
  recordedSeq: number,
  events: E[],
  read: ReadRecorded,
): Promise<E[]> {
  refuseGaps(recordOf, recordedSeq, events);
  const repeated = events.filter((event) => event.seq <= recordedSeq);
  if (repeated.length > 0) await compareWithRecorded(recordOf, repeated, read);
  return events.slice(repeated.length);
}

function refuseGaps(recordOf: RecordOf, recordedSeq: number, events: Told[]): void {
  let expected = Math.min(events[0]?.seq ?? 1, recordedSeq + 1);
  for (const { seq } of events) {
    if (seq !== expected || seq < 1) {
      const message = `event ${expected} was expected, ${seq} came; recorded up to ${recordedSeq}.`;
      throw new RecordRefused('record_gap', recordOf, message, { seq, recordedUpTo: recordedSeq }, { seq: expected });
    }
    expected += 1;
  }
}

async function compareWithRecorded(recordOf: RecordOf, events: Told[], read: ReadRecorded): Promise<void> {
  const rows = await read(events[0]!.seq, events.at(-1)!.seq);
  for (const [i, event] of events.entries()) {
    const row = rows[i];
    if (row && isSealed(event, row)) continue;
    const needed = { seq: event.seq, type: row?.event.type ?? null };
    const message = `another event is recorded under ${event.seq}.`;
    throw new RecordRefused('record_conflict', recordOf, message, { seq: event.seq, type: event.type }, needed);
  }
}
