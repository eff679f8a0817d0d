import type { Request, Response } from 'express';
import type { State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { readLink } from '../../seal/index.js';
import type { Link } from '../../seal/index.js';
import { keepAnswer } from '../acknowledge.js';
import { requestIdOf } from '../answerProblem.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { findIncident, speechFor } from '../loadIncident.js';
import { ackPage, callShown, standingOf } from '../pages/ackPage.js';
import type { AckTold } from '../pages/ackPage.js';
import { sendPage } from '../pages/html.js';
import { sharedLoads } from '../sharedLoads.js';
import type { Routes } from './router.js';

/**
 * The link in a notice. GET and HEAD change nothing, because mail scanners and previews fetch every link; POST
 * acknowledges. There is no protection against cross-site requests, and none is needed: no cookie or login stands behind
 * the answer, only the token in the address, and whoever has that may answer.
 */
export const ackLinkRoutes: Routes = (router, parts) => {
  const { settings, log } = parts;
  const glance = sharedLoads((incidentId) => findIncident(parts, incidentId));
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);

  router.get(
    '/ack/:token',
    atMost,
    answered(async (link, res) => {
      const state = await glance(link.incidentId);
      await tell(res, standingOf(state, link), link, state, 200);
    }),
  );

  // The answer is safe before anything else is looked up.
  router.post(
    '/ack/:token',
    atMost,
    answered(async (link, res) => {
      const { status } = await keepAnswer(parts, link, link.noticeId, 'link');
      const state = await glance(link.incidentId).catch(() => undefined);
      const standing = standingOf(state, link);
      const told = standing !== 'asked' ? standing : status === 'repeated' ? 'already' : 'recorded';
      await tell(res, told, link, state);
    }),
  );

  /** People see a page whatever happens, never JSON. */
  function answered(serve: (link: Link, res: Response) => Promise<void>) {
    return async (req: Request, res: Response) => {
      const link = readLink(settings.signingKey, String(req.params['token']), settings.now());
      if (typeof link === 'string') {
        return sendPage(res, ackPage(link === 'expired' ? 'expired' : 'invalid', languageOf(req)));
      }
      try {
        await serve(link, res);
      } catch (error) {
        log.error(
          { err: error, incident: link.incidentId, requestId: requestIdOf(res) },
          'acknowledgement by link failed',
        );
        sendPage(res.set('Retry-After', '2'), ackPage('failed', languageOf(req)));
      }
    };
  }

  async function tell(
    res: Response,
    told: AckTold,
    link: Link,
    state: State | undefined,
    status?: number,
  ): Promise<void> {
    const lang = await languageFor(link.person);
    const about = state && callShown(state, link, await speechFor(parts, state, lang), settings.zone);
    const page = ackPage(told, lang, about);
    sendPage(res, status === undefined ? page : { ...page, status });
  }

  async function languageFor(person: string): Promise<Lang> {
    const people = await parts.directory.people();
    return people.find(({ id }) => id === person)?.languages[0] ?? 'zh-CN';
  }
};
