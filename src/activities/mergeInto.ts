import { ApplicationFailure } from '@temporalio/activity';
import type { Message } from '../domain/incident/index.js';
import type { ActivityDeps } from './deps.js';

export interface MergeRequest {
  /** The incident that is to take over. */
  into: string;
  /** `absorb`, under a request id that stays the same when the activity runs again. */
  message: Message;
}

/** Asks another incident to take one over. `code`: why it would not. */
export function mergeInto({ incidents }: ActivityDeps) {
  return async ({ into, message }: MergeRequest): Promise<{ code?: string }> => {
    const answer = await incidents.decide(into, message);
    if (answer === undefined) return { code: 'incident_not_running' };
    // A bug over there must not decide: it is asked again until it answers.
    if (answer.refusal?.code === 'machine_error') throw ApplicationFailure.create({ message: 'machine_error' });
    return answer.refusal === undefined ? {} : { code: answer.refusal.code };
  };
}
