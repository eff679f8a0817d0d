import { and, eq, inArray } from 'drizzle-orm';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Db } from '../engine.js';
import { outbox } from '../schema.js';
import type { EffectKey } from './notice.js';

/** What is being sent at this moment is left alone, so that nothing is called cancelled that arrived. */
export async function cancelNotices(db: Db, { incidentId, effectId }: EffectKey, people: PersonId[]): Promise<void> {
  await db
    .update(outbox)
    .set({ status: 'cancelled' })
    .where(
      and(
        eq(outbox.incidentId, incidentId),
        eq(outbox.effectId, effectId),
        inArray(outbox.person, people),
        inArray(outbox.status, ['queued', 'deferred']),
      ),
    );
}
