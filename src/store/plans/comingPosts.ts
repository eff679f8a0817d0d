import { sql } from 'drizzle-orm';
import type { PostId } from '../../domain/plan/compiled.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';

/** Posts of versions that may still take effect: people may be put into them before. */
export async function comingPosts(db: Db): Promise<PostId[]> {
  const rows = await rowsOf<{ id: PostId }>(
    db,
    sql`
      SELECT DISTINCT post ->> 'id' AS id
      FROM plans, json_array_elements(document -> 'posts') AS post
      WHERE status IN ('draft', 'inReview', 'approved')
      ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}
