import { decisionLog, LOGGED_TYPES } from '../../domain/incident/index.js';
import { DecisionLogQuery } from '../contract.js';
import type { DecisionLog } from '../contract.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechAlong } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { loggedDecision } from '../views/loggedDecision.js';
import type { Routes } from './router.js';

export const decisionLogRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/decisions', async (req, res) => {
    const { after } = parseQuery(DecisionLogQuery, req);
    const state = await loadIncident(parts, incidentIdOf(req));
    const events = (await parts.store.eventsOfTypes(state.incidentId, LOGGED_TYPES)).map(({ event }) => event);
    const speech = await speechAlong(parts, state, languageOf(req));
    const log = decisionLog(state.basis.plan, events).filter(({ event }) => event.seq > after);
    const items = log.map((logged) => loggedDecision(logged, speech(logged.event.seq)));
    res.json({ id: state.incidentId, seq: state.seq, items } satisfies DecisionLog);
  });
};
