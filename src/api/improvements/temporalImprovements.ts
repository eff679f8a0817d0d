import type { Client } from '@temporalio/client';
import { decisionPrint } from '../../domain/improvement/index.js';
import type { ImprovementMessage } from '../../domain/improvement/index.js';
import { decideImprovementUpdate, IMPROVEMENT_WORKFLOW, improvementWorkflowId } from '../../workflows/messages.js';
import type { Improvements } from './improvements.js';
import { temporalHistories } from '../temporalHistories.js';
import { persist, startOnce, unlessEnded } from '../temporalCalls.js';

export function temporalImprovements(client: Client, taskQueue: string): Improvements {
  const histories = temporalHistories(client, (call) => persist(client, call), improvementWorkflowId);
  return {
    start: (improvement, input) =>
      persist(client, () =>
        startOnce(client, IMPROVEMENT_WORKFLOW, {
          workflowId: improvementWorkflowId(improvement),
          taskQueue,
          args: [input],
        }),
      ),
    decide: (improvement, message) =>
      unlessEnded(
        persist(client, () =>
          client.workflow
            .getHandle(improvementWorkflowId(improvement))
            .executeUpdate(decideImprovementUpdate, { args: [message], updateId: updateIdOf(message) }),
        ),
      ),
    hasEnded: histories.hasEnded,
    keeps: histories.keeps,
    forget: histories.forget,
  };
}

/** Tells another body, or another person, under the same request id apart, so that the improvement can refuse it. */
function updateIdOf(message: ImprovementMessage): string {
  return `${message.requestId} ${decisionPrint(message)}`;
}
