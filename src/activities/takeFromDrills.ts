import { everybody } from '../domain/drill/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { ActivityDeps } from './deps.js';

/** More do not run at once. */
const MOST_DRILLS = 50;

/**
 * Whoever a real incident holds, or asks to come or to verify, takes part in no drill any more; told twice, a drill takes that once.
 * One that cannot be reached must not keep a real incident from its people: they are called all the same.
 */
export async function takeFromDrills(
  { store, drills, log }: Pick<ActivityDeps, 'store' | 'drills' | 'log'>,
  { incidentId, people }: { incidentId: string; people: readonly PersonId[] },
): Promise<void> {
  try {
    const lists = (['starting', 'running'] as const).map((status) => store.listDrills({ status, limit: MOST_DRILLS }));
    const conducted = (await Promise.all(lists)).flat();
    await Promise.all(
      conducted.map(async (state) => {
        const gone = state.preempted?.people ?? [];
        const theirs = everybody(state).filter((person) => people.includes(person) && !gone.includes(person));
        if (theirs.length > 0) await drills.preempt(state.drill, { incidentId, people: theirs });
      }),
    );
  } catch (error) {
    log.error({ incidentId, error: String(error) }, 'a drill could not be told that a real incident needs its people');
  }
}
