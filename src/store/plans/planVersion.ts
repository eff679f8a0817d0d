import { and, asc, eq } from 'drizzle-orm';
import { standingOf } from '../../domain/plan/lifecycle/index.js';
import type { PlanStanding, PlanStep } from '../../domain/plan/lifecycle/index.js';
import type { Db } from '../engine.js';
import { plans, planSteps } from '../schema.js';
import { getPlan } from './getPlan.js';
import type { StoredPlan } from './getPlan.js';

export interface PlanKey {
  id: string;
  version: number;
}

/** A version with its content, everything that has happened to it, and where it stands. */
export interface PlanVersion extends Pick<StoredPlan, 'id' | 'version' | 'hash' | 'document' | 'savedAt'> {
  steps: PlanStep[];
  standing: PlanStanding;
}

export async function planVersion(db: Db, { id, version }: PlanKey): Promise<PlanVersion | undefined> {
  const plan = await getPlan(db, id, version);
  if (!plan) return undefined;
  const { hash, document, savedAt } = plan;
  const steps = await stepsOf(db, { id, version });
  return { id, version, hash, document, savedAt, steps, standing: standingOf(steps) };
}

export async function stepsOf(db: Db, { id, version }: PlanKey): Promise<PlanStep[]> {
  const rows = await db
    .select({ step: planSteps.step })
    .from(planSteps)
    .where(and(eq(planSteps.planId, id), eq(planSteps.version, version)))
    .orderBy(asc(planSteps.n));
  return rows.map(({ step }) => step);
}

export function isPlan({ id, version }: PlanKey) {
  return and(eq(plans.id, id), eq(plans.version, version));
}
