import type { Client } from '@temporalio/client';
import { READINESS_WORKFLOW } from '../../workflows/messages.js';
import type { ReadinessInput } from '../../workflows/messages.js';
import { persist, startOnce } from '../temporalCalls.js';

/** How the API has readiness inspected now. */
export interface ReadinessInspections {
  /** Starting the same one again is no error: the first start counts. */
  start(inspection: string, input: ReadinessInput): Promise<void>;
}

/** Ids carry the task queue: several installations may share a namespace. */
export function temporalReadiness(client: Client, taskQueue: string): ReadinessInspections {
  return {
    start: (inspection, input) =>
      persist(client, () =>
        startOnce(client, READINESS_WORKFLOW, {
          workflowId: `${taskQueue}/readiness/${inspection}`,
          ...{ taskQueue, args: [input] },
        }),
      ),
  };
}
