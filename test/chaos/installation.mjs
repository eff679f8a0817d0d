import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { watchBriefly } from './briefWatch.mjs';
import { onCleanUp } from './cleanup.mjs';
import { request } from './http.mjs';
import { freePort } from './ports.mjs';
import { goneWithin, isAlive, kill9, processesNaming } from './processes.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The first start brings in the plan; a machine that compiles beside it takes long. */
const READY_WITHIN_MS = 90_000;
const POLL_MS = 20;

/** Those of whoever runs this must not reach the installations under test. */
const OURS = /^(MUSTER_|TEMPORAL_|SMTP_|DATABASE_URL|PUBLIC_URL|MAIL_FROM|LOG_LEVEL|npm_lifecycle)/;

/** One Muster with a folder and ports of its own, started, killed and started again. */
export class Installation {
  #child;
  #output = '';
  #end;
  #kept = false;

  static async create(smtpUrl) {
    const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const dir = mkdtempSync(join(tmpdir(), 'muster-chaos-'));
    watchBriefly(join(ROOT, 'plans/software-incident'), join(dir, 'plan'));
    return new Installation(smtpUrl, ports, dir);
  }

  constructor(smtpUrl, ports, dir) {
    const [api, temporal, temporalUi, smtp] = ports;
    const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
    this.dir = dir;
    this.ports = ports;
    this.url = `http://127.0.0.1:${api}`;
    this.env = {
      ...Object.fromEntries(inherited),
      MUSTER_DIR: dir,
      SMTP_URL: smtpUrl,
      MUSTER_PLAN: join(dir, 'plan'),
      MUSTER_API_PORT: String(api),
      MUSTER_TEMPORAL_PORT: String(temporal),
      MUSTER_TEMPORAL_UI_PORT: String(temporalUi),
      MUSTER_SMTP_PORT: String(smtp),
    };
    this.#end = onCleanUp(() => this.#endAll());
  }

  /** Everything that it printed, over all starts. */
  get output() {
    return this.#output;
  }

  get mainPid() {
    return this.#child?.pid;
  }

  /** From its pid file; undefined while there is none. */
  get temporalPid() {
    try {
      const { pid } = JSON.parse(readFileSync(join(this.dir, 'temporal.pid'), 'utf8'));
      return processesNaming(this.dir).some((line) => Number.parseInt(line) === pid) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  token(name) {
    return readFileSync(join(this.dir, `${name}.token`), 'utf8').trim();
  }

  /** Returns when `/readyz` says so. Times are of the wall clock. */
  async start() {
    const beganAt = Date.now();
    const from = this.#output.length;
    // In a process group of its own: Ctrl-C is for the harness, which then ends everything itself.
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env: this.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.#output += text));
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`Muster ended instead of starting:\n${this.#output.slice(from)}`);
      if (Date.now() > beganAt + READY_WITHIN_MS)
        throw new Error(`Muster was not ready within ${READY_WITHIN_MS} ms:\n${this.#output.slice(from)}`);
      await pause(POLL_MS);
    }
    const readyAt = Date.now();
    return { beganAt, readyAt, ms: readyAt - beganAt };
  }

  async isReady() {
    try {
      return (await request({ url: `${this.url}/readyz`, timeoutMs: 3_000 })).status === 200;
    } catch {
      return false;
    }
  }

  async untilReady() {
    for (const until = Date.now() + READY_WITHIN_MS; !(await this.isReady()); await pause(POLL_MS)) {
      if (Date.now() > until) throw new Error(`Muster was not ready again within ${READY_WITHIN_MS} ms`);
    }
    return Date.now();
  }

  /**
   * kill -9. The pids are looked up beforehand by `aim`, because a look takes longer than the offsets of the matrix.
   * The main process goes first: otherwise it would start the Temporal server again before it dies.
   */
  aim(target) {
    const pids = { group: [this.mainPid, this.temporalPid], main: [this.mainPid], temporal: [this.temporalPid] }[
      target
    ];
    if (pids.some((pid) => pid === undefined)) throw new Error(`there is nothing to kill for ${target}`);
    return () => pids.forEach(kill9);
  }

  /** After a kill: what came back, by a new start or by the supervisor of the Temporal server. */
  async comeBack(target) {
    if (target === 'temporal') {
      const from = Date.now();
      const readyAt = await this.untilReady();
      return { beganAt: from, readyAt, ms: readyAt - from };
    }
    if (!(await goneWithin(this.mainPid, 5_000))) throw new Error('the main process survived kill -9');
    return this.start();
  }

  /** SIGTERM. Returns how it ended, or undefined as exit code when it did not within `ms`. */
  async stop(ms = 20_000) {
    const child = this.#child;
    if (child === undefined || !isAlive(child.pid)) return { exitCode: child?.exitCode, ms: 0 };
    const beganAt = Date.now();
    const ended = new Promise((done) => child.once('exit', done));
    process.kill(child.pid, 'SIGTERM');
    const exitCode = await Promise.race([ended, pause(ms).then(() => undefined)]);
    return { exitCode, ms: Date.now() - beganAt };
  }

  /** Ends everything that is left of it, and its folder unless it is to be looked at. */
  async remove({ keep = false } = {}) {
    this.#kept = keep;
    await this.#end();
  }

  async #endAll() {
    const own = this.#child !== undefined && this.#child.exitCode === null ? [this.mainPid] : [];
    // By their command lines too: a server that was started at the last moment has no pid file yet.
    const pids = [...own, ...processesNaming(this.dir).map((line) => Number.parseInt(line))];
    pids.forEach(kill9);
    await Promise.all(pids.map((pid) => goneWithin(pid, 5_000)));
    if (this.#kept) console.log(`Left for you to look at: ${this.dir}`);
    else rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
