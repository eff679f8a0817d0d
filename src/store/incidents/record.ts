import { and, between, eq, sql } from 'drizzle-orm';
import { evolve } from '../../domain/incident/index.js';
import type { IncidentEvent, Message } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import { sealAfter } from '../../seal/index.js';
import type { Db } from '../engine.js';
import type { Recorded } from './append.js';
import { append, positionOf } from './append.js';
import type { Bases } from './bases.js';
import { orNoted, strikeOutBlocked } from './blockedRecords.js';
import { saveProjection, standing } from './projection.js';
import { getIncident } from './getIncident.js';
import type { StoredIncident } from './getIncident.js';
import type { RecentStates } from './recentStates.js';
import { incidentEvents } from '../schema.js';
import { withoutRecorded } from './withoutRecorded.js';

export interface RecordInput {
  incidentId: string;
  /** Needed with the first events of an incident; afterwards ignored. */
  basis?: Basis;
  /** In order, without gaps. What is already recorded is compared and skipped. */
  events: IncidentEvent[];
  messages: AcceptedMessage[];
}

export interface AcceptedMessage {
  message: Message;
  /** The first event that it caused; its `at` is when the message was decided. */
  firstSeq: number;
}

export function record(db: Db, bases: Bases, recent: RecentStates, input: RecordInput): Promise<Recorded> {
  return orNoted(db, input.incidentId, () => recordInOrder(db, bases, recent, input));
}

/**
 * Appends events and moves the projection, or does nothing at all. Its rules:
 * 1. One transaction at a time records an incident. The lock is taken in a statement of its own, so that whatever is read
 *    afterwards is what the previous holder committed.
 * 2. Positions are taken as late as possible: from then to the commit every other incident waits.
 * 3. Incident first, positions second, always: otherwise two recorders could wait for each other.
 */
async function recordInOrder(db: Db, bases: Bases, recent: RecentStates, input: RecordInput): Promise<Recorded> {
  const { incidentId } = input;
  const { recorded, now } = await db.transaction(async (tx) => {
    await lockIncident(tx, incidentId);
    const before = await standing(tx, bases, recent, input);
    const events = await withoutRecorded({ incidentId }, before.state.seq, input.events, (from, to) =>
      tx
        .select({ event: incidentEvents.event, texts: incidentEvents.texts })
        .from(incidentEvents)
        .where(and(eq(incidentEvents.incidentId, incidentId), between(incidentEvents.seq, from, to)))
        .orderBy(incidentEvents.seq),
    );
    const last = events.at(-1);
    if (last === undefined) {
      await strikeOutBlocked(tx, incidentId);
      return { recorded: await positionOf(tx, incidentId, before.state.seq), now: undefined };
    }

    const sealed = sealAfter(before.headHash, incidentId, events);
    const state = events.reduce(evolve, before.state);
    const moved = state.basis !== before.state.basis;
    const basisHash = moved ? await bases.save(tx, state.basis) : before.basisHash;
    const now = { state, basisHash, headHash: sealed.at(-1)!.hash, updatedAt: last.at };
    await saveProjection(tx, incidentId, before, now);
    const position = await append(tx, incidentId, sealed, input.messages);
    return { recorded: { incidentId, seq: last.seq, position }, now };
  });
  if (now) recent.keep(now.state, now.headHash);
  return recorded;
}

/**
 * What the next run of an incident whose workflow has ended goes by. An erasure that is being written behind the end is
 * waited for: the run would go on from what is no more.
 */
export async function readForRun(db: Db, bases: Bases, incidentId: string): Promise<StoredIncident | undefined> {
  return db.transaction(async (tx) => {
    await lockIncident(tx, incidentId);
    return getIncident(tx, bases, incidentId);
  });
}

/** Keeps these locks apart from every other use of advisory locks. */
const INCIDENT_LOCKS = 7_106;

/** Held until the end of the transaction. Two incidents that share a hash only wait for each other. */
export async function lockIncident(tx: Db, incidentId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${INCIDENT_LOCKS}, hashtext(${incidentId}))`);
}
