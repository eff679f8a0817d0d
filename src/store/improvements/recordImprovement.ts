import { and, between, eq, sql } from 'drizzle-orm';
import { evolve, improvementKey, initial, restored } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementState } from '../../domain/improvement/index.js';
import { CHAIN_START, sealAfter } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { orNoted, strikeOutBlocked } from '../incidents/blockedRecords.js';
import { withoutRecorded } from '../incidents/withoutRecorded.js';
import { improvementEvents, improvements } from '../schema.js';
import { tellMoved } from '../watchMoved.js';

export interface ImprovementRecord {
  improvement: string;
  /** In order, without gaps. What is already recorded is compared and skipped. */
  events: ImprovementEvent[];
}

/** Keeps these locks apart from every other use of advisory locks. */
const IMPROVEMENT_LOCKS = 7_107;

/** One transaction at a time for each improvement. */
export async function lockImprovement(tx: Db, improvement: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${IMPROVEMENT_LOCKS}, hashtext(${improvement}))`);
}

export function recordImprovement(db: Db, record: ImprovementRecord): Promise<void> {
  return orNoted(db, improvementKey(record.improvement), () => recordInOrder(db, record));
}

/** Appends events and moves the projection, or does nothing at all; one transaction at a time for each improvement. */
async function recordInOrder(db: Db, { improvement, events }: ImprovementRecord): Promise<void> {
  await db.transaction(async (tx) => {
    await lockImprovement(tx, improvement);
    const [row] = await tx.select().from(improvements).where(eq(improvements.id, improvement));
    const { seq, event, texts, improvementId } = improvementEvents;
    const fresh = await withoutRecorded({ improvement }, row?.seq ?? 0, events, (from, to) =>
      tx
        .select({ event, texts })
        .from(improvementEvents)
        .where(and(eq(improvementId, improvement), between(seq, from, to)))
        .orderBy(seq),
    );
    await strikeOutBlocked(tx, improvementKey(improvement));
    const last = fresh.at(-1);
    if (last === undefined) return;
    const state = fresh.reduce(evolve, row === undefined ? initial : restored(row.state));
    const sealed = sealAfter(row?.headHash ?? CHAIN_START, improvementKey(improvement), fresh);
    const projected = { ...columnsOf(state), headHash: sealed.at(-1)!.hash, updatedAt: last.at };
    await tx
      .insert(improvements)
      .values({ id: improvement, openedAt: state.openedAt, ...projected })
      .onConflictDoUpdate({ target: improvements.id, set: projected });
    await tx
      .insert(improvementEvents)
      .values(sealed.map((row) => ({ improvementId: improvement, type: row.event.type, ...row })));
    await tellMoved(tx, improvementKey(improvement), last.seq);
  });
}

function columnsOf(state: ImprovementState) {
  const { seq, status, kind, owner, origin, dueAt, doneAt } = state;
  return {
    ...{ seq, state, status, kind, dueAt },
    ownerPost: 'post' in owner ? owner.post : null,
    ownerPerson: 'person' in owner ? owner.person : null,
    origin: origin.kind,
    incidentId: origin.incidentId ?? null,
    doneAt: doneAt ?? null,
  };
}
