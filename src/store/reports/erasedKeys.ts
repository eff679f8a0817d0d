import { sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { has } from '../erasure/found.js';
import type { Pattern } from '../erasure/found.js';
import { sha256 } from '../../seal/index.js';

const MARK = 'erased:';

/** Under which a key is found again after somebody was erased from it: a late repeat must begin no incident anew. */
export function erasedKey(key: string): string {
  return `${MARK}${sha256(key)}`;
}

/** Answers how many there were. Nobody claims a key meanwhile, or it would be claimed under both forms. */
export async function eraseKeys(tx: Db, pattern: Pattern): Promise<number> {
  await tx.execute(sql`LOCK TABLE reports, live_keys IN EXCLUSIVE MODE`);
  let count = 0;
  for (const table of [sql`reports`, sql`live_keys`]) {
    const rows = await rowsOf(
      tx,
      sql`
        UPDATE ${table} SET key = ${MARK} || encode(sha256(convert_to(key, 'UTF8')), 'hex')
        WHERE ${has(sql`key`, pattern)} RETURNING 1`,
    );
    count += rows.length;
  }
  return count;
}
