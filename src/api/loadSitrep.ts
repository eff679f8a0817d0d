import { nowOf } from '../domain/incident/index.js';
import { readSitrep } from '../documents/index.js';
import type { SitrepInput } from '../documents/index.js';
import type { Lang } from '../domain/lang.js';
import { firstBasis, namesAlong } from '../store/index.js';
import type { ApiDeps } from './deps.js';
import { loadIncident } from './loadIncident.js';

/** A draft as it would be released now; a released one as it was. `undefined`: there is none of this number. */
export async function loadSitrep(
  deps: ApiDeps,
  { incidentId, number }: { incidentId: string; number: number },
  lang: Lang,
): Promise<SitrepInput | undefined> {
  const { store, directory, settings } = deps;
  const state = await loadIncident(deps, incidentId);
  const [recorded, basis] = await Promise.all([store.eventsOf(incidentId, 0, state.seq), firstBasis(store, state)]);
  const found = readSitrep(recorded, { basis, number, now: nowOf(state, settings.now()) });
  return found && { ...found, namesAt: await namesAlong(directory, state), lang, zone: settings.zone };
}
