import { activityInfo } from '@temporalio/activity';
import { RecordRefused } from '../store/index.js';
import type { RecordInput } from '../store/index.js';
import type { ActivityDeps, Logger } from './deps.js';

/** A refused recording is tried again every 5 s: said at once, then about once a minute. */
const SAID_EVERY_ATTEMPTS = 12;

const WHAT_TO_DO =
  'The incident goes on, its timeline stands still. Restore the newest backup of the database; recording then goes on ' +
  'by itself. See "the record is refused" in docs/failure-modes.md.';

/**
 * Writes events and the messages that caused them; what is already written stays as it is. The outbox follows the
 * record: whoever is not to be told any more is crossed out there. A refusal goes back to Temporal, which tries again: a
 * repaired database heals it.
 */
export function record({ store, log }: ActivityDeps) {
  return async (input: RecordInput): Promise<void> => {
    const { incidentId } = await store.record(input).catch((error: unknown) => {
      if (error instanceof RecordRefused) tell(log, error);
      throw error;
    });
    for (const event of input.events) {
      if (event.type === 'noticeCancelled') {
        await store.cancelNotices({ incidentId, effectId: event.effectId }, event.people);
      }
    }
  };
}

function tell(log: Logger, { code, incidentId, message, found, needed }: RecordRefused): void {
  const { attempt } = activityInfo();
  if (attempt % SAID_EVERY_ATTEMPTS !== 1) return;
  log.error({ code, incidentId, found, needed, attempt, do: WHAT_TO_DO }, `the record is refused: ${message}`);
}
