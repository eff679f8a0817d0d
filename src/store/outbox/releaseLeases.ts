import { isNotNull } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { outbox } from '../schema.js';

/**
 * Frees every claimed row at once instead of when its lease runs out; the next claim still counts as a possible repeat.
 * Danger: only where no other process can be sending, as at the start of an installation on PGlite.
 */
export async function releaseLeases(db: Db): Promise<void> {
  await db.update(outbox).set({ leaseUntil: null, leaseOwner: null }).where(isNotNull(outbox.leaseOwner));
}
