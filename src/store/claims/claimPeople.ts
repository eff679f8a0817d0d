import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ClaimRole, Contested, SharedWith } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Db } from '../engine.js';
import { peopleClaims } from '../schema.js';

export interface PeopleClaim {
  incidentId: string;
  /** A drill never takes anybody from a real incident. */
  mode: 'real' | 'drill';
  role: ClaimRole;
  /** The post or team that wants them. */
  target: string;
  people: PersonId[];
  /** Of the level, 0 the most severe. */
  rank: number;
  /** A person has decided that they serve both. */
  share?: true | undefined;
  /** They command this incident no more, and are still wanted for something else. */
  stepsDown?: true | undefined;
}

export interface Claimed {
  contested: Contested[];
  shared: SharedWith[];
  /** Incidents that learn by this that somebody of theirs is shared. */
  tell: string[];
}

/**
 * Claims people for an incident, over all incidents in one transaction. Whoever another live incident holds is waited for
 * and named. Asked again, it answers what stands now: nothing is claimed twice.
 */
export async function claimPeople(db: Db, claim: PeopleClaim): Promise<Claimed> {
  const { incidentId, mode, role, target, rank, share, stepsDown = false } = claim;
  const people = [...new Set(claim.people)];
  if (people.length === 0) return { contested: [], shared: [], tell: [] };
  return db.transaction(async (tx) => {
    await lockClaims(tx);
    const others = await tx
      .select()
      .from(peopleClaims)
      .where(and(eq(peopleClaims.mode, mode), inArray(peopleClaims.person, people), servesOther(incidentId)));
    const taken = new Set(others.map(({ person }) => person));
    await tx
      .insert(peopleClaims)
      .values(
        people.map((person) => ({
          mode,
          person,
          incidentId,
          role,
          target,
          rank,
          status: taken.has(person) ? (share ? ('shared' as const) : ('waiting' as const)) : ('held' as const),
        })),
      )
      .onConflictDoUpdate({
        target: [peopleClaims.mode, peopleClaims.person, peopleClaims.incidentId],
        set: {
          rank: sql`excluded.rank`,
          news: false,
          // Whoever commands here is held for that, whatever team calls besides.
          role: sql`CASE WHEN ${staysInCommand(stepsDown)} THEN ${peopleClaims.role} ELSE excluded.role END`,
          target: sql`CASE WHEN ${staysInCommand(stepsDown)} THEN ${peopleClaims.target} ELSE excluded.target END`,
          status: sql`CASE WHEN ${peopleClaims.status} = 'waiting' THEN excluded.status ELSE ${peopleClaims.status} END`,
        },
      });
    const mine = await tx
      .select({ person: peopleClaims.person, status: peopleClaims.status })
      .from(peopleClaims)
      .where(
        and(eq(peopleClaims.mode, mode), eq(peopleClaims.incidentId, incidentId), inArray(peopleClaims.person, people)),
      );
    return answerFrom(mine, others, share === true);
  });
}

function staysInCommand(stepsDown: boolean) {
  return sql`NOT ${stepsDown} AND ${peopleClaims.role} = 'command'`;
}

type Row = typeof peopleClaims.$inferSelect;

function answerFrom(mine: Pick<Row, 'person' | 'status'>[], others: Row[], isShare: boolean): Claimed {
  const contested: Contested[] = [];
  const shared: SharedWith[] = [];
  for (const { person, status } of mine) {
    const theirs = others.filter((other) => other.person === person);
    const [first] = theirs;
    if (first === undefined) continue;
    if (status === 'waiting') contested.push({ person, heldBy: first.incidentId, role: first.role });
    else shared.push({ person, with: theirs.map((other) => other.incidentId).sort() });
  }
  return { contested, shared, tell: isShare ? [...new Set(others.map((other) => other.incidentId))] : [] };
}

function servesOther(incidentId: string) {
  return sql`${peopleClaims.incidentId} <> ${incidentId} AND ${peopleClaims.status} <> 'waiting'`;
}

/** One claim is judged by what the other has left. Reading goes on meanwhile. */
async function lockClaims(tx: Db): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${peopleClaims} IN SHARE ROW EXCLUSIVE MODE`);
}

/** Lets people go, all of them without `people`. Whoever has waited longest, by level, then time, is served; those incidents are named. */
export async function releasePeople(
  db: Db,
  { incidentId, people }: { incidentId: string; people?: PersonId[] | undefined },
): Promise<{ tell: string[] }> {
  return db.transaction(async (tx) => {
    await lockClaims(tx);
    const mine = eq(peopleClaims.incidentId, incidentId);
    const freed = await tx
      .delete(peopleClaims)
      .where(people === undefined ? mine : and(mine, inArray(peopleClaims.person, people)))
      .returning({ mode: peopleClaims.mode, person: peopleClaims.person, status: peopleClaims.status });
    // Whoever was only waited for leaves nothing free.
    const served = freed.filter(({ status }) => status !== 'waiting');
    if (served.length > 0) await grantFreed(tx, served);
    const news = await tx
      .selectDistinct({ incidentId: peopleClaims.incidentId })
      .from(peopleClaims)
      .where(eq(peopleClaims.news, true));
    return { tell: news.map((row) => row.incidentId) };
  });
}

async function grantFreed(tx: Db, freed: Pick<Row, 'mode' | 'person'>[]): Promise<void> {
  const persons = freed.map(({ person }) => person);
  await tx.execute(
    sql`
        UPDATE people_claims AS claim SET status = 'held', news = true
        FROM (
          SELECT DISTINCT ON (mode, person) mode, person, incident_id
          FROM people_claims AS waiting
          WHERE status = 'waiting' AND mode = ${freed[0]!.mode} AND person IN ${persons}
            AND NOT EXISTS (
              SELECT FROM people_claims AS other
              WHERE other.mode = waiting.mode AND other.person = waiting.person AND other.status <> 'waiting'
            )
          ORDER BY mode, person, rank, claimed_at, incident_id
        ) AS next
        WHERE claim.mode = next.mode AND claim.person = next.person AND claim.incident_id = next.incident_id`,
  );
}

/** Who of these commands a live incident. */
export async function whoCommands(db: Db, mode: PeopleClaim['mode'], people: PersonId[]): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectDistinct({ person: peopleClaims.person })
    .from(peopleClaims)
    .where(
      and(
        eq(peopleClaims.mode, mode),
        eq(peopleClaims.role, 'command'),
        inArray(peopleClaims.person, people),
        sql`${peopleClaims.status} <> 'waiting'`,
      ),
    );
  return rows.map(({ person }) => person);
}

/** Which live incidents want whom of these, the ones they wait for included. */
export async function whoServes(
  db: Db,
  mode: PeopleClaim['mode'],
  people: PersonId[],
): Promise<{ incidentId: string; people: PersonId[] }[]> {
  if (people.length === 0) return [];
  const rows = await db
    .select({ incidentId: peopleClaims.incidentId, person: peopleClaims.person })
    .from(peopleClaims)
    .where(and(eq(peopleClaims.mode, mode), inArray(peopleClaims.person, people)))
    .orderBy(peopleClaims.incidentId, peopleClaims.person);
  const incidents = [...new Set(rows.map(({ incidentId }) => incidentId))];
  return incidents.map((incidentId) => ({
    incidentId,
    people: rows.filter((row) => row.incidentId === incidentId).map(({ person }) => person),
  }));
}
