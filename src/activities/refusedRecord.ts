import { activityInfo } from '@temporalio/activity';
import type { RecordRefused } from '../store/index.js';
import type { Logger } from './deps.js';

const WHAT_TO_DO =
  'its timeline stands still. Restore the newest backup of the database; recording then goes on by itself. See "the record ' +
  'is refused" in docs/failure-modes.md.';

/** A refused recording is tried again and again: said at once, then about once a minute. */
export function tellRefused(log: Logger, refused: RecordRefused, saidEveryAttempts: number): void {
  const { attempt } = activityInfo();
  if (attempt % saidEveryAttempts !== 1) return;
  const { code, recordOf, message, found, needed } = refused;
  const what = 'improvement' in recordOf ? 'improvement' : 'drill' in recordOf ? 'drill' : 'incident';
  const goesOn = `The ${what} goes on`;
  log.error(
    { code, ...recordOf, found, needed, attempt, do: `${goesOn}, ${WHAT_TO_DO}` },
    `the record is refused: ${message}`,
  );
}
