import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Client, WorkflowHandle } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
} from '@temporalio/common';
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
import type { AfterCloseInput, DecisionAnswer, IncidentInput } from '../workflows/messages.js';
import { temporalHistories } from './temporalHistories.js';
import type { Incidents } from './incidents.js';
import { hasJustEnded, persist, startOnce, TASK_TIMEOUT, TRY_MS, unlessEnded } from './temporalCalls.js';

const UPDATES = {
  verify: verifyUpdate,
  changeLevel: changeLevelUpdate,
  terminate: terminateUpdate,
} as const;

export function temporalIncidents(client: Client, taskQueue: string): Incidents {
  const handle = (incidentId: string): WorkflowHandle => client.workflow.getHandle(incidentWorkflowId(incidentId));

  async function start(incidentId: string, input: IncidentInput): Promise<void> {
    await startOnce(client, INCIDENT_WORKFLOW, {
      workflowId: incidentWorkflowId(incidentId),
      taskQueue,
      args: [input],
      typedSearchAttributes: searchAttributesOf(input),
    });
  }

  async function decide(incidentId: string, message: Message): Promise<DecisionAnswer> {
    const update = message.type in UPDATES ? UPDATES[message.type as keyof typeof UPDATES] : decideUpdate;
    return await handle(incidentId).executeUpdate(update, { args: [message], updateId: updateIdOf(message) });
  }

  /** Whoever comes first starts the run, and all others reach it; what was taken by a run that has ended it remembers. */
  async function decideAfterClose(incidentId: string, message: Message): Promise<DecisionAnswer> {
    const startWorkflowOperation = new WithStartWorkflowOperation(INCIDENT_WORKFLOW, {
      workflowId: incidentWorkflowId(incidentId),
      taskQueue,
      args: [{ afterClose: { incidentId } } satisfies AfterCloseInput],
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowTaskTimeout: TASK_TIMEOUT,
    });
    const update = { args: [message] as [Message], updateId: updateIdOf(message), startWorkflowOperation };
    return await client.workflow.executeUpdateWithStart(decideUpdate, update);
  }

  return {
    start: (incidentId, input) => persist(client, () => start(incidentId, input)),
    decide: (incidentId, message) => unlessEnded(persist(client, () => decide(incidentId, message))),
    decideAfterClose: (incidentId, message) =>
      persist(client, () => decideAfterClose(incidentId, message), hasJustEnded),
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

/**
 * Temporal answers a known Update id with the first answer and never looks at the message: the id must tell another body,
 * or another person, under the same request id apart, so that the machine can refuse it.
 */
function updateIdOf(message: Message): string {
  return `${message.requestId} ${fingerprint(message)}`;
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
