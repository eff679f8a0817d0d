import { nowOf } from '../../domain/incident/index.js';
import type { Request } from 'express';
import { buildSitrep, renderHtml, sitrepText } from '../../documents/index.js';
import type { SitrepInput } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import type { StoredDocument } from '../../store/index.js';
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
import { sendDocument, sendDocumentPage } from '../sendDocument.js';
import { LISTED_EVENTS, sitrepListView, sitrepView } from '../views/sitrepView.js';
import type { Routes } from './router.js';

interface SitrepKey {
  incidentId: string;
  number: number;
}

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
      parts.store.eventsOfTypes(incidentId, LISTED_EVENTS),
      parts.store.listDocuments(incidentId),
    ]);
    const speech = await speechFor(parts, state, languageOf(req));
    const events = recorded.map(({ event }) => event).filter((event) => event.seq <= seq);
    res.json(sitrepListView({ incidentId, events, documents, now: nowOf(state, parts.settings.now()) }, speech));
  });

  router.get('/api/v1/incidents/:incidentId/sitreps/:number', async (req, res) => {
    const { lang = languageOf(req) } = parseQuery(SitrepQuery, req);
    const input = await read(parts, req, lang);
    res.json(sitrepView(input.issue, sitrepText(input), { lang, names: input.namesAt(input.issue.upTo) }));
  });

  router.get('/api/v1/incidents/:incidentId/sitreps/:number/html', async (req, res) => {
    const { lang = languageOf(req) } = parseQuery(SitrepQuery, req);
    const asSent = await fileOf(parts, { incidentId: incidentIdOf(req), number: numberOf(req) }, lang);
    if (asSent !== undefined) return sendDocument(res, asSent);
    sendDocumentPage(res, lang, renderHtml(buildSitrep(await read(parts, req, lang))));
  });
};

function numberOf(req: Request): number {
  return parse(SitrepParams, req.params, languageOf(req)).number;
}

/** As it was written for whoever got it: the record of a month need not be read for what does not change any more. */
async function fileOf(
  { store }: ApiParts,
  { incidentId, number }: SitrepKey,
  lang: Lang,
): Promise<StoredDocument | undefined> {
  const recorded = await store.eventsOfTypes(incidentId, ['sitrepSent']);
  const sent = recorded.flatMap(({ event }) => (event.type === 'sitrepSent' ? [event] : []));
  const last = sent.findLast((event) => event.number === number);
  return last && store.readDocument({ id: last.documentId, format: 'html', lang });
}

async function read(parts: ApiParts, req: Request, lang: Lang): Promise<SitrepInput> {
  const key = { incidentId: incidentIdOf(req), number: numberOf(req) };
  const found = await loadSitrep(parts, key, lang);
  if (found === undefined) throw new ProblemError('sitrep_not_found', key);
  return found;
}
