import type { Db } from '../engine.js';
import { seqOf } from './getIncident.js';
import type { RecordedWatch } from './watchRecorded.js';

/** Whether the incident was recorded up to `seq` within the time. Waits for news; does not ask again and again. */
export async function waitForSeq(
  db: Db,
  watch: RecordedWatch,
  id: string,
  seq: number,
  timeoutMs: number,
): Promise<boolean> {
  const heard = listenForSeq(watch, id, seq, timeoutMs);
  try {
    // After listening has begun, so that nothing falls in between; and once more at the end, should news be lost.
    return (await seqOf(db, id)) >= seq || (await heard.told) || (await seqOf(db, id)) >= seq;
  } finally {
    heard.stop();
  }
}

function listenForSeq(watch: RecordedWatch, id: string, seq: number, timeoutMs: number) {
  let stop = (): void => undefined;
  const told = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    const unsubscribe = watch.onRecorded((recorded) => {
      if (recorded.incidentId === id && recorded.seq >= seq) resolve(true);
    });
    stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
  });
  return { told, stop };
}
