import type { Request } from 'express';
import { buildSitrep, renderHtml, sitrepText } from '../../documents/index.js';
import type { SitrepInput } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import { compact } from '../compact.js';
import { SitrepDraftRequest, SitrepEditRequest, SitrepParams, SitrepQuery, SitrepReleaseRequest } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { loadSitrep } from '../loadSitrep.js';
import { parse, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { sendDocumentPage } from '../sendDocument.js';
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
    sendDocumentPage(res, lang, renderHtml(buildSitrep(await read(parts, req, lang))));
  });
};

function numberOf(req: Request): number {
  return parse(SitrepParams, req.params, languageOf(req)).number;
}

async function read(parts: ApiParts, req: Request, lang: Lang): Promise<SitrepInput> {
  const key = { incidentId: incidentIdOf(req), number: numberOf(req) };
  const found = await loadSitrep(parts, key, lang);
  if (found === undefined) throw new ProblemError('sitrep_not_found', key);
  return found;
}
