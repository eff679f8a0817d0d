import { nowOf } from '../../domain/incident/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import { compact } from '../compact.js';
import { SummaryRequest } from '../contract.js';
import type { Summary } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { measureOne } from '../measure.js';
import { summaryEvaluationView } from '../views/summaryEvaluationView.js';
import type { Routes } from './router.js';

export const summaryRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  decisionRoute(router, parts)('summary', SummaryRequest, (body) => {
    if (body.action === 'hold') return { type: 'summary', ...compact(body) };
    const { at, ...rest } = body;
    return { type: 'summary', ...compact(rest), meetingAt: Date.parse(at) };
  });

  router.get('/api/v1/incidents/:incidentId/summary', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const { incidentId, basis, summary } = state;
    const [speech, metrics, events] = await Promise.all([
      speechFor(parts, state, languageOf(req)),
      measureOne(store, incidentId, basis.plan, nowOf(state, settings.now())),
      store.eventsNumbered(incidentId, summary.held === undefined ? [] : [summary.held.seq]),
    ]);
    const event = events
      .map((recorded) => recorded.event)
      .find((one): one is EventOf<'summaryHeld'> => one.type === 'summaryHeld');
    res.json(summaryEvaluationView(state, speech, { event, metrics }) satisfies Summary);
  });
};
