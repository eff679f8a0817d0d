import { HOUR } from '../domain/time.js';
import type { Duration } from '../domain/time.js';
import type { Store } from './store.js';

/** setTimeout counts to 24.8 days, and clocks are put right meanwhile. */
const LONGEST_WAIT_MS = HOUR;
/** A change comes rarely alone. */
const SETTLE_MS = 50;
const AGAIN_AFTER_MS = 10_000;

/**
 * Does the work now, after every change of plans or roster, and when the work itself asks for it: it answers after how
 * long. Never twice at the same time. What fails is told to `failed` and done again.
 */
export function keepUpToDate(
  store: Pick<Store, 'onChanged'>,
  work: () => Promise<Duration | undefined>,
  failed: (error: unknown) => void,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let closed = false;
  let changed = false;

  function wakeIn(ms: Duration): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(run, Math.min(ms, LONGEST_WAIT_MS));
  }

  function run(): void {
    running = running.then(async () => {
      changed = false;
      try {
        const next = await work();
        // Whatever changed meanwhile may have been read before, and wakes it sooner.
        if (!changed) wakeIn(next ?? LONGEST_WAIT_MS);
      } catch (error) {
        failed(error);
        wakeIn(AGAIN_AFTER_MS);
      }
    });
  }

  const stop = store.onChanged(() => {
    changed = true;
    wakeIn(SETTLE_MS);
  });
  run();
  return {
    async close() {
      closed = true;
      stop();
      clearTimeout(timer);
      await running;
    },
  };
}
