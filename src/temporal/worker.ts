import type { NativeConnection } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';

export interface WorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  /** Built once by `npm run build`: bundling takes seconds. */
  workflowBundle: string;
  activities: object;
}

export interface RunningWorker {
  /** Hands its work over in order; Temporal gives it to the next worker at once. */
  stop(): Promise<void>;
  /** Rejects when the worker ended by itself, which it does only when it cannot go on. */
  ended: Promise<void>;
}

/**
 * Where the SDK cuts a workflow task off, Node ends the whole process (nodejs/node#38503). The default of 5 s passes while a
 * virtual machine is moved or starved. A task that never ends still ends the process, and the next one goes on.
 */
const NOT_IN_TYPES = { isolateExecutionTimeout: '60s' };

/** The figures are measured; see docs/architecture.md, "What is set on Temporal, and why". */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { connection, namespace, taskQueue, workflowBundle, activities } = options;
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: workflowBundle },
    activities,
    // After kill -9 of a worker its incidents answer again after this instead of 10 s.
    stickyQueueScheduleToStartTimeout: '2s',
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
    ...NOT_IN_TYPES,
    maxConcurrentWorkflowTaskExecutions: 100,
    // Notices that wait for their turn hold a place; the record must find one.
    maxConcurrentActivityTaskExecutions: 500,
    // 0.2–0.3 MB each.
    maxCachedWorkflows: 1_000,
    maxHeartbeatThrottleInterval: '400ms',
    defaultHeartbeatThrottleInterval: '400ms',
    shutdownGraceTime: '5s',
  });
  const ended = worker.run();
  // Whoever started the worker waits on `ended`; without this a failure before that would be unhandled.
  ended.catch(() => undefined);
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
