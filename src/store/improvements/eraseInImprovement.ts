import { and, asc, eq, sql } from 'drizzle-orm';
import { fold } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementStatus } from '../../domain/improvement/index.js';
import type { Actor } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { sealAfter } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { has } from '../erasure/found.js';
import { withoutTexts } from '../erasure/withoutTexts.js';
import { withTexts } from '../incidents/recordedEvent.js';
import { improvementEvents, improvements } from '../schema.js';
import { improvementKey, lockImprovement } from './recordImprovement.js';

/** Which improvements have somebody in their words. */
export async function improvementsNaming(
  db: Db,
  pattern: string,
): Promise<{ id: string; status: ImprovementStatus }[]> {
  return rowsOf<{ id: string; status: ImprovementStatus }>(
    db,
    sql`
      SELECT id, status FROM improvements WHERE ${has(sql`state::text`, pattern)}
        OR id IN (SELECT improvement_id FROM improvement_events WHERE ${has(sql`texts::text`, pattern)})
      ORDER BY id`,
  );
}

export interface ImprovementErasure {
  improvement: string;
  erasure: string;
  person: PersonId;
  finds: (text: string) => boolean;
  actor: Actor;
  at: Instant;
}

/** Both or neither: the texts that name somebody are gone, and the chain says so. Answers how many they were. */
export async function eraseInImprovement(db: Db, asked: ImprovementErasure): Promise<number> {
  const { improvement, erasure, person, finds, actor, at } = asked;
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
    const [known] = await tx.select().from(improvements).where(eq(improvements.id, improvement));
    if (known === undefined || erased.length === 0) return 0;
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
      ...{ type: 'textsErased', erasure, person, erased },
    };
    const sealed = sealAfter(known.headHash, improvementKey(improvement), [says]);
    const state = fold([...events, says]);
    await tx.insert(improvementEvents).values(sealed.map((row) => ({ improvementId: improvement, ...row })));
    await tx
      .update(improvements)
      .set({ state, seq: says.seq, headHash: sealed[0]!.hash, updatedAt: says.at })
      .where(eq(improvements.id, improvement));
    return erased.reduce((sum, { fields }) => sum + fields.length, 0);
  });
}
