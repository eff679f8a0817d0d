import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { erasures } from '../schema.js';

export type ErasureBy = Extract<Actor, { kind: 'person' | 'operator' }> & { tokenId: string };

/** How many of each were destroyed or emptied, outside of the incidents as well. */
export interface ErasureCounts {
  incidents: number;
  /** Absent in what an earlier release counted, as `drills`. */
  improvements?: number;
  drills?: number;
  texts: number;
  messages: number;
  documentsRewritten: number;
  documentsDestroyed: number;
  evidence: number;
  mails: number;
  mailbox: number;
  answers: number;
  tokens: number;
  registers: number;
  others: number;
  histories: number;
}

export type Erasure = typeof erasures.$inferSelect;
export type ErasureKey = Pick<Erasure, 'kind' | 'subject'>;

/** Enters it, or returns the one that was begun before and is not done. */
export async function beginErasure(
  db: Db,
  erasure: Pick<Erasure, 'id' | 'kind' | 'subject' | 'reason' | 'erasedBy' | 'begunAt'>,
): Promise<Erasure> {
  await db.insert(erasures).values(erasure).onConflictDoNothing();
  const [begun] = await db
    .select()
    .from(erasures)
    .where(and(isSubject(erasure), isNull(erasures.doneAt)));
  if (!begun) throw new Error(`the erasure of ${erasure.subject} has vanished`);
  return begun;
}

export async function endErasure(db: Db, id: string, counts: ErasureCounts, doneAt: Instant): Promise<void> {
  await db
    .update(erasures)
    .set({ counts, doneAt })
    .where(and(eq(erasures.id, id), isNull(erasures.doneAt)));
}

/** The last one that was completed. */
export async function lastErasure(db: Db, key: ErasureKey): Promise<Erasure | undefined> {
  const [last] = await db
    .select()
    .from(erasures)
    .where(and(isSubject(key), isNotNull(erasures.doneAt)))
    .orderBy(desc(erasures.begunAt))
    .limit(1);
  return last;
}

export async function begunErasure(db: Db, key: ErasureKey): Promise<Erasure | undefined> {
  const [begun] = await db
    .select()
    .from(erasures)
    .where(and(isSubject(key), isNull(erasures.doneAt)));
  return begun;
}

/** Those of people that were begun and broken off, the first one first; of an incident `dueDestructions` tells. */
export async function unfinishedErasures(db: Db): Promise<Erasure[]> {
  return db
    .select()
    .from(erasures)
    .where(and(eq(erasures.kind, 'person'), isNull(erasures.doneAt)))
    .orderBy(erasures.begunAt, erasures.id);
}

/** The newest first. */
export async function listErasures(db: Db, limit: number): Promise<Erasure[]> {
  return db.select().from(erasures).orderBy(desc(erasures.begunAt), desc(erasures.id)).limit(limit);
}

function isSubject({ kind, subject }: ErasureKey) {
  return and(eq(erasures.kind, kind), eq(erasures.subject, subject));
}
