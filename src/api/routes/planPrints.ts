import { printPlan } from '../../documents/index.js';
import type { PrintedPlan } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PlanVersion } from '../../store/index.js';
import { callerOf } from '../auth.js';
import type { Caller } from '../auth.js';
import { PlanDocumentParams, PlanDocumentQuery } from '../contract.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { loadVersion, planKeyOf } from '../plans/loadVersion.js';
import { printedStanding } from '../plans/printedStanding.js';
import { rosterToday } from '../plans/rosterToday.js';
import type { RosterToday } from '../plans/rosterToday.js';
import { ProblemError } from '../problemError.js';
import type { Routes } from './router.js';

/** Prints that wait, besides the one under way. Each takes seconds of a whole core; more would keep decisions waiting. */
const MOST_WAITING = 8;

/** The printed plan. It holds telephone numbers: names and contacts only for those whom the plan is given to. */
export const planPrintRoutes: Routes = (router, parts) => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  router.get('/api/v1/plans/:planId/versions/:version/document/:format', async (req, res) => {
    const { format } = req.params;
    const wanted = PlanDocumentParams.shape.format.safeParse(format);
    if (!wanted.success) throw new ProblemError('print_format_unknown', { format }, { formats: ['docx', 'html'] });
    const [plan, today] = await Promise.all([loadVersion(parts, planKeyOf(req)), rosterToday(parts)]);
    const lang = languageFor(plan, parseQuery(PlanDocumentQuery, req).lang ?? languageOf(req));
    const people = isAddressee(callerOf(req), plan, today) ? { roster: today.roster } : {};
    const printed = await inTurn(() =>
      printPlan({
        ...people,
        document: plan.document,
        lifecycle: printedStanding(plan),
        hash: plan.hash,
        lang,
        format: wanted.data,
        generatedAt: parts.settings.now(),
      }),
    );
    const place = wanted.data === 'html' ? 'inline' : 'attachment';
    res.set({
      'Content-Type': printed.contentType,
      'Content-Disposition': `${place}; filename="${plan.id}-${plan.version}-${lang}.${wanted.data}"`,
      'Content-Language': lang,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'Cache-Control': 'private, no-store',
    });
    res.send(printed.bytes);
  });

  async function inTurn(print: () => Promise<PrintedPlan>): Promise<PrintedPlan> {
    if (waiting >= MOST_WAITING) {
      throw new ProblemError('printing_busy', { waiting }, {}, { headers: { 'Retry-After': '30' } });
    }
    waiting += 1;
    const mine = last.then(print).finally(() => (waiting -= 1));
    last = mine.catch(() => undefined);
    return mine;
  }
};

/** A plan is printed in a language that it speaks. */
function languageFor({ document }: PlanVersion, wanted: Lang): Lang {
  const [first = wanted] = document.languages;
  return document.languages.includes(wanted) ? wanted : first;
}

function isAddressee(caller: Caller | undefined, { document }: PlanVersion, { holders }: RosterToday): boolean {
  if (caller?.kind !== 'person') return caller?.kind === 'operator';
  return (document.control?.distribution ?? []).some((post) => holders[post]?.includes(caller.id));
}
