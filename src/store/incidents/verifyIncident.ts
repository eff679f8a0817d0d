import { asc, eq } from 'drizzle-orm';
import { verifyChain } from '../../seal/index.js';
import type { ChainVerdict, SealedEvent } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { incidentEvents, incidents } from '../schema.js';

/** The chain as it is stored, for checking it elsewhere. */
export async function sealedEventsOf(db: Db, incidentId: string): Promise<SealedEvent[]> {
  const { seq, event, texts, hash } = incidentEvents;
  return db
    .select({ seq, event, texts, hash })
    .from(incidentEvents)
    .where(eq(incidentEvents.incidentId, incidentId))
    .orderBy(asc(seq));
}

/** Checks the chain, and that it ends where the projection says that it does. */
export async function verifyIncident(db: Db, incidentId: string): Promise<ChainVerdict> {
  const [row] = await db
    .select({ seq: incidents.seq, headHash: incidents.headHash })
    .from(incidents)
    .where(eq(incidents.id, incidentId));
  const rows = await sealedEventsOf(db, incidentId);
  const verdict = verifyChain(incidentId, rows.slice(0, row?.seq));
  if (!verdict.intact || !row) return verdict;
  if (verdict.length < row.seq) return { intact: false, seq: verdict.length + 1, why: 'missing' };
  return verdict.head === row.headHash ? verdict : { intact: false, seq: row.seq, why: 'hash' };
}
