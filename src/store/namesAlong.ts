import { plansOf } from '../domain/incident/index.js';
import type { Planned, State } from '../domain/incident/index.js';
import type { Names } from '../domain/plan/names.js';
import { namesAtEvents } from '../domain/words/index.js';
import type { Directory } from './directory.js';

/** What things were called at each event of an incident, see `namesAtEvents`. */
export async function namesAlong(
  directory: Pick<Directory, 'names'>,
  incident: Planned & { tasks?: Pick<State['tasks'], 'tasks'> },
): Promise<(seq: number) => Names> {
  return namesAtEvents(incident, await Promise.all(plansOf(incident).map((plan) => directory.names(plan))));
}
