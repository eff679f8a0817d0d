import { sql } from 'drizzle-orm';
import type { Db, Engine } from './engine.js';

/** Told in the transaction that changes plans, roster or tokens. */
const CHANGED_CHANNEL = 'muster_changed';

/**
 * Also forgotten after this long: a connection that hears nothing any more, and somebody who changes rows by hand, must
 * not keep a revoked token alive.
 */
const KEPT_MS = 60_000;

/** Far more than there are tokens in use. */
const MOST_KEPT = 10_000;

/** What every request asks and hardly ever changes, kept in this process until it is told of a change. */
export interface Memory {
  /** `read` again where nothing is kept under the key. That nothing was found is not kept. */
  recall<T>(key: string, read: () => Promise<T | undefined>): Promise<T | undefined>;
  /**
   * Makes a change and forgets everything, here at once, elsewhere as soon as they hear of it. `unchanged`: by what came
   * back one knows that nothing has changed.
   */
  changing<T>(change: () => Promise<T>, unchanged?: (result: T) => boolean): Promise<T>;
  /** Told of every change, by whatever process; perhaps twice, or without one. Returns the unsubscribe. */
  onChanged(listener: () => void): () => void;
}

export async function createMemory(engine: Engine, now: () => number = Date.now): Promise<Memory> {
  const kept = new Map<string, { value: unknown; until: number }>();
  const listeners = new Set<() => void>();
  let changes = 0;

  function forget(): void {
    changes += 1;
    kept.clear();
    // Not at once: PGlite speaks from within the statement, and what a listener throws would fail the change.
    for (const listener of listeners) queueMicrotask(listener);
  }

  await engine.listen(CHANGED_CHANNEL, forget, forget);

  return {
    async recall<T>(key: string, read: () => Promise<T | undefined>) {
      const found = kept.get(key);
      if (found && found.until > now()) return found.value as T;
      const changesBefore = changes;
      const value = await read();
      // What was read before a change must not be kept after it.
      if (value === undefined || changes !== changesBefore) return value;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, { value, until: now() + KEPT_MS });
      return value;
    },
    async changing(change, unchanged = () => false) {
      let known = false;
      try {
        const result = await change();
        known = unchanged(result);
        return result;
      } finally {
        if (!known) forget();
      }
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** To be called in the transaction of the change. */
export async function tellChanged(tx: Db): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${CHANGED_CHANNEL}, '')`);
}
