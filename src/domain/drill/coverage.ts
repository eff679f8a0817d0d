import type { EventType, IncidentEvent } from '../incident/index.js';
import { parseDuration } from '../plan/duration.js';
import type { PlanDocument } from '../plan/schema.js';
import type { Instant } from '../time.js';

/**
 * What of a plan can be exercised. Of its rules those that say what is done; a bound of grading is one fact of very many, and
 * whether they were used shows in the levels that they lead to.
 */
export const COVERED = [
  'category',
  'incidentLevel',
  'level',
  'responseRule',
  'team',
  'post',
  'task',
  'obligation',
  'terminationCriterion',
] as const;
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
  /** In how many drills, by people. */
  drills: number;
  /** In how many by the simulator alone: nobody has practised anything. Absent: in none. */
  simulated?: number;
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
      const those = found.filter(({ reached }) => reached.byPeople.has(keyOf(kind, id)));
      const drills = those.filter(({ mode }) => mode === 'drill');
      const simulated = found.filter(({ reached }) => reached.simulated.has(keyOf(kind, id))).length;
      const lastDrill = latest(drills);
      const lastReal = latest(those.filter(({ mode }) => mode === 'real'));
      return {
        ...{ kind, id, drills: drills.length },
        ...(simulated === 0 ? {} : { simulated }),
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
  const all: Record<Covered, readonly { id: string }[]> = {
    category: plan.categories,
    incidentLevel: plan.incidentLevels,
    level: plan.levels,
    responseRule: plan.responseRules ?? [],
    team: plan.teams,
    post: plan.posts,
    task: plan.tasks ?? [],
    obligation: plan.obligations ?? [],
    terminationCriterion: plan.termination.criteria,
  };
  return all[kind].map(({ id }) => id);
}

/** Those of which something can be seen here; the others need not be read. */
export const COVERAGE_EVENTS: EventType[] = [
  'reported',
  'categoryChanged',
  'levelProposed',
  'treatedAsReal',
  'activated',
  'levelChanged',
  'acknowledged',
  'arrived',
  'quorumReached',
  'taskStarted',
  'taskFinished',
  'obligationsFiled',
  'confirmed',
  'criteriaConfirmed',
];

interface Reached {
  byPeople: Set<string>;
  /** And by nobody in person. */
  simulated: Set<string>;
}

/** Who was merely called has exercised nothing: somebody has come, acted or decided. */
function reachedIn(events: readonly IncidentEvent[]): Reached {
  const byPeople = new Set<string>();
  const simulated = new Set<string>();
  const together = events.some(isInPerson) ? byPeople : events.some(isSimulated) ? simulated : undefined;
  for (const event of events) {
    const own = isSimulated(event) ? simulated : byPeople;
    for (const key of actedIn(event)) own.add(key);
    for (const key of wentThrough(event)) together?.add(key);
    // It is told by the machine, whoever has come.
    if (event.type === 'quorumReached' && !simulated.has(keyOf('team', event.team))) {
      byPeople.add(keyOf('team', event.team));
    }
  }
  for (const key of byPeople) simulated.delete(key);
  return { byPeople, simulated };
}

/** By whoever the event names. */
function actedIn(event: IncidentEvent): string[] {
  const post = 'authority' in event && typeof event.authority === 'string' ? [keyOf('post', event.authority)] : [];
  switch (event.type) {
    case 'acknowledged':
    case 'arrived':
      return [...post, ...event.targets.map(({ kind, id }) => keyOf(kind, id))];
    case 'taskStarted':
    case 'taskFinished':
      return [...post, keyOf('task', event.task)];
    case 'obligationsFiled':
      return [...post, ...event.obligations.map((id) => keyOf('obligation', id))];
    case 'criteriaConfirmed':
      return [...post, ...event.criteria.map((id) => keyOf('terminationCriterion', id))];
    default:
      return post;
  }
}

/** By everybody who takes part; where nobody has acted, nobody has. */
function wentThrough(event: IncidentEvent): string[] {
  switch (event.type) {
    case 'reported':
      return [keyOf('category', event.category)];
    case 'categoryChanged':
      return [keyOf('category', event.to)];
    case 'levelProposed':
      return event.raises.map(({ rule }) => keyOf('responseRule', rule));
    case 'confirmed':
    case 'treatedAsReal':
      return event.proposed.raises.map(({ rule }) => keyOf('responseRule', rule));
    case 'activated':
      return [keyOf('incidentLevel', event.incidentLevel), keyOf('level', event.level)];
    case 'levelChanged':
      return [keyOf('incidentLevel', event.incidentLevel), keyOf('level', event.to)];
    default:
      return [];
  }
}

function isSimulated({ via }: IncidentEvent): boolean {
  return via === 'simulator';
}

/** Not as the drill reports its incident, in the name of whoever controls it. */
function isInPerson({ actor, via }: IncidentEvent): boolean {
  return actor.kind === 'person' && via !== 'simulator' && via !== 'system';
}

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}
