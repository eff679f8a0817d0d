import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import { thousandths } from '../../domain/plan/quantity.js';
import type { Thousandths } from '../../domain/plan/quantity.js';
import type { Db } from '../engine.js';
import { stockLots, stockMoves, stockRequests, stockSettlements } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import { lockStock, serveWaiting } from './serveWaiting.js';
import { stockNews } from './stockNews.js';

export interface StockSettlement {
  incidentId: string;
  /** Settled once: a repeat changes nothing and answers the same. */
  effectId: string;
  request: string;
  /**
   * `returned` goes back on the shelf, `consumed` and `damaged` leave the stock. Without it: whatever the request still
   * holds or waits for is given back.
   */
  lots?: { item: string; quantity: number; as: 'returned' | 'consumed' | 'damaged' }[];
  /** Also ends what the request waits for. */
  close?: true;
}

type Settled = NonNullable<StockSettlement['lots']>[number]['as'];

/**
 * Takes back what a request held. Whoever waits for it is served in the same transaction; the incidents that have been and
 * have not asked since are named. What a drill used up is back on the shelf: nothing of it has really been used.
 */
export async function settleStock(
  db: Db,
  { incidentId, effectId, request, lots, close, today }: StockSettlement & { today: Day },
): Promise<{ tell: string[] }> {
  return db.transaction(async (tx) => {
    await lockStock(tx);
    const isNew = await tx.insert(stockSettlements).values({ incidentId, effectId }).onConflictDoNothing().returning();
    const mine = and(eq(stockRequests.incidentId, incidentId), eq(stockRequests.request, request));
    const [known] = await tx.select().from(stockRequests).where(mine);
    if (isNew.length > 0 && known !== undefined) {
      const given = lots?.map(({ quantity, ...lot }) => ({ ...lot, quantity: thousandths(quantity) }));
      await takeBack(tx, { ...known, effectId }, given ?? (await everythingOf(tx, known)));
      if (close || lots === undefined) await tx.update(stockRequests).set({ closed: true, news: false }).where(mine);
      await serveWaiting(tx, today, known);
    }
    return { tell: await stockNews(tx) };
  });
}

interface Given {
  item: string;
  quantity: Thousandths;
  as: Settled;
}

async function everythingOf(tx: Db, known: typeof stockRequests.$inferSelect): Promise<Given[]> {
  const { incidentId, request } = known;
  const lots = await tx
    .select({ item: stockLots.item, quantity: stockLots.quantity })
    .from(stockLots)
    .where(and(eq(stockLots.incidentId, incidentId), eq(stockLots.request, request)));
  return lots.map((lot) => ({ ...lot, as: 'returned' }));
}

/** Never more than it holds: what nobody gave out cannot come back. */
async function takeBack(
  tx: Db,
  from: typeof stockRequests.$inferSelect & { effectId: string },
  given: Given[],
): Promise<void> {
  const { incidentId, request, mode, effectId } = from;
  const holds = new Map((await everythingOf(tx, from)).map(({ item, quantity }) => [item, quantity]));
  const ledger = await ledgerNow(tx);
  const onHand = new Map(ledger?.document.items.map((item) => [item.id, thousandths(item.onHand)]));
  const moves = given.flatMap(({ item, quantity: said, as }) => {
    const quantity = Math.min(said, holds.get(item) ?? 0);
    if (quantity <= 0) return [];
    holds.set(item, holds.get(item)! - quantity);
    // An import may have left less than was out.
    const gone = as === 'returned' || mode === 'drill' ? 0 : Math.min(quantity, onHand.get(item) ?? 0);
    onHand.set(item, (onHand.get(item) ?? 0) - gone);
    return [{ item, quantity, kind: as, change: gone === 0 ? 0 : -gone }];
  });
  if (moves.length === 0) return;
  const about = { mode, incidentId, request, effectId, ledgerVersion: ledger?.version ?? 0 };
  await tx.insert(stockMoves).values(moves.map((move) => ({ ...about, ...move })));
  for (const { item, quantity } of moves) await takeOff(tx, from, item, quantity);
  const settled = moves.reduce((total, { quantity }) => total + quantity, 0);
  await tx
    .update(stockRequests)
    .set({ settled: sql`${stockRequests.settled} + ${settled}` })
    .where(and(eq(stockRequests.incidentId, incidentId), eq(stockRequests.request, request)));
}

async function takeOff(
  tx: Db,
  { incidentId, request }: { incidentId: string; request: string },
  item: string,
  quantity: Thousandths,
): Promise<void> {
  const lot = and(eq(stockLots.incidentId, incidentId), eq(stockLots.request, request), eq(stockLots.item, item));
  const emptied = await tx
    .delete(stockLots)
    .where(and(lot, eq(stockLots.quantity, quantity)))
    .returning();
  if (emptied.length > 0) return;
  await tx
    .update(stockLots)
    .set({ quantity: sql`${stockLots.quantity} - ${quantity}` })
    .where(lot);
}
