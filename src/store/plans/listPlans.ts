import { asc, desc, sql } from 'drizzle-orm';
import type { Text } from '../../domain/lang.js';
import { standingOf } from '../../domain/plan/lifecycle/index.js';
import type { PlanStep } from '../../domain/plan/lifecycle/index.js';
import type { Db } from '../engine.js';
import { plans, planSteps } from '../schema.js';
import type { PlanVersion } from './planVersion.js';

/** A version without its content. */
export type PlanEntry = Pick<PlanVersion, 'id' | 'version' | 'hash' | 'standing'> & { title: Text };

/** Every version of every plan, the newest of each first. Organisations have few plans, and a version a year of each. */
export async function listPlans(db: Db): Promise<PlanEntry[]> {
  const { id, version, hash } = plans;
  const title = sql<Text>`${plans.document} -> 'plan' -> 'title'`;
  const rows = await db.select({ id, version, hash, title }).from(plans).orderBy(asc(id), desc(version));
  const steps = await stepsOfAll(db);
  return rows.map((row) => ({ ...row, standing: standingOf(steps.get(`${row.id} ${row.version}`) ?? []) }));
}

async function stepsOfAll(db: Db): Promise<Map<string, PlanStep[]>> {
  const { planId, version, n, step } = planSteps;
  const rows = await db.select({ planId, version, step }).from(planSteps).orderBy(asc(planId), asc(version), asc(n));
  return rows.reduce((all, row) => {
    const key = `${row.planId} ${row.version}`;
    const steps = all.get(key) ?? [];
    steps.push(row.step);
    return all.set(key, steps);
  }, new Map<string, PlanStep[]>());
}
