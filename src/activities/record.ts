import type { RecordInput } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

/**
 * Writes events and the messages that caused them; what is already written stays as it is. The outbox follows the
 * record: whoever is not to be told any more is crossed out there.
 */
export function record({ store }: ActivityDeps) {
  return async (input: RecordInput): Promise<void> => {
    const { incidentId } = await store.record(input);
    for (const event of input.events) {
      if (event.type === 'noticeCancelled') {
        await store.cancelNotices({ incidentId, effectId: event.effectId }, event.people);
      }
    }
  };
}
