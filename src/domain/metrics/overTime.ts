import type { CategoryId, LevelId } from '../plan/compiled.js';
import { dayIn } from '../plan/days.js';
import type { Duration, Instant } from '../time.js';
import { isUnknown } from './metric.js';
import type { Share, Time } from './metric.js';
import { TIME_METRICS } from './metricsOf.js';
import type { IncidentMetrics, TimeMetric } from './metricsOf.js';
import { REACH_WINDOWS } from './reach.js';
import type { ReachWindow } from './reach.js';

/** One incident, as far as it is counted with others. */
export interface Counted {
  reportedAt: Instant;
  category: CategoryId;
  /** The response level in the end. */
  level?: LevelId;
  metrics: IncidentMetrics;
}

export const GROUPINGS = ['month', 'quarter', 'category', 'level'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Median and p90 of those `n` that are known. */
export interface Spread {
  n: number;
  median?: Duration;
  p90?: Duration;
  unknown: number;
  /** Taken from what the simulator did, and not counted. */
  simulated?: number;
}

/** All that was counted in those `n` incidents where there was something to count, together. */
export interface Pooled {
  n: number;
  met: number;
  of: number;
  unknown: number;
}

export const SHARE_METRICS = ['reach5', 'reach15', 'reach30', 'filings', 'filingsOwn', 'sitreps', 'requests'] as const;
export type ShareMetric = (typeof SHARE_METRICS)[number];

export interface Summary {
  incidents: number;
  times: Record<TimeMetric | 'quorum', Spread>;
  shares: Record<ShareMetric, Pooled>;
}

export function summaryOf(counted: Counted[]): Summary {
  const metrics = counted.map((one) => one.metrics);
  const times = TIME_METRICS.map((name) => [name, spreadOf(metrics.map((one) => one.times[name]))] as const);
  const quorum = spreadOf(metrics.flatMap(({ quorums }) => quorums.map(({ time }) => time)));
  const shares = SHARE_METRICS.map((name) => [name, pooled(metrics.map((one) => shareOf(one, name)))] as const);
  return {
    incidents: counted.length,
    times: { ...(Object.fromEntries(times) as Record<TimeMetric, Spread>), quorum },
    shares: Object.fromEntries(shares) as Record<ShareMetric, Pooled>,
  };
}

/** By the day of the report in this zone; of what has no level yet the key is empty. In the order of the keys. */
export function groupsOf(counted: Counted[], by: Grouping, zone: string): { key: string; summary: Summary }[] {
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const key = keyOf(one, by, zone);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => ({ key, summary: summaryOf(members) }));
}

function keyOf({ reportedAt, category, level = '' }: Counted, by: Grouping, zone: string): string {
  switch (by) {
    case 'category':
      return category;
    case 'level':
      return level;
    case 'month':
      return dayIn(reportedAt, zone).slice(0, 7);
    case 'quarter': {
      const day = dayIn(reportedAt, zone);
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    }
  }
}

export function spreadOf(times: Time[]): Spread {
  const simulated = times.filter((time) => !isUnknown(time) && time.simulated).length;
  const known = times.flatMap((time) => (isUnknown(time) || time.simulated ? [] : [time.value])).sort((a, b) => a - b);
  const n = known.length;
  const besides = { unknown: times.length - n - simulated, ...(simulated === 0 ? {} : { simulated }) };
  if (n === 0) return { n, ...besides };
  return { n, median: median(known), p90: p90(known), ...besides };
}

/** Between the two in the middle, where there are two. */
function median(sorted: number[]): number {
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? low;
  return Math.round((low + high) / 2);
}

/** The nearest rank: a time that was really taken, which nine tenths did not exceed. Of fewer than ten, the longest. */
function p90(sorted: number[]): number {
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
}

function pooled(shares: Share[]): Pooled {
  const sum: Pooled = { n: 0, met: 0, of: 0, unknown: 0 };
  for (const one of shares) {
    // Where nothing was due there is nothing to know.
    if (isUnknown(one)) sum.unknown += one.unknown === 'none_due' ? 0 : 1;
    else {
      sum.n += 1;
      sum.met += one.met;
      sum.of += one.of;
    }
  }
  return sum;
}

function shareOf({ reach, filings, sitreps, requests }: IncidentMetrics, name: ShareMetric): Share {
  switch (name) {
    case 'filings':
      return filings.onTime;
    case 'filingsOwn':
      return filings.onTimeOwn;
    case 'sitreps':
      return sitreps;
    case 'requests':
      return requests;
    default:
      return reach.overall[windowOf(name)];
  }
}

function windowOf(name: `reach${ReachWindow}`): ReachWindow {
  return REACH_WINDOWS.find((minutes) => name === `reach${minutes}`) ?? 5;
}
