import {
  areSheetsOpen,
  comparison,
  fold,
  planDrilled,
  runOfDrill,
  runOfIncident,
  unimproved,
  weakCriteria,
} from '../../domain/drill/index.js';
import type { DrillEvent, DrillState, Run } from '../../domain/drill/index.js';
import type { EventOf, IncidentEvent, Phase, State } from '../../domain/incident/index.js';
import { METRIC_EVENTS, metricsOf } from '../../domain/metrics/index.js';
import type { IncidentMetrics } from '../../domain/metrics/index.js';
import type { CriterionId } from '../../domain/plan/compiled.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { MeasuredIncident } from '../incidents/measured.js';
import type { Store } from '../store.js';

/** What the papers of a drill are written from. */
export interface DrillFacts {
  recorded: { event: DrillEvent; hash: string }[];
  plan: PlanDocument;
  people: RosterDocument['people'];
  sheets: Record<string, string>[];
  incident?: { state: State; events: IncidentEvent[] };
  earlier?: { runs: Run[]; versionBefore?: number };
  /** Rated M or U, and nothing is done about them yet. */
  unimproved?: CriterionId[];
}

/** So many of each kind are looked at for a comparison: more than are held on two versions of a plan. */
const MOST_RUNS = 200;
const READ_AT_ONCE = 500;

/** `upTo`: of the drill, the last event; default: as far as it is recorded. The incident and other runs are for the report alone. */
export async function drillFacts(
  store: Store,
  drill: string,
  { upTo = Infinity, forReport }: { upTo?: number; forReport: boolean },
): Promise<DrillFacts> {
  const recorded = (await store.drillRecordOf(drill)).filter(({ event }) => event.seq <= upTo);
  const state = fold(recorded.map(({ event }) => event));
  const { id, version } = state.rules.plan;
  const [kept, roster, sheets] = await Promise.all([
    store.getPlan(id, version),
    store.currentRoster(),
    store.sheetsOf(drill),
  ]);
  if (!kept || !roster) throw new Error('the plan of the drill, or the roster, is not in the store');
  const facts = {
    recorded,
    plan: kept.document,
    people: (roster.document as RosterDocument).people,
    sheets: areSheetsOpen(state) ? sheets : [],
  };
  if (!forReport) return facts;
  const versionBefore = await versionBeforeThat(store, state);
  const [incident, runs, without] = await Promise.all([
    played(store, state.incidentId),
    earlierRuns(store, state, versionBefore),
    withoutImprovement(store, state),
  ]);
  return {
    ...facts,
    ...(incident === undefined ? {} : { incident }),
    earlier: { runs, ...(versionBefore === undefined ? {} : { versionBefore }) },
    unimproved: without,
  };
}

/** As many as a drill has criteria, several times over. */
const MOST_IMPROVEMENTS = 200;

/** Of a report that was handed in: before that nothing of it can be improved. */
export async function withoutImprovement(
  store: Pick<Store, 'listImprovements'>,
  state: DrillState,
): Promise<CriterionId[]> {
  if (weakCriteria(state).length === 0) return [];
  const about = { origin: 'drill', drill: state.drill, limit: MOST_IMPROVEMENTS } as const;
  return unimproved(state, await store.listImprovements(about));
}

async function played(store: Store, incidentId: string): Promise<DrillFacts['incident']> {
  const kept = await store.getIncident(incidentId);
  if (kept === undefined) return undefined;
  const events: IncidentEvent[] = [];
  while (events.length < kept.state.seq) {
    const part = await store.eventsOf(incidentId, events.length, READ_AT_ONCE);
    if (part.length === 0) break;
    events.push(...part.map(({ event }) => event));
  }
  return { state: kept.state, events };
}

/**
 * Drills of the scenario that have been conducted, and real incidents of the category that are over. Of those that will stand
 * beside it also what was measured; that takes reading, and the others only count.
 */
async function earlierRuns(store: Store, state: DrillState, versionBefore: number | undefined): Promise<Run[]> {
  const { drill, scenario, openedAt, startedAt = openedAt } = state;
  const [drills, incidents] = await Promise.all([
    store.listDrills({ scenario: scenario.id, limit: MOST_RUNS }),
    store.measuredIncidents({ from: 0, to: startedAt, mode: 'real', category: scenario.category, limit: MOST_RUNS }),
  ]);
  const held = drills.filter((other) => other.drill !== drill && other.ended !== undefined);
  const over = incidents.filter(({ phase }) => isMeasured(phase)).map(aboutIncident);
  const all = [
    ...held.map((other) => runOfDrill(other, undefined)),
    ...over.map((about): Run => ({ kind: 'incident', figures: {}, ...about })),
  ];
  const beside = new Set(comparison(runOfDrill(state, undefined), all, versionBefore).runs.map(({ id }) => id));
  return Promise.all(
    all.map(async (run): Promise<Run> => {
      if (!beside.has(run.id)) return run;
      const other = held.find((one) => one.drill === run.id);
      if (other !== undefined) return runOfDrill(other, await metricsFor(store, other.incidentId));
      const [metrics, summary] = await Promise.all([metricsFor(store, run.id), summaryOf(store, run.id)]);
      return metrics === undefined ? run : runOfIncident(run, metrics, summary);
    }),
  );
}

function aboutIncident({ id, openedAt: at, category, plan }: MeasuredIncident) {
  return { id, at, category, plan: { id: plan.id, version: plan.version } };
}

/** Its summary evaluation, where that was held: the latest. */
async function summaryOf(store: Store, incidentId: string): Promise<EventOf<'summaryHeld'> | undefined> {
  const [last] = await store.latestOfType(incidentId, 'summaryHeld', 1);
  return last?.event.type === 'summaryHeld' ? last.event : undefined;
}

/** It was responded to, and that is over. */
function isMeasured(phase: Phase): boolean {
  return phase === 'watching' || phase === 'aftermath' || phase === 'closed';
}

async function metricsFor(store: Store, incidentId: string): Promise<IncidentMetrics | undefined> {
  const kept = await store.getIncident(incidentId);
  if (kept === undefined) return undefined;
  const events = (await store.measuredEvents([incidentId], METRIC_EVENTS)).map(({ event }) => event);
  return metricsOf(events, kept.state.basis.plan, events.at(-1)?.at ?? kept.updatedAt);
}

/** The last one in force before the version that was played. */
async function versionBeforeThat(store: Store, state: DrillState): Promise<number | undefined> {
  const { id, version } = planDrilled(state);
  const before = (await store.listPlans())
    .filter((plan) => plan.id === id && plan.version < version && plan.standing.status === 'superseded')
    .map((plan) => plan.version);
  return before.length === 0 ? undefined : Math.max(...before);
}
