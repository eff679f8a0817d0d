import type { EventType, IncidentEvent } from '../incident/index.js';
import { parseDuration } from '../plan/duration.js';
import type { PlanDocument } from '../plan/schema.js';
import type { Instant } from '../time.js';

/** What of a plan can be exercised. */
export const COVERED = ['category', 'level', 'team', 'post', 'task', 'obligation'] as const;
export type Covered = (typeof COVERED)[number];

/** Where the plan does not say how often. */
export const USUAL_INTERVAL = '365d';

/** An incident that was played, or a real one: what happened in it is what was exercised. */
export interface Exercise {
  /** Of the incident. */
  id: string;
  /** When it was reported, by the clock on the wall. */
  at: Instant;
  mode: 'drill' | 'real';
  events: readonly IncidentEvent[];
}

export interface Exercised {
  at: Instant;
  incidentId: string;
}

export interface CoverageRow {
  kind: Covered;
  id: string;
  /** In how many drills. */
  drills: number;
  lastDrill?: Exercised;
  /** What a real incident has shown is no drill, and stands apart. */
  lastReal?: Exercised;
  /** `old`: longer ago than the programme asks. Absent where it is neither. */
  due?: 'never' | 'old';
}

/** What was exercised when, and what is due. In the order of the plan, kind by kind. */
export function coverageOf(plan: PlanDocument, exercises: readonly Exercise[], now: Instant): CoverageRow[] {
  const since = now - parseDuration(plan.drills?.exerciseEvery ?? USUAL_INTERVAL);
  const found = exercises.map((one) => ({ ...one, reached: reachedIn(one.events) }));
  return COVERED.flatMap((kind) =>
    idsIn(plan, kind).map((id) => {
      const those = found.filter(({ reached }) => reached.has(keyOf(kind, id)));
      const drills = those.filter(({ mode }) => mode === 'drill');
      const lastDrill = latest(drills);
      const lastReal = latest(those.filter(({ mode }) => mode === 'real'));
      return {
        ...{ kind, id, drills: drills.length },
        ...(lastDrill === undefined ? { due: 'never' as const } : { lastDrill }),
        ...(lastDrill !== undefined && lastDrill.at < since ? { due: 'old' as const } : {}),
        ...(lastReal === undefined ? {} : { lastReal }),
      };
    }),
  );
}

function latest(exercises: readonly Exercise[]): Exercised | undefined {
  const [last] = exercises.toSorted((a, b) => b.at - a.at);
  return last && { at: last.at, incidentId: last.id };
}

function idsIn(plan: PlanDocument, kind: Covered): string[] {
  const { categories, levels, teams, posts, tasks = [], obligations = [] } = plan;
  const all = { category: categories, level: levels, team: teams, post: posts, task: tasks, obligation: obligations };
  return all[kind].map(({ id }) => id);
}

/** Those of which something can be seen here; the others need not be read. */
export const COVERAGE_EVENTS: EventType[] = [
  'reported',
  'categoryChanged',
  'activated',
  'levelChanged',
  'acknowledged',
  'arrived',
  'quorumReached',
  'taskStarted',
  'taskFinished',
  'obligationsFiled',
  'confirmed',
];

/** Who was merely called has exercised nothing: somebody has come, acted or decided. */
function reachedIn(events: readonly IncidentEvent[]): Set<string> {
  const reached = new Set<string>();
  const add = (kind: Covered, ...ids: string[]) => ids.forEach((id) => reached.add(keyOf(kind, id)));
  for (const event of events) {
    if ('authority' in event && typeof event.authority === 'string') add('post', event.authority);
    if (event.type === 'reported') add('category', event.category);
    if (event.type === 'categoryChanged') add('category', event.to);
    if (event.type === 'activated') add('level', event.level);
    if (event.type === 'levelChanged') add('level', event.to);
    if (event.type === 'acknowledged' || event.type === 'arrived') {
      for (const { kind, id } of event.targets) add(kind, id);
    }
    if (event.type === 'quorumReached') add('team', event.team);
    if (event.type === 'taskStarted' || event.type === 'taskFinished') add('task', event.task);
    if (event.type === 'obligationsFiled') add('obligation', ...event.obligations);
  }
  return reached;
}

function keyOf(kind: Covered, id: string): string {
  return `${kind} ${id}`;
}
