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

/** What one claim has to tell. */
export interface Settlement {
  owner: string;
  results: NoticeResult[];
}

/**
 * Writes down what became of claimed rows and ends their lease. Only who holds a row may settle it, and only while it is
 * `sending`; but that it was accepted is true whoever holds it now, and never changes again. Returns the ids of the rows
 * that were settled, for each settlement.
 */
export async function settleNotices(db: Db, settlements: Settlement[]): Promise<string[][]> {
  const told = settlements.flatMap(({ owner, results }) => results.map((result) => ({ ...result, owner })));
  const accepted = new Set(told.filter(({ status }) => status === 'accepted').map(({ id }) => id));
  // A statement changes a row once: where two claims tell of one, that it was accepted is what stays.
  const rows = told.filter(({ id, status }) => status === 'accepted' || !accepted.has(id));
  if (rows.length === 0) return settlements.map(() => []);
  const settled = await rowsOf<{ id: string; owner: string }>(
    db,
    sql`
      UPDATE outbox SET
        status = result.status,
        last_code = result.code,
        last_detail = result.detail,
        accepted_at = CASE WHEN result.status = 'accepted' THEN now() END,
        lease_until = NULL,
        lease_owner = NULL
      FROM json_to_recordset(${jsonRows(rows)}) AS result (id text, status text, code text, detail text, owner text)
      WHERE outbox.id = result.id AND (
        outbox.status = 'sending' AND outbox.lease_owner = result.owner
        OR result.status = 'accepted' AND outbox.status IN ('queued', 'deferred', 'sending')
      )
      RETURNING outbox.id, result.owner`,
  );
  const done = new Set(settled.map(({ id, owner }) => keyOf(owner, id)));
  return settlements.map(({ owner, results }) =>
    results.map(({ id }) => id).filter((id) => done.has(keyOf(owner, id))),
  );
}

function keyOf(owner: string, id: string): string {
  return JSON.stringify([owner, id]);
}
