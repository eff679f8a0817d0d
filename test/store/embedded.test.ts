import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import type { EmbeddedConnection } from '../../src/store/embedded/connection.js';
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

test('keeps nothing of what was read', async () => {
  const read = async (times: number) => {
    for (let n = 0; n < times; n++) {
      await engine.db.execute(sql`SELECT repeat('x', 100000) AS text FROM generate_series(1, 50)`);
    }
  };
  await read(5);
  // Each round reads 500 MB. Whether garbage is collected in the first is the engine's choice; what is kept grows in all.
  const grown: number[] = [];
  while (grown.length < 5 && !grown.some((mb) => mb < 200)) {
    const before = process.memoryUsage().rss;
    await read(100);
    grown.push((process.memoryUsage().rss - before) / 1e6);
  }
  expect(Math.min(...grown)).toBeLessThan(200);
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
  const inFlight = client.query('SELECT pg_sleep(10)');
  await Promise.all([expect(inFlight).rejects.toThrow('the embedded database ended'), killThread(client)]);
  client.release();

  expect(await rowsOf(engine.db, sql`SELECT n FROM numbers`)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(resumed).toBe(1);
  await engine.db.execute(sql`SELECT pg_notify('counted', 'three')`);
  expect(heard).toEqual(['three']);
});

test('a crash in a transaction, or on its way into one, fails it and leaves nothing taken', async () => {
  const { $client: pool } = engine.db as unknown as { $client: pg.Pool };
  for (const sleeping of [0, 10]) {
    const broken = engine.db.transaction(async (tx) => {
      const client = await clientOf(pool);
      await tx.execute(sql`INSERT INTO numbers VALUES (3)`);
      await Promise.all([tx.execute(sql`SELECT pg_sleep(${sleeping})`), killThread(client)]);
    });
    await expect(broken).rejects.toThrow();
    expect(await rowsOf(engine.db, sql`SELECT count(*)::int AS n FROM numbers`)).toEqual([{ n: 2 }]);
  }
});

test('an answer that breaks off ends the thread, and the next query has another one', async () => {
  const { $client: pool } = engine.db as unknown as { $client: pg.Pool };
  const client = await pool.connect();
  const { connection } = client as unknown as { connection: { stream: EmbeddedConnection } };
  const inFlight = client.query('SELECT pg_sleep(0.2)');
  (connection.stream as unknown as { answer(bytes: Uint8Array): void }).answer(new Uint8Array([0x45, 0, 0, 0, 4]));
  await expect(inFlight).rejects.toThrow('the embedded database broke off its answer');
  client.release();
  expect(await rowsOf(engine.db, sql`SELECT n FROM numbers`)).toHaveLength(2);
});

/** The only one, which a transaction has. */
async function clientOf(pool: pg.Pool): Promise<pg.PoolClient> {
  const { _clients } = pool as unknown as { _clients: pg.PoolClient[] };
  return _clients[0]!;
}
