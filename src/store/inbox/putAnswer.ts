import { sql } from 'drizzle-orm';
import { rowsOf } from '../engine.js';
import type { Db } from '../engine.js';
import { jsonRows } from '../jsonRows.js';

export interface Answer {
  /** The request id, made from what is answered and by whom, so that a repeat has the same. */
  id: string;
  incidentId: string;
  /** Who answers. */
  person: string;
  /** The Idempotency-Key that came with it. */
  key?: string;
  kind: string;
  body: unknown;
}

export type Put = 'fresh' | 'repeated';

/** Resolves when the answers are safe. */
export async function putAnswers(db: Db, answers: Answer[]): Promise<Put[]> {
  const rows = answers.map((answer) => ({ ...answer, body: JSON.stringify(answer.body) }));
  const inserted = await rowsOf<{ id: string }>(
    db,
    sql`
      INSERT INTO inbox (id, incident_id, person, key, kind, body)
      SELECT id, "incidentId", person, key, kind, body::json
      FROM json_to_recordset(${jsonRows(rows)}) AS row (id text, "incidentId" text, person text, key text, kind text, body text)
      ON CONFLICT DO NOTHING
      RETURNING id`,
  );
  const fresh = new Set(inserted.map((row) => row.id));
  return answers.map(({ id }) => (fresh.delete(id) ? 'fresh' : 'repeated'));
}
