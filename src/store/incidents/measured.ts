import { and, asc, desc, eq, gte, inArray, like, lt, ne, or, sql } from 'drizzle-orm';
import type { EventOf, EventType, Phase, State } from '../../domain/incident/index.js';
import type { CompiledPlan } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { incidentEvents, incidents } from '../schema.js';
import type { Bases } from './bases.js';
import { toRecordedEvent } from './recordedEvent.js';
import type { RecordedEvent } from './recordedEvent.js';

export interface MeasuredFilter {
  /** Reported from then on, and before then. */
  from: Instant;
  to: Instant;
  mode: 'real' | 'drill';
  category?: string | undefined;
  level?: string | undefined;
  limit: number;
}

/** An incident, as far as it is measured with others. */
export interface MeasuredIncident {
  id: string;
  openedAt: Instant;
  category: string;
  level: string | null;
  phase: Phase;
  /** Of a drill. */
  clock: State['clock'];
  /** By which it runs now. */
  plan: CompiledPlan;
}

/** The latest reported first. */
export async function measuredIncidents(db: Db, bases: Bases, filter: MeasuredFilter): Promise<MeasuredIncident[]> {
  const { id, openedAt, category, level, phase, mode, basisHash, clock } = incidents;
  const rows = await db
    .select({ id, openedAt, category, level, phase, basisHash, clock })
    .from(incidents)
    .where(
      and(
        eq(mode, filter.mode),
        gte(openedAt, filter.from),
        lt(openedAt, filter.to),
        filter.category === undefined ? undefined : eq(category, filter.category),
        filter.level === undefined ? undefined : eq(level, filter.level),
      ),
    )
    .orderBy(desc(openedAt), desc(id))
    .limit(filter.limit);
  // Few hashes, each read once: many incidents are pinned to the same.
  const hashes = [...new Set(rows.map((row) => row.basisHash))];
  const plans = new Map<string, CompiledPlan>();
  for (const hash of hashes) plans.set(hash, (await bases.read(db, hash)).plan);
  return rows.map(({ basisHash: hash, clock: own, ...row }) => ({
    ...row,
    clock: own ?? undefined,
    plan: plans.get(hash)!,
  }));
}

/** Of several incidents, each in order; of effects only notices that ask for an acknowledgement. */
export async function measuredEvents(
  db: Db,
  incidentIds: readonly string[],
  types: readonly EventType[],
): Promise<RecordedEvent[]> {
  if (incidentIds.length === 0) return [];
  const { incidentId, seq, type, event } = incidentEvents;
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(
      and(
        inArray(incidentId, [...incidentIds]),
        inArray(type, [...types]),
        // As text: a field cannot be read where a string beside it holds what PostgreSQL cannot say.
        or(ne(type, 'effectRequested'), like(sql`${event}::text`, '%"acknowledge":true%')),
      ),
    )
    .orderBy(asc(incidentId), asc(seq));
  return rows
    .map(toRecordedEvent)
    .filter(({ event }) => event.type !== 'effectRequested' || asksForAnswer(event.effect));
}

function asksForAnswer(effect: EventOf<'effectRequested'>['effect']): boolean {
  return effect.kind === 'notify' && effect.acknowledge;
}
