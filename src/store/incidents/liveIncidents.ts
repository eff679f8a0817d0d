import { notInArray } from 'drizzle-orm';
import { isOver, PHASES } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import type { Db } from '../engine.js';
import { incidents } from '../schema.js';
import type { Bases } from './bases.js';

/** An incident that still takes messages, and what it goes by as far as that is recorded. */
export interface LiveIncident {
  id: string;
  basisHash: string;
  basis: Basis;
}

export async function liveIncidents(db: Db, bases: Bases): Promise<LiveIncident[]> {
  const { id, basisHash, phase } = incidents;
  const rows = await db
    .select({ id, basisHash })
    .from(incidents)
    .where(notInArray(phase, PHASES.filter(isOver)));
  const live: LiveIncident[] = [];
  // One after the other: most of them share one basis, which is then read once.
  for (const row of rows) live.push({ ...row, basis: await bases.read(db, row.basisHash) });
  return live;
}
