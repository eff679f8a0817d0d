import { describe, expect, test } from '@jest/globals';
import { openEngine } from '../../src/store/engine.js';
import type { Engine } from '../../src/store/engine.js';
import { tellMoved, watchMoved } from '../../src/store/watchMoved.js';
import type { MovedWatch } from '../../src/store/watchMoved.js';
import { ENGINES, freshDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';

const LONG = 60_000;

describe.each(ENGINES)('waiting for a drill or an improvement on %s', (engineName) => {
  let database: TestDatabase;
  let engine: Engine;
  let watch: MovedWatch;
  beforeAll(async () => {
    database = await freshDatabase(engineName);
    engine = await openEngine(database.options);
    watch = await watchMoved(engine);
  });
  afterAll(async () => {
    await engine.close();
    await database.drop();
  });

  /** How often it was looked up, where it stands, and when it is looked up next. */
  function standing(seq: number) {
    const looked: (() => void)[] = [];
    let count = 0;
    return {
      seq,
      count: () => count,
      next: () => new Promise<void>((resolve) => looked.push(resolve)),
      async now(this: void): Promise<number> {
        count += 1;
        looked.splice(0).forEach((tell) => tell());
        return state.seq;
      },
    };
  }
  let state: ReturnType<typeof standing>;

  test('looks once, and again only when it is told that it has come so far', async () => {
    state = standing(1);
    const first = state.next();
    const waiting = watch.until('drill/a', 3, LONG, state.now);
    await first;
    await engine.db.transaction((tx) => tellMoved(tx, 'drill/a', 2));
    await engine.db.transaction((tx) => tellMoved(tx, 'drill/b', 3));
    state.seq = 3;
    await engine.db.transaction((tx) => tellMoved(tx, 'drill/a', 3));
    expect(await waiting).toBe(true);
    expect(state.count()).toBe(2);
  });

  test('what is there already is not waited for, and what does not come ends with the time', async () => {
    state = standing(4);
    expect(await watch.until('drill/a', 4, 0, state.now)).toBe(true);
    expect(await watch.until('drill/a', 5, 30, state.now)).toBe(false);
  });
});
