import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

const THREAD = new URL('./thread.mjs', import.meta.url);

/** The last message of a client: PGlite is closed instead, see `_final`. */
const TERMINATE = Buffer.from([0x58, 0, 0, 0, 4]);

/** PGlite swallows what breaks it and may answer nothing any more. No statement of ours takes nearly as long. */
const ANSWER_WITHIN_MS = 60_000;

/** How every complete answer ends: ReadyForQuery, its length, and one byte for the state of the transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

type Written = (error?: Error | null) => void;

/**
 * What the `pg` driver takes for a socket: behind it, PGlite in a thread of its own, so that no query holds up the event
 * loop. The database is opened by `connect` and closed with the connection; `ended` resolves when its files are free.
 */
export class EmbeddedConnection extends Duplex {
  readonly ended: Promise<void>;
  private setEnded: () => void = () => undefined;
  private thread: Worker | undefined;
  private written: Written | undefined;
  private failure: Error | undefined;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: { dataDir: string; copyOf: string | undefined },
    /** Until the files are free. */
    private readonly free: Promise<void>,
  ) {
    super({ allowHalfOpen: false });
    this.ended = new Promise((resolve) => (this.setEnded = resolve));
  }

  connect(): this {
    void this.free.then(() => this.open());
    return this;
  }

  private open(): void {
    const thread = new Worker(THREAD, { workerData: this.database });
    this.thread = thread;
    thread.on('message', (message: 'open' | Uint8Array) => {
      if (message === 'open') this.emit('connect');
      else this.answer(message);
    });
    thread.on('error', (error) => (this.failure = error));
    thread.on('exit', () => {
      this.thread = undefined;
      this.setEnded();
      clearTimeout(this.watchdog);
      this.destroy(this.failure ?? (this.writableEnded ? undefined : new Error('the embedded database ended')));
    });
  }

  private answer(bytes: Uint8Array): void {
    clearTimeout(this.watchdog);
    const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!answer.subarray(-6, -1).equals(READY)) return this.fail('the embedded database broke off its answer');
    this.push(answer);
    const written = this.written;
    this.written = undefined;
    written?.();
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _writev(chunks: { chunk: Buffer }[], written: Written): void {
    this.send(Buffer.concat(chunks.map(({ chunk }) => chunk)), written);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: Written): void {
    this.send(chunk, written);
  }

  /** One message is answered before the next is sent: PGlite does one thing at a time. */
  private send(bytes: Buffer, written: Written): void {
    if (!this.thread) return written(new Error('the embedded database has ended'));
    if (bytes.equals(TERMINATE)) return written();
    this.written = written;
    this.watchdog = setTimeout(() => this.fail('the embedded database does not answer'), ANSWER_WITHIN_MS);
    const own = new Uint8Array(bytes);
    this.thread.postMessage(own, [own.buffer]);
  }

  /** What is left of the thread is of no use; the next connection starts another one on the same files. */
  private fail(reason: string): void {
    this.failure = new Error(reason);
    void this.thread?.terminate();
  }

  override _final(ended: Written): void {
    this.thread?.postMessage(null);
    ended();
  }

  override _destroy(error: Error | null, destroyed: (error?: Error | null) => void): void {
    this.thread?.postMessage(null);
    const written = this.written;
    this.written = undefined;
    written?.(error ?? new Error('the embedded database was closed'));
    destroyed(error);
  }

  // What the driver asks of a socket and a thread has no use for.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    this.thread?.ref();
    return this;
  }
  unref(): this {
    this.thread?.unref();
    return this;
  }
}
