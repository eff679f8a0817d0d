import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { DrillEvent } from '../../domain/drill/index.js';
import type { Db } from '../engine.js';
import { drillSheets } from '../schema.js';

/** Without a name; the same sheet again, under its id, is no other one. With `request` it waits until that is recorded. */
export async function saveSheet(db: Db, sheet: typeof drillSheets.$inferInsert): Promise<void> {
  await db.insert(drillSheets).values(sheet).onConflictDoNothing();
}

/** Those that count, in the order of their ids, which is none. */
export async function sheetsOf(db: Db, drill: string): Promise<Record<string, string>[]> {
  const { answers, drillId, id, request } = drillSheets;
  const rows = await db
    .select({ answers })
    .from(drillSheets)
    .where(and(eq(drillId, drill), isNull(request)))
    .orderBy(asc(id));
  return rows.map((row) => row.answers);
}

/**
 * Together with the record of the requests: a sheet counts once its person is counted, and is gone where the request was
 * refused. So nobody has two, none is lost, and none lies beside a request that the record has with a name.
 */
export async function countSheets(tx: Db, drill: string, events: readonly DrillEvent[]): Promise<void> {
  const { drillId, request } = drillSheets;
  const asked = (type: DrillEvent['type']) =>
    events.flatMap((event) => (event.type === type && event.request !== undefined ? [event.request.id] : []));
  const [counted, refused] = [asked('feedbackCounted'), asked('refused')];
  if (refused.length > 0) await tx.delete(drillSheets).where(and(eq(drillId, drill), inArray(request, refused)));
  if (counted.length > 0) {
    // All of them are written anew: else the one that the database wrote together with the event would be theirs.
    const left = sql<string>`CASE WHEN ${inArray(request, counted)} THEN NULL ELSE ${request} END`;
    await tx.update(drillSheets).set({ request: left }).where(eq(drillId, drill));
  }
  if (events.some(({ type }) => type === 'reportAccepted')) {
    await tx.delete(drillSheets).where(and(eq(drillId, drill), isNotNull(request)));
  }
}
