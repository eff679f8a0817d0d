import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { drillKey, restored } from '../../domain/drill/index.js';
import type { DrillEvent, DrillState, DrillStatus } from '../../domain/drill/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { withTexts } from '../incidents/recordedEvent.js';
import { drillEvents, drills } from '../schema.js';
import type { MovedWatch } from '../watchMoved.js';

export interface StoredDrill {
  state: DrillState;
  updatedAt: Instant;
  /** The hash of the last event. */
  headHash: string;
}

export interface DrillFilter {
  /** Only these. */
  ids?: readonly string[];
  status?: DrillStatus;
  scenario?: string;
  /** Of these entries of the programme. */
  programme?: readonly string[];
  /** Somebody opened them by hand: the programme did not, nor did anything else. */
  byHand?: true;
  /** Neither closed nor called off. */
  live?: boolean;
  limit: number;
  /** The last one of the page before. */
  after?: { openedAt: Instant; id: string };
}

const OVER: DrillStatus[] = ['closed', 'calledOff'];

/** The newest first. */
export async function listDrills(db: Db, filter: DrillFilter): Promise<DrillState[]> {
  const { ids, status, scenario, programme, byHand, live, limit, after } = filter;
  const { id, openedAt } = drills;
  const rows = await db
    .select({ state: drills.state })
    .from(drills)
    .where(
      and(
        ids === undefined ? undefined : inArray(id, [...ids]),
        status === undefined ? undefined : eq(drills.status, status),
        scenario === undefined ? undefined : eq(drills.scenario, scenario),
        programme === undefined ? undefined : inArray(drills.programme, [...programme]),
        byHand === true ? sql`${drills.state} -> 'planned' IS NULL` : undefined,
        live === true ? notInArray(drills.status, OVER) : undefined,
        after === undefined
          ? undefined
          : sql`(${openedAt}, ${id}) < (${new Date(after.openedAt).toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(openedAt), desc(id))
    .limit(limit);
  return rows.map((row) => restored(row.state));
}

export async function getDrill(db: Db, id: string): Promise<StoredDrill | undefined> {
  const [row] = await db.select().from(drills).where(eq(drills.id, id));
  return row && { state: restored(row.state), updatedAt: row.updatedAt, headHash: row.headHash };
}

export async function drillEventsOf(db: Db, id: string): Promise<DrillEvent[]> {
  const { seq, event, texts, drillId } = drillEvents;
  const rows = await db.select({ event, texts }).from(drillEvents).where(eq(drillId, id)).orderBy(asc(seq));
  return rows.map((row) => withTexts<DrillEvent>(row.event, row.texts));
}

/** The same with the hash of each. */
export async function drillRecordOf(db: Db, id: string): Promise<{ event: DrillEvent; hash: string }[]> {
  const { seq, event, texts, hash, drillId } = drillEvents;
  const rows = await db.select({ event, texts, hash }).from(drillEvents).where(eq(drillId, id)).orderBy(asc(seq));
  return rows.map((row) => ({ event: withTexts<DrillEvent>(row.event, row.texts), hash: row.hash }));
}

/** Of a page. */
export function drillCursorAfter({ openedAt, drill }: DrillState): string {
  return Buffer.from(`${openedAt} ${drill}`).toString('base64url');
}

export function readDrillCursor(cursor: string): { openedAt: Instant; id: string } {
  const [, openedAt, id] =
    /^(\d{1,14}) ([A-Za-z0-9_-]{1,100})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (openedAt === undefined || id === undefined) {
    throw new StoreError('bad_cursor', 'This is not a cursor that a list of drills has given out.');
  }
  return { openedAt: Number(openedAt), id };
}

/** Whether it was recorded up to `seq` within the time. */
export function waitForDrill(db: Db, watch: MovedWatch, id: string, seq: number, timeoutMs: number): Promise<boolean> {
  return watch.until(drillKey(id), seq, timeoutMs, async () => {
    const [row] = await db.select({ seq: drills.seq }).from(drills).where(eq(drills.id, id));
    return row?.seq ?? 0;
  });
}
