import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { openEngine, rowsOf } from '../../src/store/engine.js';
import type { Store, StoreOptions } from '../../src/store/index.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { storeOn } from '../../src/store/openStore.js';

/** An embedded database in memory, migrated already where jest was started with its global set-up. */
export function inMemory(): StoreOptions {
  const copyOf = process.env['MUSTER_TEST_DATABASE_COPY'];
  return { kind: 'pglite', ...(copyOf === undefined ? {} : { copyOf }) };
}

export interface OpenDatabase {
  store: Store;
  /** Around the store: to look at a row, or to tamper with it. */
  run: <T>(statement: string) => Promise<T[]>;
}

export async function openDatabase(options: StoreOptions): Promise<OpenDatabase> {
  const engine = await openEngine(options);
  await migrate(engine, await readMigrations());
  return { store: await storeOn(engine), run: (statement) => rowsOf(engine.db, sql.raw(statement)) };
}

/** Every test of the store runs on each of them, in every run. */
export const ENGINES = ['PGlite', 'PostgreSQL'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface TestDatabase {
  options: StoreOptions;
  /** After everything that used it is closed. */
  drop(): Promise<void>;
}

/** A database that nobody else uses; it may be migrated. */
export async function freshDatabase(engine: EngineName): Promise<TestDatabase> {
  return engine === 'PGlite'
    ? { options: inMemory(), drop: async () => undefined }
    : freshPostgres(process.env['MUSTER_TEST_DATABASE_TEMPLATE']);
}

/** One without tables, where migrating is what is tested. */
export async function emptyDatabase(engine: EngineName): Promise<TestDatabase> {
  return engine === 'PGlite' ? { options: { kind: 'pglite' }, drop: async () => undefined } : freshPostgres();
}

async function freshPostgres(template = 'template1'): Promise<TestDatabase> {
  const name = `muster_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { options: { kind: 'postgres', url: url.href }, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.MUSTER_TEST_DATABASE_URL;
  if (!url)
    throw new Error("MUSTER_TEST_DATABASE_URL is not set: jest's global set-up starts a PostgreSQL server for it.");
  return url;
}
