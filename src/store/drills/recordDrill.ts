import { and, between, eq, sql } from 'drizzle-orm';
import { evolve, initial, restored } from '../../domain/drill/index.js';
import type { DrillEvent, DrillState } from '../../domain/drill/index.js';
import { CHAIN_START, isSealed, sealAfter } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { drillEvents, drills } from '../schema.js';

export interface DrillRecord {
  drill: string;
  /** In order, without gaps. What is already recorded is compared and skipped. */
  events: DrillEvent[];
}

/** Keeps these locks apart from every other use of advisory locks. */
const DRILL_LOCKS = 7_108;

/** Under which its chain, its mails and its documents stand, where an incident does otherwise: no incident has a slash in its id. */
export function drillKey(drill: string): string {
  return `drill/${drill}`;
}

/** Appends events and moves the projection, or does nothing at all; one transaction at a time for each drill. */
export async function recordDrill(db: Db, { drill, events }: DrillRecord): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${DRILL_LOCKS}, hashtext(${drill}))`);
    const [row] = await tx.select().from(drills).where(eq(drills.id, drill));
    const fresh = await withoutRecorded(tx, drill, row?.seq ?? 0, events);
    const last = fresh.at(-1);
    if (last === undefined) return;
    const state = fresh.reduce(evolve, row === undefined ? initial : restored(row.state));
    const sealed = sealAfter(row?.headHash ?? CHAIN_START, drillKey(drill), fresh);
    const projected = { ...columnsOf(state), headHash: sealed.at(-1)!.hash, updatedAt: last.at };
    await tx
      .insert(drills)
      .values({ id: drill, openedAt: state.openedAt, ...projected })
      .onConflictDoUpdate({ target: drills.id, set: projected });
    await tx.insert(drillEvents).values(sealed.map((event) => ({ drillId: drill, ...event })));
  });
}

function columnsOf(state: DrillState) {
  const { seq, status, scenario, programme = null, incidentId, rules } = state;
  return {
    ...{ seq, state, status, programme, incidentId },
    ...{ scenario: scenario.id, kind: scenario.kind },
    ...{ planId: rules.plan.id, planVersion: rules.plan.version },
  };
}

async function withoutRecorded(
  tx: Db,
  drill: string,
  recordedSeq: number,
  events: DrillEvent[],
): Promise<DrillEvent[]> {
  const repeated = events.filter(({ seq }) => seq <= recordedSeq);
  const fresh = events.slice(repeated.length);
  const next = fresh.find(({ seq }, i) => seq !== recordedSeq + 1 + i);
  if (next) throw refused('record_gap', drill, `event ${next.seq} came; recorded up to ${recordedSeq}.`);
  if (repeated.length === 0) return fresh;
  const { seq, event, texts, drillId } = drillEvents;
  const rows = await tx
    .select({ event, texts })
    .from(drillEvents)
    .where(and(eq(drillId, drill), between(seq, repeated[0]!.seq, repeated.at(-1)!.seq)))
    .orderBy(seq);
  const other = repeated.find((known, i) => rows[i] === undefined || !isSealed(known, rows[i]));
  if (other) throw refused('record_conflict', drill, `another event is recorded under ${other.seq}.`);
  return fresh;
}

function refused(code: 'record_gap' | 'record_conflict', drill: string, message: string): StoreError {
  return new StoreError(code, `Drill ${drill}: ${message}`);
}
