import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { fold, improvementKey } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementEventOf, ImprovementStatus } from '../../domain/improvement/index.js';
import type { Actor } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { sealAfter } from '../../seal/index.js';
import type { Bare } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { has, wordsIn } from '../erasure/found.js';
import type { Pattern } from '../erasure/found.js';
import { withoutTexts } from '../erasure/withoutTexts.js';
import { withTexts } from '../incidents/recordedEvent.js';
import { evidence, improvementEvents, improvements } from '../schema.js';
import { lockImprovement } from './recordImprovement.js';

/** What is looked for: a person, in all of them, or what the pattern finds in those of one incident. */
export type Sought = { pattern: Pattern } & ({ person: PersonId } | { incidentId: string });

export interface ConcernedImprovement {
  id: string;
  status: ImprovementStatus;
  /** In its words, or in files that are kept for it. */
  names: boolean;
  /** By name, not by a post. */
  owns: boolean;
}

/** Improvements that have it in their words or files, or whose owner it is. */
export async function improvementsConcerning(db: Db, sought: Sought): Promise<ConcernedImprovement[]> {
  const person = 'person' in sought ? sought.person : null;
  const { pattern } = sought;
  const rows = await rowsOf<ConcernedImprovement>(
    db,
    sql`
      WITH concerned AS (
        SELECT id, status, coalesce(owner_person = ${person}, false) AS owns,
          ${has(wordsIn(sql`state`), pattern)}
          OR id IN (SELECT improvement_id FROM improvement_events WHERE ${has(wordsIn(sql`texts`), pattern)})
          OR ${improvementKey('')} || id IN (
            SELECT incident_id FROM evidence WHERE coalesce(stored_by = ${person}, false) OR ${has(sql`name`, pattern)}
          ) AS names
        FROM improvements
        WHERE ${'incidentId' in sought ? sql`incident_id = ${sought.incidentId}` : sql`true`}
      )
      SELECT * FROM concerned WHERE names OR owns ORDER BY id`,
  );
  return rows;
}

export interface ImprovementErasure {
  improvement: string;
  erasure: string;
  /** Absent where what an incident gathered is destroyed. */
  person?: PersonId;
  finds: (text: string) => boolean;
  /** Files to destroy, by SHA-256. */
  files: string[];
  actor: Actor;
  at: Instant;
}

/** Both or neither: what is to be erased is gone, and the chain says so. Answers whether there was anything. */
export async function eraseInImprovement(db: Db, asked: ImprovementErasure): Promise<boolean> {
  const { improvement, erasure, person, finds, files, actor, at } = asked;
  return db.transaction(async (tx) => {
    await lockImprovement(tx, improvement);
    const { seq, event, texts, improvementId } = improvementEvents;
    const rows = await tx
      .select({ seq, event, texts })
      .from(improvementEvents)
      .where(eq(improvementId, improvement))
      .orderBy(asc(seq));
    const erased = rows.flatMap((row) => {
      const fields = Object.keys(row.texts).filter((field) => finds(row.texts[field]?.text ?? ''));
      return fields.length === 0 ? [] : [{ seq: row.seq, fields }];
    });
    const isFile = and(eq(evidence.incidentId, improvementKey(improvement)), inArray(evidence.sha256, files));
    const destroyed = await tx.delete(evidence).where(isFile).returning({ sha256: evidence.sha256 });
    const [known] = await tx.select().from(improvements).where(eq(improvements.id, improvement));
    if (known === undefined || (erased.length === 0 && destroyed.length === 0)) return false;
    const left = rows.map((row) => ({
      ...row,
      texts: withoutTexts(row.texts, erased.find((one) => one.seq === row.seq)?.fields ?? []),
    }));
    for (const one of left.filter((row) => erased.some((gone) => gone.seq === row.seq))) {
      await tx
        .update(improvementEvents)
        .set({ texts: one.texts })
        .where(and(eq(improvementId, improvement), eq(seq, one.seq)));
    }
    const events = left.map((row) => withTexts<ImprovementEvent>(row.event, row.texts));
    const says: ImprovementEvent = {
      ...{ seq: known.seq + 1, at: Math.max(at, events.at(-1)?.at ?? 0), actor, via: 'api' },
      ...{ type: 'textsErased', erasure, ...(person === undefined ? {} : { person }), erased },
      ...(destroyed.length === 0 ? {} : { files: destroyed.map(({ sha256 }) => sha256).sort() }),
    };
    const sealed = sealAfter(known.headHash, improvementKey(improvement), [says]);
    const state = fold([...events, says]);
    await tx
      .insert(improvementEvents)
      .values(sealed.map((row) => ({ improvementId: improvement, type: row.event.type, ...row })));
    await tx
      .update(improvements)
      .set({ state, seq: says.seq, headHash: sealed[0]!.hash, updatedAt: says.at })
      .where(eq(improvements.id, improvement));
    return true;
  });
}

/** What an erasure has done so far, over all improvements. */
export async function erasedInImprovements(
  db: Db,
  erasure: string,
): Promise<{ improvements: number; texts: number; files: string[] }> {
  const { event, type } = improvementEvents;
  const rows = await db.select({ event }).from(improvementEvents).where(eq(type, 'textsErased'));
  const said = rows.map((row) => row.event as Bare<ImprovementEventOf<'textsErased'>>);
  const done = said.filter((event) => event.erasure === erasure);
  return {
    improvements: done.length,
    texts: done.reduce((all, { erased }) => all + erased.reduce((sum, { fields }) => sum + fields.length, 0), 0),
    files: done.flatMap(({ files = [] }) => files),
  };
}
