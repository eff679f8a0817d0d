import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WorkflowStartOptions } from '@temporalio/client';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { WorkflowIdReusePolicy } from '@temporalio/common';
import { UnavailableError } from './incidents.js';

/** One try; a restarted server answers within about two seconds, a task in flight at its death after ten. */
export const TRY_MS = 4_000;
/** All tries together: longer than a restart of the server takes, shorter than a person waits. */
const GIVE_UP_MS = 25_000;
const PAUSE_MS = 200;

// gRPC status codes after which the same call, under the same id, may simply be made again.
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const FAILED_PRECONDITION = 9;
const ABORTED = 10;
const UNAVAILABLE = 14;
// FAILED_PRECONDITION: "Workflow Task in failed state", "limit on number of total updates"; both pass with the next task or run.
const TRANSIENT = [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, UNAVAILABLE];

/** A task that was in flight when its worker was killed rests for so long; see docs/decisions/0008. */
export const TASK_TIMEOUT = '5s';

/** Starts a workflow; one that runs already, or has run, stays as it is. */
export async function startOnce(client: Client, workflow: string, options: WorkflowStartOptions): Promise<void> {
  try {
    await client.workflow.start(workflow, {
      ...options,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      workflowTaskTimeout: TASK_TIMEOUT,
      // Where a worker is in this process, the first task comes back with the start.
      requestEagerStart: true,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Makes the call again, under the same id, until it is answered or `GIVE_UP_MS` have passed. */
export async function persist<T>(
  client: Client,
  call: () => Promise<T>,
  isPassing: (error: unknown) => boolean = () => false,
): Promise<T> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await client.withDeadline(Date.now() + TRY_MS, call);
    } catch (error) {
      if (!isTransient(error) && !isPassing(error)) throw error;
      if (Date.now() > giveUpAt) throw new UnavailableError('Temporal did not answer in time', { cause: error });
      await sleep(PAUSE_MS);
    }
  }
}

function isTransient(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (!isGrpcServiceError(e)) continue;
    if (TRANSIENT.includes(e.code)) return true;
  }
  return false;
}

/** It ended between finding it and reaching it. */
export function hasJustEnded(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError;
}

export async function unlessEnded<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (hasJustEnded(error)) return undefined;
    throw error;
  }
}
