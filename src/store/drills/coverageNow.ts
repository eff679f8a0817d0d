import { COVERAGE_EVENTS, coverageOf } from '../../domain/drill/index.js';
import type { CoverageRow, Exercise } from '../../domain/drill/index.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import type { Store } from '../store.js';

/** Of each mode the latest; some years of a large organisation. */
const MOST = 200;
/** Whoever records a decision waits no longer than for so many. */
const READ_AT_ONCE = 4;

export interface CoverageNow {
  rows: CoverageRow[];
  drillOf: Map<string, string>;
  complete: boolean;
}

/** What of the plan was exercised, by what happened in drills and in real incidents. */
export async function coverageNow(store: Store, plan: PlanDocument, now: Instant): Promise<CoverageNow> {
  const window = { from: 0, to: now + 1, limit: MOST + 1 };
  const [drills, real, schemes] = await Promise.all([
    store.measuredIncidents({ ...window, mode: 'drill' }),
    store.measuredIncidents({ ...window, mode: 'real' }),
    store.listDrills({ limit: MOST }),
  ]);
  const found = [
    ...drills.slice(0, MOST).map(({ id, openedAt }) => ({ id, at: openedAt, mode: 'drill' as const })),
    ...real
      .slice(0, MOST)
      .filter(({ phase }) => phase !== 'rejected' && phase !== 'merged')
      .map(({ id, openedAt }) => ({ id, at: openedAt, mode: 'real' as const })),
  ];
  const exercises: Exercise[] = [];
  for (let i = 0; i < found.length; i += READ_AT_ONCE) {
    const part = found.slice(i, i + READ_AT_ONCE);
    const ids = part.map(({ id }) => id);
    const recorded = await store.measuredEvents(ids, COVERAGE_EVENTS);
    for (const one of part) {
      const events = recorded.filter(({ incidentId }) => incidentId === one.id).map(({ event }) => event);
      exercises.push({ ...one, events });
    }
  }
  return {
    rows: coverageOf(plan, exercises, now),
    drillOf: new Map(schemes.map(({ incidentId, drill }) => [incidentId, drill])),
    complete: drills.length <= MOST && real.length <= MOST,
  };
}
