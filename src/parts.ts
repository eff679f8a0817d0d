import { NativeConnection } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createActivities } from './activities/index.js';
import { deliver } from './activities/deliver.js';
import type { Unsettled } from './activities/deliver.js';
import { startDestruction } from './api/destruction/startDestruction.js';
import { startPlanMail } from './api/planMail/startPlanMail.js';
import { startProgramme } from './api/programme/startProgramme.js';
import { temporalSchedules } from './api/programme/temporalSchedules.js';
import { startReadiness } from './api/readiness/startReadiness.js';
import { temporalReadiness } from './api/readiness/temporalReadiness.js';
import { startUpkeep } from './api/upkeep/startUpkeep.js';
import { temporalDrills } from './api/drills/temporalDrills.js';
import { temporalImprovements } from './api/improvements/temporalImprovements.js';
import { temporalIncidents } from './api/temporalIncidents.js';
import { createEmailChannel } from './channels/email.js';
import type { Channel } from './channels/channel.js';
import type { Closing } from './closing.js';
import type { Config } from './config.js';
import { createDeskInThread } from './documents/index.js';
import { createDirectory, openStore } from './store/index.js';
import type { Directory, EffectKey, Store } from './store/index.js';
import { prepareNamespace } from './temporal/namespace.js';
import { startWorker } from './temporal/worker.js';
import type { RunningWorker } from './temporal/worker.js';
import { postgresFailed, temporalFailed } from './unreachable.js';
import { SEARCH_ATTRIBUTES } from './workflows/messages.js';

/** The pieces that the entry points put together, each with its own end. */

const HERE = import.meta.dirname;

export async function openRecord(config: Config, closing: Closing): Promise<{ store: Store; directory: Directory }> {
  const { databaseUrl, dir } = config;
  const store = databaseUrl
    ? await openStore({ kind: 'postgres', url: databaseUrl }).catch(postgresFailed(databaseUrl))
    : await openStore({ kind: 'pglite', dataDir: join(dir, 'database') });
  closing.add('store', () => store.close());
  return { store, directory: createDirectory(store) };
}

/** Client and worker share one connection, so that a workflow's first task may come back with its start. */
export async function connectTemporal(config: Config, address: string, closing: Closing): Promise<NativeConnection> {
  const options = { address, ...config.temporalSecurity };
  const connection = await NativeConnection.connect(options).catch(temporalFailed(address));
  closing.add('Temporal connection', () => connection.close());
  await prepareNamespace(connection, config.temporalNamespace, { searchAttributes: SEARCH_ATTRIBUTES });
  return connection;
}

function temporalClient(config: Config, connection: NativeConnection): Client {
  return new Client({ connection, namespace: config.temporalNamespace });
}

/** How running workflows are reached. */
export function overTemporal(config: Config, connection: NativeConnection) {
  const client = temporalClient(config, connection);
  return {
    incidents: temporalIncidents(client, config.taskQueue),
    drills: temporalDrills(client, config.taskQueue),
    improvements: temporalImprovements(client, config.taskQueue),
    readiness: temporalReadiness(client, config.taskQueue),
  };
}

export interface WorkerParts {
  store: Store;
  directory: Directory;
  connection: NativeConnection;
  smtpUrl: string;
  publicUrl: string;
  signingKey: string;
  log: Logger;
}

export async function runWorker(config: Config, parts: WorkerParts, closing: Closing): Promise<RunningWorker> {
  const channel = createEmailChannel({ smtpUrl: parts.smtpUrl, from: config.mailFrom });
  closing.add('e-mail', () => channel.close());
  const urgent = createEmailChannel({ smtpUrl: parts.smtpUrl, from: config.mailFrom, poolSize: 4 });
  closing.add('urgent e-mail', () => urgent.close());
  const desk = createDeskInThread();
  closing.add('desk', () => desk.close());
  const { zone } = config;
  const worker = await startWorker({
    connection: parts.connection,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    workflowBundle: join(HERE, 'workflow-bundle.js'),
    activities: createActivities({ ...parts, ...overTemporal(config, parts.connection), channel, urgent, desk, zone }),
  });
  closing.add('worker', () => worker.stop());
  const mail = { ...parts, zone, now: Date.now, ...mailFrom(parts, channel) };
  const planMail = startPlanMail(mail);
  closing.add('mail of plans', () => planMail.close());
  const upkeep = startUpkeep(mail);
  closing.add('upkeep of stock', () => upkeep.close());
  const schedules = temporalSchedules(temporalClient(config, parts.connection), config.taskQueue);
  const programme = startProgramme({ ...parts, schedules, zone, now: Date.now });
  closing.add('drill programme', () => programme.close());
  const readiness = startReadiness({ ...parts, schedules, zone, now: Date.now });
  closing.add('readiness inspections', () => readiness.close());
  const destruction = startDestruction(mail);
  closing.add('destruction of personal data', () => destruction.close());
  return worker;
}

/** What waits in the outbox leaves by this channel. */
function mailFrom({ store, log }: WorkerParts, channel: Channel) {
  const unsettled: Unsettled = new Map();
  return {
    channel: channel.name,
    deliver: (effect: EffectKey) =>
      deliver({ store, log, channel, unsettled }, effect, (lease) => store.claimNotices({ ...effect, ...lease })),
  };
}
