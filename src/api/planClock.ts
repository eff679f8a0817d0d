import type { Logger } from 'pino';
import { distributeToNew, overdueOf, takeEffect } from '../domain/plan/lifecycle/index.js';
import type { Act, Decided } from '../domain/plan/lifecycle/index.js';
import { HOUR } from '../domain/time.js';
import type { Instant } from '../domain/time.js';
import { keepUpToDate } from '../store/index.js';
import type { PlanActed, PlanKey, PlanNow, Store } from '../store/index.js';
import { found } from './plans/loadVersion.js';
import { rosterIssues } from './plans/rosterIssues.js';
import { rosterToday } from './plans/rosterToday.js';
import type { RosterToday } from './plans/rosterToday.js';

interface Parts {
  store: Store;
  now: () => Instant;
  log: Logger;
}

/**
 * What happens to plans without anybody's act: an approved version takes effect at its date, and whoever comes to a post
 * of the distribution list is given the plan. Any number of processes may run one: the store lets each step happen once.
 */
export function startPlanClock(parts: Parts): { close(): Promise<void> } {
  const told: ToldDues = new Map();
  return keepUpToDate(
    parts.store,
    async () => {
      const next = await carryOut(parts);
      await tellDues(parts, told);
      return next;
    },
    (error) => parts.log.error({ err: error }, 'plans could not be brought up to date; it is tried again'),
  );
}

/** Answers after how long the next date comes. */
async function carryOut(parts: Parts): Promise<number | undefined> {
  const { store, now } = parts;
  const dated = await store.datedPlans();
  for (const plan of dated.filter(({ effectiveFrom }) => effectiveFrom <= now())) await letTakeEffect(parts, plan);
  for (const plan of [...dated, await store.effectivePlanKey()]) if (plan) await giveToNew(parts, plan);
  const [next] = dated.map(({ effectiveFrom }) => effectiveFrom - now()).filter((ms) => ms > 0);
  return next;
}

/** When each version's dues were last told. */
type ToldDues = Map<string, Instant>;

/** One line a day for as long as something is due: whoever runs Muster reads the log, whatever becomes of the mail. */
async function tellDues({ store, now, log }: Parts, told: ToldDues): Promise<void> {
  const inForce = await store.effectivePlanKey();
  const plan = inForce && (await store.planVersion(inForce.id, inForce.version));
  const at = now();
  const overdue = plan ? overdueOf(plan.standing, at) : [];
  if (plan === undefined || overdue.length === 0) return;
  const { id, version } = plan;
  const key = `${id} ${version}`;
  if (at - (told.get(key) ?? -Infinity) < 24 * HOUR) return;
  told.set(key, at);
  const due = Object.fromEntries(overdue.map(({ kind, due }) => [kind, new Date(due).toISOString()]));
  log.warn({ id, version, due }, 'the plan in force is due for review or evaluation');
}

async function letTakeEffect(parts: Parts, plan: PlanKey): Promise<void> {
  const acted = await actOn(parts, plan, (act, { inForce }, { roster }) =>
    takeEffect(act, { inForce, rosterIssues: rosterIssues(roster, act.document) }),
  );
  const { id, version } = plan;
  if (acted.outcome === 'recorded') parts.log.info({ id, version }, 'a plan took effect at its date');
  // The plan in force stays; a change of the roster or another date makes this be looked at again.
  else if (acted.outcome === 'refused')
    parts.log.error({ id, version, refusal: acted.refusal }, 'a plan cannot take effect at its date');
}

/** Refused where everybody has it, which is the rule. */
async function giveToNew(parts: Parts, plan: PlanKey): Promise<void> {
  await actOn(parts, plan, distributeToNew);
}

async function actOn(
  { store, now }: Parts,
  { id, version }: PlanKey,
  decide: (act: Omit<Act, 'by'>, now: PlanNow, today: RosterToday) => Decided,
): Promise<PlanActed> {
  const today = await rosterToday({ store });
  return store.actOnPlan({
    plan: { id, version },
    decide: (moment) => {
      const { document, standing } = found(moment.version, { id, version });
      return decide({ at: now(), holders: today.holders, document, standing }, moment, today);
    },
  });
}
