import { DAY } from '../../domain/time.js';
import type { Lang } from '../../domain/lang.js';
import { groupsOf, summaryOf } from '../../domain/metrics/index.js';
import type { Grouping } from '../../domain/metrics/index.js';
import type { Names } from '../../domain/plan/names.js';
import { MetricsQuery } from '../contract.js';
import type { IncidentMetrics, Metrics } from '../contract.js';
import { goneSignal } from '../gone.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { speechFor } from '../loadIncident.js';
import { measureAll } from '../measure.js';
import { namesToday } from '../namesToday.js';
import { parseQuery } from '../parse.js';
import { readinessNow } from '../readinessNow.js';
import { iso } from '../views/named.js';
import { metricsView, readinessView, summaryOfMetricsView } from '../views/metricsView.js';
import type { Routes } from './router.js';

/** How far back it is looked without `from`. */
const USUAL_SPAN = 365 * DAY;

/** Metrics of emergencies. Those of the program are at `/metrics`. */
export const incidentMetricsRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;

  router.get('/api/v1/incidents/:incidentId/metrics', async (req, res) => {
    const id = incidentIdOf(req);
    const taken = await parts.metricsInTurn.take(id, goneSignal(res));
    if (taken === undefined) return;
    const { state, at, metrics } = taken;
    const speech = await speechFor(parts, state, languageOf(req));
    const head = { id, mode: state.report.mode, seq: state.seq, asOf: iso(at) };
    res.json({ ...head, ...metricsView(metrics, speech) } satisfies IncidentMetrics);
  });

  router.get('/api/v1/metrics', async (req, res) => {
    const { from, to, category, level, mode, by } = parseQuery(MetricsQuery, req);
    const lang = languageOf(req);
    const at = settings.now();
    const until = to === undefined ? at : Date.parse(to);
    const since = from === undefined ? until - USUAL_SPAN : Date.parse(from);
    const [{ counted, leftOut, complete }, readiness, names, basis] = await Promise.all([
      measureAll(store, { from: since, to: until, mode, category, level }, at),
      readinessNow(parts),
      namesToday(parts),
      parts.directory.basis(),
    ]);
    const zone = basis?.plan.calendar?.zone ?? settings.zone;
    res.json({
      mode,
      from: iso(since),
      to: iso(until),
      by,
      asOf: iso(at),
      leftOut,
      complete,
      overall: summaryOfMetricsView(summaryOf(counted), lang),
      groups: groupsOf(counted, by, zone).map(({ key, summary }) => ({
        key,
        name: groupName(key, by, names, lang),
        ...summaryOfMetricsView(summary, lang),
      })),
      readiness: readinessView(readiness, lang),
    } satisfies Metrics);
  });
};

function groupName(key: string, by: Grouping, names: Names, lang: Lang): string {
  switch (by) {
    case 'category':
      return names.category(key, lang);
    case 'level':
      return key === '' ? NO_LEVEL[lang] : names.level(key, lang);
    case 'month':
    case 'quarter':
      return key;
  }
}

const NO_LEVEL: Record<Lang, string> = { 'zh-CN': '未定级', en: 'not graded' };
