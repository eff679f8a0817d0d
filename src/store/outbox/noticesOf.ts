import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { outbox } from '../schema.js';
import type { EffectKey, Notice } from './notice.js';

/** Oldest first. */
export async function noticesOf(db: Db, incidentId: string): Promise<Notice[]> {
  return db
    .select()
    .from(outbox)
    .where(eq(outbox.incidentId, incidentId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
}

export type NoticeStanding = Pick<Notice, 'person' | 'status' | 'lastCode'>;

/** What became of each person of each effect, without the mails themselves. */
export async function noticesForEffects(db: Db, effects: EffectKey[]): Promise<NoticeStanding[][]> {
  const { incidentId, effectId, person, status, lastCode } = outbox;
  const wanted = effects.map((effect) => sql`(${effect.incidentId}, ${effect.effectId})`);
  const rows = await db
    .select({ incidentId, effectId, person, status, lastCode })
    .from(outbox)
    .where(sql`(${incidentId}, ${effectId}) IN (${sql.join(wanted, sql`, `)})`)
    .orderBy(asc(outbox.id));
  const byEffect = new Map<string, NoticeStanding[]>(effects.map((effect) => [keyOf(effect), []]));
  for (const { person, status, lastCode, ...effect } of rows) {
    byEffect.get(keyOf(effect))?.push({ person, status, lastCode });
  }
  return effects.map((effect) => byEffect.get(keyOf(effect)) ?? []);
}

function keyOf({ incidentId, effectId }: EffectKey): string {
  return JSON.stringify([incidentId, effectId]);
}
