import { standingOf } from '../../domain/plan/lifecycle/index.js';
import type { PlanStep } from '../../domain/plan/lifecycle/index.js';
import type { Db } from '../engine.js';
import { plans, planSteps } from '../schema.js';
import type { PlanAct } from './actOnPlan.js';
import { isPlan, stepsOf } from './planVersion.js';
import type { PlanKey } from './planVersion.js';

/** Adds steps behind those that are there, and brings what the queries look at up to date. */
export async function recordSteps(
  tx: Db,
  plan: PlanKey,
  steps: PlanStep[],
  { request, content }: Pick<PlanAct, 'request' | 'content'> = {},
): Promise<void> {
  const before = await stepsOf(tx, plan);
  const { status, effectiveFrom = null } = standingOf([...before, ...steps]);
  const standing = { status, effectiveFrom };
  if (before.length === 0) {
    if (!content) throw new Error(`plan ${plan.id} version ${plan.version} would begin without content`);
    await tx.insert(plans).values({ ...plan, ...content, ...standing });
  } else {
    await tx
      .update(plans)
      .set({ ...content, ...standing })
      .where(isPlan(plan));
  }
  await tx.insert(planSteps).values(
    steps.map((step, i) => ({
      planId: plan.id,
      version: plan.version,
      n: before.length + i + 1,
      step,
      requestKey: request?.key ?? null,
      requestHash: request?.hash ?? null,
    })),
  );
}
