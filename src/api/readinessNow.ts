import { ACTIONS_WITHIN, readinessOf } from '../domain/metrics/index.js';
import type { Readiness, ScheduledDrill } from '../domain/metrics/index.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import type { ApiDeps } from './deps.js';
import { dayOf } from './plans/lifecycleFacts.js';
import { groundOf } from './registers/kind.js';

/** By the plan in effect and the registers as they stand. */
export async function readinessNow(deps: ApiDeps): Promise<Readiness> {
  const { store, settings } = deps;
  const until = settings.now();
  const [{ plan, roster, today }, ledger, key, actions] = await Promise.all([
    groundOf(deps),
    store.currentLedger(),
    store.effectivePlanKey(),
    store.improvementsInTime({ since: until - ACTIONS_WITHIN, until }),
  ]);
  const version = key === undefined ? undefined : await store.planVersion(key.id, key.version);
  const { evaluations = [], approval } = version?.standing ?? {};
  const approved = approval === undefined ? undefined : dayOf(approval.at, plan.calendar?.zone ?? settings.zone);
  return readinessOf({
    ...{ plan, at: until, scheduled: await scheduledDrills(deps, plan) },
    roster,
    items: ledger?.document.items,
    evaluatedOn: evaluations.at(-1)?.on ?? approved,
    actions,
    today,
  });
}

async function scheduledDrills({ store }: ApiDeps, plan: PlanDocument): Promise<ScheduledDrill[]> {
  const scheduled: ScheduledDrill[] = [];
  for (const one of await store.occurrencesOf((plan.drills?.programme ?? []).map(({ id }) => id))) {
    const drill = one.drillId === null ? undefined : await store.getDrill(one.drillId);
    const startedAt = drill?.state.startedAt;
    scheduled.push({ dueAt: one.plannedAt ?? one.dueAt, ...(startedAt === undefined ? {} : { startedAt }) });
  }
  return scheduled;
}
