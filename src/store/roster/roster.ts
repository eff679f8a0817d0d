import { desc, max } from 'drizzle-orm';
import { canonical, sha256 } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { tellChanged } from '../memory.js';
import { rosters } from '../schema.js';

export type StoredRoster = typeof rosters.$inferSelect;

/** A new version, unless it says what the current one says. */
export async function saveRoster(db: Db, document: unknown): Promise<StoredRoster> {
  const hash = sha256(canonical(document));
  const current = await currentRoster(db);
  if (current?.hash === hash) return current;
  return db.transaction(async (tx) => {
    const [saved] = await tx.insert(rosters).values({ hash, document }).returning();
    await tellChanged(tx);
    return saved!;
  });
}

export async function currentRoster(db: Db): Promise<StoredRoster | undefined> {
  const [roster] = await db.select().from(rosters).orderBy(desc(rosters.version)).limit(1);
  return roster;
}

/** Undefined while there is none. Cheap: the document of a large organisation is half a megabyte. */
export async function currentRosterVersion(db: Db): Promise<number | undefined> {
  const [row] = await db.select({ version: max(rosters.version) }).from(rosters);
  return row?.version ?? undefined;
}
