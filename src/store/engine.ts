import { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';

// Everything in which PGlite and a PostgreSQL server differ for us.

export type StoreOptions =
  /**
   * Embedded PostgreSQL. Without `dataDir` in memory. Danger: a folder that two processes open is corrupted, and nothing
   * here prevents it; the caller holds a lock on the data folder for as long as the store is open.
   */
  { kind: 'pglite'; dataDir?: string } | { kind: 'postgres'; url: string };

/** A database or a transaction on it. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** A transaction that runs whole scripts, for migrations. */
export interface ScriptRunner {
  query<T>(statement: string, params?: unknown[]): Promise<{ rows: T[] }>;
  /** Any number of statements, no parameters. */
  exec(script: string): Promise<unknown>;
}

export interface Engine {
  db: Db;
  transact(work: (run: ScriptRunner) => Promise<void>): Promise<void>;
  /**
   * Calls `heard` with the payload of every NOTIFY on the channel, from this process and others. `resumed` is called when
   * some may have been missed.
   */
  listen(channel: string, heard: (payload: string) => void, resumed: () => void): Promise<void>;
  /** Frees the space of outdated row versions; a server does that by itself. For tables that exist, outside transactions. */
  vacuum(tables: string[]): Promise<void>;
  close(): Promise<void>;
}

export function openEngine(options: StoreOptions): Promise<Engine> {
  return options.kind === 'pglite' ? openPglite(options.dataDir) : openPostgres(options.url);
}

/** The rows of a statement written as SQL, with column names and types as the driver gives them. */
export async function rowsOf<T>(db: Db, statement: SQL): Promise<T[]> {
  const { rows } = (await db.execute(statement)) as { rows: T[] };
  return rows;
}

async function openPglite(dataDir = 'memory://'): Promise<Engine> {
  const client = await PGlite.create(dataDir);
  return {
    db: drizzlePglite({ client, casing: 'snake_case' }),
    transact: async (work) => {
      await client.transaction(work);
    },
    listen: async (channel, heard) => {
      await client.listen(channel, heard);
    },
    vacuum: async (tables) => {
      await client.exec(`VACUUM ${tables.join(', ')}`);
    },
    close: () => client.close(),
  };
}

async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'muster',
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A process that froze or lost its network in the middle of a record would otherwise hold up all recording.
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // The server closed an idle connection. The pool has already dropped it; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const listeners: { close(): Promise<void> }[] = [];
  return {
    db: drizzlePg({ client: pool, casing: 'snake_case' }),
    transact: (work) => transactOn(pool, work),
    listen: async (channel, heard, resumed) => {
      listeners.push(await keepListening(url, channel, heard, resumed));
    },
    vacuum: async () => undefined,
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await pool.end();
    },
  };
}

async function transactOn(pool: pg.Pool, work: (run: ScriptRunner) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    await work({
      query: <T>(statement: string, params: unknown[] = []) => client.query<T & pg.QueryResultRow>(statement, params),
      exec: (script) => client.query(script),
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

const RECONNECT_AFTER_MS = 500;

/** LISTEN belongs to one connection: when it breaks, another one takes over. */
async function keepListening(
  url: string,
  channel: string,
  heard: (payload: string) => void,
  resumed: () => void,
): Promise<{ close(): Promise<void> }> {
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'muster listen', keepAlive: true });
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => {
      if (client === current) reconnectLater();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    current = client;
    if (closed) await client.end();
  }

  function reconnectLater(): void {
    if (closed) return;
    timer = setTimeout(() => {
      connect().then(resumed, reconnectLater);
    }, RECONNECT_AFTER_MS);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await current?.end();
    },
  };
}
