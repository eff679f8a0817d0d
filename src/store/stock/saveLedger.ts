import type { Day } from '../../domain/plan/days.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { lockVersions, saveVersion } from '../registers/register.js';
import type { Import, StoredRegister } from '../registers/register.js';
import { ledgers } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import { lockStock, serveWaiting } from './serveWaiting.js';

/**
 * A new version, unless it says what there is now. It says anew what belongs to the organisation, on the shelf and out
 * with incidents; what was moved before it counts no more. Less than what is reserved takes nothing back: nothing of that
 * item is given out until it is free again. With `today` whoever waits is served at once.
 */
export async function saveLedger(
  db: Db,
  document: unknown,
  { today, ...about }: Import & { today?: Day } = {},
): Promise<StoredRegister> {
  return db.transaction(async (tx) => {
    await lockVersions(tx, ledgers);
    await lockStock(tx);
    const now = await ledgerNow(tx);
    const saved = await saveVersion(tx, ledgers, document, about, now && sha256(canonical(now.document)));
    if (today !== undefined && saved.version !== now?.version) await serveWaiting(tx, today);
    return saved;
  });
}

/** Serves whoever waits. An item may have come in at a start, or waited only for a mistake of the day. */
export async function serveStock(db: Db, today: Day): Promise<void> {
  await db.transaction(async (tx) => {
    await lockStock(tx);
    await serveWaiting(tx, today);
  });
}
