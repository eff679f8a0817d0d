import type { Request, Response } from 'express';
import type { DrillPaper, DrillState } from '../../domain/drill/index.js';
import { LANGS } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import { drillStatusWords } from '../../domain/words/index.js';
import { drillFacts } from '../../store/index.js';
import { DrillPaperQuery, DrillSchemeQuery } from '../contract.js';
import type { DrillPaperFormat } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { loadDrill } from '../drills/loadDrill.js';
import { mayReadStory, mayReadToApprove } from '../drills/mayReadStory.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { DOCUMENT_POLICY } from '../sendDocument.js';
import type { Routes } from './router.js';

const ONE = '/api/v1/drills/:drillId';

/** What drills are prepared and judged with, on paper: as it was distributed or submitted, and before that as a draft. */
export const drillPaperRoutes: Routes = (router, parts) => {
  router.get(`${ONE}/scheme`, async (req, res) => {
    const { copy, ...asked } = parseQuery(DrillSchemeQuery, req);
    const { state } = await loadDrill(parts.store, req);
    const may = await mayReadStory(parts, req, state);
    if (copy === 'controllers' && !may && !(await mayReadToApprove(parts, req, state))) {
      throw new ProblemError('drill_scheme_withheld', { drill: state.drill });
    }
    const paper = copy === 'controllers' || (copy === undefined && may) ? 'controllersScheme' : 'scheme';
    await send(parts, req, res, { state, paper, ...asked });
  });

  router.get(`${ONE}/questionnaire`, async (req, res) => {
    const asked = parseQuery(DrillPaperQuery, req);
    const { state } = await loadDrill(parts.store, req);
    await send(parts, req, res, { state, paper: 'questionnaire', ...asked });
  });

  router.get(`${ONE}/report`, async (req, res) => {
    const asked = parseQuery(DrillPaperQuery, req);
    const { state } = await loadDrill(parts.store, req);
    // Who plays would read in it what is expected.
    if (state.ended === undefined) {
      const { status } = state;
      throw new ProblemError('drill_report_too_early', { status, words: drillStatusWords(status, languageOf(req)) });
    }
    await send(parts, req, res, { state, paper: 'report', ...asked });
  });
};

interface Asked {
  state: DrillState;
  paper: DrillPaper;
  format?: DrillPaperFormat | undefined;
  lang?: Lang | undefined;
}

async function send(
  { store, settings, printing }: ApiParts,
  req: Request,
  res: Response,
  { state, paper, format = 'html', lang }: Asked,
): Promise<void> {
  const langs = lang === undefined ? [languageOf(req), ...LANGS] : [lang];
  const kept = keptOf(state, paper, format, langs);
  if (kept !== undefined) {
    const stored = await store.readDocument({ id: kept.documentId, format, lang: kept.lang });
    // Drawn anew it would not be what was approved or accepted.
    if (stored === undefined) {
      throw new ProblemError('drill_paper_missing', { drill: state.drill, paper, format, lang: kept.lang });
    }
    const { bytes, contentType, sha256 } = stored;
    return sendFile(res, { drill: state.drill, paper, format, lang: stored.lang, bytes, contentType, sha256 });
  }
  const given = await drillFacts(store, state.drill, { forReport: paper === 'report' });
  const language = langs.find((one) => given.plan.languages.some((spoken) => spoken === one)) ?? langs[0]!;
  const drawn = await printing.drill({
    ...given,
    ...{ paper, format, lang: language, zone: settings.zone, now: settings.now() },
  });
  sendFile(res, { drill: state.drill, paper, ...drawn });
}

/** The last one that was handed to people and still holds. */
function keptOf(state: DrillState, paper: DrillPaper, format: string, langs: readonly string[]) {
  const { status, papers } = state;
  const isDraft = paper === 'report' ? status === 'evaluating' : status === 'drafting' || status === 'review';
  if (isDraft) return undefined;
  const files = papers.filter((file) => file.paper === paper && file.format === format);
  const last = files.at(-1)?.documentId;
  return langs
    .map((lang) => files.find((file) => file.documentId === last && file.lang === lang))
    .find((file) => file !== undefined);
}

interface Sent {
  drill: string;
  paper: DrillPaper;
  format: string;
  lang: string;
  contentType: string;
  bytes: Uint8Array;
  /** Of what is kept; a draft may read differently a moment later. */
  sha256?: string;
}

function sendFile(res: Response, { drill, paper, format, lang, contentType, bytes, sha256 }: Sent): void {
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${drill}-${paper}-${lang}.${format}"`,
    'Content-Language': lang,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': sha256 === undefined ? 'no-store' : 'private, no-cache',
    ...(sha256 === undefined ? {} : { ETag: `"${sha256}"` }),
  });
  res.send(Buffer.from(bytes));
}
