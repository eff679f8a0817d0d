import { nowOf } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import { DAY } from '../../domain/time.js';
import type { Instant } from '../../domain/time.js';
import type { Lang } from '../../domain/lang.js';
import { groupsOf, summaryOf } from '../../domain/metrics/index.js';
import type { Grouping } from '../../domain/metrics/index.js';
import type { Names } from '../../domain/plan/names.js';
import { MetricsQuery } from '../contract.js';
import type { IncidentMetrics, Metrics } from '../contract.js';
import { goneSignal } from '../gone.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { measureAll, measureOne } from '../measure.js';
import { namesToday } from '../namesToday.js';
import { parseQuery } from '../parse.js';
import { SharedTurns } from '../plans/sharedTurns.js';
import { ProblemError } from '../problemError.js';
import { readinessNow } from '../readinessNow.js';
import { iso } from '../views/named.js';
import { metricsView, readinessView, summaryOfMetricsView } from '../views/metricsView.js';
import type { Routes } from './router.js';

/** How far back it is looked without `from`. */
const USUAL_SPAN = 365 * DAY;

/** Of so many incidents metrics wait to be taken; of one they are at a time. */
const MOST_WAITING = 100;
const RETRY_AFTER_S = 2;

/** What the language of whoever asks does not change. */
interface Taken {
  state: State;
  at: Instant;
  taken: Awaited<ReturnType<typeof measureOne>>;
}

/** Metrics of emergencies. Those of the program are at `/metrics`. */
export const incidentMetricsRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const turns = new SharedTurns<Taken>({ most: MOST_WAITING, tooMany: busy });

  async function take(incidentId: string): Promise<Taken> {
    const state = await loadIncident(parts, incidentId);
    const at = nowOf(state, settings.now());
    return { state, at, taken: await measureOne(store, state.incidentId, state.basis.plan, at) };
  }

  router.get('/api/v1/incidents/:incidentId/metrics', async (req, res) => {
    const id = incidentIdOf(req);
    const answer = await turns.ask(id, () => take(id), goneSignal(res));
    if (answer === undefined) return;
    const { state, at, taken } = answer;
    const speech = await speechFor(parts, state, languageOf(req));
    const head = { id, mode: state.report.mode, seq: state.seq, asOf: iso(at) };
    res.json({ ...head, ...metricsView(taken, speech) } satisfies IncidentMetrics);
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

function busy(waiting: number): ProblemError {
  return new ProblemError('metrics_busy', { waiting }, {}, { headers: { 'Retry-After': String(RETRY_AFTER_S) } });
}

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
