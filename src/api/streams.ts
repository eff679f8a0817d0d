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
/** How long a browser waits before it comes back; Muster restarts within a few seconds. */
const RETRY_MS = 2_000;
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
    const reader: Reader = { res, toItem, news: newsBell(), position: after };
    const stop = () => {
      reader.news.end();
      res.end();
    };
    open.add(stop);
    const unsubscribe = store.onRecorded(() => reader.news.ring());
    const heart = setInterval(() => void beat(reader), heartbeatMs);
    res.on('close', stop);
    try {
      // Proxies and readers take a stream for open when the first bytes arrive.
      res.write(`retry: ${RETRY_MS}\n\n`);
      void beat(reader);
      await follow(reader);
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

  async function follow(reader: Reader): Promise<void> {
    const { res, toItem, news } = reader;
    do {
      for (let events = await read(reader); events.length > 0; events = await read(reader)) {
        const items = await Promise.all(events.map(toItem));
        // Writing to a stream that has ended would throw outside of any request.
        if (res.writableEnded || res.destroyed) return;
        res.write(items.map(message).join(''));
        reader.position = events.at(-1)!.position;
        if (res.writableNeedDrain) await drained(res);
      }
    } while (await news.rung());
  }

  function read({ position }: Reader): Promise<RecordedEvent[]> {
    return store.eventsAfterPosition(position, BATCH);
  }

  async function beat(reader: Reader): Promise<void> {
    const { res, news } = reader;
    // A reader that is behind learns from the events themselves that we live.
    if (res.writableNeedDrain) return;
    const position = await store.headPosition().catch(() => undefined);
    if (position === undefined || res.writableEnded || res.destroyed) return;
    // A reader resumes behind what a heartbeat says, so it must not name events that are not on their way yet.
    if (position > reader.position) return news.ring();
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

interface Reader {
  res: Response;
  toItem: Parameters<Streams['serve']>[2];
  news: Bell;
  /** Of the last event that was written to it. */
  position: number;
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
