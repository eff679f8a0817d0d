import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { plans } from '../schema.js';
import type { PlanKey } from './planVersion.js';

export interface DatedPlan extends PlanKey {
  effectiveFrom: Instant;
}

/** Approved versions that take effect at a set date, the next one first. */
export async function datedPlans(db: Db): Promise<DatedPlan[]> {
  const { id, version, effectiveFrom, status } = plans;
  const rows = await db
    .select({ id, version, effectiveFrom })
    .from(plans)
    .where(and(eq(status, 'approved'), isNotNull(effectiveFrom)))
    .orderBy(asc(effectiveFrom), asc(id), asc(version));
  return rows.flatMap((row) => (row.effectiveFrom === null ? [] : [{ ...row, effectiveFrom: row.effectiveFrom }]));
}
