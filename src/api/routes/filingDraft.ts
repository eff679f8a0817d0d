import type { Request } from 'express';
import type { State } from '../../domain/incident/index.js';
import { actorOf } from '../auth.js';
import { FilingDraftParams, FilingDraftQuery } from '../contract.js';
import { languageOf } from '../language.js';
import { loadFiling } from '../loadFiling.js';
import { loadIncident } from '../loadIncident.js';
import { parse, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { sendFiling } from '../sendFiling.js';
import type { Routes } from './router.js';

/** What is to be filed, as the record has it now. Nothing is kept: whoever registers the filing sends what was filed. */
export const filingDraftRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/obligations/:obligation/draft', async (req, res) => {
    const fallback = languageOf(req);
    const { incidentId, obligation } = parse(FilingDraftParams, req.params, fallback);
    const { lang, format = 'html' } = parseQuery(FilingDraftQuery, req);
    const state = await loadIncident(parts, incidentId);
    const withContact = seesContacts(req, state);
    const model = await loadFiling(parts, { state, obligation, lang, fallback, withContact });
    if (model === undefined) throw new ProblemError('filing_draft_not_found', { incidentId, obligation });
    await sendFiling(res, model, { incidentId, obligation, seq: state.seq, format });
  });
};

/** Whoever holds a post of the incident, and the operator, see how its contact person is reached. */
function seesContacts(req: Request, { basis }: State): boolean {
  const actor = actorOf(req);
  if (actor.kind === 'operator') return true;
  return Object.values(basis.holders).some((people) => people.includes(actor.id));
}
