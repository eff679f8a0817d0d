import { PLAN_FORMATS } from '../../documents/index.js';
import { callerOf } from '../auth.js';
import { PlanDocumentQuery } from '../contract.js';
import { goneSignal } from '../gone.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { loadVersion, planKeyOf } from '../plans/loadVersion.js';
import { printLanguage } from '../plans/printing.js';
import { sendPlanDocument } from '../plans/sendPlanDocument.js';
import { rosterToday } from '../plans/rosterToday.js';
import { ProblemError } from '../problemError.js';
import type { Routes } from './router.js';

/** The plan as a formal document. How people are reached is printed for the operator alone, as in the roster. */
export const planDocumentRoutes: Routes = (router, parts) => {
  router.get('/api/v1/plans/:planId/versions/:version/document/:format', async (req, res) => {
    const gone = goneSignal(res);
    const asked = parseQuery(PlanDocumentQuery, req).lang;
    const version = await loadVersion(parts, planKeyOf(req));
    const { languages } = version.document;
    const format = PLAN_FORMATS.find((known) => known === req.params['format']);
    if (format === undefined)
      throw new ProblemError(
        'plan_format_unknown',
        { format: String(req.params['format']).slice(0, 20) },
        { formats: [...PLAN_FORMATS] },
      );
    const lang = printLanguage(languages, asked, languageOf(req));
    if (lang === undefined) throw new ProblemError('plan_language_missing', { lang: String(asked) }, { languages });
    const roster = callerOf(req)?.kind === 'operator' ? (await rosterToday(parts)).roster : undefined;
    const printed = await parts.printing.print(version, { lang, format, roster }, gone);
    if (printed !== undefined) sendPlanDocument(res, version, { lang, format }, printed);
  });
};
