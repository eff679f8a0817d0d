import { asc, eq, sql } from 'drizzle-orm';
import { drillKey } from '../../domain/drill/index.js';
import { sha256 } from '../../seal/index.js';
import type { DocumentEntry } from '../documents/document.js';
import { listDocuments, readDocument } from '../documents/readDocument.js';
import type { Db } from '../engine.js';
import { drillEvents, drills } from '../schema.js';
import { textOf } from '../textOf.js';

export type KeptDrill = Awaited<ReturnType<typeof keptDrill>> & object;

/** As it is stored, for proving it, all of one moment. */
export async function keptDrill(db: Db, drill: string) {
  return db.transaction((tx) => readKept(tx, drill), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function readKept(db: Db, drill: string) {
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
  return { id: drill, ...row, events, papers: await papersOf(db, drill) };
}

/** One file at a time: together they may be more than the memory. */
async function papersOf(db: Db, drill: string) {
  const papers: (DocumentEntry & { found: string })[] = [];
  for (const entry of await listDocuments(db, drillKey(drill))) {
    const file = await readDocument(db, entry);
    if (file !== undefined) papers.push({ ...entry, found: sha256(file.bytes) });
  }
  return papers;
}
