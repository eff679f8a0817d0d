import { gt, max } from 'drizzle-orm';
import type { Engine } from '../engine.js';
import { incidentEvents } from '../schema.js';
import { RECORDED_CHANNEL } from './append.js';
import type { Recorded } from './append.js';
import { headPosition } from './events.js';

export type RecordedListener = (recorded: Recorded) => void;

export interface RecordedWatch {
  /** Told of every commit, by whatever process; after a broken connection perhaps late or twice. Returns the unsubscribe. */
  onRecorded(listener: RecordedListener): () => void;
}

export async function watchRecorded(engine: Engine): Promise<RecordedWatch> {
  const listeners = new Set<RecordedListener>();
  let heardOf = 0;

  function tell(recorded: Recorded): void {
    heardOf = Math.max(heardOf, recorded.position);
    // Not at once: PGlite speaks from within the statement, and what a listener throws would fail the record.
    for (const listener of listeners) queueMicrotask(() => listener(recorded));
  }

  async function catchUp(): Promise<void> {
    const { incidentId, seq, position } = incidentEvents;
    const missed = await engine.db
      .select({ incidentId, seq: max(seq), position: max(position) })
      .from(incidentEvents)
      .where(gt(position, heardOf))
      .groupBy(incidentId);
    for (const row of missed) tell({ incidentId: row.incidentId, seq: row.seq ?? 0, position: row.position ?? 0 });
  }

  await engine.listen(
    RECORDED_CHANNEL,
    (payload) => tell(JSON.parse(payload) as Recorded),
    // The connection was there a moment ago; if it is gone again, the next resumption catches up with more.
    () => void catchUp().catch(() => undefined),
  );
  heardOf = Math.max(heardOf, await headPosition(engine.db));

  return {
    onRecorded(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
