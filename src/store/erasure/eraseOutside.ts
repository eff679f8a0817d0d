import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { ERASED, redacted } from '../../domain/erasure/index.js';
import type { PersonTraces, Traces } from '../../domain/erasure/index.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { tellChanged } from '../memory.js';
import { eraseKeys } from '../reports/erasedKeys.js';
import { drillOccurrences, drillProgramme } from '../schema.js';
import { has, namedInMail, wordsIn } from './found.js';
import type { Pattern } from './found.js';

/** How many rows of each were destroyed or emptied. */
export interface ErasedOutside {
  mails: number;
  mailbox: number;
  answers: number;
  tokens: number;
  others: number;
}

/** A mail that has not left says nothing any more: it is not sent. */
const EMPTIED = sql`
  address = '', subject = '', text = '', last_detail = NULL, lease_owner = NULL, lease_until = NULL,
  status = CASE WHEN status IN ('queued', 'sending', 'deferred') THEN 'cancelled' ELSE status END`;

/**
 * Whatever stands about somebody outside of the events; receipts stay, as ids. Others work with it: a name that a colleague has
 * as well takes nothing away there.
 */
export async function erasePersonOutside(db: Db, person: string, traces: PersonTraces): Promise<ErasedOutside> {
  const { pattern, finds } = traces.certain;
  return db.transaction(async (tx) => {
    const mailbox = await changed(
      tx,
      sql`
        DELETE FROM mails WHERE trim(both '<>' FROM message_id) IN (SELECT message_id FROM outbox WHERE person = ${person})
          OR ${has(sql`concat_ws(' ', sender, ${wordsIn(sql`recipients`)}, subject, text, html)`, pattern)}
        RETURNING 1`,
    );
    const mails = await changed(
      tx,
      sql`
        UPDATE outbox SET ${EMPTIED} WHERE (person = ${person} AND address <> '') OR ${namedInMail(traces)} RETURNING 1`,
    );
    const answers = await changed(tx, sql`DELETE FROM inbox WHERE ${has(wordsIn(sql`body`), pattern)} RETURNING 1`);
    const tokens = await changed(
      tx,
      sql`
        UPDATE tokens SET label = '', revoked_at = CASE WHEN person = ${person} THEN coalesce(revoked_at, now()) ELSE revoked_at END
        WHERE (person = ${person} AND (label <> '' OR revoked_at IS NULL)) OR ${has(sql`label`, pattern)}
        RETURNING 1`,
    );
    const others = [
      sql`UPDATE evidence SET name = ${ERASED} WHERE ${has(sql`name`, pattern)} RETURNING 1`,
      sql`UPDATE stock_moves SET note = NULL WHERE ${has(sql`note`, pattern)} RETURNING 1`,
      sql`UPDATE stock_inspections SET note = NULL WHERE ${has(sql`note`, pattern)} RETURNING 1`,
    ];
    let count = (await eraseInPlanSteps(tx, pattern, finds)) + (await eraseInProgramme(tx, finds));
    for (const statement of others) count += await changed(tx, statement);
    // Last, because reports wait from here on.
    count += await eraseKeys(tx, pattern);
    await tellChanged(tx);
    return { mails, mailbox, answers, tokens, others: count };
  });
}

/** Mails of an incident, with their copies, answers to them, and names of its files. */
export async function eraseIncidentOutside(db: Db, incidentId: string, { pattern }: Traces): Promise<ErasedOutside> {
  return db.transaction(async (tx) => {
    const mailbox = await changed(
      tx,
      sql`
        DELETE FROM mails
        WHERE trim(both '<>' FROM message_id) IN (SELECT message_id FROM outbox WHERE incident_id = ${incidentId})
        RETURNING 1`,
    );
    const mails = await changed(
      tx,
      sql`UPDATE outbox SET ${EMPTIED} WHERE incident_id = ${incidentId} AND address <> '' RETURNING 1`,
    );
    const answers = await changed(tx, sql`DELETE FROM inbox WHERE incident_id = ${incidentId} RETURNING 1`);
    const others = await changed(
      tx,
      sql`
        UPDATE evidence SET name = ${ERASED}
        WHERE incident_id = ${incidentId} AND ${has(sql`name`, pattern)} RETURNING 1`,
    );
    return { mails, mailbox, answers, tokens: 0, others };
  });
}

/** Remarks on plans stand outside of what was approved by its hash. */
async function eraseInPlanSteps(tx: Db, pattern: Pattern, finds: Traces['finds']): Promise<number> {
  const rows = await rowsOf<{ planId: string; version: number; n: number; step: object }>(
    tx,
    sql`
      SELECT plan_id AS "planId", version, n, step FROM plan_steps WHERE ${has(wordsIn(sql`step`), pattern)}`,
  );
  for (const { planId, version, n, step } of rows) {
    const left = JSON.stringify(redacted(step, finds).value);
    await tx.execute(sql`
      UPDATE plan_steps SET step = ${left}::json, request_key = NULL, request_hash = NULL
      WHERE plan_id = ${planId} AND version = ${version} AND n = ${n}`);
  }
  return rows.length;
}

/** Why an entry of the drill programme was paused, once and for each time that was left out. */
async function eraseInProgramme(tx: Db, finds: Traces['finds']): Promise<number> {
  let count = 0;
  for (const { entry, paused } of await tx.select().from(drillProgramme)) {
    const left = redacted(paused, finds);
    if (left.count === 0) continue;
    count += 1;
    await tx.update(drillProgramme).set({ paused: left.value }).where(eq(drillProgramme.entry, entry));
  }
  const { entry, occurrence, paused } = drillOccurrences;
  for (const row of await tx.select({ entry, occurrence, paused }).from(drillOccurrences).where(isNotNull(paused))) {
    const left = redacted(row.paused, finds);
    if (left.count === 0) continue;
    count += 1;
    await tx
      .update(drillOccurrences)
      .set({ paused: left.value })
      .where(and(eq(entry, row.entry), eq(occurrence, row.occurrence)));
  }
  return count;
}

async function changed(tx: Db, statement: SQL): Promise<number> {
  return (await rowsOf(tx, statement)).length;
}
