import { eq } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import type { Db } from '../engine.js';
import { stockInspections } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import type { Keeper, KeptUp } from './move.js';
import { lockStock, serveWaiting } from './serveWaiting.js';

export interface Inspection {
  item: string;
  on: Day;
  result: 'good' | 'bad';
  by: Keeper;
  note?: string | undefined;
  requestKey: string;
}

/**
 * Puts an inspection on record, once under its key. What was found bad stays in stock until it is taken off, and is not
 * given out; found good again it goes to whoever waits, in the same transaction.
 */
export async function inspectItem(db: Db, inspection: Inspection & { today: Day }): Promise<KeptUp> {
  const { item, on, result, by, note, requestKey, today } = inspection;
  return db.transaction(async (tx): Promise<KeptUp> => {
    // Not only two of the same key: an import must find it or come before it.
    await lockStock(tx);
    const [known] = await tx.select().from(stockInspections).where(eq(stockInspections.requestKey, requestKey));
    if (known !== undefined) {
      const isSame =
        known.item === item && known.inspectedOn === on && known.result === result && known.note === (note ?? null);
      return isSame ? { outcome: 'repeated' } : { outcome: 'refused', code: 'key_reused' };
    }
    const ledger = await ledgerNow(tx);
    const inspected = ledger?.document.items.find(({ id }) => id === item);
    if (inspected === undefined) return { outcome: 'refused', code: 'item_not_found' };
    await tx
      .insert(stockInspections)
      .values({ item, inspectedOn: on, result, inspectedBy: by, note: note ?? null, requestKey });
    await serveWaiting(tx, today, { resource: inspected.resource });
    return { outcome: 'done' };
  });
}
