import { compact } from '../compact.js';
import { OpinionQuery, OpinionRequest } from '../contract.js';
import type { PublicOpinion } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { publicOpinionView } from '../views/publicOpinionView.js';
import type { ToldOpinions } from '../views/publicOpinionView.js';
import type { Store } from '../../store/index.js';
import type { Routes } from './router.js';

/** What is said in public about an incident, and what was answered. */
export const publicOpinionRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/public-opinion', async (req, res) => {
    const { limit } = parseQuery(OpinionQuery, req);
    const state = await loadIncident(parts, incidentIdOf(req));
    const [told, speech] = await Promise.all([
      latestTold(parts.store, state.incidentId, limit),
      speechFor(parts, state, languageOf(req)),
    ]);
    res.json(publicOpinionView(state, speech, told) satisfies PublicOpinion);
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

/** The latest entries and what was answered to them: entries come by the hundred. */
async function latestTold(store: Store, incidentId: string, limit: number): Promise<ToldOpinions> {
  const entries = (await store.latestOfType(incidentId, 'opinionRecorded', limit)).flatMap(({ event }) =>
    event.type === 'opinionRecorded' ? [event] : [],
  );
  const since = entries[0]?.seq;
  const answers = since === undefined ? [] : await store.eventsOfTypes(incidentId, ['opinionReplied'], since);
  const replies = answers.flatMap(({ event }) => (event.type === 'opinionReplied' ? [event] : []));
  return { entries, replies };
}

function time(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
