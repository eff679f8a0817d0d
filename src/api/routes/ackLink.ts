import { nowOf } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import type { Request, Response } from 'express';
import { MINUTE } from '../../domain/time.js';
import type { Instant } from '../../domain/time.js';
import { readLink } from '../../seal/index.js';
import type { Link } from '../../seal/index.js';
import type { Acknowledgement } from '../acknowledge.js';
import { callAcknowledged, callMoved, isSaidAgain, keep, keepAnswer } from '../acknowledge.js';
import { behindLink } from '../behindLink.js';
import { createGlance } from '../glance.js';
import type { Glance } from '../glance.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { ackFailurePage, ackPage, callShown, MOST_MINUTES } from '../pages/ackPage.js';
import type { AckTold } from '../pages/ackPage.js';
import { standingOf } from '../pages/ackStanding.js';
import { sendPage } from '../pages/html.js';
import { readForm } from '../readBody.js';
import type { Routes } from './router.js';

/**
 * The link in a notice. GET and HEAD change nothing, because mail scanners and previews fetch every link; POST
 * acknowledges. There is no protection against cross-site requests, and none is needed: no cookie or login stands behind
 * the answer, only the token in the address, and whoever has that may answer.
 */
export const ackLinkRoutes: Routes = (router, parts) => {
  const { settings } = parts;
  const glance = createGlance(parts);
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, { name: 'a link in a call', read: readLink, failurePage: ackFailurePage });
  router.get('/ack/:token', atMost, answered(show));
  router.post('/ack/:token', atMost, readForm, answered(answer));

  async function show(link: Link, req: Request, res: Response): Promise<void> {
    const seen = await glance(link.incidentId);
    // Whatever the page has to tell, looking at it succeeded.
    sendPage(res, { ...page(link, req, seen), status: 200 });
  }

  function answer(link: Link, req: Request, res: Response): Promise<void> {
    const { answer: how, reason, minutes } = formOf(req);
    if (how === 'decline') return decline(link, req, res, reason);
    return how === 'there' ? arrive(link, req, res) : acknowledge(link, req, res, minutes);
  }

  async function decline(link: Link, req: Request, res: Response, reason: string): Promise<void> {
    const seen = await glance(link.incidentId).catch(() => undefined);
    if (reason.trim() === '') return sendPage(res, page(link, req, seen, 'whyNot'));
    const { incidentId, person, noticeId } = link;
    const call = (seen?.state && callMoved(seen.state, link)) ?? noticeId;
    await keep(parts, incidentId, {
      type: 'decline',
      requestId: `decline/${incidentId}/${call}/${person}`,
      actor: { kind: 'person', id: person },
      via: 'link',
      person,
      noticeId,
      reason,
    });
    sendPage(res, page(link, req, seen, 'notComing'));
  }

  async function arrive(link: Link, req: Request, res: Response): Promise<void> {
    const seen = await glance(link.incidentId).catch(() => undefined);
    const { incidentId, person, noticeId } = link;
    const call = (seen?.state && callMoved(seen.state, { person })) ?? noticeId;
    await keep(parts, incidentId, {
      type: 'arrive',
      requestId: `arrive/${incidentId}/${call}/${person}`,
      actor: { kind: 'person', id: person },
      via: 'link',
      person,
    });
    sendPage(res, page(link, req, seen, 'there'));
  }

  async function acknowledge(link: Link, req: Request, res: Response, minutes: string): Promise<void> {
    const before = await glance(link.incidentId).catch(() => undefined);
    const realNow = settings.now();
    const eta = etaIn(minutes, before?.state ? nowOf(before.state, realNow) : realNow);
    if (eta === 'wrong') return sendPage(res, page(link, req, before, 'whenNot'));
    const ack = { ...link, ...(eta === undefined ? {} : { eta }) };
    const told = (await isKnown(before?.state, ack)) ? 'already' : await kept(before?.state, ack);
    // The answer is safe from here on: a page without details is no reason to tell the person anything else.
    const seen = await glance(link.incidentId).catch(() => undefined);
    sendPage(res, page(link, req, seen, told, eta));
  }

  async function isKnown(state: State | undefined, ack: Acknowledgement): Promise<boolean> {
    return state !== undefined && isSaidAgain(parts, ack.incidentId, state, { type: 'acknowledge', ...ack });
  }

  async function kept(state: State | undefined, ack: Acknowledgement & Link): Promise<'already' | 'recorded'> {
    const call = (state && callAcknowledged(state, ack)) ?? ack.noticeId;
    const { status } = await keepAnswer(parts, ack, call, 'link');
    return status === 'repeated' ? 'already' : 'recorded';
  }

  /**
   * `answered`: what is told of a call that the record still shows open, or can take another answer, when the person has
   * just answered it.
   */
  function page(link: Link, req: Request, seen: Glance | undefined, answered?: AckTold, eta?: Instant) {
    const { state, names, people = [] } = seen ?? {};
    const lang = people.find(({ id }) => id === link.person)?.languages[0] ?? languageOf(req);
    const standing = { ...standingOf(state, link), ...(eta === undefined ? {} : { eta }) };
    const about = state && names && callShown(state, standing, link, { names, lang }, settings.zone);
    const takesAnswers = ['open', 'declined', 'released', 'takenOff', 'already'].includes(standing.stands);
    const told = takesAnswers ? (answered ?? standing.stands) : standing.stands;
    return ackPage(told, standing.asked, lang, about);
  }
};

/** The button that was pressed, and what was written; a POST without either acknowledges. */
function formOf({ body }: Request): { answer?: string; reason: string; minutes: string } {
  const form = (body ?? {}) as Record<string, unknown>;
  const { answer, reason, minutes } = form;
  return {
    ...(typeof answer === 'string' ? { answer } : {}),
    reason: typeof reason === 'string' ? reason.slice(0, LONGEST_REASON) : '',
    minutes: typeof minutes === 'string' ? minutes.trim() : '',
  };
}

/** To the full minute, so that two clicks in a row say the same. */
function etaIn(minutes: string, now: Instant): Instant | undefined | 'wrong' {
  if (minutes === '') return undefined;
  if (!/^\d{1,4}$/.test(minutes) || Number(minutes) > MOST_MINUTES) return 'wrong';
  return Math.ceil(now / MINUTE + Number(minutes)) * MINUTE;
}

/** As long as the machine takes. */
const LONGEST_REASON = 2_000;
