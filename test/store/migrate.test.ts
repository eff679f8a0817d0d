import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { openEngine, rowsOf } from '../../src/store/engine.js';
import type { Engine } from '../../src/store/engine.js';
import { openStore } from '../../src/store/index.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Migration } from '../../src/store/migrate.js';
import { planVersion } from '../../src/store/plans/planVersion.js';
import { incidents } from '../../src/store/schema.js';
import { ENGINES, emptyDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';

const { id: incidentId, clock: itsClock, destroyBy: due } = incidents;

describe.each(ENGINES)('migrating %s', (engineName) => {
  let database: TestDatabase;
  let engine: Engine;
  let migrations: Migration[];

  beforeAll(async () => {
    database = await emptyDatabase(engineName);
    engine = await openEngine(database.options);
    migrations = await readMigrations();
  });
  // An empty schema is there in no time, an empty embedded database after seconds.
  beforeEach(async () => {
    await engine.db.execute(sql`DROP SCHEMA public CASCADE`);
    await engine.db.execute(sql`CREATE SCHEMA public`);
  });
  afterAll(async () => {
    await engine.close();
    await database.drop();
  });

  const applied = () => rowsOf<{ name: string }>(engine.db, sql`SELECT name FROM schema_migrations ORDER BY version`);
  const next = (script: string): Migration => ({ version: 9_001, name: '9001_next.sql', script });

  test('a second time changes nothing', async () => {
    await migrate(engine, migrations);
    await migrate(engine, migrations);
    expect(await applied()).toEqual(migrations.map(({ name }) => ({ name })));
  });

  test('only what is new is applied', async () => {
    await migrate(engine, migrations);
    await migrate(engine, [...migrations, next('CREATE TABLE next (a int); INSERT INTO next VALUES (1), (2);')]);
    expect(await rowsOf(engine.db, sql`SELECT a FROM next`)).toHaveLength(2);
  });

  test('the plan in force of an earlier release is the sample that nobody approved', async () => {
    await migrate(
      engine,
      migrations.filter(({ version }) => version <= 2),
    );
    await engine.db.execute(sql`
      INSERT INTO plans (id, version, hash, document, status, saved_at)
      VALUES ('p', 1, 'h', '{"plan": {}}', 'effective', '2026-11-22T03:14:00.123Z')`);
    await migrate(engine, migrations);
    const version = await planVersion(engine.db, { id: 'p', version: 1 });
    const at = Date.parse('2026-11-22T03:14:00.123Z');
    expect(version?.steps).toEqual([{ at, by: { kind: 'operator' }, type: 'broughtIn', hash: 'h' }]);
    expect(version?.standing).toMatchObject({ status: 'effective', effectiveFrom: at });
  });

  test('what lists look for is taken from what an earlier release kept, also beside what PostgreSQL cannot say', async () => {
    await migrate(
      engine,
      migrations.filter(({ version }) => version <= 15),
    );
    const destroyBy = Date.parse('2027-01-02T03:04:05.678Z');
    const state = { report: { title: '\0 \ud83d' }, aftermath: { destroyBy } };
    await engine.db.execute(sql`INSERT INTO incident_bases (hash, basis) VALUES ('b', '{}')`);
    const clock = { at: destroyBy - 500, realAt: destroyBy - 1_500, pace: 60 };
    for (const [id, kept] of Object.entries({
      real: state,
      drill: { ...state, clock },
      gone: { ...state, aftermath: { destroyBy, erasedAt: destroyBy } },
    })) {
      await engine.db.execute(sql`
        INSERT INTO incidents (id, seq, head_hash, basis_hash, state, phase, category, mode, title, opened_at, updated_at)
        VALUES (${id}, 1, 'h', 'b', ${JSON.stringify(kept)}::json, 'closed', 'c', 'real', 't', now(), now())`);
    }
    const event = JSON.stringify({ type: 'reported', said: '\0', note: { type: 'other' } });
    await engine.db.execute(sql`
      INSERT INTO incident_events (incident_id, seq, position, event, texts, hash)
      VALUES ('real', 1, 1, ${event}::json, '{}', 'h')`);
    await migrate(engine, migrations);

    expect(await rowsOf(engine.db, sql`SELECT type FROM incident_events`)).toEqual([{ type: 'reported' }]);
    expect(
      await engine.db.select({ id: incidentId, clock: itsClock, destroyBy: due }).from(incidents).orderBy(incidentId),
    ).toEqual([
      { id: 'drill', clock, destroyBy: destroyBy - 1_000 },
      { id: 'gone', clock: null, destroyBy: null },
      { id: 'real', clock: null, destroyBy },
    ]);
  });

  test('a migration that fails leaves nothing behind', async () => {
    const broken = next('CREATE TABLE half (a int); SELECT nonsense;');
    await expect(migrate(engine, [...migrations, broken])).rejects.toThrow('nonsense');
    const tables = await rowsOf(engine.db, sql`SELECT 1 FROM pg_tables WHERE tablename IN ('half', 'incidents')`);
    expect(tables).toEqual([]);
    await migrate(engine, migrations);
  });

  test('a database of a newer release is refused with what to do', async () => {
    await migrate(engine, [...migrations, next('SELECT 1')]);
    const refusal = await migrate(engine, migrations).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'database_newer' });
    expect(String(refusal)).toMatch(/migration 9001.*knows up to \d+.*install that release.*restore a backup/s);
  });
});

describe('two processes that start at once on PostgreSQL', () => {
  test('migrate one after the other', async () => {
    const database = await emptyDatabase('PostgreSQL');
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(database.options)));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });
});

describe('a server that is not there', () => {
  test('is an error, without the password in it', async () => {
    const opening = openStore({ kind: 'postgres', url: 'postgres://muster:secret@127.0.0.1:1/muster' });
    const error = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).toContain('ECONNREFUSED');
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });
});
