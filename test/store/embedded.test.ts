import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { openEngine, rowsOf } from '../../src/store/engine.js';
import type { Engine } from '../../src/store/engine.js';

let folder: string;
let engine: Engine;
const heard: string[] = [];
let resumed = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-embedded-'));
  engine = await openEngine({ kind: 'pglite', dataDir: join(folder, 'database') });
  await engine.db.execute(sql`CREATE TABLE numbers (n integer)`);
  await engine.listen(
    'counted',
    (payload) => heard.push(payload),
    () => (resumed += 1),
  );
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** Ends the thread at once, as a crash of PGlite would. */
async function killThread(client: pg.PoolClient): Promise<void> {
  const { connection } = client as unknown as { connection: { stream: { thread: Worker } } };
  await connection.stream.thread.terminate();
}

test('a statement that fails leaves the database as it is', async () => {
  await engine.db.execute(sql`CREATE TEMPORARY TABLE kept (n integer)`);
  await expect(engine.db.execute(sql`SELECT 1 / 0`)).rejects.toMatchObject({ cause: { code: '22012' } });
  expect(await rowsOf(engine.db, sql`SELECT n FROM kept`)).toEqual([]);
});

test('a transaction has the database alone', async () => {
  const order: string[] = [];
  const slow = engine.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_sleep(0.05)`);
    order.push('in the transaction');
  });
  const other = engine.db.execute(sql`SELECT 1`).then(() => order.push('after it'));
  await Promise.all([slow, other]);
  expect(order).toEqual(['in the transaction', 'after it']);
});

test('queries do not hold up the event loop', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  await engine.db.execute(sql`SELECT count(*) FROM generate_series(1, 300000) AS a WHERE a % 7 = 0`);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(1);
});

test('after a crash the next query finds everything that was committed, and listening goes on', async () => {
  await engine.db.execute(sql`INSERT INTO numbers VALUES (1), (2)`);
  const { $client: pool } = engine.db as unknown as { $client: pg.Pool };
  const client = await pool.connect();
  client.on('error', () => undefined);
  const inFlight = client.query('SELECT pg_sleep(10)');
  await Promise.all([expect(inFlight).rejects.toThrow('the embedded database ended'), killThread(client)]);
  client.release();

  expect(await rowsOf(engine.db, sql`SELECT n FROM numbers`)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(resumed).toBe(1);
  await engine.db.execute(sql`SELECT pg_notify('counted', 'three')`);
  expect(heard).toEqual(['three']);
});
