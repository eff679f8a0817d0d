import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import { quantityOf, thousandths } from '../../domain/plan/quantity.js';
import type { Db } from '../engine.js';
import { stockLots, stockRequests } from '../schema.js';
import { held, lockStock, serveWaiting } from './serveWaiting.js';

export interface StockRequest {
  incidentId: string;
  /** A drill reckons with the same ledger and takes nothing from real incidents. */
  mode: 'real' | 'drill';
  /** Of the incident. */
  request: string;
  /** Of the plan; items of the ledger belong to it. */
  resource: string;
  /** In all, in the unit of the resource: with what this request has given back, used up or lost since. */
  quantity: number;
  /** Of the level, 0 the most severe: whoever waits is served by it, then by time. */
  rank: number;
}

/** Of an item of the ledger. */
export interface Lot {
  item: string;
  quantity: number;
}

export interface Allocated {
  /** What the request holds now. */
  lots: Lot[];
  /** What it waits for. */
  missing: number;
  /** Where something is missing: the other incidents of the same mode that hold of this resource. */
  heldBy: { incidentId: string; quantity: number }[];
}

/**
 * Asks the ledger for stock, over all incidents in one transaction. What there is not is waited for. Asked again, it
 * answers what stands now, and another quantity or rank is taken over. A smaller quantity ends waiting and takes back
 * nothing that is held: only the incident knows what has left the shelf, and gives back the rest by a settlement. A request
 * that was closed stays closed.
 */
export async function allocateStock(db: Db, asked: StockRequest & { today: Day }): Promise<Allocated> {
  const { incidentId, mode, request, resource, quantity, rank, today } = asked;
  return db.transaction(async (tx) => {
    await lockStock(tx);
    await tx
      .insert(stockRequests)
      .values({ incidentId, request, mode, resource, wanted: thousandths(quantity), rank })
      .onConflictDoUpdate({
        target: [stockRequests.incidentId, stockRequests.request],
        set: { wanted: sql`excluded.wanted`, rank: sql`excluded.rank` },
      });
    // Everybody who waits, in order: a new request does not pass by an older one.
    await serveWaiting(tx, today, { mode, resource });
    const mine = and(eq(stockRequests.incidentId, incidentId), eq(stockRequests.request, request));
    // It hears of it now.
    await tx.update(stockRequests).set({ news: false }).where(mine);
    return await standing(tx, asked, mine);
  });
}

async function standing(tx: Db, { incidentId, mode, request }: StockRequest, mine: ReturnType<typeof and>) {
  const [row] = await tx
    .select({
      resource: stockRequests.resource,
      missing: sql<string>`CASE WHEN ${stockRequests.closed} THEN 0
        ELSE greatest(0, ${stockRequests.wanted} - ${stockRequests.settled} - ${held()}) END`,
    })
    .from(stockRequests)
    .where(mine);
  const missing = Number(row!.missing);
  const lots = await tx
    .select({ item: stockLots.item, quantity: stockLots.quantity })
    .from(stockLots)
    .where(and(eq(stockLots.incidentId, incidentId), eq(stockLots.request, request)))
    .orderBy(asc(stockLots.item));
  return {
    lots: lots.map(({ item, quantity }) => ({ item, quantity: quantityOf(quantity) })),
    missing: quantityOf(missing),
    heldBy: missing === 0 ? [] : await otherHolders(tx, { incidentId, mode, resource: row!.resource }),
  };
}

async function otherHolders(
  tx: Db,
  { incidentId, mode, resource }: Omit<StockRequest, 'request' | 'quantity' | 'rank'>,
) {
  const rows = await tx
    .select({ incidentId: stockLots.incidentId, quantity: sql<string>`sum(${stockLots.quantity})` })
    .from(stockLots)
    .innerJoin(
      stockRequests,
      and(eq(stockRequests.incidentId, stockLots.incidentId), eq(stockRequests.request, stockLots.request)),
    )
    .where(
      and(eq(stockRequests.resource, resource), eq(stockRequests.mode, mode), ne(stockLots.incidentId, incidentId)),
    )
    .groupBy(stockLots.incidentId)
    .orderBy(stockLots.incidentId);
  return rows.map((row) => ({ incidentId: row.incidentId, quantity: quantityOf(Number(row.quantity)) }));
}
