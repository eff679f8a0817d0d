import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { waitUntilHealthy } from '../../src/local/health.js';
import { freePortFrom } from '../../src/local/ports.js';
import { identityOf, isAlive } from '../../src/local/processIdentity.js';
import { serverArguments } from '../../src/local/serverSettings.js';
import { obtainTemporalBinary } from '../../src/local/temporalBinary.js';
import {
  startTemporalServer,
  type TemporalServerEvent,
  type TemporalServerOptions,
} from '../../src/local/temporalServer.js';
import { prepareNamespace } from '../../src/temporal/namespace.js';
import {
  afterwards,
  fakeProgram,
  installCleanup,
  kill,
  nextLine,
  occupy,
  runModule,
  temporaryFolder,
  until,
} from './support.js';

installCleanup();

const namespace = 'muster';
const searchAttributes = ['MusterPhase', 'MusterLevel'];
let binary: string;

beforeAll(async () => {
  binary = await obtainTemporalBinary({ env: process.env, say: () => undefined });
});

async function optionsFor(folder: string, more: Partial<TemporalServerOptions> = {}) {
  const events: TemporalServerEvent[] = [];
  const port = await freePortFrom(17_800 + Math.floor(Math.random() * 500), new Set());
  const onEvent = (event: TemporalServerEvent) => void events.push(event);
  return { events, binary, folder, port, namespace, storage: 'quick' as const, onEvent, ...more };
}

async function start(options: TemporalServerOptions) {
  const server = await startTemporalServer(options);
  afterwards(() => server.stop());
  return server;
}

async function connect(address: string) {
  const connection = await Connection.connect({ address });
  afterwards(() => connection.close());
  return connection;
}

async function namespacesAt(address: string): Promise<string[]> {
  const { namespaces } = await (await connect(address)).workflowService.listNamespaces({});
  return namespaces.map(({ namespaceInfo }) => namespaceInfo?.name ?? '');
}

describe('the Temporal server', () => {
  test('answers once it is started, and nothing of it is left once it is stopped', async () => {
    const options = await optionsFor(temporaryFolder());
    const server = await start(options);
    const identity = identityOf(server.pid()!)!;
    expect(await namespacesAt(server.address)).toContain(namespace);
    expect(server.uiUrl).toBeUndefined();
    await server.stop();
    expect(isAlive(identity)).toBe(false);
    expect(server.pid()).toBeUndefined();
    expect(existsSync(join(options.folder, 'temporal.pid'))).toBe(false);
    expect(options.events).toEqual([]);
  });

  test('shows its web UI on the port that was asked for', async () => {
    const options = await optionsFor(temporaryFolder(), { storage: 'memory' });
    const uiPort = await freePortFrom(options.port + 1, new Set());
    const server = await start({ ...options, uiPort });
    expect(server.uiUrl).toBe(`http://127.0.0.1:${uiPort}`);
    expect((await fetch(server.uiUrl!)).status).toBe(200);
  });

  test('is started again after kill -9, on the same port and with the same data', async () => {
    const options = await optionsFor(temporaryFolder());
    const server = await start(options);
    await prepareNamespace(await connect(server.address), 'kept', { searchAttributes });
    const first = server.pid()!;
    process.kill(first, 'SIGKILL');
    await until(() => options.events.some(({ kind }) => kind === 'restarted'));
    expect(options.events.map(({ kind }) => kind)).toEqual(['died', 'restarted']);
    expect(options.events[0]).toMatchObject({ pid: first, reason: 'SIGKILL' });
    expect(server.pid()).not.toBe(first);
    expect(await namespacesAt(server.address)).toContain('kept');
  });

  test('that a killed parent left behind is stopped by the next start', async () => {
    const options = await optionsFor(temporaryFolder());
    const { folder, port } = options;
    const parent = runModule(`
      import { startTemporalServer } from ${JSON.stringify(resolve('dist/local/temporalServer.js'))};
      const server = await startTemporalServer({ ...${JSON.stringify({ binary, folder, port, namespace, storage: 'quick' })}, onEvent() {} });
      console.log(server.pid());
    `);
    const orphan = identityOf(Number(await nextLine(parent)))!;
    await kill(parent);
    expect(isAlive(orphan)).toBe(true);
    const server = await start(options);
    expect(options.events).toEqual([{ kind: 'orphan_stopped', pid: orphan.pid }]);
    expect(isAlive(orphan)).toBe(false);
    expect(await namespacesAt(server.address)).toContain(namespace);
  });

  test('ends with a parent that leaves without stopping it', async () => {
    const { folder, port } = await optionsFor(temporaryFolder());
    const parent = runModule(`
      import { startTemporalServer } from ${JSON.stringify(resolve('dist/local/temporalServer.js'))};
      const server = await startTemporalServer({ ...${JSON.stringify({ binary, folder, port, namespace, storage: 'quick' })}, onEvent() {} });
      process.stdin.once('data', () => process.exit(1));
      console.log(server.pid());
    `);
    const identity = identityOf(Number(await nextLine(parent)))!;
    parent.stdin!.write('leave\n');
    await once(parent, 'exit');
    await until(() => !isAlive(identity));
  });

  test('signals no process that only has the pid, or the pid and start time, of an orphan', async () => {
    const options = await optionsFor(temporaryFolder());
    const bystander = spawn('sleep', ['60']);
    afterwards(() => bystander.kill('SIGKILL'));
    const identity = identityOf(bystander.pid!)!;
    const marker = join(options.folder, 'temporal.db');
    for (const startedAt of ['another time', identity.startedAt]) {
      writeFileSync(join(options.folder, 'temporal.pid'), JSON.stringify({ pid: identity.pid, startedAt, marker }));
      await (await start(options)).stop();
    }
    expect(options.events).toEqual([]);
    expect(isAlive(identity)).toBe(true);
  });

  test('does not start on a port of another program, and says so', async () => {
    const port = await occupy();
    const options = await optionsFor(temporaryFolder(), { port });
    await expect(start(options)).rejects.toMatchObject({
      code: 'port_taken',
      message: expect.stringContaining(String(port)),
    });
  });

  test('that ends at once is reported with the end of its log', async () => {
    const folder = temporaryFolder();
    fakeProgram(join(folder, 'temporal'), 'echo the database is from another version; exit 3');
    const options = await optionsFor(folder, { binary: join(folder, 'temporal') });
    const message = expect.stringMatching(/exit code 3[^]*the database is from another version/);
    await expect(start(options)).rejects.toMatchObject({ code: 'temporal_failed', message });
    await expect(start({ ...options, binary: join(folder, 'none') })).rejects.toMatchObject({
      code: 'temporal_failed',
    });
  });
});

