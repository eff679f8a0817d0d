import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Duration, Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { jsonRows } from '../jsonRows.js';
import { outbox } from '../schema.js';
import type { EffectKey, NewNotice, Notice, NoticeStatus } from './notice.js';

export interface Lease {
  /** Unique for each claim, not only for each process: it decides whose results count. */
  owner: string;
  /** Whoever needs longer renews it, see `renewLease`. */
  leaseMs: Duration;
  /** Default: the clock of the database, which all workers share. */
  now?: Instant;
}

export interface Claim extends EffectKey, Lease {
  /** Only their rows. Default: everybody's. */
  people?: PersonId[];
  /** Only what somebody was sending whose lease has run out; not what is to be tried again later. */
  abandoned?: boolean;
}

const UNSENT: NoticeStatus[] = ['queued', 'deferred', 'sending'];
const ABANDONED: NoticeStatus[] = ['sending'];

/**
 * Takes every row of the effects that still has to be sent and that nobody else holds, for each claim its own. One
 * statement, so that two claims never get the same row; rows that another statement is changing at this moment are left
 * to it (SKIP LOCKED).
 */
export async function claimNotices(db: Db, claims: Claim[]): Promise<Notice[][]> {
  const rows = claims.map(({ incidentId, effectId, owner, leaseMs, now, people, abandoned = false }) => ({
    incidentId,
    effectId,
    owner,
    leaseMs,
    ...(now === undefined ? {} : { now: new Date(now).toISOString() }),
    ...(people && { people: JSON.stringify(people) }),
    statuses: JSON.stringify(abandoned ? ABANDONED : UNSENT),
  }));
  const free = db.$with('free').as(
    db
      .select({
        id: outbox.id,
        owner: sql<string>`claim.owner`.as('owner'),
        until: sql<Date>`claim.at + claim.lease * interval '1 millisecond'`.as('until'),
      })
      .from(outbox)
      .innerJoin(
        sql`(
          SELECT "incidentId" AS incident_id, "effectId" AS effect_id, owner, "leaseMs" AS lease, coalesce(now, now()) AS at,
            people::jsonb AS people, statuses::jsonb AS statuses
          FROM json_to_recordset(${jsonRows(rows)}) AS row (
            "incidentId" text, "effectId" text, owner text, "leaseMs" float, now timestamptz, people text, statuses text
          )
        ) AS claim`,
        sql`
          ${outbox.incidentId} = claim.incident_id AND ${outbox.effectId} = claim.effect_id
          AND claim.statuses ? ${outbox.status}
          AND (claim.people IS NULL OR claim.people ? ${outbox.person})
          AND (${outbox.leaseUntil} IS NULL OR ${outbox.leaseUntil} <= claim.at)`,
      )
      .for('update', { of: outbox, skipLocked: true }),
  );
  const taken = await db
    .with(free)
    .update(outbox)
    .set({
      status: 'sending',
      attempts: sql`${outbox.attempts} + 1`,
      // An earlier claim ended without a result: its message may have left.
      possibleRepeats: sql`${outbox.possibleRepeats} + (${outbox.status} = 'sending')::int`,
      leaseOwner: sql`${free.owner}`,
      leaseUntil: sql`${free.until}`,
    })
    .from(free)
    .where(eq(outbox.id, free.id))
    .returning(getTableColumns(outbox));
  return claims.map(({ owner }) => taken.filter(({ leaseOwner }) => leaseOwner === owner));
}

/**
 * Writes a few notices and takes them in the same statement, before anything else gets in between; what is there already
 * stays as it is and is not returned.
 */
export async function enqueueClaimed(db: Db, notices: NewNotice[], { owner, leaseMs, now }: Lease): Promise<Notice[]> {
  if (notices.length === 0) return [];
  const leaseUntil = sql`${instantOf(now)} + ${leaseMs} * interval '1 millisecond'`;
  const claimed = { status: 'sending', attempts: 1, leaseOwner: owner, leaseUntil } as const;
  return db
    .insert(outbox)
    .values(notices.map((notice) => ({ ...notice, ...claimed })))
    .onConflictDoNothing()
    .returning();
}

/** Keeps what a claim still holds for as long again. */
export async function renewLease(
  db: Db,
  { incidentId, effectId, owner, leaseMs, now }: EffectKey & Lease,
): Promise<void> {
  await db
    .update(outbox)
    .set({ leaseUntil: sql`${instantOf(now)} + ${leaseMs} * interval '1 millisecond'` })
    .where(
      and(
        eq(outbox.incidentId, incidentId),
        eq(outbox.effectId, effectId),
        eq(outbox.leaseOwner, owner),
        eq(outbox.status, 'sending'),
      ),
    );
}

function instantOf(now: Instant | undefined) {
  return now === undefined ? sql`now()` : sql`${new Date(now).toISOString()}::timestamptz`;
}
