import { asc, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { stockRequests } from '../schema.js';

/** Incidents that were served while they waited and have not asked since: they are told again until they have. */
export async function stockNews(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ incidentId: stockRequests.incidentId })
    .from(stockRequests)
    .where(eq(stockRequests.news, true))
    .orderBy(asc(stockRequests.incidentId));
  return rows.map(({ incidentId }) => incidentId);
}
