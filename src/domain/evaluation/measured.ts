import { isUnknown } from '../metrics/index.js';
import type { IncidentMetrics, QuorumTime, Share, Taken, Time } from '../metrics/index.js';
import type { Measure } from '../plan/compiled.js';

/** A figure from the record. */
export type Measured = { kind: 'time'; time: Time } | { kind: 'share'; share: Share };

export function measuredAs(
  measure: Measure,
  { times, quorums, filings, reach, sitreps, requests }: IncidentMetrics,
): Measured {
  switch (measure) {
    case 'quorum':
      return { kind: 'time', time: slowest(quorums) };
    case 'reach':
      return { kind: 'share', share: reach.overall[REACH_MINUTES] };
    case 'filings':
      return { kind: 'share', share: filings.onTime };
    case 'sitreps':
      return { kind: 'share', share: sitreps };
    case 'requests':
      return { kind: 'share', share: requests };
    default:
      return { kind: 'time', time: times[measure] };
  }
}

/** Of the windows in which it is counted who had acknowledged. */
const REACH_MINUTES = 15;

/** Of several teams the last to be complete, each as it was last called; one that never was makes it unknown. */
function slowest(quorums: readonly QuorumTime[]): Time {
  const all = [...new Map(quorums.map(({ team, time }) => [team, time])).values()];
  const missing = all.find(isUnknown);
  if (missing !== undefined) return missing;
  const [last] = (all as Taken[]).toSorted((a, b) => b.value - a.value);
  return last ?? { unknown: 'none_due', seqs: [] };
}
