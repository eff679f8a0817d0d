import { realTimeOf } from '../domain/incident/index.js';
import { ApplicationFailure } from '@temporalio/activity';
import { inPieces } from '../domain/plan/peopleChange.js';
import { peopleToday } from '../store/index.js';
import type { TakenUp } from '../workflows/messages.js';
import type { ActivityDeps } from './deps.js';

/** What is kept of an incident whose workflow has ended, and who holds its posts today. */
export function takeUp({ store, directory }: ActivityDeps) {
  return async ({ incidentId }: { incidentId: string }): Promise<TakenUp> => {
    const kept = await store.readForRun(incidentId);
    if (kept === undefined) throw ApplicationFailure.nonRetryable(`incident ${incidentId} is not kept`, 'not_kept');
    const { basis, ...state } = kept.state;
    const { roster, change } = await peopleToday(directory, basis);
    const people = inPieces(change).map((piece) => ({ roster, plan: basis.plan.hash, ...piece }));
    return {
      basis,
      carried: { state, lastAt: realTimeOf(kept.state, kept.updatedAt) ?? 0, unrecorded: { events: [], messages: [] } },
      people,
    };
  };
}
