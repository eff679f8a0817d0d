import type { Closing } from './closing.js';
import { ConfigError } from './config.js';
import { LocalError } from './local/localError.js';
import { PlanFileError } from './planfiles/index.js';
import { UnreachableError } from './unreachable.js';

/**
 * Runs an entry point until a signal, or until one of the things that it runs ends by itself, then closes everything in
 * order. A start that fails closes what it had opened; the exit code is 1 then, and when something ended by itself.
 */
export async function untilStopped(closing: Closing, start: () => Promise<Promise<void>[]>): Promise<void> {
  const signalled = new Promise<'signalled'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('signalled'));
  });
  try {
    const running = start();
    const why = await Promise.race([signalled, running.then((parts) => Promise.race(parts))]);
    if (why === 'signalled') console.log('Stopping.');
    else throw new Error('A part of Muster ended by itself. Muster stops, so that whoever watches it starts it again.');
  } catch (error) {
    console.error(isExpected(error) ? error.message : error);
    process.exitCode = 1;
  }
  await closing.close((name, error) => console.error(`${name} did not end cleanly:`, error));
  console.log('Stopped.');
  process.exit();
}

/** Meant for the person at the terminal: the message says it all. */
function isExpected(error: unknown): error is Error {
  return [LocalError, ConfigError, PlanFileError, UnreachableError].some((expected) => error instanceof expected);
}
