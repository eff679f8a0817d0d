import { sql } from 'drizzle-orm';
import type { Db, Engine } from './engine.js';

/** What a drill or an improvement has come to: told with each commit, by whatever process. */
interface Moved {
  key: string;
  seq: number;
}

const MOVED_CHANNEL = 'muster_moved';

/** Within the transaction that records; heard when it is committed. */
export async function tellMoved(tx: Db, key: string, seq: number): Promise<void> {
  const moved: Moved = { key, seq };
  await tx.execute(sql`SELECT pg_notify(${MOVED_CHANNEL}, ${JSON.stringify(moved)})`);
}

export interface MovedWatch {
  /** Whether it was recorded up to `seq` within the time. Waits for news; does not ask again and again. */
  until(key: string, seq: number, timeoutMs: number, seqNow: () => Promise<number>): Promise<boolean>;
}

export async function watchMoved(engine: Engine): Promise<MovedWatch> {
  const listeners = new Set<(moved: Moved | undefined) => void>();
  // Not at once: PGlite speaks from within the statement. After a broken connection nobody knows what was missed.
  const tell = (moved: Moved | undefined) => {
    for (const listener of listeners) queueMicrotask(() => listener(moved));
  };
  await engine.listen(
    MOVED_CHANNEL,
    (payload) => tell(JSON.parse(payload) as Moved),
    () => tell(undefined),
  );
  return {
    async until(key, seq, timeoutMs, seqNow) {
      const giveUpAt = Date.now() + timeoutMs;
      for (;;) {
        const news = nextNews(listeners, key, seq, giveUpAt - Date.now());
        try {
          // After listening has begun, so that nothing falls in between.
          if ((await seqNow()) >= seq) return true;
          if (Date.now() >= giveUpAt) return false;
          await news.heard;
        } finally {
          news.stop();
        }
      }
    },
  };
}

/** Resolves with the first word that it may have come so far, or when the time is over. */
function nextNews(listeners: Set<(moved: Moved | undefined) => void>, key: string, seq: number, ms: number) {
  let stop = (): void => undefined;
  const heard = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    const listener = (moved: Moved | undefined) => {
      if (moved === undefined || (moved.key === key && moved.seq >= seq)) resolve();
    };
    listeners.add(listener);
    stop = () => {
      clearTimeout(timer);
      listeners.delete(listener);
    };
  });
  return { heard, stop };
}
