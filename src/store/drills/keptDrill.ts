import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { drillEvents, drills } from '../schema.js';
import { textOf } from '../textOf.js';

export type KeptDrill = Awaited<ReturnType<typeof keptDrill>> & object;

/** As it is stored, for proving it. What is recorded between the two statements is left out. */
export async function keptDrill(db: Db, drill: string) {
  const { id, seq, state, headHash, status, scenario, kind, programme, incidentId, ...rest } = drills;
  const { planId, planVersion, openedAt, updatedAt } = rest;
  const [row] = await db
    .select({
      ...{ seq, headHash, state: textOf(state) },
      lastSeq: sql<number>`(SELECT coalesce(max(seq), 0)::integer FROM drill_events WHERE drill_id = ${id})`,
      columns: { status, scenario, kind, programme, incidentId, planId, planVersion, openedAt, updatedAt },
    })
    .from(drills)
    .where(eq(id, drill));
  if (row === undefined) return undefined;
  const { type, event, texts, hash, drillId } = drillEvents;
  const events = await db
    .select({ seq: drillEvents.seq, type, event: textOf(event), texts: textOf(texts), hash })
    .from(drillEvents)
    .where(eq(drillId, drill))
    .orderBy(asc(drillEvents.seq));
  return { id: drill, ...row, events: events.filter((one) => one.seq <= row.lastSeq) };
}
