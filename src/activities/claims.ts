import { everybody } from '../domain/drill/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Claimed, PeopleClaim } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

/** Asks the ledger for people. Whoever is thereby shared is told to the incidents that had them before; a drill lets them go. */
export function claimPeople(deps: ActivityDeps) {
  const { store, incidents } = deps;
  return async (claim: PeopleClaim): Promise<Omit<Claimed, 'tell'>> => {
    const { tell, ...answer } = await store.claimPeople(claim);
    if (claim.mode === 'real') await takeFromDrills(deps, claim);
    for (const incidentId of tell) await incidents.recheckClaims(incidentId);
    return answer;
  };
}

/** More do not run at once. */
const MOST_DRILLS = 50;

/** A drill that cannot be reached must not keep a real incident from its people: they are called all the same. */
async function takeFromDrills(
  { store, drills, log }: ActivityDeps,
  { incidentId, people }: Pick<PeopleClaim, 'incidentId' | 'people'>,
): Promise<void> {
  try {
    const lists = (['starting', 'running'] as const).map((status) => store.listDrills({ status, limit: MOST_DRILLS }));
    const conducted = (await Promise.all(lists)).flat();
    const concerned = conducted.filter((drill) => everybody(drill).some((person) => people.includes(person)));
    await Promise.all(
      concerned.map((state) => {
        const theirs = everybody(state).filter((person) => people.includes(person));
        return drills.preempt(state.drill, { incidentId, people: theirs });
      }),
    );
  } catch (error) {
    log.error({ incidentId, error: String(error) }, 'a drill could not be told that a real incident needs its people');
  }
}

/** Lets people go, and wakes the incidents that have waited for them. */
export function releasePeople({ store, incidents }: ActivityDeps) {
  return async (release: { incidentId: string; people?: PersonId[] }): Promise<void> => {
    const { tell } = await store.releasePeople(release);
    for (const incidentId of tell) await incidents.recheckClaims(incidentId);
  };
}
