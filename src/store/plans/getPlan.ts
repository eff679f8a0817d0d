import { and, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { plans } from '../schema.js';

export type StoredPlan = typeof plans.$inferSelect;

export async function getPlan(db: Db, id: string, version: number): Promise<StoredPlan | undefined> {
  const [plan] = await db
    .select()
    .from(plans)
    .where(and(eq(plans.id, id), eq(plans.version, version)));
  return plan;
}

/** The one that new incidents are pinned to. */
export async function effectivePlan(db: Db): Promise<StoredPlan | undefined> {
  const [plan] = await db.select().from(plans).where(eq(plans.status, 'effective'));
  return plan;
}

/** Which plan is effective, without its document. */
export async function effectivePlanKey(db: Db): Promise<Pick<StoredPlan, 'id' | 'version' | 'hash'> | undefined> {
  const { id, version, hash } = plans;
  const [plan] = await db.select({ id, version, hash }).from(plans).where(eq(plans.status, 'effective'));
  return plan;
}
