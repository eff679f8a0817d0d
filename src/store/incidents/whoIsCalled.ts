import { and, eq, notInArray } from 'drizzle-orm';
import { calledNow, isAfterEnd, isOver, PHASES } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Db } from '../engine.js';
import { incidents } from '../schema.js';

/** Whom of these real incidents have called, before the end of their response, by a post or a team. */
export async function whoIsCalled(
  db: Db,
  people: readonly PersonId[],
): Promise<{ incidentId: string; people: PersonId[] }[]> {
  if (people.length === 0) return [];
  const { id, state, mode, phase } = incidents;
  const done = PHASES.filter((one) => isAfterEnd(one) || isOver(one));
  const rows = await db
    .select({ id, state })
    .from(incidents)
    .where(and(eq(mode, 'real'), notInArray(phase, done)))
    .orderBy(id);
  return rows.flatMap((row) => {
    const theirs = calledNow(row.state).filter((person) => people.includes(person));
    return theirs.length === 0 ? [] : [{ incidentId: row.id, people: theirs.toSorted() }];
  });
}
