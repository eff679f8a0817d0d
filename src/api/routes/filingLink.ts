import type { Request, Response } from 'express';
import { isFiledBy } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { readFilingLink } from '../../seal/index.js';
import type { FilingLink } from '../../seal/index.js';
import { behindLink } from '../behindLink.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { loadFiling } from '../loadFiling.js';
import { loadIncident } from '../loadIncident.js';
import { filingLinkFailurePage, filingLinkPage } from '../pages/filingLinkPage.js';
import { sendPage } from '../pages/html.js';
import { readForm } from '../readBody.js';
import { sendFiling } from '../sendFiling.js';
import type { Routes } from './router.js';

/**
 * The link in the mail about what has to be filed. GET shows nothing of the incident, because mail scanners and previews
 * fetch every link; the button opens the draft. Whoever has the token in the address may, for as long as the person whom it
 * was sent to is there and the report is theirs to file; each time is logged.
 */
export const filingLinkRoutes: Routes = (router, parts) => {
  const { directory, settings, log } = parts;
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, {
    name: 'a link to the draft of a filing',
    read: readFilingLink,
    failurePage: filingLinkFailurePage,
  });
  router.get('/filing/:token', atMost, answered(show));
  router.post('/filing/:token', atMost, readForm, answered(open));

  async function show(link: FilingLink, req: Request, res: Response): Promise<void> {
    sendPage(res, filingLinkPage(link, await languageFor(link, req)));
  }

  async function open(link: FilingLink, req: Request, res: Response): Promise<void> {
    const { incidentId, obligation, person } = link;
    const fallback = await languageFor(link, req);
    const state = await loadIncident(parts, incidentId);
    const isTheirs = isFiledBy(state, obligation, person) && (await directory.lists(person));
    if (!isTheirs) return sendPage(res, filingLinkFailurePage('notYours', fallback));
    const model = await loadFiling(parts, { state, obligation, lang: undefined, fallback, withContact: true });
    if (model === undefined) return sendPage(res, filingLinkFailurePage('gone', fallback));
    const format = formatOf(req);
    await sendFiling(res, model, { incidentId, obligation, seq: state.seq, format });
    log.info({ incidentId, obligation, person, format }, 'the draft of a filing was opened by its link');
  }

  /** The person's own, else the browser's. */
  async function languageFor({ person }: FilingLink, req: Request): Promise<Lang> {
    return (await directory.people()).find(({ id }) => id === person)?.languages[0] ?? languageOf(req);
  }
};

/** The button that was pressed. */
function formatOf({ body }: Request): 'html' | 'docx' {
  return ((body ?? {}) as Record<string, unknown>)['format'] === 'docx' ? 'docx' : 'html';
}
