import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, WorkflowIdReusePolicy } from '@temporalio/common';
import type { SearchAttributePair } from '@temporalio/common';
import { fingerprint } from '../domain/incident/index.js';
import type { Message } from '../domain/incident/index.js';
import {
  answersSignal,
  changeLevelUpdate,
  decideUpdate,
  INCIDENT_WORKFLOW,
  incidentWorkflowId,
  peopleChangedSignal,
  recheckClaimsSignal,
  recheckStockSignal,
  terminateUpdate,
  verifyUpdate,
} from '../workflows/messages.js';
import type { DecisionAnswer, IncidentInput } from '../workflows/messages.js';
import { temporalHistories } from './temporalHistories.js';
import { UnavailableError } from './incidents.js';
import type { Incidents } from './incidents.js';

/** One try; a restarted server answers within about two seconds, a task in flight at its death after ten. */
const TRY_MS = 4_000;
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

const UPDATES = {
  verify: verifyUpdate,
  changeLevel: changeLevelUpdate,
  terminate: terminateUpdate,
} as const;

export function temporalIncidents(client: Client, taskQueue: string): Incidents {
  const handle = (incidentId: string): WorkflowHandle => client.workflow.getHandle(incidentWorkflowId(incidentId));

  async function start(incidentId: string, input: IncidentInput): Promise<void> {
    try {
      await client.workflow.start(INCIDENT_WORKFLOW, {
        workflowId: incidentWorkflowId(incidentId),
        taskQueue,
        args: [input],
        typedSearchAttributes: searchAttributesOf(input),
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        // A task that was in flight when its worker was killed rests for so long; see docs/decisions/0008.
        workflowTaskTimeout: '5s',
        // Where a worker is in this process, the first task comes back with the start.
        requestEagerStart: true,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async function decide(incidentId: string, message: Message): Promise<DecisionAnswer> {
    const update = message.type in UPDATES ? UPDATES[message.type as keyof typeof UPDATES] : decideUpdate;
    // Temporal answers a known Update id with the first answer and never looks at the message: the id must tell another
    // body, or another person, under the same request id apart, so that the machine can refuse it.
    const updateId = `${message.requestId} ${fingerprint(message)}`;
    return await handle(incidentId).executeUpdate(update, { args: [message], updateId });
  }

  return {
    start: (incidentId, input) => persist(client, () => start(incidentId, input)),
    decide: (incidentId, message) => unlessEnded(persist(client, () => decide(incidentId, message))),
    answer: async (incidentId, messages) => {
      const sent = persist(client, () => handle(incidentId).signal(answersSignal, messages));
      return (await unlessEnded(sent.then(() => true))) ?? false;
    },
    recheckClaims: async (incidentId) => {
      await unlessEnded(persist(client, () => handle(incidentId).signal(recheckClaimsSignal)));
    },
    recheckStock: async (incidentId) => {
      await unlessEnded(persist(client, () => handle(incidentId).signal(recheckStockSignal)));
    },
    changePeople: async (incidentId, change) => {
      await unlessEnded(persist(client, () => handle(incidentId).signal(peopleChangedSignal, change)));
    },
    ...temporalHistories(client, (call) => persist(client, call)),
    ping: async () => {
      await client.withDeadline(Date.now() + TRY_MS, () => client.workflowService.getSystemInfo({}));
    },
  };
}

/** What a new incident is found by; the workflow keeps it up to date from its first change on. */
function searchAttributesOf({ opening }: IncidentInput): SearchAttributePair[] {
  if (!opening) return [];
  const { category, mode } = opening.report;
  const values = { MusterPhase: 'reported', MusterCategory: category, MusterMode: mode } as const;
  return Object.entries(values).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, SearchAttributeType.KEYWORD),
    value,
  }));
}

/** Makes the call again, under the same id, until it is answered or `GIVE_UP_MS` have passed. */
async function persist<T>(client: Client, call: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await client.withDeadline(Date.now() + TRY_MS, call);
    } catch (error) {
      if (!isTransient(error)) throw error;
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

async function unlessEnded<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
