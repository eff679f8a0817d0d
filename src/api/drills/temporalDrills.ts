import type { Client } from '@temporalio/client';
import { decisionPrint } from '../../domain/drill/index.js';
import { decideDrillUpdate, DRILL_WORKFLOW, drillWorkflowId, preemptDrillSignal } from '../../workflows/messages.js';
import { temporalHistories } from '../temporalHistories.js';
import { persist, startOnce, unlessEnded } from '../temporalCalls.js';
import type { Drills } from './drills.js';

export function temporalDrills(client: Client, taskQueue: string): Drills {
  const handle = (drill: string) => client.workflow.getHandle(drillWorkflowId(drill));
  const histories = temporalHistories(client, (call) => persist(client, call), drillWorkflowId);
  return {
    start: (drill, input) =>
      persist(client, () =>
        startOnce(client, DRILL_WORKFLOW, { workflowId: drillWorkflowId(drill), taskQueue, args: [input] }),
      ),
    decide: (drill, message) =>
      unlessEnded(
        persist(client, () =>
          handle(drill).executeUpdate(decideDrillUpdate, {
            args: [message],
            // Another body, or another person, under the same request id is for the drill to refuse.
            updateId: `${message.requestId} ${decisionPrint(message)}`,
          }),
        ),
      ),
    preempt: async (drill, asked) => {
      await unlessEnded(
        persist(client, () =>
          handle(drill)
            .signal(preemptDrillSignal, asked)
            .then(() => true),
        ),
      );
    },
    hasEnded: histories.hasEnded,
    keeps: histories.keeps,
    forget: histories.forget,
  };
}
