import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import { quantityOf, thousandths } from '../../domain/plan/quantity.js';
import type { MoveKind } from '../../domain/plan/stock.js';
import type { Db } from '../engine.js';
import { stockLots, stockMoves } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import type { Keeper, KeptUp } from './move.js';
import { lockStock, serveWaiting } from './serveWaiting.js';

/** Outside of incidents. */
export interface StockMove {
  item: string;
  quantity: number;
  as: Exclude<MoveKind, 'reserved' | 'returned'>;
  by: Keeper;
  note?: string | undefined;
  requestKey: string;
}

/**
 * Puts stock on the shelf or takes it off, once under its key. What incidents hold is not used up by anybody else; what is
 * damaged may be theirs. Whoever waits is served in the same transaction.
 */
export async function moveStock(db: Db, move: StockMove & { today: Day }): Promise<KeptUp> {
  const { item: id, as: kind, by, note, requestKey, today } = move;
  const quantity = thousandths(move.quantity);
  return db.transaction(async (tx): Promise<KeptUp> => {
    await lockStock(tx);
    const [known] = await tx.select().from(stockMoves).where(eq(stockMoves.requestKey, requestKey));
    if (known !== undefined) {
      const isSame =
        known.item === id && known.quantity === quantity && known.kind === kind && known.note === (note ?? null);
      return isSame ? { outcome: 'repeated' } : { outcome: 'refused', code: 'key_reused' };
    }
    const ledger = await ledgerNow(tx);
    const item = ledger?.document.items.find((one) => one.id === id);
    if (ledger === undefined || item === undefined) return { outcome: 'refused', code: 'item_not_found' };
    const adds = kind === 'replenished' || kind === 'found';
    if (!adds) {
      const held = kind === 'consumed' ? await heldOf(tx, id) : 0;
      const available = Math.max(0, thousandths(item.onHand) - held);
      if (quantity > available) {
        return { outcome: 'refused', code: 'not_enough_stock', available: quantityOf(available) };
      }
    }
    await tx.insert(stockMoves).values({
      ...{ mode: 'real', item: id, quantity, kind, note: note ?? null, movedBy: by, requestKey },
      change: adds ? quantity : -quantity,
      ledgerVersion: ledger.version,
    });
    await serveWaiting(tx, today, { resource: item.resource });
    return { outcome: 'done' };
  });
}

async function heldOf(tx: Db, item: string): Promise<number> {
  const [row] = await tx
    .select({ held: sql<string>`coalesce(sum(${stockLots.quantity}), 0)` })
    .from(stockLots)
    .where(and(eq(stockLots.item, item), eq(stockLots.mode, 'real')));
  return Number(row!.held);
}
