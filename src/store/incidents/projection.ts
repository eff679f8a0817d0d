import { eq } from 'drizzle-orm';
import { destructionDue, initial, restored } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import { CHAIN_START } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { RecordRefused } from '../errors.js';
import { incidents } from '../schema.js';
import type { Bases } from './bases.js';
import type { RecentStates } from './recentStates.js';
import type { RecordInput } from './record.js';

/** Where an incident stands before the new events. */
export interface Standing {
  state: State;
  basisHash: string;
  headHash: string;
}

export async function standing(
  tx: Db,
  bases: Bases,
  recent: RecentStates,
  { incidentId, basis, events }: RecordInput,
): Promise<Standing> {
  const { state, basisHash, headHash } = incidents;
  const here = eq(incidents.id, incidentId);
  const [head] = await tx.select({ basisHash, headHash }).from(incidents).where(here);
  const known = head && recent.get(incidentId, head.headHash);
  if (head && known) return { ...head, state: known };
  const [row] = head ? await tx.select({ state }).from(incidents).where(here) : [];
  if (head && row) return { ...head, state: restored(await bases.read(tx, head.basisHash), row.state) };
  if (!basis) {
    const message = 'nothing is recorded yet, and the events came without what the incident is pinned to.';
    const found = { seq: events[0]?.seq ?? null, recordedUpTo: 0 };
    throw new RecordRefused('basis_missing', { incidentId }, message, found, { seq: 1 });
  }
  return { state: initial(basis), basisHash: await bases.save(tx, basis), headHash: CHAIN_START };
}

/** What lists look for in a state. They cannot look into it: see migration 16. */
export function lookedFor(state: Pick<State, 'clock' | 'aftermath'>) {
  return { clock: state.clock ?? null, destroyBy: destructionDue(state) ?? null };
}

export async function saveProjection(
  tx: Db,
  incidentId: string,
  before: Standing,
  now: Standing & { updatedAt: Instant },
): Promise<void> {
  const { basis: _, ...state } = now.state;
  const changing = {
    seq: state.seq,
    headHash: now.headHash,
    basisHash: now.basisHash,
    state,
    phase: state.phase,
    category: state.report.category,
    level: state.grading.level ?? null,
    incidentLevel: state.grading.incidentLevel ?? null,
    updatedAt: now.updatedAt,
    ...lookedFor(state),
  };
  if (before.state.seq > 0) {
    await tx.update(incidents).set(changing).where(eq(incidents.id, incidentId));
    return;
  }
  const { mode, texts, reportedAt } = state.report;
  const firstBasisHash = before.basisHash;
  const fixed = { id: incidentId, mode, title: texts.title, openedAt: reportedAt, firstBasisHash };
  await tx.insert(incidents).values({ ...fixed, ...changing });
}
