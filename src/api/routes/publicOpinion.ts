import { compact } from '../compact.js';
import { OpinionQuery, OpinionRequest } from '../contract.js';
import type { PublicOpinion } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { publicOpinionView } from '../views/publicOpinionView.js';
import type { Routes } from './router.js';

/** What is said in public about an incident, and what was answered. */
export const publicOpinionRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/public-opinion', async (req, res) => {
    const { limit } = parseQuery(OpinionQuery, req);
    const state = await loadIncident(parts, incidentIdOf(req));
    const [stored, speech] = await Promise.all([
      parts.store.eventsOfTypes(state.incidentId, ['opinionRecorded', 'opinionReplied']),
      speechFor(parts, state, languageOf(req)),
    ]);
    const told = stored.flatMap(({ event }) =>
      event.type === 'opinionRecorded' || event.type === 'opinionReplied' ? [event] : [],
    );
    res.json(publicOpinionView(state, speech, told, limit) satisfies PublicOpinion);
  });

  const decision = decisionRoute(router, parts);
  decision('public-opinion', OpinionRequest, (body) => {
    const type = 'publicOpinion' as const;
    switch (body.action) {
      case 'record':
        return { type, ...compact({ ...body, observedAt: time(body.observedAt) }) };
      case 'reply':
        return { type, ...compact({ ...body, repliedAt: time(body.repliedAt) }) };
      case 'end':
        return { type, ...body };
    }
  });
};

function time(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
