import type { Instant } from '../domain/time.js';

interface Output {
  write(text: string): void;
  readonly isTTY?: boolean | undefined;
}

/** Everything outside the program but HTTP, so that tests can stand in for it. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  /** The project's folder. */
  root: string;
  now(): Instant;
  /** Ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From the first call on Ctrl-C no longer ends the program but aborts this signal. */
  stopped(): AbortSignal;
}
