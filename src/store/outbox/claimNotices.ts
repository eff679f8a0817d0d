import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Duration, Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
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

/**
 * Takes every row of the effect that still has to be sent and that nobody else holds. One statement, so that two claims
 * never get the same row; rows that another statement is changing at this moment are left to it (SKIP LOCKED).
 */
export async function claimNotices(db: Db, claim: Claim): Promise<Notice[]> {
  const { incidentId, effectId, owner, leaseMs, now, people, abandoned } = claim;
  const at = instantOf(now);
  const statuses: NoticeStatus[] = abandoned ? ['sending'] : ['queued', 'deferred', 'sending'];
  const free = db.$with('free').as(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          eq(outbox.incidentId, incidentId),
          eq(outbox.effectId, effectId),
          inArray(outbox.status, statuses),
          people && inArray(outbox.person, people),
          or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, at)),
        ),
      )
      .for('update', { skipLocked: true }),
  );
  return db
    .with(free)
    .update(outbox)
    .set({
      status: 'sending',
      attempts: sql`${outbox.attempts} + 1`,
      // An earlier claim ended without a result: its message may have left.
      possibleRepeats: sql`${outbox.possibleRepeats} + (${outbox.status} = 'sending')::int`,
      leaseOwner: owner,
      leaseUntil: sql`${at} + ${leaseMs} * interval '1 millisecond'`,
    })
    .from(free)
    .where(eq(outbox.id, free.id))
    .returning();
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
