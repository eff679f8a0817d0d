import { and, asc, eq, gte, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import { improvementKey, restored } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementState, ImprovementStatus, Origin } from '../../domain/improvement/index.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { withTexts } from '../incidents/recordedEvent.js';
import { improvementEvents, improvements } from '../schema.js';
import type { MovedWatch } from '../watchMoved.js';

export interface StoredImprovement {
  state: ImprovementState;
  updatedAt: Instant;
  /** The hash of the last event. */
  headHash: string;
}

export interface ImprovementFilter {
  status?: ImprovementStatus;
  /** Theirs by name, or by one of these posts. */
  owner?: { person?: PersonId; posts: PostId[] };
  /** Open still, and due before this moment. */
  overdueAt?: Instant;
  origin?: Origin['kind'];
  incidentId?: string;
  /** That they came of. */
  drill?: string;
  limit: number;
  /** The last one of the page before. */
  after?: { dueAt: Instant; id: string };
}

/** The first due first. */
export async function listImprovements(db: Db, filter: ImprovementFilter): Promise<ImprovementState[]> {
  const { status, owner, overdueAt, origin, incidentId, drill, limit, after } = filter;
  const { id, state, dueAt } = improvements;
  const rows = await db
    .select({ state })
    .from(improvements)
    .where(
      and(
        status === undefined ? undefined : eq(improvements.status, status),
        owner === undefined ? undefined : or(theirs(owner), inArray(improvements.ownerPost, ['', ...owner.posts])),
        overdueAt === undefined ? undefined : and(eq(improvements.status, 'open'), lt(dueAt, overdueAt)),
        origin === undefined ? undefined : eq(improvements.origin, origin),
        incidentId === undefined ? undefined : eq(improvements.incidentId, incidentId),
        drill === undefined ? undefined : sql`${state}->'origin'->>'drill' = ${drill}`,
        after === undefined
          ? undefined
          : sql`(${dueAt}, ${id}) > (${new Date(after.dueAt).toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(asc(dueAt), asc(id))
    .limit(limit);
  return rows.map((row) => restored(row.state));
}

function theirs({ person }: { person?: PersonId }) {
  return person === undefined ? undefined : eq(improvements.ownerPerson, person);
}

export async function getImprovement(db: Db, id: string): Promise<StoredImprovement | undefined> {
  const [row] = await db.select().from(improvements).where(eq(improvements.id, id));
  return row && { state: restored(row.state), updatedAt: row.updatedAt, headHash: row.headHash };
}

/** Whether it was recorded up to `seq` within the time. */
export function waitForImprovement(
  db: Db,
  watch: MovedWatch,
  id: string,
  seq: number,
  timeoutMs: number,
): Promise<boolean> {
  return watch.until(improvementKey(id), seq, timeoutMs, async () => {
    const [row] = await db.select({ seq: improvements.seq }).from(improvements).where(eq(improvements.id, id));
    return row?.seq ?? 0;
  });
}

/** In order. */
export async function improvementEventsOf(db: Db, id: string): Promise<ImprovementEvent[]> {
  const { seq, event, texts, improvementId } = improvementEvents;
  const rows = await db.select({ event, texts }).from(improvementEvents).where(eq(improvementId, id)).orderBy(asc(seq));
  return rows.map(({ event, texts }) => withTexts<ImprovementEvent>(event, texts));
}

/** Of those that fell due in this time and were not given up: for how many what was verified was in by then. */
export async function improvementsInTime(
  db: Db,
  { since, until }: { since: Instant; until: Instant },
): Promise<{ met: number; of: number }> {
  const { status, dueAt, doneAt } = improvements;
  const inTime = and(eq(status, 'verified'), isNotNull(doneAt), lte(doneAt, dueAt));
  const [row] = await db
    .select({ of: sql<string | number>`count(*)`, met: sql<string | number>`count(*) FILTER (WHERE ${inTime})` })
    .from(improvements)
    .where(and(gte(dueAt, since), lte(dueAt, until), sql`${status} <> 'cancelled'`));
  return { met: Number(row?.met ?? 0), of: Number(row?.of ?? 0) };
}

/** Of a page. */
export function cursorAfter({ dueAt, improvement }: ImprovementState): string {
  return Buffer.from(`${dueAt} ${improvement}`).toString('base64url');
}

export function readCursor(cursor: string): { dueAt: Instant; id: string } {
  const [, dueAt, id] = /^(\d{1,14}) ([A-Za-z0-9_-]{1,100})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (dueAt === undefined || id === undefined) {
    throw new StoreError('bad_cursor', 'This is not a cursor that a list of improvements has given out.');
  }
  return { dueAt: Number(dueAt), id };
}
