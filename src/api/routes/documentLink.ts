import type { Request, Response } from 'express';
import { LANGS } from '../../domain/lang.js';
import { readDocumentLink } from '../../seal/index.js';
import type { DocumentLink } from '../../seal/index.js';
import { behindLink } from '../behindLink.js';
import { firstDocument } from '../firstDocument.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { sendPage } from '../pages/html.js';
import { documentLinkFailurePage } from '../pages/documentLinkPage.js';
import { sendDocument } from '../sendDocument.js';
import type { Routes } from './router.js';

/** The link in the mail with an incident report: whoever reviews or approves it reads it before. It only shows. */
export const documentLinkRoutes: Routes = (router, parts) => {
  const { store, directory, settings } = parts;
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, {
    name: 'a link to a document',
    read: readDocumentLink,
    failurePage: documentLinkFailurePage,
  });
  router.get('/document/:token', atMost, answered(show));

  async function show({ incidentId, documentId, person }: DocumentLink, req: Request, res: Response): Promise<void> {
    const found = (await directory.people()).find(({ id }) => id === person);
    if (found === undefined || !(await directory.lists(person))) {
      return sendPage(res, documentLinkFailurePage('left', languageOf(req)));
    }
    const lang = found.languages[0] ?? languageOf(req);
    const document = await firstDocument(store, { incidentId, id: documentId, format: 'html' }, [lang, ...LANGS]);
    return document ? sendDocument(res, document) : sendPage(res, documentLinkFailurePage('gone', lang));
  }
};
