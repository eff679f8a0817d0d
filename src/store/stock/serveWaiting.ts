import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import { thousandths } from '../../domain/plan/quantity.js';
import { isExpired } from '../../domain/plan/stock.js';
import { takeFromShelf } from '../../domain/plan/takeFromShelf.js';
import type { OnShelf, Taken } from '../../domain/plan/takeFromShelf.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { stockLots, stockMoves, stockRequests } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import type { LedgerNow } from './ledgerNow.js';

type Mode = 'real' | 'drill';

interface Waiting {
  incidentId: string;
  request: string;
  mode: Mode;
  resource: string;
  missing: number;
}

/**
 * Every change of stock begins with this: each is judged by what the one before has left. An import locks the ledgers
 * first and this second, nobody the other way round. Reading goes on meanwhile.
 */
export async function lockStock(tx: Db): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${stockRequests} IN SHARE ROW EXCLUSIVE MODE`);
}

/**
 * Gives what is free to whoever waits, by level, then by time, as much as there is; of all resources without `of`. Whoever
 * gets something is news to its incident. Nobody takes what another one holds.
 */
export async function serveWaiting(
  tx: Db,
  today: Day,
  of?: { mode?: Mode; resource: string },
  known?: LedgerNow,
): Promise<void> {
  const waiting = await whoWaits(tx, of);
  if (waiting.length === 0) return;
  const ledger = known ?? (await ledgerNow(tx));
  if (ledger === undefined) return;
  const shelves = new Map<string, OnShelf[]>();
  for (const one of waiting) {
    const key = `${one.mode} ${one.resource}`;
    const shelf = shelves.get(key) ?? (await shelfOf(tx, ledger, one, today));
    shelves.set(key, shelf);
    const taken = takeFromShelf(shelf, one.missing);
    if (taken.length > 0) await reserve(tx, ledger.version, one, taken);
  }
}

async function whoWaits(tx: Db, of: { mode?: Mode; resource: string } | undefined): Promise<Waiting[]> {
  const { incidentId, request, mode, resource, rank, askedAt } = stockRequests;
  const missing = missingOf();
  const rows = await tx
    .select({ incidentId, request, mode, resource, missing })
    .from(stockRequests)
    .where(and(of && eq(resource, of.resource), of?.mode && eq(mode, of.mode), sql`${missing} > 0`))
    .orderBy(rank, askedAt, incidentId, request);
  return rows.map((row) => ({ ...row, missing: Number(row.missing) }));
}

/** Of a request, within a statement over requests. The tables by name: Drizzle leaves them out where there is only one. */
function held() {
  return sql`coalesce((
    SELECT sum(lot.quantity) FROM stock_lots AS lot
    WHERE lot.incident_id = stock_requests.incident_id AND lot.request = stock_requests.request
  ), 0)`;
}

/** What a request waits for, within a statement over requests. */
export function missingOf() {
  return sql<string>`CASE WHEN stock_requests.closed THEN 0
    ELSE greatest(0, stock_requests.wanted - stock_requests.settled - ${held()}) END`;
}

/**
 * What is free of a resource, item by item; nothing of what has expired, was found bad, or is held beyond what there is.
 */
async function shelfOf(tx: Db, { document, bad }: LedgerNow, of: Pick<Waiting, 'mode' | 'resource'>, today: Day) {
  const rows = await rowsOf<{ item: string; quantity: string }>(
    tx,
    sql`SELECT item, sum(quantity) AS quantity FROM ${stockLots} WHERE mode = ${of.mode} GROUP BY item`,
  );
  const reserved = new Map(rows.map(({ item, quantity }) => [item, Number(quantity)]));
  return document.items
    .filter((item) => item.resource === of.resource && !isExpired(item, today) && !bad.includes(item.id))
    .map(({ id, onHand, expires }): OnShelf => {
      const free = thousandths(onHand) - (reserved.get(id) ?? 0);
      return { item: id, free, ...(expires === undefined ? {} : { expires }) };
    });
}

async function reserve(tx: Db, ledgerVersion: number, to: Waiting, taken: Taken[]): Promise<void> {
  const { incidentId, request, mode } = to;
  await tx
    .insert(stockLots)
    .values(taken.map((lot) => ({ incidentId, request, mode, ...lot })))
    .onConflictDoUpdate({
      target: [stockLots.incidentId, stockLots.request, stockLots.item],
      set: { quantity: sql`${stockLots.quantity} + excluded.quantity` },
    });
  await tx.insert(stockMoves).values(
    taken.map((lot) => ({
      ...{ mode, incidentId, request, ledgerVersion, change: 0 },
      ...lot,
      kind: 'reserved' as const,
    })),
  );
  await tx
    .update(stockRequests)
    .set({ news: true })
    .where(and(eq(stockRequests.incidentId, incidentId), eq(stockRequests.request, request)));
}
