import type { EventOf } from '../../domain/incident/index.js';
import { compact } from '../compact.js';
import { SummaryRequest } from '../contract.js';
import type { Summary } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { goneSignal } from '../gone.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { summaryEvaluationView } from '../views/summaryEvaluationView.js';
import type { Routes } from './router.js';

export const summaryRoutes: Routes = (router, parts) => {
  decisionRoute(router, parts)('summary', SummaryRequest, (body) => {
    if (body.action === 'hold') return { type: 'summary', ...compact(body) };
    const { at, ...rest } = body;
    return { type: 'summary', ...compact(rest), meetingAt: Date.parse(at) };
  });

  router.get('/api/v1/incidents/:incidentId/summary', async (req, res) => {
    const taken = await parts.metricsInTurn.take(incidentIdOf(req), goneSignal(res));
    if (taken === undefined) return;
    const { metrics } = taken;
    // What somebody has decided while others waited for the metrics is in it.
    const state = await loadIncident(parts, incidentIdOf(req));
    const { incidentId, summary } = state;
    const [speech, events] = await Promise.all([
      speechFor(parts, state, languageOf(req)),
      parts.store.eventsNumbered(incidentId, summary.held === undefined ? [] : [summary.held.seq]),
    ]);
    const event = events
      .map((recorded) => recorded.event)
      .find((one): one is EventOf<'summaryHeld'> => one.type === 'summaryHeld');
    res.json(summaryEvaluationView(state, speech, { event, metrics }) satisfies Summary);
  });
};
