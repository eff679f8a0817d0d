import { afterAll, beforeAll } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { openEngine, rowsOf } from '../../src/store/engine.js';
import type { Engine } from '../../src/store/engine.js';
import type { Store } from '../../src/store/index.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { storeOn } from '../../src/store/openStore.js';
import { freshDatabase } from '../support/databases.js';
import type { EngineName, TestDatabase } from '../support/databases.js';

export interface TestStore {
  store: Store;
  /** A second process, as far as the database can tell; PGlite has only one. */
  other: Store;
  /** Around the store: to look at a row, or to tamper with it. */
  run<T>(statement: string): Promise<T[]>;
}

/** One migrated database for the tests of a block. */
export function useStore(engineName: EngineName): TestStore {
  const opened = {} as TestStore;
  const engines: Engine[] = [];
  const stores: Store[] = [];
  let database: TestDatabase;

  async function open(): Promise<Store> {
    const engine = await openEngine(database.options);
    engines.push(engine);
    await migrate(engine, await readMigrations());
    const store = await storeOn(engine);
    stores.push(store);
    return store;
  }

  beforeAll(async () => {
    database = await freshDatabase(engineName);
    opened.store = await open();
    opened.other = engineName === 'PGlite' ? opened.store : await open();
    opened.run = (statement) => rowsOf(engines[0]!.db, sql.raw(statement));
  });

  afterAll(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });

  return opened;
}

/** As the activity asks: on a busy machine the queue for a connection may be too long, and then it asks again. */
export async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/timeout exceeded when trying to connect/.test(String(error))) throw error;
    }
  }
}
