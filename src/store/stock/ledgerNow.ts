import { eq, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import type { LedgerDocument, LedgerItem } from '../../domain/plan/ledger.js';
import { quantityOf, thousandths } from '../../domain/plan/quantity.js';
import type { Thousandths } from '../../domain/plan/quantity.js';
import type { Db } from '../engine.js';
import { newestVersion } from '../registers/register.js';
import type { StoredRegister } from '../registers/register.js';
import { ledgers, stockInspections, stockMoves } from '../schema.js';

/** The newest version with everything that was moved and inspected since. */
export interface LedgerNow extends StoredRegister {
  document: LedgerDocument;
  /** It says something else than what was imported. */
  adjusted?: true;
  /** Items whose latest inspection found them bad. */
  bad: string[];
}

interface Inspection {
  on: Day;
  result: 'good' | 'bad';
}

/** Undefined while there is no ledger. */
export async function ledgerNow(db: Db): Promise<LedgerNow | undefined> {
  const newest = await newestVersion(db, ledgers);
  if (newest === undefined) return undefined;
  const changes = await changesSince(db, newest.version);
  const inspections = await lastInspections(db);
  const { items, ...rest } = newest.document as LedgerDocument;
  const now = items.map((item) => itemNow(item, changes.get(item.id), inspections.get(item.id)));
  const bad = items.filter(({ id, lastInspected }) => isBad(inspections.get(id), lastInspected)).map(({ id }) => id);
  const isAdjusted = now.some((item, i) => item !== items[i]);
  return { ...newest, document: { ...rest, items: now }, bad, ...(isAdjusted ? { adjusted: true } : {}) };
}

function itemNow(item: LedgerItem, change = 0, inspection: Inspection | undefined): LedgerItem {
  const isLater = inspection !== undefined && inspection.on > item.lastInspected;
  if (change === 0 && !isLater) return item;
  const onHand = quantityOf(thousandths(item.onHand) + change);
  return { ...item, onHand, ...(isLater ? { lastInspected: inspection.on } : {}) };
}

/** What was imported with a later day is another inspection, of which only that is known. */
function isBad(inspection: Inspection | undefined, lastInspected: Day): boolean {
  return inspection?.result === 'bad' && inspection.on >= lastInspected;
}

async function changesSince(db: Db, version: number): Promise<Map<string, Thousandths>> {
  const rows = await db
    .select({ item: stockMoves.item, change: sql<string>`sum(${stockMoves.change})` })
    .from(stockMoves)
    .where(sql`${eq(stockMoves.ledgerVersion, version)} AND ${stockMoves.change} <> 0`)
    .groupBy(stockMoves.item);
  return new Map(rows.map(({ item, change }) => [item, Number(change)]));
}

async function lastInspections(db: Db): Promise<Map<string, Inspection>> {
  const { item, inspectedOn, result, n } = stockInspections;
  const rows = await db
    .selectDistinctOn([item], { item, on: inspectedOn, result })
    .from(stockInspections)
    .orderBy(item, sql`${inspectedOn} DESC`, sql`${n} DESC`);
  return new Map(rows.map(({ item: id, ...inspection }) => [id, inspection]));
}
