import { inArray, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { inChunks } from '../inChunks.js';
import { inbox } from '../schema.js';

export async function markForwarded(db: Db, ids: string[]): Promise<void> {
  for (const chunk of inChunks(ids)) {
    await db
      .update(inbox)
      .set({ forwardedAt: sql`now()` })
      .where(inArray(inbox.id, chunk));
  }
}
