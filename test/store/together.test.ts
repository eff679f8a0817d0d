import { describe, expect, test } from '@jest/globals';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { ROWS_PER_STATEMENT } from '../../src/store/inChunks.js';
import { together } from '../../src/store/together.js';

/** Answers with what it was asked; remembers what it was asked together. */
function asking(rowsIn?: (item: number) => number) {
  const batches: number[][] = [];
  const asked = together<number, string>((items) => {
    batches.push(items);
    return Promise.resolve(items.map(String));
  }, rowsIn);
  return { batches, ask: asked.ask, idle: asked.idle };
}

describe('what is asked at the same time', () => {
  test('goes together, and everybody has their own answer', async () => {
    const { batches, ask } = asking();
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual(['1', '2', '3']);
    expect(batches).toEqual([[1, 2, 3]]);
    expect(await ask(4)).toBe('4');
    expect(batches).toHaveLength(2);
  });

  test('what comes while a statement runs goes into the next', async () => {
    const gates: (() => void)[] = [];
    const batches: number[][] = [];
    const { ask } = together<number, number>(async (items) => {
      batches.push(items);
      await new Promise<void>((resolve) => gates.push(resolve));
      return items;
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = ask(1);
    await turn();
    const rest = [ask(2), ask(3)];
    gates.shift()!();
    expect(await first).toBe(1);
    await turn();
    gates.shift()!();
    expect(await Promise.all(rest)).toEqual([2, 3]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  test('a statement holds so many rows; one that has more goes alone', async () => {
    const { batches, ask } = asking((rows) => rows);
    const half = ROWS_PER_STATEMENT / 2;
    await Promise.all([half, half, 1, 2 * ROWS_PER_STATEMENT, 1].map(ask));
    expect(batches).toEqual([[half, half], [1], [2 * ROWS_PER_STATEMENT], [1]]);
  });

  test('idle waits for what was asked', async () => {
    const { batches, ask, idle } = asking();
    const answer = ask(1);
    await idle();
    expect(batches).toEqual([[1]]);
    await answer;
    await idle();
  });
});

describe('a statement that fails', () => {
  const failing = (code: string) =>
    together<number, number>((items) => {
      const cause = Object.assign(new Error('refused'), { code });
      return items.includes(2) ? Promise.reject(new DrizzleQueryError('INSERT', [], cause)) : Promise.resolve(items);
    });
  const outcomes = async (code: string) =>
    (await Promise.allSettled([1, 2, 3].map(failing(code).ask))).map(({ status }) => status);

  test('because of a row fails for that row', async () => {
    expect(await outcomes('22P02')).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('because of anything else fails for all', async () => {
    expect(await outcomes('57P01')).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
