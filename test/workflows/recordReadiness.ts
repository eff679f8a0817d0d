import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { READINESS_WORKFLOW } from '../../src/workflows/messages.js';
import type { ReadinessInput } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';

/** One inspection by hand, told to whom it concerns. */
export async function recordReadiness({ client, taskQueue }: TestMuster): Promise<string> {
  const asked = { inspection: 'r-recorded', by: { kind: 'operator' } } as const;
  const input: ReadinessInput = { scheduledFor: Date.now(), asked };
  const workflowId = `${taskQueue}/readiness/r-recorded`;
  const handle = await client.workflow.start(READINESS_WORKFLOW, { workflowId, taskQueue, args: [input] });
  await handle.result();
  return `${historyToJSON(await handle.fetchHistory())}\n`;
}
