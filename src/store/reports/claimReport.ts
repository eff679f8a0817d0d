import { eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { reports } from '../schema.js';

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
  const inserted = await db.insert(reports).values(claim).onConflictDoNothing().returning({ key: reports.key });
  if (inserted.length > 0) return { outcome: 'fresh', incidentId: claim.incidentId };
  const [first] = await db.select().from(reports).where(eq(reports.key, claim.key));
  if (!first) throw new Error(`the claim of ${claim.key} has vanished`);
  const outcome = first.fingerprint === claim.fingerprint ? 'repeated' : 'conflict';
  return { outcome, incidentId: first.incidentId };
}
