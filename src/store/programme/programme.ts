import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { tellChanged } from '../memory.js';
import { drillOccurrences, drillProgramme } from '../schema.js';

/** Who has paused an entry, and why. */
export interface PausedEntry {
  /** An integration: in Temporal itself. */
  by: { kind: 'operator' } | { kind: 'person' | 'integration'; id: string };
  reason: string;
  since: Instant;
}

export type KeptEntry = typeof drillProgramme.$inferSelect;
export type SettledOccurrence = typeof drillOccurrences.$inferSelect;

/** The entries of the plan in force: new ones from now on; what is not in it any more is forgotten, and returned. */
export async function keepEntries(db: Db, entries: readonly string[], at: Instant): Promise<{ gone: string[] }> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(drillProgramme)
      .where(entries.length === 0 ? undefined : notInArray(drillProgramme.entry, [...entries]))
      .returning({ entry: drillProgramme.entry });
    if (entries.length > 0) {
      await tx
        .insert(drillProgramme)
        .values(entries.map((entry) => ({ entry, since: at, paused: null })))
        .onConflictDoNothing();
    }
    return { gone: gone.map(({ entry }) => entry) };
  });
}

export async function keptEntries(db: Db): Promise<KeptEntry[]> {
  return db.select().from(drillProgramme);
}

/** Null: it goes on. What is paused stays as it was paused first. False: there is no such entry, or nothing to change. */
export async function pauseEntry(db: Db, entry: string, paused: PausedEntry | null, at: Instant): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(drillProgramme).where(eq(drillProgramme.entry, entry)).for('update');
    const isPaused = known !== undefined && known.paused !== null;
    if (isPaused === (paused !== null)) return false;
    await tx
      .insert(drillProgramme)
      .values({ entry, since: at, paused })
      .onConflictDoUpdate({ target: drillProgramme.entry, set: { paused } });
    await tellChanged(tx);
    return true;
  });
}

/** What became of one; what stands already stays. */
export async function settleOccurrence(db: Db, settled: SettledOccurrence): Promise<void> {
  await db.insert(drillOccurrences).values(settled).onConflictDoNothing();
}

/** Its drill is held at another time than it was opened for. */
export async function moveOccurrence(
  tx: Db,
  drill: string,
  moved: Partial<Pick<SettledOccurrence, 'plannedAt' | 'missed'>>,
): Promise<void> {
  await tx.update(drillOccurrences).set(moved).where(eq(drillOccurrences.drillId, drill));
}

export async function occurrenceOf(
  db: Db,
  { entry, occurrence }: Pick<SettledOccurrence, 'entry' | 'occurrence'>,
): Promise<SettledOccurrence | undefined> {
  const [row] = await db
    .select()
    .from(drillOccurrences)
    .where(and(eq(drillOccurrences.entry, entry), eq(drillOccurrences.occurrence, occurrence)));
  return row;
}

/** Of each of these entries the latest ones, the newest first. */
export async function occurrencesOf(db: Db, entries: readonly string[]): Promise<SettledOccurrence[]> {
  if (entries.length === 0) return [];
  return db
    .select()
    .from(drillOccurrences)
    .where(inArray(drillOccurrences.entry, [...entries]))
    .orderBy(desc(drillOccurrences.scheduledFor))
    .limit(entries.length * LATEST);
}

/** Two years of an entry that is due every month. */
const LATEST = 24;
