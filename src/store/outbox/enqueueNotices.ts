import type { Db } from '../engine.js';
import { inChunks } from '../inChunks.js';
import { outbox } from '../schema.js';
import type { NewNotice } from './notice.js';

/** A row that is there already stays as it is, whatever became of it. */
export async function enqueueNotices(db: Db, rows: NewNotice[]): Promise<void> {
  for (const chunk of inChunks(rows)) await db.insert(outbox).values(chunk).onConflictDoNothing();
}
