import { afterAll, beforeAll } from '@jest/globals';
import type { Store } from '../../src/store/index.js';
import { freshDatabase, openDatabase } from '../support/databases.js';
import type { EngineName, OpenDatabase, TestDatabase } from '../support/databases.js';

export interface TestStore extends OpenDatabase {
  /** A second process, as far as the database can tell; PGlite has only one. */
  other: Store;
}

/** One migrated database for the tests of a block. */
export function useStore(engineName: EngineName): TestStore {
  const opened = {} as TestStore;
  const stores: Store[] = [];
  let database: TestDatabase;

  async function open(): Promise<OpenDatabase> {
    const one = await openDatabase(database.options);
    stores.push(one.store);
    return one;
  }

  beforeAll(async () => {
    database = await freshDatabase(engineName);
    Object.assign(opened, await open());
    opened.other = engineName === 'PGlite' ? opened.store : (await open()).store;
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
