import type { State } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { Names } from '../domain/plan/names.js';
import type { PostOf } from '../domain/words/index.js';
import { postsHeld } from '../domain/words/index.js';
import { namesAlong } from '../store/index.js';
import type { ApiDeps } from './deps.js';
import { mayBeNew } from './incidentId.js';
import { ProblemError } from './problemError.js';

/** How long a reader waits for the first record of an incident that has just been reported. */
const FIRST_RECORD_MS = 1_500;

export async function findIncident(deps: ApiDeps, incidentId: string): Promise<State | undefined> {
  const found = await deps.store.getIncident(incidentId);
  if (found || !mayBeNew(incidentId, deps.settings.now(), deps.settings.zone)) return found?.state;
  await deps.store.waitForSeq(incidentId, 1, FIRST_RECORD_MS);
  return (await deps.store.getIncident(incidentId))?.state;
}

export async function loadIncident(deps: ApiDeps, incidentId: string): Promise<State> {
  const state = await findIncident(deps, incidentId);
  if (!state) throw new ProblemError('incident_not_found', { incidentId });
  return state;
}

/** What ids are called, in one language: everything that turns state and events into something to read. */
export interface Speech {
  names: Names;
  lang: Lang;
  posts: PostOf;
}

export async function speechFor(deps: ApiDeps, state: State, lang: Lang): Promise<Speech> {
  return (await speechAlong(deps, state, lang))(state.seq);
}

/** For what happened at each event, in the words of the plan as it was then. */
export async function speechAlong({ directory }: ApiDeps, state: State, lang: Lang): Promise<(seq: number) => Speech> {
  const names = await namesAlong(directory, state);
  const posts = postsHeld(state);
  return (seq) => ({ names: names(seq), lang, posts });
}
