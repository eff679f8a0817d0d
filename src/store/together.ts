import { DrizzleQueryError } from 'drizzle-orm/errors';
import { ROWS_PER_STATEMENT } from './inChunks.js';

/** What many ask for at the same time, in as few statements as possible. */
export interface Together<Item, Result> {
  ask: (item: Item) => Promise<Result>;
  /** When everything that was asked has its answer. */
  idle: () => Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * When hundreds ask at once, one statement for each would keep the last one waiting for seconds: what comes while the
 * previous statement runs goes together into the next. `work` answers item by item, in order, and must be free to be asked
 * the same again. `rowsIn`: how many rows of a statement an item takes, by default one.
 */
export function together<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  rowsIn: (item: Item) => number = () => 1,
): Together<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let working: Promise<void> | undefined;

  async function workAll(): Promise<void> {
    // Lets everything that comes in this turn of the event loop into the first statement.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await workOn(nextBatch());
    working = undefined;
  }

  function nextBatch(): Waiting<Item, Result>[] {
    let rows = 0;
    const tooMany = waiting.findIndex(({ item }, i) => (rows += rowsIn(item)) > ROWS_PER_STATEMENT && i > 0);
    return waiting.splice(0, tooMany === -1 ? waiting.length : tooMany);
  }

  async function workOn(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [i, { resolve }] of batch.entries()) resolve(results[i]!);
    } catch (error) {
      if (batch.length === 1 || !isAboutTheRow(error)) return batch.forEach(({ reject }) => reject(error));
      // One row that the database refuses must not take the others with it.
      for (const one of batch) await workOn([one]);
    }
  }

  return {
    ask: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        working ??= workAll();
      }),
    idle: async () => {
      await working;
    },
  };
}

/** SQLSTATE class 22: data exception, 23: integrity constraint violation, 54: program limit exceeded. */
function isAboutTheRow(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : undefined;
  return cause !== undefined && 'code' in cause && /^(22|23|54)/.test(String(cause.code));
}
