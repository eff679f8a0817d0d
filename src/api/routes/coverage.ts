import { USUAL_INTERVAL } from '../../domain/drill/index.js';
import type { Exercised } from '../../domain/drill/index.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import { coverageDueWords, coveredWords } from '../../domain/words/index.js';
import { CoveragePaperQuery } from '../contract.js';
import type { Coverage } from '../contract.js';
import { coverageNow } from '../../store/index.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { groundOf } from '../registers/kind.js';
import { sendPrinted } from '../sendDocument.js';
import { iso } from '../views/named.js';
import type { Routes } from './router.js';

/** What of the plan was exercised when, and what is due. */
export const coverageRoutes: Routes = (router, parts) => {
  router.get('/api/v1/drill-coverage', async (req, res) => {
    const { plan, roster } = await groundOf(parts);
    const { rows, drillOf, complete } = await coverageNow(parts.store, plan, parts.settings.now());
    const lang = languageOf(req);
    const names = namesFrom(plan, roster);
    const exercised = (one: Exercised | undefined) =>
      one && { at: iso(one.at), incidentId: one.incidentId, drillId: drillOf.get(one.incidentId) };
    res.json({
      exerciseEvery: plan.drills?.exerciseEvery ?? USUAL_INTERVAL,
      complete,
      items: rows.map(({ kind, id, drills, simulated, lastDrill, lastReal, due }) => ({
        ...{ kind, kindWords: coveredWords(kind, lang), id, name: names[kind](id, lang), drills, simulated },
        ...{ lastDrill: exercised(lastDrill), lastReal: exercised(lastReal) },
        ...{ due, dueWords: due && coverageDueWords(due, lang) },
      })),
    } satisfies Coverage);
  });

  router.get('/api/v1/drill-coverage/report', async (req, res) => {
    const { format, lang = languageOf(req) } = parseQuery(CoveragePaperQuery, req);
    const { store, settings, printing } = parts;
    const { zone } = settings;
    const [{ plan }, effective] = await Promise.all([groundOf(parts), store.effectivePlan()]);
    const at = settings.now();
    const { rows, drillOf, complete } = await coverageNow(store, plan, at);
    const about = { rows, drillOf: Object.fromEntries(drillOf), complete, plan, planVersion: effective?.version ?? 0 };
    const file = await printing.coverage({ ...about, now: at, zone, format, lang });
    sendPrinted(res, { name: 'drill-coverage', ...file });
  });
};
