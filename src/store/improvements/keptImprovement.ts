import { asc, eq, sql } from 'drizzle-orm';
import { improvementKey } from '../../domain/improvement/index.js';
import type { Db } from '../engine.js';
import { sha256 } from '../../seal/index.js';
import { listEvidence, readEvidence } from '../evidence/evidence.js';
import { improvementEvents, improvements } from '../schema.js';
import { textOf } from '../textOf.js';

export type KeptImprovement = Awaited<ReturnType<typeof keptImprovement>> & object;

/** As it is stored, for proving it. What is recorded between the two statements is left out. */
export async function keptImprovement(db: Db, improvement: string) {
  const { id, seq, state, status, kind, ownerPost, ownerPerson, origin, incidentId, ...rest } = improvements;
  const { dueAt, doneAt, openedAt, updatedAt, headHash } = rest;
  const [row] = await db
    .select({
      ...{ seq, headHash, state: textOf(state) },
      lastSeq: sql<number>`(
        SELECT coalesce(max(seq), 0)::integer FROM improvement_events WHERE improvement_id = ${id}
      )`,
      columns: { status, kind, ownerPost, ownerPerson, origin, incidentId, dueAt, doneAt, openedAt, updatedAt },
    })
    .from(improvements)
    .where(eq(id, improvement));
  if (row === undefined) return undefined;
  const { type, event, texts, hash, improvementId } = improvementEvents;
  const events = await db
    .select({ seq: improvementEvents.seq, type, event: textOf(event), texts: textOf(texts), hash })
    .from(improvementEvents)
    .where(eq(improvementId, improvement))
    .orderBy(asc(improvementEvents.seq));
  const known = events.filter((one) => one.seq <= row.lastSeq);
  const evidence = await hashesOf(db, improvementKey(improvement));
  return { id: improvement, ...row, events: known, evidence };
}

/** One file at a time: together they may be more than the memory. */
async function hashesOf(db: Db, key: string): Promise<{ sha256: string; found: string }[]> {
  const hashes: { sha256: string; found: string }[] = [];
  for (const entry of await listEvidence(db, key)) {
    const file = await readEvidence(db, entry);
    if (file !== undefined) hashes.push({ sha256: entry.sha256, found: sha256(file.bytes) });
  }
  return hashes;
}
