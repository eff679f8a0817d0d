import type { State } from '../domain/incident/index.js';
import type { Names } from '../domain/plan/names.js';
import type { Contact } from '../store/index.js';
import type { ApiDeps } from './deps.js';
import { findIncident } from './loadIncident.js';
import { sharedLoads } from './sharedLoads.js';

/** What an answer to a call needs to know of its incident. */
export interface Glance {
  /** Undefined together with `names` while nothing is recorded. */
  state: State | undefined;
  names: Names | undefined;
  people: Contact[];
}

/** Shared, because 3,000 people who answer at once must not read a large state 3,000 times. */
export function createGlance(deps: ApiDeps): (incidentId: string) => Promise<Glance> {
  return sharedLoads(async (incidentId) => {
    const [state, people] = await Promise.all([findIncident(deps, incidentId), deps.directory.people()]);
    return { state, names: state && (await deps.directory.names(state.basis.plan)), people };
  });
}
