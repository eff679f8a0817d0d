import { sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { jsonRows } from '../jsonRows.js';

export interface NoticeResult {
  id: string;
  status: 'accepted' | 'rejected' | 'deferred';
  code?: string;
  detail?: string;
}

/**
 * Writes down what became of claimed rows and ends their lease. Only who holds a row may settle it, and only while it is
 * `sending`; but that it was accepted is true whoever holds it now, and never changes again. Returns the ids of the rows that were settled.
 */
export async function settleNotices(db: Db, owner: string, results: NoticeResult[]): Promise<string[]> {
  if (results.length === 0) return [];
  const rows = results.map((result) => ({ ...result }));
  const settled = await rowsOf<{ id: string }>(
    db,
    sql`
      UPDATE outbox SET
        status = result.status,
        last_code = result.code,
        last_detail = result.detail,
        accepted_at = CASE WHEN result.status = 'accepted' THEN now() END,
        lease_until = NULL,
        lease_owner = NULL
      FROM json_to_recordset(${jsonRows(rows)}) AS result (id text, status text, code text, detail text)
      WHERE outbox.id = result.id AND (
        outbox.status = 'sending' AND outbox.lease_owner = ${owner}
        OR result.status = 'accepted' AND outbox.status IN ('queued', 'deferred', 'sending')
      )
      RETURNING outbox.id`,
  );
  return settled.map((row) => row.id);
}
