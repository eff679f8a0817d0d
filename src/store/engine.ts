import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { EmbeddedConnection } from './embedded/connection.js';

// Everything in which PGlite and a PostgreSQL server differ for us.

export type StoreOptions =
  /**
   * Embedded PostgreSQL. Without `dataDir` in memory. Danger: a folder that two processes open is corrupted, and nothing
   * here prevents it; the caller holds a lock on the data folder for as long as the store is open. `copyOf`: a file that
   * `dumpDataDir` of PGlite wrote, to begin with instead of an empty database, which takes seconds to be set up.
   */
  { kind: 'pglite'; dataDir?: string; copyOf?: string } | { kind: 'postgres'; url: string };

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
  /** Leaves nothing on disk of what was deleted; `false`: that is for whoever runs the server. Outside transactions. */
  clearDeleted(): Promise<boolean>;
  close(): Promise<void>;
}

type Embedded = Extract<StoreOptions, { kind: 'pglite' }>;

export function openEngine(options: StoreOptions): Promise<Engine> {
  return options.kind === 'pglite' ? openPglite(options) : openPostgres(options.url);
}

/** The rows of a statement written as SQL, with column names and types as the driver gives them. */
export async function rowsOf<T>(db: Db, statement: SQL): Promise<T[]> {
  const { rows } = (await db.execute(statement)) as { rows: T[] };
  return rows;
}

/** One connection, which is the whole database: whoever works in a transaction has it alone, the others wait. */
async function openPglite({ dataDir = 'memory://', copyOf }: Embedded): Promise<Engine> {
  let connection: EmbeddedConnection | undefined;
  let connected = false;
  const listeners: Listener[] = [];
  /** A thread that died is replaced, and listens to what its predecessor listened to. The pool waits for the promise. */
  const listenAgain: (client: pg.ClientBase) => unknown = async (client) => {
    // A log file that is used again keeps at its end what stood in it before.
    await client.query('SET wal_recycle = off');
    client.on('notification', ({ channel, payload }) => {
      for (const listener of listeners) if (listener.channel === channel) listener.heard(payload ?? '');
    });
    for (const { channel } of listeners) await client.query(`LISTEN ${channel}`);
    if (connected) for (const { resumed } of listeners) resumed();
    connected = true;
  };
  const pool = keptOnErrors(
    new pg.Pool({
      stream: () => (connection = new EmbeddedConnection({ dataDir, copyOf }, connection?.ended ?? Promise.resolve())),
      // Said in full: what is not said is read from the operator's PG* variables, which mean another database.
      user: 'postgres',
      password: '',
      database: 'postgres',
      ssl: false,
      sslnegotiation: 'postgres',
      options: '',
      max: 1,
      idleTimeoutMillis: 0,
      onConnect: listenAgain,
    }),
  );
  surviveLostConnections(pool);
  await pool.query('SELECT 1');
  return {
    ...engineOn(pool),
    listen: async (channel, heard, resumed) => {
      await pool.query(`LISTEN ${channel}`);
      listeners.push({ channel, heard, resumed });
    },
    vacuum: async (tables) => {
      await pool.query(`VACUUM ${tables.join(', ')}`);
    },
    clearDeleted: async () => {
      const { rows } = await pool.query<{ name: string }>(
        `SELECT quote_ident(table_name) AS name FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
      );
      // One by one: between them others have their turn.
      for (const { name } of rows) await pool.query(`VACUUM FULL ${name}`);
      await leaveLogFiles(pool);
      return true;
    },
    close: async () => {
      // The pool drops what still waits when it ends; what was asked before this is answered before this.
      await pool.query('SELECT 1').catch(() => undefined);
      await pool.end();
      await connection?.ended;
    },
  };
}

/** What was written down for a crash is left behind and removed; what an earlier release kept for later use is written over. */
async function leaveLogFiles(pool: pg.Pool): Promise<void> {
  const { rows: files } = await pool.query('SELECT name FROM pg_ls_waldir()');
  for (let i = 0; i <= files.length; i += 1) {
    // Without anything in it a file is not left.
    await pool.query(`SELECT pg_logical_emit_message(false, '', '')`);
    await pool.query('SELECT pg_switch_wal()');
  }
  await pool.query('CHECKPOINT');
}

interface Listener {
  channel: string;
  heard: (payload: string) => void;
  resumed: () => void;
}

/** The pool's own `query` throws its connection away after every statement that failed; here that would be the database. */
function keptOnErrors(pool: pg.Pool): pg.Pool {
  const query = async (text: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    try {
      return await client.query(text, values);
    } finally {
      client.release();
    }
  };
  pool.query = query as pg.Pool['query'];
  return pool;
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
  surviveLostConnections(pool);
  const listening = createListening(url);
  return {
    ...engineOn(pool),
    listen: (channel, heard, resumed) => listening.add({ channel, heard, resumed }),
    vacuum: async () => undefined,
    clearDeleted: async () => false,
    close: async () => {
      await listening.close();
      await pool.end();
    },
  };
}

/**
 * A connection that is lost, idle or in use, is reported by an event as well as by the statement that failed. The pool
 * drops it either way; unheard, the event would end the process.
 */
function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

function engineOn(pool: pg.Pool): Pick<Engine, 'db' | 'transact'> {
  const db = drizzle({ client: pool, casing: 'snake_case' });
  const databases = new WeakMap<pg.PoolClient, typeof db>();
  const databaseOn = (client: pg.PoolClient) => {
    const known = databases.get(client) ?? (drizzle({ client, casing: 'snake_case' }) as unknown as typeof db);
    databases.set(client, known);
    return known;
  };
  // Drizzle's own keeps the connection for good when it is lost before the transaction has begun.
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await databaseOn(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return { db, transact: (work) => transactOn(pool, work) };
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

/** LISTEN belongs to one connection, the same for all channels: when it breaks, another one takes over. */
function createListening(url: string): { add(listener: Listener): Promise<void>; close(): Promise<void> } {
  const listeners: Listener[] = [];
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'muster listen', keepAlive: true });
    client.on('notification', ({ channel, payload }) => {
      for (const listener of listeners) if (listener.channel === channel) listener.heard(payload ?? '');
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (client === current) reconnectLater();
    });
    try {
      await client.connect();
      for (const { channel } of listeners) await client.query(`LISTEN ${channel}`);
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
      connect().then(() => listeners.forEach(({ resumed }) => resumed()), reconnectLater);
    }, RECONNECT_AFTER_MS);
  }

  return {
    async add(listener) {
      listeners.push(listener);
      if (current === undefined) await connect();
      else await current.query(`LISTEN ${listener.channel}`);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await current?.end();
    },
  };
}
