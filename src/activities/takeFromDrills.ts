import { everybody } from '../domain/drill/index.js';
import type { DrillState } from '../domain/drill/index.js';
import { calledNoMore } from '../domain/incident/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { ActivityDeps } from './deps.js';

type Deps = Pick<ActivityDeps, 'store' | 'drills' | 'log'>;

interface Needed {
  /** The real incident. */
  incidentId: string;
  people: readonly PersonId[];
}

/** More do not run at once. */
const MOST_DRILLS = 50;

/**
 * Whoever a real incident holds, or asks to come or to verify, takes part in no drill any more; told twice, a drill takes that once.
 * One that cannot be reached must not keep a real incident from its people: they are called all the same.
 */
export async function takeFromDrills(deps: Deps, needed: Needed): Promise<void> {
  await told(deps, needed, async () => needed.people);
}

/** Those who are called by a mail that may be one of yesterday: whoever has declined since is left where they are. */
export async function takeCalledFromDrills(deps: Deps, needed: Needed): Promise<void> {
  await told(deps, needed, async () => {
    const incident = await deps.store.getIncident(needed.incidentId);
    const over = incident === undefined ? [] : calledNoMore(incident.state);
    return needed.people.filter((person) => !over.includes(person));
  });
}

async function told(
  deps: Deps,
  { incidentId, people }: Needed,
  wanted: () => Promise<readonly PersonId[]>,
): Promise<void> {
  const { store, drills, log } = deps;
  const failed = (error: unknown) =>
    log.error({ incidentId, error: String(error) }, 'a drill could not be told that a real incident needs its people');
  try {
    const lists = (['starting', 'running'] as const).map((status) => store.listDrills({ status, limit: MOST_DRILLS }));
    const concerned = (await Promise.all(lists)).flat().filter((drill) => theirs(drill, people).length > 0);
    if (concerned.length === 0) return;
    const now = await wanted();
    await Promise.all(
      concerned.map(async (drill) => {
        const taken = theirs(drill, now);
        if (taken.length > 0) await drills.preempt(drill.drill, { incidentId, people: taken }).catch(failed);
      }),
    );
  } catch (error) {
    failed(error);
  }
}

function theirs(drill: DrillState, people: readonly PersonId[]): PersonId[] {
  const gone = drill.preempted?.people ?? [];
  return everybody(drill).filter((person) => people.includes(person) && !gone.includes(person));
}
