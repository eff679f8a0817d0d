import { and, between, eq, sql } from 'drizzle-orm';
import { drillKey, evolve, initial, planDrilled, restored } from '../../domain/drill/index.js';
import type { DrillEvent, DrillState } from '../../domain/drill/index.js';
import { CHAIN_START, sealAfter } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { orNoted, strikeOutBlocked } from '../incidents/blockedRecords.js';
import { withoutRecorded } from '../incidents/withoutRecorded.js';
import { drillEvents, drills } from '../schema.js';
import { moveOccurrence } from '../programme/programme.js';
import { tellMoved } from '../watchMoved.js';
import { countSheets } from './sheets.js';

export interface DrillRecord {
  drill: string;
  /** In order, without gaps. What is already recorded is compared and skipped. */
  events: DrillEvent[];
}

/** Keeps these locks apart from every other use of advisory locks. */
const DRILL_LOCKS = 7_108;

/** One transaction at a time for each drill. */
export async function lockDrill(tx: Db, drill: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${DRILL_LOCKS}, hashtext(${drill}))`);
}

export function recordDrill(db: Db, record: DrillRecord): Promise<void> {
  return orNoted(db, drillKey(record.drill), () => recordInOrder(db, record));
}

/** Appends events and moves the projection, or does nothing at all; one transaction at a time for each drill. */
async function recordInOrder(db: Db, { drill, events }: DrillRecord): Promise<void> {
  await db.transaction(async (tx) => {
    await lockDrill(tx, drill);
    const [row] = await tx.select().from(drills).where(eq(drills.id, drill));
    const { seq, event, texts, drillId } = drillEvents;
    const fresh = await withoutRecorded({ drill }, row?.seq ?? 0, events, (from, to) =>
      tx
        .select({ event, texts })
        .from(drillEvents)
        .where(and(eq(drillId, drill), between(seq, from, to)))
        .orderBy(seq),
    );
    await strikeOutBlocked(tx, drillKey(drill));
    const last = fresh.at(-1);
    if (last === undefined) return;
    const state = fresh.reduce(evolve, row === undefined ? initial : restored(row.state));
    const sealed = sealAfter(row?.headHash ?? CHAIN_START, drillKey(drill), fresh);
    const projected = { ...columnsOf(state), headHash: sealed.at(-1)!.hash, updatedAt: last.at };
    await tx
      .insert(drills)
      .values({ id: drill, openedAt: state.openedAt, ...projected })
      .onConflictDoUpdate({ target: drills.id, set: projected });
    await tx.insert(drillEvents).values(sealed.map((row) => ({ drillId: drill, type: row.event.type, ...row })));
    await countSheets(tx, drill, fresh);
    await inProgramme(tx, state, fresh);
    await tellMoved(tx, drillKey(drill), last.seq);
  });
}

/** Where the programme has it, its list says when it is held. */
async function inProgramme(tx: Db, state: DrillState, fresh: readonly DrillEvent[]): Promise<void> {
  const isPlannedAnew = fresh.some(({ type }) => type === 'replanned');
  const isMoved = fresh.some((event) => event.type === 'schemeRevised' && event.plannedAt !== undefined);
  if (!isPlannedAnew && !isMoved) return;
  const missed = isPlannedAnew ? { missed: 'replan' as const } : {};
  await moveOccurrence(tx, state.drill, { plannedAt: state.plannedAt ?? null, ...missed });
}

function columnsOf(state: DrillState) {
  const { seq, status, scenario, programme = null, incidentId } = state;
  const plan = planDrilled(state);
  return {
    ...{ seq, state, status, programme, incidentId },
    ...{ scenario: scenario.id, kind: scenario.kind },
    ...{ planId: plan.id, planVersion: plan.version },
  };
}
