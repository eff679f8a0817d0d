import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { rowsOf } from '../engine.js';
import type { Db } from '../engine.js';
import { ROWS_PER_STATEMENT } from '../inChunks.js';
import { jsonRows } from '../jsonRows.js';

export interface Answer {
  /** The request id, made from what is answered and by whom, so that a repeat has the same. */
  id: string;
  incidentId: string;
  kind: string;
  body: unknown;
}

export type PutAnswer = (answer: Answer) => Promise<'fresh' | 'repeated'>;

interface Waiting {
  answer: Answer;
  resolve: (outcome: 'fresh' | 'repeated') => void;
  reject: (error: unknown) => void;
}

/**
 * When thousands answer at once, one statement for each would keep the last one waiting for seconds: what arrives while
 * the previous statement runs is written together by the next. Resolves when the answer is safe.
 */
export function createAnswerWriter(db: Db): { putAnswer: PutAnswer; idle(): Promise<void> } {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    // Lets everything that arrives in this turn of the event loop into the first statement.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await writeTogether(db, waiting.splice(0, ROWS_PER_STATEMENT));
    writing = undefined;
  }

  return {
    putAnswer(answer) {
      return new Promise((resolve, reject) => {
        waiting.push({ answer, resolve, reject });
        writing ??= writeAll();
      });
    },
    async idle() {
      await writing;
    },
  };
}

async function writeTogether(db: Db, batch: Waiting[]): Promise<void> {
  try {
    const fresh = await insert(db, batch);
    for (const { answer, resolve } of batch) resolve(fresh.delete(answer.id) ? 'fresh' : 'repeated');
  } catch (error) {
    if (batch.length > 1 && isAboutTheRow(error)) return writeOneByOne(db, batch);
    for (const { reject } of batch) reject(error);
  }
}

/** One answer that the database refuses must not take the others with it. */
async function writeOneByOne(db: Db, batch: Waiting[]): Promise<void> {
  for (const one of batch) await writeTogether(db, [one]);
}

/** Returns the ids that were not there before. */
async function insert(db: Db, batch: Waiting[]): Promise<Set<string>> {
  const rows = batch.map(({ answer }) => ({ ...answer, body: JSON.stringify(answer.body) }));
  const fresh = await rowsOf<{ id: string }>(
    db,
    sql`
      INSERT INTO inbox (id, incident_id, kind, body)
      SELECT id, "incidentId", kind, body::json
      FROM json_to_recordset(${jsonRows(rows)}) AS row (id text, "incidentId" text, kind text, body text)
      ON CONFLICT DO NOTHING
      RETURNING id`,
  );
  return new Set(fresh.map((row) => row.id));
}

/** SQLSTATE class 22: data exception, 23: integrity constraint violation, 54: program limit exceeded. */
function isAboutTheRow(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : undefined;
  return cause !== undefined && 'code' in cause && /^(22|23|54)/.test(String(cause.code));
}
