import { once } from 'node:events';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import type { RecordedEvent, Store } from '../store/index.js';
import type { Instant } from '../domain/time.js';
import type { StreamItem } from './contract.js';

/** Every open `/api/v1/stream`. */
export interface Streams {
  readonly count: number;
  /** Serves one reader until it leaves or the server closes; `after` is the last position that it knows. */
  serve(res: Response, after: number, toItem: (event: RecordedEvent) => Promise<StreamItem>): Promise<void>;
  close(): void;
}

export interface StreamsDeps {
  store: Pick<Store, 'eventsAfterPosition' | 'headPosition' | 'onRecorded'>;
  now: () => Instant;
  log: Logger;
  metrics: Registry;
  /** Milliseconds between heartbeats. Default: 10 s, as the contract says. */
  heartbeatMs?: number;
}

const HEARTBEAT_MS = 10_000;
/** Events read and written in one go: what a slow reader makes us hold. */
const BATCH = 100;
/** Longer than this nobody reads; the connection is dead or the reader stuck. */
const STUCK_MS = 60_000;

/**
 * Server-sent events. Each stream pulls what lies behind its own position, woken by `onRecorded` and not by a clock,
 * and reads the next batch only when the reader has taken the one before.
 */
export function createStreams({ store, now, log, metrics, heartbeatMs = HEARTBEAT_MS }: StreamsDeps): Streams {
  const open = new Set<() => void>();
  new Gauge({
    name: 'muster_streams',
    help: 'Open event streams',
    registers: [metrics],
    collect() {
      this.set(open.size);
    },
  });

  async function serve(...[res, after, toItem]: Parameters<Streams['serve']>): Promise<void> {
    const news = newsBell();
    const stop = () => {
      news.end();
      res.end();
    };
    open.add(stop);
    const unsubscribe = store.onRecorded(() => news.ring());
    const heart = setInterval(() => void beat(res), heartbeatMs);
    res.on('close', stop);
    try {
      await follow(res, after, toItem, news);
    } catch (error) {
      // The reader comes back with its last position and misses nothing.
      log.warn({ err: error }, 'stream broken off');
      res.destroy();
    } finally {
      clearInterval(heart);
      unsubscribe();
      open.delete(stop);
    }
  }

  async function follow(
    res: Response,
    after: number,
    toItem: Parameters<Streams['serve']>[2],
    news: Bell,
  ): Promise<void> {
    let position = after;
    do {
      for (let events = await read(position); events.length > 0; events = await read(position)) {
        const items = await Promise.all(events.map(toItem));
        // Writing to a stream that has ended would throw outside of any request.
        if (res.writableEnded || res.destroyed) return;
        res.write(items.map(message).join(''));
        if (res.writableNeedDrain) await drained(res);
        position = events.at(-1)!.position;
      }
    } while (await news.rung());
  }

  function read(position: number): Promise<RecordedEvent[]> {
    return store.eventsAfterPosition(position, BATCH);
  }

  async function beat(res: Response): Promise<void> {
    // A reader that is behind learns from the events themselves that we live.
    if (res.writableNeedDrain) return;
    const position = await store.headPosition().catch(() => undefined);
    if (position === undefined || res.writableEnded) return;
    res.write(`event: heartbeat\ndata: ${JSON.stringify({ now: new Date(now()).toISOString(), position })}\n\n`);
  }

  return {
    get count() {
      return open.size;
    },
    serve,
    close() {
      for (const stop of open) stop();
    },
  };
}

function message(item: StreamItem): string {
  return `id: ${item.position}\ndata: ${JSON.stringify(item)}\n\n`;
}

async function drained(res: Response): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const stuck = setTimeout(() => res.destroy(), STUCK_MS);
  await once(res, 'drain', { signal: gone.signal }).catch(() => undefined);
  clearTimeout(stuck);
}

interface Bell {
  ring(): void;
  end(): void;
  /** Whether there is news since the last time; false at the end. */
  rung(): Promise<boolean>;
}

function newsBell(): Bell {
  let news = false;
  let over = false;
  let listen: (() => void) | undefined;
  const wake = () => listen?.();
  return {
    ring() {
      news = true;
      wake();
    },
    end() {
      over = true;
      wake();
    },
    async rung() {
      if (!news && !over) await new Promise<void>((resolve) => (listen = resolve));
      news = false;
      return !over;
    },
  };
}
