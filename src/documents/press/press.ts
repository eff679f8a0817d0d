import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { removeLeftFolders } from '../office/printFolder.js';
import type { PlanFormat, PrintedPlan, PrintPlanInput } from '../printPlan.js';
import type { Answered, Asked } from './thread.js';

/** Prints beside a process that answers requests, never in its way. */
export interface Press {
  print(input: PrintPlanInput): Promise<PrintedPlan>;
  /** What is under way is given up and rejects; LibreOffice and its folders are gone then. */
  close(): Promise<void>;
}

/** As compiled; a thread cannot be started from TypeScript. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Pictures are kept in the thread, and whoever prints once mostly prints again. */
const IDLE_MS = 5 * 60_000;
/** A picture or a document is finished first; LibreOffice ends with the thread in any case. */
const END_MS = 5_000;

/** A thread for each format: HTML takes a tenth of a second and does not wait for DOCX. */
export function createPress(): Press {
  const threads: Record<PlanFormat, PrintThread> = { docx: new PrintThread(), html: new PrintThread() };
  void removeLeftFolders();
  return {
    print: (input) => threads[input.format].print(input),
    async close() {
      await Promise.all(Object.values(threads).map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  resolve: (printed: PrintedPlan) => void;
  reject: (error: unknown) => void;
}

/** Started when it is needed, ended when it has not been for a while, and replaced when it dies. */
class PrintThread {
  private running: Running | undefined;
  private idle: NodeJS.Timeout | undefined;
  private closed = false;

  async print(input: PrintPlanInput): Promise<PrintedPlan> {
    if (this.closed) throw new Error('the press is closed');
    clearTimeout(this.idle);
    const running = this.running?.alive ? this.running : new Running();
    this.running = running;
    try {
      return await running.print(input);
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

class Running {
  alive = true;
  readonly waiting = new Map<number, Waiting>();
  private readonly worker = new Worker(THREAD);
  private readonly gone: Promise<void>;
  private last = 0;

  constructor() {
    this.worker.on('message', (answered: Answered) => this.settle(answered));
    this.gone = new Promise((resolve) => {
      this.worker.once('error', (error) => this.lose(error));
      this.worker.once('exit', () => {
        this.lose(new Error('the thread that prints has ended'));
        resolve();
      });
    });
  }

  print(input: PrintPlanInput): Promise<PrintedPlan> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, input } satisfies Asked);
    });
  }

  async end(): Promise<void> {
    this.worker.postMessage(null satisfies Asked);
    const given = new AbortController();
    const tooLong = after(END_MS, undefined, { signal: given.signal }).then(
      () => this.worker.terminate(),
      () => undefined,
    );
    await this.gone;
    given.abort();
    await tooLong;
  }

  private settle(answered: Answered): void {
    const waiting = this.waiting.get(answered.id);
    this.waiting.delete(answered.id);
    if ('error' in answered) return waiting?.reject(answered.error);
    const { bytes, ...printed } = answered.printed;
    waiting?.resolve({ ...printed, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  }

  private lose(error: unknown): void {
    this.alive = false;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
