import { compact } from '../compact.js';
import { LessonRequest } from '../contract.js';
import type { Lessons } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { lessonSeqs, lessonsView } from '../views/lessonsView.js';
import type { Routes } from './router.js';

export const lessonRoutes: Routes = (router, parts) => {
  decisionRoute(router, parts)('lessons', LessonRequest, (body) =>
    body.action === 'give'
      ? { type: 'lesson', ...compact(body), findings: body.findings ?? [] }
      : { type: 'lesson', ...compact(body) },
  );

  router.get('/api/v1/incidents/:incidentId/lessons', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const [speech, events] = await Promise.all([
      speechFor(parts, state, languageOf(req)),
      parts.store.eventsNumbered(state.incidentId, lessonSeqs(state)),
    ]);
    const quoted = new Map(events.map(({ event }) => [event.seq, event]));
    res.json(lessonsView(state, speech, quoted) satisfies Lessons);
  });
};
