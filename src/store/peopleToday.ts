import type { Basis } from '../domain/plan/compiled.js';
import { differenceOf, peopleIn } from '../domain/plan/peopleChange.js';
import type { PeopleChange } from '../domain/plan/peopleChange.js';
import type { Directory } from './directory.js';

/** How the roster in force differs from the people that an incident goes by. */
export async function peopleToday(
  directory: Pick<Directory, 'peopleFor'>,
  { plan, ...people }: Basis,
): Promise<{ roster: number; change: PeopleChange }> {
  const { roster, ...today } = await directory.peopleFor(plan);
  return { roster, change: differenceOf(peopleIn(plan, people), peopleIn(plan, today)) };
}
