import { sql } from 'drizzle-orm';
import type { Db } from '../engine.js';

/** The newest event of an incident. */
export interface Recorded {
  incidentId: string;
  seq: number;
  position: number;
}

export const RECORDED_CHANNEL = 'muster_recorded';

/** Heard by every process that listens, once and only if the transaction commits. */
export async function announce(tx: Db, recorded: Recorded): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${RECORDED_CHANNEL}, ${JSON.stringify(recorded)})`);
}
