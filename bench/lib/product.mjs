import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePortFrom } from '../../dist/local/ports.js';
import { root } from '../../scripts/lib/root.mjs';
import { known } from './children.mjs';
import { now, until } from './clock.mjs';
import { createClient } from './http.mjs';
import { journey } from './journey.mjs';
import { processTime } from './machine.mjs';

/** Away from the product's own 7460 to 7463, which somebody may be using, and apart for two benchmarks at a time. */
const FIRST_PORT = 24_600 + (process.pid % 100) * 10;
const USES = ['API', 'TEMPORAL', 'TEMPORAL_UI', 'SMTP'];
const READY_WITHIN_MS = 60_000;

/** Ports for one data folder, to be kept over its restarts. */
export async function choosePorts() {
  const taken = new Set();
  for (const _ of USES) taken.add(await freePortFrom(FIRST_PORT, taken));
  return Object.fromEntries(USES.map((use, i) => [`MUSTER_${use}_PORT`, String([...taken][i])]));
}

/**
 * Starts what `npm start` starts and waits until it says that it is ready.
 * `readyMs`: from the start of the process to that line.
 */
export async function startProduct({ dir, plan, smtpUrl, ports, profile }) {
  const startedAt = now();
  const child = spawn(process.execPath, [...(profile ? profiling(profile) : []), join('scripts', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, ...ports, MUSTER_DIR: dir, MUSTER_PLAN: plan, SMTP_URL: smtpUrl ?? '', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  known(child);
  let output = '';
  const exit = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const readyAt = await until('ready', () => stateOf(child, output), READY_WITHIN_MS, 5).catch(async (error) => {
    child.kill('SIGTERM');
    await exit;
    throw new Error(`${error.message}\n${output}`);
  });

  const url = `http://127.0.0.1:${ports.MUSTER_API_PORT}`;
  const as = (name) => createClient(url, readFileSync(join(dir, `${name}.token`), 'utf8').trim());
  const client = as('commander');
  return {
    url,
    temporalAddress: `127.0.0.1:${ports.MUSTER_TEMPORAL_PORT}`,
    readyMs: readyAt - startedAt,
    client,
    /** `commander`, `deputy` or `operator`, with connections of their own. */
    as,
    ...journey(client),
    secrets: () => JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8')),
    /** Spent so far by Muster and its Temporal server. Unlike times, it hardly depends on what else the machine does. */
    cpuMs: () => processTime(child.pid) + processTime(temporalPid(dir)),
    async stop() {
      client.close();
      child.kill('SIGTERM');
      await exit;
    },
    /** kill -9 of main process and Temporal server, as when the machine goes. */
    async killEverything() {
      client.close();
      const temporal = temporalPid(dir);
      child.kill('SIGKILL');
      if (temporal) process.kill(temporal, 'SIGKILL');
      await exit;
    },
  };
}

function stateOf(child, output) {
  if (output.includes('Muster is ready')) return now();
  if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
  return undefined;
}

function temporalPid(dir) {
  const file = join(dir, 'temporal.pid');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pid : undefined;
}

function profiling(folder) {
  return ['--cpu-prof', '--cpu-prof-dir', folder];
}
