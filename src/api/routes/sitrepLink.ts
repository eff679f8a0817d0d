import type { Request, Response } from 'express';
import { buildSitrep, renderHtml } from '../../documents/index.js';
import { LANGS } from '../../domain/lang.js';
import { readSitrepLink } from '../../seal/index.js';
import type { SitrepLink } from '../../seal/index.js';
import { behindLink } from '../behindLink.js';
import { firstDocument } from '../firstDocument.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { loadSitrep } from '../loadSitrep.js';
import { sendPage } from '../pages/html.js';
import { sitrepLinkFailurePage } from '../pages/sitrepLinkPage.js';
import { sendDocument, sendDocumentPage } from '../sendDocument.js';
import type { Routes } from './router.js';

/** The link in the mail with a SITREP: who is woken at three has a telephone at hand, and no token. It only shows. */
export const sitrepLinkRoutes: Routes = (router, parts) => {
  const { store, directory, settings } = parts;
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, {
    name: 'a link to a SITREP',
    read: readSitrepLink,
    failurePage: sitrepLinkFailurePage,
  });
  router.get('/sitrep/:token', atMost, answered(show));

  async function show(link: SitrepLink, req: Request, res: Response): Promise<void> {
    const person = (await directory.people()).find(({ id }) => id === link.person);
    if (person === undefined || !(await directory.lists(person.id))) {
      return sendPage(res, sitrepLinkFailurePage('left', languageOf(req)));
    }
    const lang = person.languages[0] ?? languageOf(req);
    const { incidentId, documentId } = link;
    if (documentId !== undefined) {
      const file = { incidentId, id: documentId, format: 'html' };
      const document = await firstDocument(store, file, [lang, ...LANGS]);
      return document ? sendDocument(res, document) : sendPage(res, sitrepLinkFailurePage('gone', lang));
    }
    const found = await loadSitrep(parts, link, lang);
    if (found === undefined) return sendPage(res, sitrepLinkFailurePage('gone', lang));
    sendDocumentPage(res, lang, renderHtml(buildSitrep(found)));
  }
};
