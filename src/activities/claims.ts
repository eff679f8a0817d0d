import type { PersonId } from '../domain/plan/compiled.js';
import type { Claimed, PeopleClaim } from '../store/index.js';
import type { ActivityDeps } from './deps.js';
import { takeFromDrills } from './takeFromDrills.js';

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

/** Lets people go, and wakes the incidents that have waited for them. */
export function releasePeople({ store, incidents }: ActivityDeps) {
  return async (release: { incidentId: string; people?: PersonId[] }): Promise<void> => {
    const { tell } = await store.releasePeople(release);
    for (const incidentId of tell) await incidents.recheckClaims(incidentId);
  };
}
