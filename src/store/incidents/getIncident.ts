import { eq } from 'drizzle-orm';
import { restored } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { incidents } from '../schema.js';
import type { Bases } from './bases.js';

export interface StoredIncident {
  state: State;
  openedAt: Instant;
  /** Of the last event, on the incident's clock. */
  updatedAt: Instant;
  /** The hash of the last event. */
  headHash: string;
}

export async function getIncident(db: Db, bases: Bases, id: string): Promise<StoredIncident | undefined> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id));
  if (!row) return undefined;
  const { openedAt, updatedAt, headHash } = row;
  return { state: restored(await bases.read(db, row.basisHash), row.state), openedAt, updatedAt, headHash };
}

/** 0 when nothing is recorded. */
export async function seqOf(db: Db, id: string): Promise<number> {
  const [row] = await db.select({ seq: incidents.seq }).from(incidents).where(eq(incidents.id, id));
  return row?.seq ?? 0;
}
