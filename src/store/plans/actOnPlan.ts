import { and, eq, max, sql } from 'drizzle-orm';
import { refuse } from '../../domain/plan/lifecycle/index.js';
import type { Decided, PlanRefusal } from '../../domain/plan/lifecycle/index.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Db } from '../engine.js';
import { tellChanged } from '../memory.js';
import { plans, planSteps } from '../schema.js';
import { effectivePlanKey } from './getPlan.js';
import { planVersion } from './planVersion.js';
import type { PlanKey, PlanVersion } from './planVersion.js';
import { recordSteps } from './recordSteps.js';
import { supersedeOthers } from './supersedeOthers.js';

/** What an act is judged by, all of one moment. */
export interface PlanNow {
  /** The version that the act is about; undefined where it is to begin. */
  version: PlanVersion | undefined;
  /** The highest number that a version of this plan has. */
  newest: number | undefined;
  inForce: PlanVersion | undefined;
}

export interface PlanAct {
  plan: PlanKey;
  /** The same request is carried out once. `hash`: of what is asked, so that the key cannot stand for something else. */
  request?: { key: string; hash: string };
  /** Becomes the version's content together with the steps. */
  content?: { hash: string; document: PlanDocument };
  /** Pure, and quick: nothing else happens to plans meanwhile. What it throws leaves everything as it was. */
  decide: (now: PlanNow) => Decided;
}

export type PlanActed =
  { outcome: 'recorded' | 'repeated'; version: PlanVersion } | { outcome: 'refused'; refusal: PlanRefusal };

/** Any number, the same in every release. Acts on plans are rare and each looks at several versions: one after the other. */
const PLAN_LOCK = 7_106_002;

/** Judges and records in one transaction, so that of two people who act at the same moment the second is judged by what the first did. */
export async function actOnPlan(db: Db, act: PlanAct): Promise<PlanActed> {
  const { plan, request } = act;
  return db.transaction(async (tx): Promise<PlanActed> => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${PLAN_LOCK})`);
    const earlier = request && (await requestUnder(tx, plan, request.key));
    if (request && earlier !== undefined && earlier !== request.hash) {
      return { outcome: 'refused', ...refuse('key_reused', { key: request.key }) };
    }
    if (earlier !== undefined) return { outcome: 'repeated', version: await mustBe(tx, plan) };

    const decided = act.decide(await planNow(tx, plan));
    if ('refusal' in decided) return { outcome: 'refused', refusal: decided.refusal };
    const takesEffect = decided.steps.findLast(({ type }) => type === 'tookEffect' || type === 'broughtIn');
    if (takesEffect) await supersedeOthers(tx, plan, takesEffect.at);
    await recordSteps(tx, plan, decided.steps, act);
    await tellChanged(tx);
    return { outcome: 'recorded', version: await mustBe(tx, plan) };
  });
}

async function planNow(tx: Db, plan: PlanKey): Promise<PlanNow> {
  const inForce = await effectivePlanKey(tx);
  const [highest] = await tx
    .select({ newest: max(plans.version) })
    .from(plans)
    .where(eq(plans.id, plan.id));
  return {
    version: await planVersion(tx, plan),
    newest: highest?.newest ?? undefined,
    inForce: inForce && (await planVersion(tx, inForce)),
  };
}

/** What was asked under this key before; undefined when nothing was. */
async function requestUnder(tx: Db, { id, version }: PlanKey, key: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ hash: planSteps.requestHash })
    .from(planSteps)
    .where(and(eq(planSteps.planId, id), eq(planSteps.version, version), eq(planSteps.requestKey, key)))
    .limit(1);
  return row?.hash ?? undefined;
}

async function mustBe(tx: Db, plan: PlanKey): Promise<PlanVersion> {
  const version = await planVersion(tx, plan);
  if (!version) throw new Error(`plan ${plan.id} version ${plan.version} has vanished`);
  return version;
}
