import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeRecord, stopProcess, stopRecorded, writeRecord } from './childRecord.js';
import { waitUntilHealthy } from './health.js';
import { LocalError } from './localError.js';
import { openLog, sizeOf, tailOf } from './logFile.js';
import { isFree } from './ports.js';
import { identityOf } from './processIdentity.js';
import { serverArguments, type ServerSettings, type Storage } from './serverSettings.js';

export type TemporalServerEvent =
  | { kind: 'orphan_stopped'; pid: number }
  | { kind: 'died'; pid: number; reason: string }
  | { kind: 'restarted'; pid: number; afterMs: number }
  | { kind: 'restart_failed'; reason: string };

export interface TemporalServerOptions {
  binary: string;
  /** Holds database, log and pid file: `temporal.db`, `temporal.log`, `temporal.pid`. */
  folder: string;
  port: number;
  /** Without it there is no web UI. */
  uiPort?: number;
  namespace: string;
  /** Keyword search attributes for a namespace that does not exist yet; saves a wait at the very first start. */
  searchAttributes?: readonly string[];
  storage: Storage;
  onEvent: (event: TemporalServerEvent) => void;
}

export interface TemporalServer {
  address: string;
  uiUrl: string | undefined;
  /** Undefined while it is being started again. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const healthyWithin = 30_000;
const stopPatience = 5_000;
const longestBackoff = 5_000;

/** Starts a server that is started again whenever it dies, on the same port and file, until `stop`. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const supervisor = new Supervisor(options);
  await supervisor.start();
  return {
    address: supervisor.address,
    uiUrl: options.uiPort === undefined ? undefined : `http://127.0.0.1:${options.uiPort}`,
    pid: () => supervisor.pid,
    stop: () => supervisor.stop(),
  };
}

class Supervisor {
  readonly address: string;
  readonly #settings: ServerSettings;
  readonly #log: string;
  readonly #record: string;
  readonly #marker: string;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #supervision: Promise<void> = Promise.resolve();

  constructor(readonly options: TemporalServerOptions) {
    const folder = resolve(options.folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.address = `127.0.0.1:${options.port}`;
    this.#settings = {
      ...options,
      uiPort: options.uiPort,
      searchAttributes: options.searchAttributes ?? [],
      dbFile: join(folder, 'temporal.db'),
    };
    this.#log = join(folder, 'temporal.log');
    this.#record = join(folder, 'temporal.pid');
    this.#marker =
      options.storage === 'memory' ? `start-dev --ip 127.0.0.1 --port ${options.port}` : this.#settings.dbFile;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const orphan = await stopRecorded(this.#record, this.#marker, stopPatience);
    if (orphan !== undefined) this.options.onEvent({ kind: 'orphan_stopped', pid: orphan });
    await this.#requirePorts();
    process.once('exit', this.#endWithParent);
    try {
      this.#supervision = this.#supervise(await this.#launch());
    } catch (error) {
      process.removeListener('exit', this.#endWithParent);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#endChild();
    await this.#supervision;
    process.removeListener('exit', this.#endWithParent);
  }

  async #supervise(first: ChildProcess): Promise<void> {
    let child = first;
    for (;;) {
      const reason = await ended(child);
      this.#child = undefined;
      removeRecord(this.#record);
      if (this.#stopping.signal.aborted) return;
      this.options.onEvent({ kind: 'died', pid: child.pid ?? 0, reason });
      const next = await this.#launchAgain();
      if (next === undefined) return;
      child = next;
    }
  }

  /** Undefined when it was told to stop meanwhile. */
  async #launchAgain(): Promise<ChildProcess | undefined> {
    const diedAt = Date.now();
    for (let backoff = 100; !this.#stopping.signal.aborted; backoff = Math.min(backoff * 2, longestBackoff)) {
      try {
        const child = await this.#launch();
        this.options.onEvent({ kind: 'restarted', pid: child.pid ?? 0, afterMs: Date.now() - diedAt });
        return child;
      } catch (error) {
        if (this.#stopping.signal.aborted) return undefined;
        this.options.onEvent({ kind: 'restart_failed', reason: String(error) });
        await pause(backoff, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  /** Returns a healthy process, or leaves none behind. */
  async #launch(): Promise<ChildProcess> {
    const logStart = sizeOf(this.#log);
    const child = this.#spawn();
    this.#child = child;
    const gaveUp = new AbortController();
    const signal = AbortSignal.any([gaveUp.signal, this.#stopping.signal, AbortSignal.timeout(healthyWithin)]);
    const exit = ended(child).then((reason) => {
      gaveUp.abort();
      return reason;
    });
    try {
      await waitUntilHealthy(this.address, this.options.namespace, signal);
      return child;
    } catch {
      const early = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
      await this.#endChild();
      const found = early
        ? `ended at once (${await exit})`
        : `did not answer on ${this.address} within ${healthyWithin / 1_000} s`;
      throw new LocalError(
        'temporal_failed',
        `The Temporal server ${found}. The end of ${this.#log}:\n${tailOf(this.#log, logStart)}`,
      );
    }
  }

  #spawn(): ChildProcess {
    // A pipe would end with this process and take the server's last words, or the server, with it.
    const log = openLog(this.#log);
    try {
      // In a process group of its own Ctrl-C in the terminal reaches only the parent, which then stops everything in order.
      const child = spawn(this.options.binary, serverArguments(this.#settings), {
        detached: true,
        stdio: ['ignore', log, log],
      });
      // A binary that cannot be run has no pid, which is enough to know.
      child.on('error', () => undefined);
      if (child.pid !== undefined) writeRecord(this.#record, child.pid, this.#marker);
      return child;
    } finally {
      closeSync(log);
    }
  }

  async #endChild(): Promise<void> {
    const pid = this.#child?.pid;
    const identity = pid === undefined ? undefined : identityOf(pid);
    if (identity) await stopProcess(identity, stopPatience);
    this.#child = undefined;
    removeRecord(this.#record);
  }

  async #requirePorts(): Promise<void> {
    const { port, uiPort } = this.options;
    for (const wanted of uiPort === undefined ? [port] : [port, uiPort]) {
      if (await isFree(wanted)) continue;
      const found = `Port ${wanted} on 127.0.0.1, needed by the Temporal server, is used by another program.`;
      throw new LocalError('port_taken', `${found} Stop that program, or choose another port in settings.json.`);
    }
  }

  /** The parent leaves without having called `stop`. */
  readonly #endWithParent = (): void => {
    this.#child?.kill('SIGTERM');
  };
}

/** Why it ended, in words. */
async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    await once(child, 'exit');
  }
  if (child.pid === undefined) return 'it could not be started';
  return child.signalCode === null ? `exit code ${child.exitCode}` : child.signalCode;
}
