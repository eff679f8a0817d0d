import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/**
 * Many rows as one parameter, for `FROM json_to_recordset(${jsonRows(rows)}) AS row (id text, …)`: three times as fast on
 * PGlite as a parameter for each field. What PostgreSQL cannot store in a text (U+0000, half a surrogate pair) becomes U+FFFD.
 */
export function jsonRows(rows: Record<string, string | number | undefined>[]): SQL {
  return sql`${JSON.stringify(rows, storable)}::json`;
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\0|\p{Surrogate}/gu, '\ufffd') : value;
}
