import { METRIC_EVENTS, metricsOf } from '../domain/metrics/index.js';
import type { Counted, IncidentMetrics } from '../domain/metrics/index.js';
import { nowOf } from '../domain/incident/index.js';
import type { IncidentEvent } from '../domain/incident/index.js';
import type { CompiledPlan } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import type { Store } from '../store/index.js';

/** A year of a large organisation, with room. What is beyond is said to be left off. */
const MOST_MEASURED = 1_000;

/** Of so many the events are read at once, some 50 ms of the database: whoever records a decision waits no longer. */
const READ_AT_ONCE = 4;

/** Metrics of one incident. */
export async function measureOne(store: Store, id: string, plan: CompiledPlan, at: Instant): Promise<IncidentMetrics> {
  const recorded = await store.measuredEvents([id], METRIC_EVENTS);
  return metricsOf(
    recorded.map(({ event }) => event),
    plan,
    at,
  );
}

export interface Measured {
  counted: Counted[];
  leftOut: { rejected: number; merged: number };
  complete: boolean;
}

/** Metrics of all incidents that were reported in this time, one of two phases left out that are no emergencies of their own. */
export async function measureAll(
  store: Store,
  filter: Omit<Parameters<Store['measuredIncidents']>[0], 'limit'>,
  realNow: Instant,
): Promise<Measured> {
  const found = await store.measuredIncidents({ ...filter, limit: MOST_MEASURED + 1 });
  const all = found.slice(0, MOST_MEASURED);
  const own = all.filter(({ phase }) => phase !== 'rejected' && phase !== 'merged');
  const counted: Counted[] = [];
  for (let i = 0; i < own.length; i += READ_AT_ONCE) {
    const part = own.slice(i, i + READ_AT_ONCE);
    const events = await eventsOf(
      store,
      part.map(({ id }) => id),
    );
    for (const { id, openedAt, category, level, plan, clock } of part) {
      counted.push({
        reportedAt: openedAt,
        category,
        ...(level === null ? {} : { level }),
        metrics: metricsOf(events.get(id) ?? [], plan, nowOf({ clock }, realNow)),
      });
      // Each takes a few milliseconds at most; whoever waits for a decision comes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const of = (phase: string) => all.filter((one) => one.phase === phase).length;
  return {
    counted,
    leftOut: { rejected: of('rejected'), merged: of('merged') },
    complete: found.length === all.length,
  };
}

async function eventsOf(store: Store, ids: string[]): Promise<Map<string, IncidentEvent[]>> {
  const events = new Map<string, IncidentEvent[]>();
  for (const { incidentId, event } of await store.measuredEvents(ids, METRIC_EVENTS)) {
    const own = events.get(incidentId);
    if (own === undefined) events.set(incidentId, [event]);
    else own.push(event);
  }
  return events;
}
