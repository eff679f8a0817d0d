import { desc, eq, notInArray, sql } from 'drizzle-orm';
import type { ToldOf } from '../../domain/readiness/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { enqueueNotices } from '../outbox/enqueueNotices.js';
import type { EffectKey, NewNotice } from '../outbox/notice.js';
import { readinessInspections, readinessKept, readinessTold } from '../schema.js';

export type StoredInspection = typeof readinessInspections.$inferSelect;

export interface NewInspection {
  inspection: StoredInspection;
  /** Who is told of what. */
  told: ToldOf[];
  notices: NewNotice[];
}

/** Under which the mails of an inspection stand: where an incident does otherwise, and no incident has a slash in its id. */
export function readinessOutbox(inspection: string): EffectKey {
  return { incidentId: 'readiness/inspection', effectId: inspection };
}

export async function keepReadiness(db: Db, at: Instant): Promise<Instant> {
  await db.insert(readinessKept).values({ since: at }).onConflictDoNothing();
  const [kept] = await db.select({ since: readinessKept.since }).from(readinessKept);
  return kept?.since ?? at;
}

/** With its mails and who is told by them, all or nothing, and once: what stands under the id stays, and is returned. */
export async function saveInspection(
  db: Db,
  { inspection: row, told, notices }: NewInspection,
): Promise<StoredInspection> {
  return db.transaction(async (tx) => {
    const saved = await tx.insert(readinessInspections).values(row).onConflictDoNothing().returning();
    if (saved.length === 0) return (await inspection(tx, row.id))!;
    // What is put right, and comes back later, is told anew.
    const keys = row.findings.map(({ key }) => key);
    await tx.delete(readinessTold).where(keys.length === 0 ? undefined : notInArray(readinessTold.key, keys));
    for (const one of told) {
      await tx
        .insert(readinessTold)
        .values(one)
        .onConflictDoUpdate({
          target: [readinessTold.key, readinessTold.person],
          set: { at: one.at, about: one.about },
        });
    }
    await enqueueNotices(tx, notices);
    return row;
  });
}

export async function inspection(db: Db, id: string): Promise<StoredInspection | undefined> {
  const [row] = await db.select().from(readinessInspections).where(eq(readinessInspections.id, id));
  return row;
}

/** The newest first. `before`: the last one of the page before. */
export async function listInspections(
  db: Db,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<StoredInspection[]> {
  const { inspectedAt, id } = readinessInspections;
  return db
    .select()
    .from(readinessInspections)
    .where(
      before === undefined
        ? undefined
        : sql`(${inspectedAt}, ${id}) < (SELECT inspected_at, id FROM readiness_inspections WHERE id = ${before})`,
    )
    .orderBy(desc(inspectedAt), desc(id))
    .limit(limit);
}

export async function toldOfReadiness(db: Db): Promise<ToldOf[]> {
  return db.select().from(readinessTold);
}
