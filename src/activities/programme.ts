import {
  almanacOf,
  appointmentFor,
  isOwed,
  lastOccurrence,
  planDrill,
  scheduledDrillId,
} from '../domain/drill/index.js';
import type { Occurrence, ProgrammeEntry } from '../domain/drill/index.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { Instant } from '../domain/time.js';
import type { SettledOccurrence, StoredDrill } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

/** What became of one time that an entry of the programme was due. */
export interface ScheduledDrill {
  /** `notInPlan`: the plan in force has no such entry, or not at this time. */
  outcome: SettledOccurrence['outcome'] | 'notInPlan';
  drill?: string;
}

/** Its workflow records it within a moment. */
const RECORD_LAG_MS = 5_000;

/** Opens the drill that is due, once for each time, by the plan in force; or writes down why not. */
export function openScheduledDrill(deps: ActivityDeps) {
  const { store, drills, zone, log } = deps;
  return async (asked: { entry: string; scheduledFor: Instant }): Promise<ScheduledDrill> => {
    const [effective, stored] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
    const plan = effective?.document;
    const entry = plan?.drills?.programme.find(({ id }) => id === asked.entry);
    if (!effective || !plan?.drills || !entry || !stored) return { outcome: 'notInPlan' };
    const almanac = almanacOf(plan, zone);
    const occurrence = lastOccurrence(entry, almanac, asked.scheduledFor);
    if (occurrence === undefined) return { outcome: 'notInPlan' };
    const known = await store.occurrenceOf({ entry: entry.id, occurrence: occurrence.id });
    if (known !== undefined) return outcomeOf(known);

    const version = { id: plan.plan.id, version: effective.version, hash: effective.hash };
    const settle = async (more: Pick<SettledOccurrence, 'outcome' | 'settledAt'> & Partial<SettledOccurrence>) => {
      const settled = { ...bare(entry, occurrence), planId: version.id, planVersion: version.version, ...more };
      await store.settleOccurrence(settled);
      log.info({ ...settled, lateMs: settled.settledAt - settled.scheduledFor }, 'a drill of the programme was due');
      return outcomeOf(settled);
    };
    const kept = (await store.keptEntries()).find((one) => one.entry === entry.id);
    // A plan that has moved the entry since: the time before this one may be long past.
    if (!isOwed(occurrence, kept?.since ?? asked.scheduledFor, Date.now())) return { outcome: 'notInPlan' };
    const paused = kept?.paused;
    if (paused) return settle({ outcome: 'paused', settledAt: Date.now(), paused });

    const drill = scheduledDrillId(entry, occurrence);
    if ((await store.getDrill(drill)) === undefined) {
      const at = Date.now();
      const ground = { plan: { ...plan, drills: plan.drills }, version, roster: stored.document as RosterDocument };
      const appointment = appointmentFor(occurrence, entry, almanac, at);
      const opening = planDrill(ground, { entry, occurrence, appointment }, at);
      if (opening === undefined) return settle({ outcome: 'noScenario', settledAt: at });
      await drills.start(drill, { opening });
    }
    const { state } = await recorded(deps, drill);
    const { openedAt: settledAt, plannedAt = null, planned } = state;
    return settle({ outcome: 'opened', drillId: drill, settledAt, plannedAt, missed: planned?.missed?.how ?? null });
  };
}

function bare({ id: entry }: ProgrammeEntry, { id: occurrence, opensAt: scheduledFor, dueAt }: Occurrence) {
  return { entry, occurrence, scheduledFor, dueAt, drillId: null, plannedAt: null, missed: null, paused: null };
}

function outcomeOf({ outcome, drillId }: SettledOccurrence): ScheduledDrill {
  return { outcome, ...(drillId === null ? {} : { drill: drillId }) };
}

async function recorded({ store }: ActivityDeps, drill: string): Promise<StoredDrill> {
  const kept = (await store.waitForDrill(drill, 1, RECORD_LAG_MS)) ? await store.getDrill(drill) : undefined;
  if (kept === undefined) throw new Error(`drill ${drill} is not recorded yet; it is tried again`);
  return kept;
}
