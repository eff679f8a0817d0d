import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import type { Answered, Asked } from './answerInThread.js';

/** What it keeps stays in the thread, and whoever asks once mostly asks again. */
const IDLE_MS = 5 * 60_000;
/** What cannot be given up is finished first. */
const END_MS = 5_000;

interface Waiting<Out> {
  resolve: (answer: Out) => void;
  reject: (error: unknown) => void;
}

/** Started when it is needed, ended when it has not been for a while, and replaced when it dies. */
export class OwnThread<In, Out> {
  private running: Running<In, Out> | undefined;
  private idle: NodeJS.Timeout | undefined;
  private closed = false;

  /** `script`: as compiled; a thread cannot be started from TypeScript. `name`: as errors call it, with its article. */
  constructor(
    private readonly script: URL,
    private readonly name: string,
    private readonly limits: ResourceLimits = {},
  ) {}

  async ask(input: In): Promise<Out> {
    if (this.closed) throw new Error(`${this.name} is closed`);
    clearTimeout(this.idle);
    const running = this.running?.alive ? this.running : new Running<In, Out>(this.script, this.name, this.limits);
    this.running = running;
    try {
      return await running.ask(input);
    } finally {
      if (this.running === running && running.waiting.size === 0)
        this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.end();
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const running = this.running;
    this.running = undefined;
    await running?.end();
  }
}

class Running<In, Out> {
  alive = true;
  readonly waiting = new Map<number, Waiting<Out>>();
  private readonly worker: Worker;
  private readonly gone: Promise<void>;
  private last = 0;

  constructor(script: URL, name: string, limits: ResourceLimits) {
    this.worker = new Worker(script, { resourceLimits: limits });
    this.worker.on('message', (answered: Answered<Out>) => this.settle(answered));
    this.gone = new Promise((resolve) => {
      this.worker.once('error', (error) => this.lose(error));
      this.worker.once('exit', () => {
        this.lose(new Error(`the thread of ${name} has ended`));
        resolve();
      });
    });
  }

  ask(input: In): Promise<Out> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, input } satisfies Asked<In>);
    });
  }

  async end(): Promise<void> {
    this.worker.postMessage(null satisfies Asked<In>);
    const given = new AbortController();
    const tooLong = after(END_MS, undefined, { signal: given.signal }).then(
      () => this.worker.terminate(),
      () => undefined,
    );
    await this.gone;
    given.abort();
    await tooLong;
  }

  private settle(answered: Answered<Out>): void {
    const waiting = this.waiting.get(answered.id);
    this.waiting.delete(answered.id);
    if ('error' in answered) waiting?.reject(answered.error);
    else waiting?.resolve(answered.answer);
  }

  private lose(error: unknown): void {
    this.alive = false;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
