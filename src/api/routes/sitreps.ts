import type { Request } from 'express';
import { buildSitrep, readSitrep, renderHtml, sitrepText } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import { firstBasis, namesAlong } from '../../store/index.js';
import { compact } from '../compact.js';
import { SitrepDraftRequest, SitrepEditRequest, SitrepParams, SitrepQuery, SitrepReleaseRequest } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { parse, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { sitrepListView, sitrepView } from '../views/sitrepView.js';
import type { Routes } from './router.js';

export const sitrepRoutes: Routes = (router, parts) => {
  const decision = decisionRoute(router, parts);
  decision('sitreps', SitrepDraftRequest, () => ({ type: 'draftSitrep' }));
  decision('sitreps/:number/edit', SitrepEditRequest, ({ sections }, req) => ({
    type: 'editSitrep',
    number: numberOf(req),
    sections: compact(sections),
  }));
  decision('sitreps/:number/release', SitrepReleaseRequest, (body, req) => ({
    type: 'releaseSitrep',
    number: numberOf(req),
    ...compact(body),
  }));

  router.get('/api/v1/incidents/:incidentId/sitreps', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const { incidentId, seq } = state;
    const [recorded, documents] = await Promise.all([
      parts.store.eventsOf(incidentId, 0, seq),
      parts.store.listDocuments(incidentId),
    ]);
    const speech = await speechFor(parts, state, languageOf(req));
    const events = recorded.map(({ event }) => event);
    res.json(sitrepListView({ incidentId, events, documents, now: parts.settings.now() }, speech));
  });

  router.get('/api/v1/incidents/:incidentId/sitreps/:number', async (req, res) => {
    const { lang = languageOf(req) } = parseQuery(SitrepQuery, req);
    const input = await read(parts, req, lang);
    res.json(sitrepView(input.issue, sitrepText(input), { lang, names: input.namesAt(input.issue.upTo) }));
  });

  router.get('/api/v1/incidents/:incidentId/sitreps/:number/html', async (req, res) => {
    const { lang = languageOf(req) } = parseQuery(SitrepQuery, req);
    const page = renderHtml(buildSitrep(await read(parts, req, lang)));
    res.set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': lang,
      // It carries words of strangers: no script may run in it.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    });
    res.send(page);
  });
};

function numberOf(req: Request): number {
  return parse(SitrepParams, req.params, languageOf(req)).number;
}

/** A draft as it would be released now; a released one as it was. */
async function read(parts: ApiParts, req: Request, lang: Lang) {
  const { store, directory, settings } = parts;
  const number = numberOf(req);
  const state = await loadIncident(parts, incidentIdOf(req));
  const { incidentId, seq } = state;
  const [recorded, basis] = await Promise.all([store.eventsOf(incidentId, 0, seq), firstBasis(store, state)]);
  const found = readSitrep(recorded, { basis, number, now: settings.now() });
  if (found === undefined) throw new ProblemError('sitrep_not_found', { incidentId, number });
  return { ...found, namesAt: await namesAlong(directory, state), lang, zone: settings.zone };
}
