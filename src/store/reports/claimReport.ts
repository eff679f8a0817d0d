import { inArray, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { reports } from '../schema.js';
import { erasedKey } from './erasedKeys.js';

export interface ReportClaim {
  /** Scope and idempotency key, so that two sources may use the same key. */
  key: string;
  /** Of the content. */
  fingerprint: string;
  /** The incident that the report becomes if nobody has claimed the key. */
  incidentId: string;
}

export interface ClaimedReport {
  /** `conflict`: the key belongs to a report with another content. */
  outcome: 'fresh' | 'repeated' | 'conflict';
  incidentId: string;
}

/** The same key gets the same incident, however often and by whatever process it is claimed. */
export async function claimReport(db: Db, claim: ReportClaim): Promise<ClaimedReport> {
  const { key, fingerprint, incidentId } = claim;
  const erased = erasedKey(key);
  const inserted = await rowsOf(
    db,
    sql`
      INSERT INTO reports (key, fingerprint, incident_id)
      SELECT ${key}, ${fingerprint}, ${incidentId} WHERE NOT EXISTS (SELECT 1 FROM reports WHERE key = ${erased})
      ON CONFLICT DO NOTHING RETURNING 1`,
  );
  if (inserted.length > 0) return { outcome: 'fresh', incidentId };
  const [first] = await db
    .select()
    .from(reports)
    .where(inArray(reports.key, [key, erased]));
  if (!first) throw new Error(`the claim of ${key} has vanished`);
  const outcome = first.fingerprint === fingerprint ? 'repeated' : 'conflict';
  return { outcome, incidentId: first.incidentId };
}
