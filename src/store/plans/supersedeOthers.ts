import { and, eq, lt, or } from 'drizzle-orm';
import { supersede } from '../../domain/plan/lifecycle/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { plans } from '../schema.js';
import type { PlanKey } from './planVersion.js';
import { recordSteps } from './recordSteps.js';

/** The version in force, of whatever plan, and approved ones of this plan that are older and now never take effect. */
export async function supersedeOthers(tx: Db, successor: PlanKey, at: Instant): Promise<void> {
  const { id, version, status } = plans;
  const overtaken = and(eq(status, 'approved'), eq(id, successor.id), lt(version, successor.version));
  const others = await tx
    .select({ id, version })
    .from(plans)
    .where(or(eq(status, 'effective'), overtaken));
  for (const other of others) await recordSteps(tx, other, supersede(at, successor).steps);
}
