import { readdir, readFile } from 'node:fs/promises';
import type { Engine, ScriptRunner } from './engine.js';
import { StoreError } from './errors.js';

export interface Migration {
  version: number;
  name: string;
  script: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any number, the same in every release: two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_106_001;

/** Brings the database to what this release needs, in one transaction. Forward only. */
export async function migrate(engine: Engine, migrations: Migration[]): Promise<void> {
  await engine.transact(async (run) => {
    await run.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await run.exec(`
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version integer PRIMARY KEY,
        name text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
    const applied = await appliedVersions(run);
    refuseNewer(applied, migrations);
    for (const { version, name, script } of migrations.filter((m) => !applied.includes(m.version))) {
      await run.exec(script);
      await run.query('INSERT INTO schema_migrations (version, name) VALUES ($1, $2)', [version, name]);
    }
  });
}

/** The files `0001_words.sql`, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      version: Number(name.slice(0, 4)),
      name,
      script: await readFile(new URL(name, FOLDER), 'utf8'),
    })),
  );
}

async function appliedVersions(run: ScriptRunner): Promise<number[]> {
  const { rows } = await run.query<{ version: number }>('SELECT version FROM schema_migrations');
  return rows.map((row) => row.version);
}

function refuseNewer(applied: number[], migrations: Migration[]): void {
  const found = Math.max(0, ...applied);
  const known = Math.max(0, ...migrations.map((m) => m.version));
  if (found <= known) return;
  throw new StoreError(
    'database_newer',
    `The database is at migration ${found}, this release of Muster knows up to ${known}. It was used by a newer release, ` +
      'and going back is not possible: install that release (or a later one), or restore a backup from before the upgrade.',
  );
}
