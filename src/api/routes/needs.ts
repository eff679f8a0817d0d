import { compact } from '../compact.js';
import { NeedRequest } from '../contract.js';
import type { Needs } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { needsView } from '../views/needsView.js';
import type { Routes } from './router.js';

const time = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));

/** What an incident asks the ledger and partners for, and what becomes of it. */
export const needRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/resources', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    res.json(needsView(state, await speechFor(parts, state, languageOf(req))) satisfies Needs);
  });

  const decision = decisionRoute(router, parts);
  decision('resources', NeedRequest, (body) => {
    const type = 'resource' as const;
    switch (body.action) {
      case 'request':
        return { type, ...compact({ ...body, neededBy: time(body.neededBy) }) };
      case 'requestPartner':
        return { type, ...compact({ ...body, neededBy: time(body.neededBy) }) };
      case 'amend':
        return { type, ...compact({ ...body, neededBy: time(body.neededBy) }) };
      case 'partnerReply':
        return { type, ...compact({ ...body, eta: time(body.eta) }) };
      case 'return':
        return { type, ...compact(body) };
      case 'substitute':
        return { type, ...compact(body) };
      case 'dispatch':
        return { type, ...compact(body) };
      default:
        return { type, ...body };
    }
  });
};
