import type { Request } from 'express';
import { buildFiling, contactOf, filingText, renderDocx, renderHtml } from '../../documents/index.js';
import type { FilingContact, FilingModel } from '../../documents/index.js';
import type { State } from '../../domain/incident/index.js';
import type { ObligationRule } from '../../domain/plan/compiled.js';
import { actorOf } from '../auth.js';
import { FilingDraftParams, FilingDraftQuery } from '../contract.js';
import type { FilingFormat } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { loadIncident } from '../loadIncident.js';
import { parse, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { DOCUMENT_POLICY } from '../sendDocument.js';
import { namesAlong } from '../../store/index.js';
import type { Routes } from './router.js';

type Render = (model: FilingModel) => Promise<Buffer> | string;
const FORMATS: Record<FilingFormat, { type: string; extension: string; render: Render }> = {
  html: { type: 'text/html; charset=utf-8', extension: 'html', render: renderHtml },
  text: { type: 'text/plain; charset=utf-8', extension: 'txt', render: filingText },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: renderDocx,
  },
};

/** What is to be filed, as the record has it now. Nothing is kept: whoever registers the filing sends what was filed. */
export const filingDraftRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/obligations/:obligation/draft', async (req, res) => {
    const { incidentId, obligation } = parse(FilingDraftParams, req.params, languageOf(req));
    const { lang: asked, format = 'html' } = parseQuery(FilingDraftQuery, req);
    const { store, directory, settings } = parts;
    const state = await loadIncident(parts, incidentId);
    const { plan } = state.basis;
    const rule = plan.obligations.find(({ id }) => id === obligation);
    const lang = asked ?? rule?.language ?? plan.languages[0] ?? languageOf(req);
    const [recorded, document, namesAt] = await Promise.all([
      store.eventsOf(incidentId, 0, state.seq),
      directory.document(plan),
      namesAlong(directory, state),
    ]);
    const contact = rule === undefined ? undefined : await contactFor(parts, req, state, rule);
    const model = buildFiling({
      ...{ obligation, document, state, lang, zone: settings.zone, now: settings.now() },
      events: recorded.map(({ event }) => event),
      names: namesAt(state.seq),
      ...(contact === undefined ? {} : { contact }),
      recordHash: recorded.at(-1)?.hash ?? '',
    });
    if (model === undefined) throw new ProblemError('filing_draft_not_found', { incidentId, obligation });
    const { type, extension, render } = FORMATS[format];
    const bytes = Buffer.from(await render(model));
    const place = format === 'docx' ? 'attachment' : 'inline';
    res.set({
      'Content-Type': type,
      'Content-Disposition': `${place}; filename="${incidentId}-${obligation}-${lang}.${extension}"`,
      'Content-Language': lang,
      'Content-Security-Policy': DOCUMENT_POLICY,
      'Cache-Control': 'no-store',
      'Muster-Seq': String(state.seq),
    });
    res.send(bytes);
  });
};

/** Whoever holds a post of the incident, and the operator, see how its contact person is reached. */
async function contactFor(
  { directory }: ApiParts,
  req: Request,
  state: State,
  rule: ObligationRule,
): Promise<FilingContact | undefined> {
  const actor = actorOf(req);
  const holds = Object.values(state.basis.holders).some(
    (people) => actor.kind === 'person' && people.includes(actor.id),
  );
  if (!holds && actor.kind !== 'operator') return undefined;
  const { person } = contactOf(state, rule);
  const contacts = (await directory.people()).find(({ id }) => id === person)?.contacts;
  if (contacts === undefined) return undefined;
  const phone = contacts['phone'] ?? contacts['mobile'];
  const { email } = contacts;
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}
