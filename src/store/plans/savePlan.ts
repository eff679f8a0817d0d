import { and, eq, ne, or } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { tellChanged } from '../memory.js';
import { plans } from '../schema.js';

export type PlanStatus = 'draft' | 'inReview' | 'approved' | 'effective' | 'superseded';

export type StoredPlan = typeof plans.$inferSelect;

/**
 * Saves a version or moves it on. Its content is fixed from the moment it is no draft any more: people have reviewed it,
 * and incidents are pinned to it. When a plan becomes effective, the one before is superseded.
 */
export async function savePlan(db: Db, plan: Omit<StoredPlan, 'savedAt'>): Promise<void> {
  await db.transaction(async (tx) => {
    const isPlan = and(eq(plans.id, plan.id), eq(plans.version, plan.version));
    const [known] = await tx.select().from(plans).where(isPlan).for('update');
    if (known && known.status !== 'draft' && known.hash !== plan.hash) throw contentIsFixed(known);
    if (plan.status === 'effective') await supersedeOthers(tx, plan);
    const { hash, document, status } = plan;
    await tx
      .insert(plans)
      .values(plan)
      .onConflictDoUpdate({ target: [plans.id, plans.version], set: { hash, document, status } });
    await tellChanged(tx);
  });
}

async function supersedeOthers(tx: Db, { id, version }: { id: string; version: number }): Promise<void> {
  await tx
    .update(plans)
    .set({ status: 'superseded' })
    .where(and(eq(plans.status, 'effective'), or(ne(plans.id, id), ne(plans.version, version))));
}

function contentIsFixed({ id, version, status, hash }: StoredPlan): StoreError {
  return new StoreError(
    'plan_conflict',
    `Plan ${id} version ${version} is ${status} with the content ${hash.slice(0, 12)}…; a change needs a new version.`,
  );
}
