import type { EventType } from '../../domain/incident/index.js';
import { compact } from '../compact.js';
import { AnalysisRequest, IncidentReportRequest } from '../contract.js';
import type { Analysis, IncidentReport } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { analysisView } from '../views/analysisView.js';
import { incidentReportView, REPORT_EVENTS } from '../views/incidentReportView.js';
import { mustHold } from './evidence.js';
import type { Routes } from './router.js';

/** What the end asks for in writing: the cause analysis, and the report on its way to approval. */
export const incidentReportRoutes: Routes = (router, parts) => {
  const decision = decisionRoute(router, parts);
  decision('analysis', AnalysisRequest, async (body, req) => {
    if (body.action === 'complete') return { type: 'analysis', ...body };
    const { items, ...rest } = body;
    const isPreview = (req.body as { preview?: unknown }).preview === true;
    const files = isPreview ? [] : items.flatMap(({ evidence }) => evidence ?? []);
    for (const sha256 of new Set(files)) await mustHold(parts, incidentIdOf(req), sha256);
    return {
      type: 'analysis',
      ...compact(rest),
      items: items.map((item) => compact({ ...item, at: item.at === undefined ? undefined : Date.parse(item.at) })),
    };
  });
  decision('report', IncidentReportRequest, (body) => ({ type: 'incidentReport', ...body }));

  router.get('/api/v1/incidents/:incidentId/analysis', async (req, res) => {
    const { state, events } = await readAbout(parts, incidentIdOf(req), ['analysisRecorded']);
    const speech = await speechFor(parts, state, languageOf(req));
    res.json(analysisView(state, events, speech) satisfies Analysis);
  });

  router.get('/api/v1/incidents/:incidentId/report', async (req, res) => {
    const { state, events } = await readAbout(parts, incidentIdOf(req), REPORT_EVENTS);
    const speech = await speechFor(parts, state, languageOf(req));
    res.json(incidentReportView(state, events, speech) satisfies IncidentReport);
  });
};

/** Of what stands in the state as well: what came after it was read would not fit it. */
async function readAbout(parts: ApiParts, incidentId: string, types: readonly EventType[]) {
  const state = await loadIncident(parts, incidentId);
  const recorded = await parts.store.eventsOfTypes(state.incidentId, types);
  return { state, events: recorded.map(({ event }) => event).filter(({ seq }) => seq <= state.seq) };
}
