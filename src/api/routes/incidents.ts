import type { z } from 'zod';
import type { State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { compact } from '../compact.js';
import { IncidentListQuery, IncidentQuery } from '../contract.js';
import type { Incident, IncidentList } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { today } from '../improvements/groundToday.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { improvementBrief } from '../views/improvementView.js';
import { incidentView, quotedSeqs } from '../views/incidentView.js';
import type { Quoted } from '../views/quoted.js';
import { summaryView } from '../views/summaryView.js';
import { namesToday } from '../namesToday.js';
import type { Routes } from './router.js';

/** What stands in the record only, so that it can be erased there. */
async function quotedEvents({ store }: ApiParts, state: State): Promise<Quoted> {
  const events = await store.eventsNumbered(state.incidentId, quotedSeqs(state));
  return new Map(events.map(({ event }) => [event.seq, event]));
}

/** As many as an incident can open. */
const MOST_IMPROVEMENTS = 100;

/** Nothing is asked for where nothing came out of it. */
async function improvementsOf(parts: ApiParts, state: State, lang: Lang): Promise<Pick<Incident, 'improvements'>> {
  const { incidentId, improvements } = state;
  if (improvements.opened === 0) return {};
  const [states, now] = await Promise.all([
    parts.store.listImprovements({ incidentId, limit: MOST_IMPROVEMENTS }),
    today(parts),
  ]);
  return { improvements: states.map((one) => improvementBrief(one, now, lang, parts.settings.now())) };
}

/** How long `minSeq` waits for the record. */
const MIN_SEQ_MS = 5_000;

export const incidentRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents', async (req, res) => {
    const query = parseQuery(IncidentListQuery, req);
    const { incidents, nextCursor } = await parts.store.listIncidents(compact(query));
    const speech = { names: await namesToday(parts), lang: languageOf(req) };
    const items = incidents.map((incident) => summaryView(incident, speech));
    res.json({ items, next: nextCursor } satisfies z.infer<typeof IncidentList>);
  });

  router.get('/api/v1/incidents/:incidentId', async (req, res) => {
    const { minSeq = 0 } = parseQuery(IncidentQuery, req);
    const incidentId = incidentIdOf(req);
    if (minSeq > 0) await parts.store.waitForSeq(incidentId, minSeq, MIN_SEQ_MS);
    const state = await loadIncident(parts, incidentId);
    const lang = languageOf(req);
    const [speech, quoted, improvements] = await Promise.all([
      speechFor(parts, state, lang),
      quotedEvents(parts, state),
      improvementsOf(parts, state, lang),
    ]);
    const view: Incident = { ...incidentView(state, speech, parts.settings.now(), quoted), ...improvements };
    if (state.seq < minSeq) {
      throw new ProblemError('not_yet', { seq: state.seq }, { minSeq }, { members: { incident: view } });
    }
    res.json(view);
  });
};
