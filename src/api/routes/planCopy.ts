import type { Request, Response } from 'express';
import type { Lang } from '../../domain/lang.js';
import { acknowledge, isGivenOut } from '../../domain/plan/lifecycle/index.js';
import { readPlanCopy } from '../../seal/index.js';
import type { PlanCopy } from '../../seal/index.js';
import type { PlanVersion } from '../../store/index.js';
import { behindLink } from '../behindLink.js';
import { goneSignal } from '../gone.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { sendPage } from '../pages/html.js';
import { planCopyFailurePage, planCopyPage } from '../pages/planCopyPage.js';
import type { CopyTold } from '../pages/planCopyPage.js';
import { found, loadVersion } from '../plans/loadVersion.js';
import { printLanguage } from '../plans/printing.js';
import { sendPlanDocument } from '../plans/sendPlanDocument.js';
import { rosterToday } from '../plans/rosterToday.js';
import { planSpeech } from '../views/planView.js';
import type { Routes } from './router.js';

/**
 * The link in the mail with which a version is given to a person. GET changes nothing, because mail scanners fetch every
 * link; POST acknowledges. Whoever has the token in the address may, and no cookie stands behind it: see `ackLink.ts`.
 */
export const planCopyRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, {
    name: 'a link to a copy of a plan',
    read: readPlanCopy,
    failurePage: planCopyFailurePage,
  });
  router.get('/plan-copy/:token', atMost, answered(show));
  router.post('/plan-copy/:token', atMost, answered(receive));
  router.get('/plan-copy/:token/document', atMost, answered(read));

  async function show(copy: PlanCopy, req: Request, res: Response): Promise<void> {
    const plan = await loadVersion(parts, { id: copy.plan, version: copy.version });
    // Whatever the page has to tell, looking at it succeeded.
    sendPage(res, { ...(await page(told(plan, copy), plan, copy, req)), status: 200 });
  }

  async function receive(copy: PlanCopy, req: Request, res: Response): Promise<void> {
    const key = { id: copy.plan, version: copy.version };
    const { holders } = await rosterToday(parts);
    const by = { by: { kind: 'person' as const, id: copy.person }, at: settings.now(), holders };
    const acted = await store.actOnPlan({
      plan: key,
      decide: ({ version }) => {
        const { document, standing } = found(version, key);
        return acknowledge({ ...by, document, standing });
      },
    });
    const plan = await loadVersion(parts, key);
    sendPage(res, await page(acted.outcome === 'recorded' ? 'received' : told(plan, copy), plan, copy, req));
  }

  /** Without names and contacts: a mail may be passed on. */
  async function read(copy: PlanCopy, req: Request, res: Response): Promise<void> {
    const gone = goneSignal(res);
    const plan = await loadVersion(parts, { id: copy.plan, version: copy.version });
    const lang = printLanguage(plan.document.languages, undefined, await languageFor(copy, req)) ?? 'en';
    const format = 'html';
    const printed = await parts.printing.print(plan, { lang, format, roster: undefined }, gone);
    if (printed !== undefined) sendPlanDocument(res, plan, { lang, format }, printed);
  }

  function told({ standing }: PlanVersion, { person }: PlanCopy): CopyTold {
    if (standing.status === 'withdrawn') return 'withdrawn';
    if (standing.receipts.has(person)) return 'already';
    return isGivenOut(standing) ? 'open' : 'over';
  }

  async function page(told: CopyTold, plan: PlanVersion, copy: PlanCopy, req: Request) {
    const { roster } = await rosterToday(parts);
    const speech = planSpeech(plan, roster, await languageFor(copy, req), settings.zone);
    return planCopyPage(told, { ...copy, plan, token: String(req.params['token']) }, speech);
  }

  /** The person's own, else the browser's. */
  async function languageFor({ person }: PlanCopy, req: Request): Promise<Lang> {
    const { roster } = await rosterToday(parts);
    return roster.people.find(({ id }) => id === person)?.languages[0] ?? languageOf(req);
  }
};
