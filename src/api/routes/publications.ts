import { LANGS } from '../../domain/lang.js';
import { nowOf } from '../../domain/incident/index.js';
import type { PublicationTexts } from '../../domain/incident/index.js';
import { namesAlong } from '../../store/index.js';
import { compact } from '../compact.js';
import { PublicationRequest, PublicationTemplateQuery } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { PUBLICATION_EVENTS, publicationListView } from '../views/publicationView.js';
import { publicationTemplateView } from '../views/publicationTemplate.js';
import type { Routes } from './router.js';

/** What is drafted, checked and approved for the public. What the public sees is served by `public.ts`. */
export const publicationRoutes: Routes = (router, parts) => {
  const { store, directory, settings } = parts;
  const decision = decisionRoute(router, parts);
  decision('publications', PublicationRequest, (body) => {
    const type = 'publication';
    switch (body.action) {
      case 'draft': {
        const nextAt = body.nextAt === undefined ? undefined : Date.parse(body.nextAt);
        return { type, ...compact({ ...body, nextAt }), texts: flat(body.texts) };
      }
      case 'approve':
        return { type, ...compact(body) };
      default:
        return { type, ...body };
    }
  });

  router.get('/api/v1/incidents/:incidentId/publications', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const recorded = await store.eventsOfTypes(state.incidentId, PUBLICATION_EVENTS);
    // What came after the state was read would not fit it.
    const events = recorded.map(({ event }) => event).filter(({ seq }) => seq <= state.seq);
    const speech = await speechFor(parts, state, languageOf(req));
    res.json(publicationListView({ state, events, publicUrl: settings.publicUrl }, speech));
  });

  router.get('/api/v1/incidents/:incidentId/publications/template', async (req, res) => {
    const { template } = parseQuery(PublicationTemplateQuery, req);
    const state = await loadIncident(parts, incidentIdOf(req));
    const [document, namesAt] = await Promise.all([directory.document(state.basis.plan), namesAlong(directory, state)]);
    const { zone } = settings;
    const view = publicationTemplateView({
      ...{ template, document, state, zone },
      names: namesAt(state.seq),
      now: nowOf(state, settings.now()),
    });
    if (view === undefined) {
      const templates = (document.templates ?? []).filter(({ kind }) => kind === 'publication').map(({ id }) => id);
      throw new ProblemError('template_not_found', { template }, { templates });
    }
    res.json(view);
  });
};

/** As the record keeps them: one text under each key. */
function flat(texts: {
  [L in (typeof LANGS)[number]]?: { title: string; body: string } | undefined;
}): PublicationTexts {
  return Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = texts[lang];
      return text === undefined
        ? []
        : [
            [`title ${lang}`, text.title],
            [`body ${lang}`, text.body],
          ];
    }),
  );
}