describe('the namespace', () => {
  test('is created once, keeps closed workflows long enough, and is left alone afterwards', async () => {
    const server = await start(await optionsFor(temporaryFolder(), { searchAttributes }));
    const connection = await connect(server.address);
    const retention = async (name: string) => {
      const { config } = await connection.workflowService.describeNamespace({ namespace: name });
      return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
    };
    // The server itself created it, with its attributes: only the retention is raised.
    expect(await prepareNamespace(connection, namespace, { searchAttributes })).toBe(false);
    expect(await retention(namespace)).toBe(30);
    expect(await prepareNamespace(connection, namespace, { searchAttributes, retentionDays: 7 })).toBe(false);
    expect(await retention(namespace)).toBe(30);

    expect(await prepareNamespace(connection, 'other', { searchAttributes, retentionDays: 7 })).toBe(true);
    expect(await prepareNamespace(connection, 'other', { searchAttributes, retentionDays: 7 })).toBe(false);
    expect(await retention('other')).toBe(7);
  });

  test('is created once by two starts at the same moment', async () => {
    const server = await start(await optionsFor(temporaryFolder()));
    const connection = await connect(server.address);
    const both = [1, 2].map(() => prepareNamespace(connection, 'shared', { searchAttributes }));
    await Promise.all(both);
    expect(await prepareNamespace(connection, 'shared', { searchAttributes })).toBe(false);
  });

  test('is ready only when a slow cluster knows its search attributes', async () => {
    const folder = temporaryFolder();
    const { port } = await optionsFor(folder);
    const slow = ['system.forceSearchAttributesCacheRefreshOnRead=false', 'system.namespaceCacheRefreshInterval="3s"'];
    const settings = {
      storage: 'memory',
      dbFile: '',
      port,
      uiPort: undefined,
      namespace,
      searchAttributes: [],
    } as const;
    const args = [...serverArguments(settings), ...slow.flatMap((value) => ['--dynamic-config-value', value])];
    const cluster = spawn(binary, args, { stdio: 'ignore' });
    afterwards(() => kill(cluster));
    await waitUntilHealthy(`127.0.0.1:${port}`, namespace, AbortSignal.timeout(30_000));
    const connection = await connect(`127.0.0.1:${port}`);
    await prepareNamespace(connection, namespace, { searchAttributes });
    const query = `MusterPhase = 'responding'`;
    await connection.workflowService.countWorkflowExecutions({ namespace, query });
  });

  test('with a search attribute of another type is refused', async () => {
    const server = await start(await optionsFor(temporaryFolder(), { searchAttributes }));
    const connection = await connect(server.address);
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: { MusterMode: 3 } });
    const prepared = prepareNamespace(connection, namespace, { searchAttributes: [...searchAttributes, 'MusterMode'] });
    await expect(prepared).rejects.toMatchObject({
      code: 'namespace_not_ready',
      message: expect.stringContaining('MusterMode'),
    });
  });
});
