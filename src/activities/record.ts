import { RecordRefused } from '../store/index.js';
import type { RecordInput } from '../store/index.js';
import type { ActivityDeps } from './deps.js';
import { tellRefused } from './refusedRecord.js';

/** Tried again every 5 s. */
const SAID_EVERY_ATTEMPTS = 12;

/**
 * Writes events and the messages that caused them; what is already written stays as it is. The outbox follows the
 * record: whoever is not to be told any more is crossed out there. A refusal goes back to Temporal, which tries again: a
 * repaired database heals it.
 */
export function record({ store, log }: ActivityDeps) {
  return async (input: RecordInput): Promise<void> => {
    const { incidentId } = await store.record(input).catch((error: unknown) => {
      if (error instanceof RecordRefused) tellRefused(log, error, SAID_EVERY_ATTEMPTS);
      throw error;
    });
    for (const event of input.events) {
      if (event.type === 'noticeCancelled') {
        await store.cancelNotices({ incidentId, effectId: event.effectId }, event.people);
      }
    }
  };
}
