import { isNull, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import type { UpkeepStep } from '../../domain/plan/upkeep.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { jsonRows } from '../jsonRows.js';
import { enqueueNotices } from '../outbox/enqueueNotices.js';
import type { EffectKey, NewNotice } from '../outbox/notice.js';
import { stockUpkeep } from '../schema.js';
import type { UpkeepRow } from './keepUpkeep.js';

/** The last row of the page before. */
export interface UpkeepCursor {
  due: Day;
  n: number;
}

export interface UpkeepPage {
  all: boolean;
  limit: number;
  after?: UpkeepCursor | undefined;
}

/** What is open, the first due first; with `all` what is done as well, the last due first. */
export async function listUpkeep(db: Db, { all, limit, after }: UpkeepPage): Promise<UpkeepRow[]> {
  const { dueOn, n, doneAt } = stockUpkeep;
  const beyond = all ? sql`<` : sql`>`;
  const order = all ? sql`DESC` : sql`ASC`;
  return db
    .select()
    .from(stockUpkeep)
    .where(
      sql`${all ? sql`true` : isNull(doneAt)}
        AND ${after === undefined ? sql`true` : sql`(${dueOn}, ${n}) ${beyond} (${after.due}, ${after.n})`}`,
    )
    .orderBy(sql`${dueOn} ${order}`, sql`${n} ${order}`)
    .limit(limit);
}

/** Under which the mails of a day stand: where an incident does otherwise, and no incident has a slash in its id. */
export function upkeepOutbox(day: Day): EffectKey {
  return { incidentId: 'stock/upkeep', effectId: day };
}

export interface UpkeepTelling {
  day: Day;
  at: Instant;
  /** By task, which of its steps the mails tell. */
  steps: ReadonlyMap<string, readonly UpkeepStep[]>;
  notices: NewNotice[];
}

/**
 * Puts the mails of a day into the outbox and notes what they tell, both or neither, and once a day: whatever anybody would
 * tell later has to wait for the next one.
 */
export async function tellUpkeep(db: Db, { day, at, steps, notices }: UpkeepTelling): Promise<boolean> {
  if (notices.length === 0) return false;
  return db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE ${stockUpkeep} IN SHARE ROW EXCLUSIVE MODE`);
    const { incidentId, effectId } = upkeepOutbox(day);
    const told = await rowsOf(
      tx,
      sql`SELECT 1 FROM outbox WHERE incident_id = ${incidentId} AND effect_id = ${effectId} LIMIT 1`,
    );
    if (told.length > 0) return false;
    await enqueueNotices(tx, notices);
    const rows = [...steps].map(([id, those]) => ({
      id,
      told: JSON.stringify(those.map((step) => ({ step, at }))),
    }));
    await tx.execute(sql`
      UPDATE stock_upkeep AS task SET told = (task.told::jsonb || row.told::jsonb)::json
      FROM json_to_recordset(${jsonRows(rows)}) AS row (id text, told text) WHERE task.id = row.id`);
    return true;
  });
}
