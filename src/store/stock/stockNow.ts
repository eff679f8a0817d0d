import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { quantityOf } from '../../domain/plan/quantity.js';
import type { Instant } from '../../domain/time.js';
import type { MoveKind } from '../../domain/plan/stock.js';
import type { Db } from '../engine.js';
import { stockLots, stockMoves, stockRequests } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import type { LedgerNow } from './ledgerNow.js';
import type { Keeper } from './move.js';
import { missingOf } from './serveWaiting.js';

/** Of one incident. */
interface Share {
  mode: 'real' | 'drill';
  incidentId: string;
  resource: string;
  quantity: number;
}

/** What there is, who holds what of it, and who waits for what, all of one moment. */
export interface StockNow {
  ledger: LedgerNow | undefined;
  held: (Share & { item: string })[];
  waiting: Share[];
}

export async function stockNow(db: Db): Promise<StockNow> {
  const read = async (tx: Db): Promise<StockNow> => ({
    ledger: await ledgerNow(tx),
    held: await whatIsHeld(tx),
    waiting: await whatIsWaitedFor(tx),
  });
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function whatIsHeld(tx: Db): Promise<StockNow['held']> {
  const { mode, incidentId, item, quantity } = stockLots;
  const { resource } = stockRequests;
  const rows = await tx
    .select({ mode, incidentId, resource, item, quantity: sql<string>`sum(${quantity})` })
    .from(stockLots)
    .innerJoin(
      stockRequests,
      and(eq(stockRequests.incidentId, incidentId), eq(stockRequests.request, stockLots.request)),
    )
    .groupBy(mode, incidentId, resource, item)
    .orderBy(asc(incidentId), asc(item));
  return rows.map((row) => ({ ...row, quantity: quantityOf(Number(row.quantity)) }));
}

/** In the order in which they are served. */
async function whatIsWaitedFor(tx: Db): Promise<Share[]> {
  const { mode, incidentId, request, resource, rank, askedAt } = stockRequests;
  const missing = missingOf();
  const rows = await tx
    .select({ mode, incidentId, resource, missing })
    .from(stockRequests)
    .where(sql`${missing} > 0`)
    .orderBy(asc(rank), asc(askedAt), asc(incidentId), asc(request));
  return rows.map(({ missing: quantity, ...row }) => ({ ...row, quantity: quantityOf(Number(quantity)) }));
}

/** A line of the use log. */
export interface LoggedMove {
  n: number;
  at: Instant;
  item: string;
  quantity: number;
  as: MoveKind;
  mode: 'real' | 'drill';
  incidentId: string | undefined;
  request: string | undefined;
  by: Keeper | undefined;
  note: string | undefined;
}

/** Of one item, the newest first; `before`: the number of the last line of the page before. */
export async function movesOf(db: Db, item: string, limit: number, before?: number): Promise<LoggedMove[]> {
  const rows = await db
    .select()
    .from(stockMoves)
    .where(and(eq(stockMoves.item, item), before === undefined ? undefined : lt(stockMoves.n, before)))
    .orderBy(sql`${stockMoves.n} DESC`)
    .limit(limit);
  return rows.map(({ n, at, quantity, kind, mode, incidentId, request, movedBy, note }) => ({
    ...{ n, at, item, mode },
    quantity: quantityOf(quantity),
    as: kind,
    incidentId: incidentId ?? undefined,
    request: request ?? undefined,
    by: movedBy ?? undefined,
    note: note ?? undefined,
  }));
}
