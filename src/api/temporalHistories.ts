import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { incidentWorkflowId } from '../workflows/messages.js';
import type { Incidents } from './incidents.js';

const NOT_FOUND = 5;
/** Temporal deletes in the background, in its own time: mostly within seconds. */
const GONE_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;

/** What Temporal keeps of workflows that have ended, of incidents unless said otherwise: the histories of its runs, with everything that was sent. */
export function temporalHistories(
  client: Client,
  persist: <T>(call: () => Promise<T>) => Promise<T>,
  workflowIdOf: (id: string) => string = incidentWorkflowId,
): Pick<Incidents, 'hasEnded' | 'keeps' | 'forget'> {
  const { namespace } = client.options;

  const handle = (incidentId: string, runId?: string) => client.workflow.getHandle(workflowIdOf(incidentId), runId);

  /** Every run that is kept still: a closed incident may have been run once more, and nothing leads back from there. */
  async function runsOf(incidentId: string): Promise<string[]> {
    return [...new Set([...(await lastRunsOf(incidentId)), ...(await persist(() => listed(incidentId)))])];
  }

  async function listed(incidentId: string): Promise<string[]> {
    const runs: string[] = [];
    const query = `WorkflowId = ${JSON.stringify(workflowIdOf(incidentId))}`;
    for await (const { runId } of client.workflow.list({ query })) runs.push(runId);
    return runs;
  }

  /** The newest, and those that it goes on from; a list may not have them yet. */
  async function lastRunsOf(incidentId: string): Promise<string[]> {
    const newest = await unlessGone(persist(() => handle(incidentId).describe()));
    const runs: string[] = [];
    for (let runId = newest?.runId; runId !== undefined && runId !== '';) {
      runs.push(runId);
      const execution = { workflowId: workflowIdOf(incidentId), runId };
      const first = await unlessGone(
        persist(() => client.workflowService.getWorkflowExecutionHistory({ namespace, execution, maximumPageSize: 1 })),
      );
      runId =
        first?.history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    }
    return runs;
  }

  return {
    async hasEnded(incidentId) {
      const newest = await unlessGone(persist(() => handle(incidentId).describe()));
      return newest === undefined || newest.status.name !== 'RUNNING';
    },

    async keeps(incidentId, finds) {
      for (const runId of await runsOf(incidentId)) {
        const history = await unlessGone(persist(() => handle(incidentId, runId).fetchHistory()));
        if (textsIn(history).some(finds)) return true;
      }
      return false;
    },

    async forget(incidentId) {
      // The oldest first: from the newest the others are found, should this be broken off.
      for (const runId of (await runsOf(incidentId)).reverse()) {
        const execution = { workflowId: workflowIdOf(incidentId), runId };
        await unlessGone(
          persist(() => client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: execution })),
        );
      }
      const giveUpAt = Date.now() + GONE_WITHIN_MS;
      for (;;) {
        if ((await runsOf(incidentId)).length === 0) return true;
        if (Date.now() > giveUpAt) return false;
        await sleep(LOOK_EVERY_MS);
      }
    },
  };
}

/** Everything that was sent stands in payloads, as JSON in UTF-8; failures and names are strings. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    for (let e: unknown = error; e instanceof Error; e = e.cause) {
      if (isGrpcServiceError(e) && Number(e.code) === NOT_FOUND) return undefined;
    }
    throw error;
  }
}
