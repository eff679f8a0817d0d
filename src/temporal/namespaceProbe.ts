import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { grpcCode, status } from './grpc.js';
import type { TemporalConnection } from './namespace.js';

const { CommandType } = proto.temporal.api.enums.v1;

const identity = 'muster';
const keywordPayload = {
  metadata: { encoding: Buffer.from('json/plain'), type: Buffer.from('Keyword') },
  data: Buffer.from(JSON.stringify('check')),
};

/** A cluster refreshes its namespace caches every 2 s, older ones every 10 s. */
const usableWithin = 30_000;
const probeEvery = 200;
const taskWithin = 5_000;
/** Each probe lands on a shard of its own, so that the hosts of a cluster, each with its own cache, are sampled. */
const probes = 3;

/**
 * Returns when a workflow can set these search attributes. Only a workflow can tell: the hosts that run workflows have a
 * cache of their own, and an attribute unknown there fails the workflow's task although the API already lists it.
 */
export async function waitUntilUsable(
  connection: TemporalConnection,
  namespace: string,
  names: readonly string[],
): Promise<void> {
  for (let passed = 0; passed < probes; passed += 1) await whenKnown(() => probe(connection, namespace, names));
}

/** Repeats a call that fails for as long as the caches lag. */
export async function whenKnown<T>(call: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + usableWithin;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const code = grpcCode(error);
      const lagging = code === status.notFound || code === status.invalidArgument;
      if (!lagging || Date.now() > giveUpAt) throw error;
      await pause(probeEvery);
    }
  }
}

/** Runs one workflow by hand, without a worker: it sets the attributes at its start and again from inside, and completes. */
async function probe(connection: TemporalConnection, namespace: string, names: readonly string[]): Promise<void> {
  const { workflowService } = connection;
  const id = `muster-namespace-check-${randomUUID()}`;
  const taskQueue = { name: id };
  const searchAttributes = { indexedFields: Object.fromEntries(names.map((name) => [name, keywordPayload])) };
  await workflowService.startWorkflowExecution({
    ...{ namespace, workflowId: id, requestId: id, identity, taskQueue, searchAttributes },
    workflowType: { name: 'namespaceCheck' },
    workflowExecutionTimeout: msToTs(taskWithin),
  });
  const { taskToken } = await connection.withDeadline(Date.now() + taskWithin, () =>
    workflowService.pollWorkflowTaskQueue({ namespace, taskQueue, identity }),
  );
  await workflowService.respondWorkflowTaskCompleted({
    ...{ namespace, taskToken, identity },
    commands: [
      {
        commandType: CommandType.COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
        upsertWorkflowSearchAttributesCommandAttributes: { searchAttributes },
      },
      {
        commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
        completeWorkflowExecutionCommandAttributes: {},
      },
    ],
  });
}
