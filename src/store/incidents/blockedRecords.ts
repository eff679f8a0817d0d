import { eq, gt, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { RecordRefused } from '../errors.js';
import { blockedRecords } from '../schema.js';

/**
 * An incident, or an improvement under its key, whose record is refused for good: its timeline stands still while it
 * goes on.
 */
export type BlockedRecord = Pick<typeof blockedRecords.$inferSelect, 'incidentId' | 'code' | 'detail'> & {
  /** The first refusal since the record was last in order. */
  since: Instant;
};

/**
 * A refused recording is tried again every 5 s, of an improvement every 30 s. A refusal older than this is no news any more: its workflow was ended, or
 * no worker runs.
 */
const STANDS_FOR = '1 minute';

/** A refusal is noted where every process sees it, and thrown; the first recording that succeeds strikes it out. */
export async function orNoted<T>(db: Db, incidentId: string, record: () => Promise<T>): Promise<T> {
  try {
    return await record();
  } catch (error) {
    if (error instanceof RecordRefused) await noteBlocked(db, incidentId, error);
    throw error;
  }
}

async function noteBlocked(db: Db, incidentId: string, { code, message }: RecordRefused): Promise<void> {
  const refused = { code, detail: message };
  await db
    .insert(blockedRecords)
    .values({ incidentId, ...refused })
    .onConflictDoUpdate({ target: blockedRecords.incidentId, set: { ...refused, refusedAt: sql`now()` } });
}

/** For a recording without `append`, which does the same within its one statement. */
export async function strikeOutBlocked(db: Db, incidentId: string): Promise<void> {
  await db.delete(blockedRecords).where(eq(blockedRecords.incidentId, incidentId));
}

/** Those refused within the last minute, by any process. */
export async function readBlocked(db: Db): Promise<BlockedRecord[]> {
  const { incidentId, code, detail, since, refusedAt } = blockedRecords;
  return db
    .select({ incidentId, code, detail, since })
    .from(blockedRecords)
    .where(gt(refusedAt, sql`now() - ${STANDS_FOR}::interval`))
    .orderBy(since, incidentId);
}
