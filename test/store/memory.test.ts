import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openEngine } from '../../src/store/engine.js';
import type { Engine } from '../../src/store/engine.js';
import { createMemory, tellChanged } from '../../src/store/memory.js';
import type { Memory } from '../../src/store/memory.js';
import { ENGINES, emptyDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';

describe.each(ENGINES)('memory on %s', (engineName) => {
  let database: TestDatabase;
  let engine: Engine;
  let memory: Memory;
  let time = 0;
  let reads = 0;
  const read = async () => ++reads;
  const readNothing = async () => void (reads += 1);

  beforeAll(async () => {
    database = await emptyDatabase(engineName);
    engine = await openEngine(database.options);
    memory = await createMemory(engine, () => time);
  });
  beforeEach(async () => {
    await memory.changing(async () => undefined);
    reads = 0;
  });
  afterAll(async () => {
    await engine.close();
    await database.drop();
  });

  test('what was read is not read again', async () => {
    expect(await memory.recall('a', read)).toBe(1);
    expect(await memory.recall('a', read)).toBe(1);
    expect(await memory.recall('b', read)).toBe(2);
  });

  test('that there was nothing is not kept', async () => {
    expect(await memory.recall<number>('a', readNothing)).toBeUndefined();
    expect(await memory.recall('a', read)).toBe(2);
  });

  test('a change makes it read again, even one during the reading', async () => {
    await memory.recall('a', read);
    await memory.changing(async () => undefined);
    expect(await memory.recall('a', read)).toBe(2);

    await memory.recall('b', () => memory.changing(read));
    expect(await memory.recall('b', read)).toBe(4);
  });

  test('a change that another process makes does too', async () => {
    await memory.recall('a', read);
    await tellChanged(engine.db);
    while ((await memory.recall('a', read)) === 1) await new Promise((resolve) => setImmediate(resolve));
    expect(reads).toBe(2);
  });

  test('after a minute it is read again anyway', async () => {
    await memory.recall('a', read);
    time += 59_999;
    expect(await memory.recall('a', read)).toBe(1);
    time += 1;
    expect(await memory.recall('a', read)).toBe(2);
  });
});
