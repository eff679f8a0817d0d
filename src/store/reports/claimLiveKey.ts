import { eq, inArray, sql } from 'drizzle-orm';
import { isOver } from '../../domain/incident/index.js';
import type { Db } from '../engine.js';
import { incidents, liveKeys } from '../schema.js';
import type { BareState } from '../schema.js';
import { erasedKey } from './erasedKeys.js';

/** Merged incidents may have been merged on; longer chains than this end with the last one looked at. */
const MOST_MERGES = 10;

/**
 * Which incident a report under this key belongs to: the one that holds the key and still runs, or what that was merged
 * into; else `incidentId`, which holds it from now on. Two reports at once get the same answer. `dead`: an incident that the
 * caller knows not to run, though the record cannot tell.
 */
export async function claimLiveKey(db: Db, asked: string, incidentId: string, dead?: string): Promise<string> {
  return db.transaction(async (tx) => {
    const key = await asKept(tx, asked);
    await tx.insert(liveKeys).values({ key, incidentId }).onConflictDoNothing();
    const [row] = await tx.select().from(liveKeys).where(eq(liveKeys.key, key)).for('update');
    const holder = row === undefined || row.incidentId === dead ? undefined : await running(tx, row.incidentId);
    if (holder === incidentId) return incidentId;
    const holding = holder ?? incidentId;
    await tx
      .update(liveKeys)
      .set({ incidentId: holding, claimedAt: sql`now()` })
      .where(eq(liveKeys.key, key));
    return holding;
  });
}

/** Which incident holds the key, or what that was merged into; until it is closed, also in its aftermath. */
export async function liveIncidentUnder(db: Db, key: string): Promise<string | undefined> {
  const [row] = await db
    .select()
    .from(liveKeys)
    .where(inArray(liveKeys.key, [key, erasedKey(key)]));
  return row === undefined ? undefined : running(db, row.incidentId, (phase) => !isOver(phase));
}

async function asKept(tx: Db, key: string): Promise<string> {
  const erased = erasedKey(key);
  const [row] = await tx.select({ key: liveKeys.key }).from(liveKeys).where(eq(liveKeys.key, erased));
  return row?.key ?? key;
}

/** An incident that is not recorded yet has just begun. */
async function running(tx: Db, first: string, isRunning = isLive): Promise<string | undefined> {
  let id = first;
  for (let i = 0; i < MOST_MERGES; i++) {
    const [found] = await tx
      .select({ phase: incidents.phase, state: incidents.state })
      .from(incidents)
      .where(eq(incidents.id, id));
    // Recorded before incidents could be merged: there is no such slice.
    const into = (found?.state as Partial<BareState> | undefined)?.merging?.into;
    if (into === undefined) return found === undefined || isRunning(found.phase) ? id : undefined;
    id = into;
  }
  return id;
}

function isLive(phase: Parameters<typeof isOver>[0]): boolean {
  return !isOver(phase) && phase !== 'aftermath';
}
