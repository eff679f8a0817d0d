import type { PlanKey } from '../plans/planVersion.js';
import type { outbox } from '../schema.js';

/**
 * - `queued`: nobody has tried yet.
 * - `sending`: claimed; if the lease runs out without a result, the message may or may not have left.
 * - `accepted`: the channel has taken responsibility. Final.
 * - `rejected`: trying again the same way cannot help. Final.
 * - `deferred`: the channel said "later"; may be claimed again.
 * - `cancelled`: not needed any more before it was sent. Final.
 */
export type NoticeStatus = 'queued' | 'sending' | 'accepted' | 'rejected' | 'deferred' | 'cancelled';

/** A row and what has become of it. */
export type Notice = typeof outbox.$inferSelect;

/** `id`: incident, notice, person and channel, so that a person gets a notice once on each channel. */
export type NewNotice = Pick<
  Notice,
  'id' | 'incidentId' | 'effectId' | 'noticeId' | 'person' | 'channel' | 'address' | 'subject' | 'text' | 'messageId'
>;

/** Under which mail about a version stands: where an incident does otherwise, and no incident has a slash in its id. */
export function planOutbox({ id, version }: PlanKey): string {
  return `plan/${id}/${version}`;
}

/** The effect whose recipients are meant. */
export interface EffectKey {
  incidentId: string;
  effectId: string;
}
