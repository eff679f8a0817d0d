import { isUnknown, REACH_WINDOWS, READINESS, SHARE_METRICS, TIME_METRICS } from '../../domain/metrics/index.js';
import type {
  FilingMargin,
  IncidentMetrics as Taken,
  ReachMetrics,
  Readiness,
  Ready,
  Share,
  Summary,
  Time,
  Unknown,
} from '../../domain/metrics/index.js';
import type { Lang } from '../../domain/lang.js';
import {
  filingOutcomeWords,
  quorumFromWords,
  readinessWords,
  shareMetricWords,
  timeMetricWords,
  unknownWords,
} from '../../domain/words/index.js';
import type { IncidentMetrics, MeasuredShare, Metrics, MetricsSummary } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, isoIfAny, named } from './named.js';

type Voice = Pick<Speech, 'names' | 'lang'>;

/** All but what names the incident. */
export function metricsView(taken: Taken, speech: Voice): Omit<IncidentMetrics, 'id' | 'mode' | 'seq' | 'asOf'> {
  const { lang } = speech;
  const { times, quorums, filings, reach, sitreps, requests } = taken;
  return {
    times: TIME_METRICS.map((metric) => ({
      metric,
      name: timeMetricWords(metric, lang),
      ...timeView(times[metric], lang),
    })),
    quorums: quorums.map(({ team, from, time }) => ({
      team: named(speech, 'team', team),
      from,
      words: quorumFromWords(from, lang),
      ...timeView(time, lang),
    })),
    filings: {
      items: filings.items.map((item) => filingView(item, speech)),
      onTime: shareView(filings.onTime, lang),
      onTimeOwn: shareView(filings.onTimeOwn, lang),
    },
    reach: {
      notices: reach.notices.map(({ at, within, ...notice }) => ({
        ...notice,
        at: iso(at),
        within: withinView(within, lang),
      })),
      overall: withinView(reach.overall, lang),
      byChannel: whyNot(reach.byChannel, lang),
    },
    sitreps: shareView(sitreps, lang),
    requests: shareView(requests, lang),
  };
}

export function summaryOfMetricsView({ incidents, times, shares }: Summary, lang: Lang): MetricsSummary {
  return {
    incidents,
    times: [...TIME_METRICS, 'quorum' as const].map((metric) => ({
      metric,
      name: timeMetricWords(metric, lang),
      ...times[metric],
    })),
    shares: SHARE_METRICS.map((metric) => {
      const { n, unknown, met, of } = shares[metric];
      return { metric, name: shareMetricWords(metric, lang), n, unknown, ...countsView(met, of) };
    }),
  };
}

export function readinessView(readiness: Readiness, lang: Lang): Metrics['readiness'] {
  return READINESS.map((metric) => ({
    metric,
    name: readinessWords(metric, lang),
    ...readyView(readiness[metric], lang),
  }));
}

function readyView(ready: Ready, lang: Lang) {
  return 'unknown' in ready
    ? { unknown: ready.unknown, why: unknownWords(ready.unknown, lang) }
    : countsView(ready.met, ready.of);
}

function timeView(time: Time, lang: Lang) {
  return isUnknown(time) ? { ...whyNot(time, lang), seqs: time.seqs } : time;
}

function shareView(share: Share, lang: Lang): MeasuredShare {
  const { seqs } = share;
  return isUnknown(share) ? { ...whyNot(share, lang), seqs } : { ...countsView(share.met, share.of), seqs };
}

/** Of nothing there is no share. */
function countsView(met: number, of: number): Pick<MeasuredShare, 'met' | 'of' | 'share'> {
  return of === 0 ? {} : { met, of, share: met / of };
}

function withinView(within: ReachMetrics['overall'], lang: Lang) {
  return REACH_WINDOWS.map((minutes) => ({ minutes, ...shareView(within[minutes], lang) }));
}

function whyNot({ unknown }: Unknown, lang: Lang) {
  return { unknown, why: unknownWords(unknown, lang) };
}

function filingView(item: FilingMargin, { names, lang }: Voice): IncidentMetrics['filings']['items'][number] {
  const { obligation, outcome, due, filedAt, margin, late, undecided, own, theirs, unverified, seqs } = item;
  return {
    obligation: { id: obligation, name: names.obligation(obligation, lang) },
    outcome,
    words: filingOutcomeWords(outcome, lang),
    due: isoIfAny(due),
    filedAt: isoIfAny(filedAt),
    margin,
    late,
    undecided: undecided === true,
    own: own === true,
    theirs: theirs === true,
    unverified: unverified === true,
    seqs,
  };
}
