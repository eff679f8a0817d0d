import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { temporalReadiness } from '../../src/api/readiness/temporalReadiness.js';
import { startApi } from '../../src/api/index.js';
import type { Api } from '../../src/api/index.js';
import { runCli } from '../../src/cli/run.js';
import type { World } from '../../src/cli/world.js';
import { writeFirstTokens } from '../../src/firstStart.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { HeldPress } from '../support/heldPress.js';
import { SIGNING_KEY, TestMuster } from '../support/muster.js';

export interface CliResult {
  code: number;
  out: string;
  err: string;
}

export interface TestWorld extends World {
  out: string;
  err: string;
  slept: number[];
}

/** Pauses cost a fiftieth of their time. */
export function testWorld(env: World['env'], stop = new AbortController(), tty = false): TestWorld {
  const world: TestWorld = {
    env: { LANG: 'en_GB.UTF-8', MUSTER_ZONE: 'Asia/Shanghai', ...env },
    out: '',
    err: '',
    slept: [],
    stdout: { write: (text) => void (world.out += text), isTTY: tty },
    stderr: { write: (text) => void (world.err += text), isTTY: tty },
    root: '/nonexistent',
    now: Date.now,
    async sleep(ms) {
      world.slept.push(ms);
      await new Promise((done) => setTimeout(done, ms / 50));
    },
    stopped: () => stop.signal,
  };
  return world;
}

export async function cliIn(world: TestWorld, ...argv: string[]): Promise<CliResult> {
  const code = await runCli(argv, world);
  return { code, out: world.out, err: world.err };
}

/** The real API over a real store, worker and Temporal server, with the data folder that a start would leave. */
export class Installation {
  private constructor(
    readonly muster: TestMuster,
    readonly api: Api,
    readonly folder: string,
    readonly criteria: string[],
  ) {}

  static async start(change?: (plan: PlanDocument) => void): Promise<Installation> {
    const muster = await TestMuster.start(change === undefined ? {} : { change });
    const { store, directory, incidents, drills, improvements } = muster;
    const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
    await writeFirstTokens(store, directory, folder);
    const settings = {
      publicUrl: 'http://muster.example',
      signingKey: SIGNING_KEY,
      hookSecrets: {},
      zone: 'Asia/Shanghai',
      now: Date.now,
    };
    const parts = {
      store,
      directory,
      incidents,
      drills,
      improvements,
      readiness: temporalReadiness(muster.client, muster.taskQueue),
      settings,
      log: pino({ level: 'silent' }),
      metrics: new Registry(),
      press: new HeldPress(),
    };
    const api = await startApi(parts, { host: '127.0.0.1', port: 0 });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ api: Number(new URL(api.url).port) }));
    const basis = await directory.basis();
    return new Installation(muster, api, folder, basis?.plan.termination.criteria.map(({ id }) => id) ?? []);
  }

  world(env: World['env'] = {}, stop?: AbortController): TestWorld {
    return testWorld({ MUSTER_DIR: this.folder, ...env }, stop);
  }

  cli(...argv: string[]): Promise<CliResult> {
    return cliIn(this.world(), ...argv);
  }

  async json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
    const { code, out, err } = await this.cli(...argv, '--json');
    if (code !== 0) throw new Error(`exit ${code}: ${err}`);
    return JSON.parse(out) as T;
  }

  /** A fresh incident, recorded. */
  async reported(): Promise<string> {
    const { id } = await this.json<{ id: string }>(
      'report',
      '--category',
      'operation-failure',
      '--title',
      'Payments fail',
      '--place',
      'checkout',
    );
    await this.muster.until(id, (state) => state.seq > 0);
    return id;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.muster.close();
    rmSync(this.folder, { recursive: true });
  }
}
