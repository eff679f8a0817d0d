import { planDrill } from '../domain/drill/index.js';
import { scenarioFor, verificationAt } from '../domain/improvement/appointment.js';
import { isOver, proofOf } from '../domain/improvement/index.js';
import type { DrillProof, Origin, PlanLink } from '../domain/improvement/index.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { Instant } from '../domain/time.js';
import type { ActivityDeps } from './deps.js';

export interface VerificationWanted {
  improvement: string;
  /** The how manieth drill for it. */
  attempt: number;
  origin: Origin;
  /** That brings the change. */
  version?: PlanLink;
  /** Hash of the version in force that was found to have no scenario for it. */
  notUnder?: string;
}

/** The version in force can show nothing of the criterion. */
export interface UnplannableVerification {
  criterion?: string;
  version: PlanLink & { hash: string };
}

export interface PlannedVerification {
  drill: string;
  scenario: string;
  dueAt: Instant;
  version: PlanLink & { hash: string };
}

/** Its workflow records it within a moment. */
const RECORD_LAG_MS = 5_000;

/** Plans the drill that shows whether an improvement works, once the version that brings it has taken effect. */
export function planVerification({ store, drills, zone, log }: ActivityDeps) {
  return async (wanted: VerificationWanted): Promise<PlannedVerification | UnplannableVerification> => {
    const { improvement, attempt, origin, version, notUnder } = wanted;
    const drill = `d-${improvement}-v${attempt}`;
    if ((await store.getDrill(drill)) === undefined) {
      const [effective, roster] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
      const plan = effective?.document;
      if (!effective || !plan?.drills || !roster)
        throw new Error('there is no plan with drills in force, or no roster');
      const key = { plan: plan.plan.id, version: effective.version };
      if (version !== undefined && (key.plan !== version.plan || key.version < version.version)) {
        throw new Error(`version ${version.version} of the plan ${version.plan} has not taken effect yet`);
      }
      const { criterion } = origin;
      const scenario = scenarioFor(plan, origin.scenario, criterion);
      if (scenario === undefined) {
        if (effective.hash === notUnder)
          throw new Error(`no other plan in force yet that practises ${criterion ?? ''}`);
        const found = { version: { plan: key.plan, version: key.version, hash: effective.hash } };
        return criterion === undefined ? found : { ...found, criterion };
      }
      const at = Date.now();
      const ground = {
        plan: { ...plan, drills: plan.drills },
        version: { id: key.plan, version: key.version, hash: effective.hash },
        roster: roster.document as RosterDocument,
      };
      const dueAt = verificationAt(ground.plan, zone, at);
      const opening = planDrill(ground, { id: drill, scenario, reason: improvement, dueAt }, at)!;
      await drills.start(drill, { opening });
      log.info({ improvement, drill, scenario, dueAt, ...key }, 'a drill was planned that shows an improvement');
    }
    const kept = (await store.waitForDrill(drill, 1, RECORD_LAG_MS)) ? await store.getDrill(drill) : undefined;
    if (kept === undefined) throw new Error(`drill ${drill} is not recorded yet; it is tried again`);
    const { scenario, rules, plannedAt = kept.state.openedAt } = kept.state;
    const { id: plan, version: number, hash } = rules.plan;
    return { drill, scenario: scenario.id, dueAt: plannedAt, version: { plan, version: number, hash } };
  };
}

/** The version once it has taken effect. Until then this fails, and is asked again. */
export function versionInForce({ store }: ActivityDeps) {
  return async ({ plan, version }: PlanLink): Promise<PlanLink & { hash: string }> => {
    const found = await store.planVersion(plan, version);
    if (found?.standing.inForceSince === undefined) {
      throw new Error(`version ${version} of the plan ${plan} has not taken effect yet`);
    }
    return { plan, version, hash: found.hash };
  };
}

/** What the drill shows, once it is over. Until then this fails, and is asked again. */
export function verificationOver({ store }: ActivityDeps) {
  return async ({ drill, criterion }: { drill: string; criterion: string }): Promise<DrillProof> => {
    const kept = await store.getDrill(drill);
    if (kept === undefined) throw new Error(`drill ${drill} is not in the store`);
    const proof = proofOf(kept.state, criterion);
    if (!isOver(proof)) throw new Error(`drill ${drill} is not over yet: ${proof.status}`);
    return proof;
  };
}
