import type { Request } from 'express';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import { actorOf, tokenOf } from '../auth.js';
import { ErasureListQuery, ErasurePersonParams, IncidentErasure, PersonErasure } from '../contract.js';
import type { DestructionList, ErasureAnswer, ErasureList } from '../contract.js';
import { authorityOf, eraseIncident, erasePerson } from '../erasure/erase.js';
import type { ErasureAsked } from '../erasure/erase.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { parse, parseBody, parseQuery } from '../parse.js';
import { readJson } from '../readBody.js';
import { groundOf } from '../registers/kind.js';
import { erasureItem, erasureView } from '../views/erasureView.js';
import { iso, named } from '../views/named.js';
import type { Routes } from './router.js';

/** Personal data: what has to be destroyed, what is, and what was. */
export const erasureRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;

  router.post('/api/v1/erasures/people/:personId', ...readJson, async (req, res) => {
    const lang = languageOf(req);
    const { personId } = parse(ErasurePersonParams, req.params, lang);
    const { reason, ...asked } = parseBody(PersonErasure, req);
    const outcome = await erasePerson(parts, personId, reason, askedBy(req, asked));
    res.json(erasureView({ kind: 'person', subject: personId }, outcome, lang) satisfies ErasureAnswer);
  });

  router.post('/api/v1/erasures/incidents/:incidentId', ...readJson, async (req, res) => {
    const incidentId = incidentIdOf(req);
    const { reason, ...asked } = parseBody(IncidentErasure, req);
    const outcome = await eraseIncident(parts, incidentId, reason, askedBy(req, asked));
    res.json(erasureView({ kind: 'incident', subject: incidentId }, outcome, languageOf(req)) satisfies ErasureAnswer);
  });

  router.get('/api/v1/erasures', async (req, res) => {
    await authorityOf(parts, byOf(req));
    const { limit } = parseQuery(ErasureListQuery, req);
    const [{ plan, roster }, rows] = await Promise.all([groundOf(parts), store.listErasures(limit)]);
    const speech = { names: namesFrom(plan, roster), lang: languageOf(req) };
    res.json({ items: rows.map((row) => erasureItem(row, speech)) } satisfies ErasureList);
  });

  router.get('/api/v1/erasures/due', async (req, res) => {
    await authorityOf(parts, byOf(req));
    const [{ plan, roster }, due, unfinished] = await Promise.all([
      groundOf(parts),
      store.dueDestructions(settings.now()),
      store.unfinishedErasures(),
    ]);
    const speech = { names: namesFrom(plan, roster), lang: languageOf(req) };
    const owner = plan.aftermath?.personalData?.owner;
    const items = [];
    for (const { incidentId, destroyBy } of due) {
      const incident = await store.getIncident(incidentId);
      items.push({ incidentId, title: incident?.state.report.texts.title ?? '', destroyBy: iso(destroyBy) });
    }
    res.json({
      owner: owner === undefined ? undefined : named(speech, 'post', owner),
      items,
      brokenOff: unfinished.map(({ subject: person, begunAt }) => ({ person, begunAt: iso(begunAt) })),
    } satisfies DestructionList);
  });
};

function askedBy(
  req: Request,
  { evidence = [], preview = false }: { evidence?: string[] | undefined; preview?: boolean | undefined },
): ErasureAsked {
  return { by: byOf(req), evidence, preview };
}

function byOf(req: Request): ErasureAsked['by'] {
  return { ...actorOf(req), tokenId: tokenOf(req) };
}
