import type { Lapse } from './lapses.js';
import type { Outcome } from './outcome.js';
import { shareOf } from './statistics.js';
import type { ShareOf } from './statistics.js';

/**
 * In how many runs it lapsed while just these did not act. Of a team each counts for itself, and of the runs in which it was
 * called: many belong to it, and seldom the same ones are missing.
 */
export type Cause = Lapse & { share: ShareOf };

export function causesOf(outcomes: readonly Outcome[]): Cause[] {
  const counts = new Map<string, number>();
  for (const lapse of outcomes.flatMap(({ lapses }) => lapses.flatMap(oneByOne))) {
    const key = JSON.stringify(lapse);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([key, count]) => {
      const lapse = JSON.parse(key) as Lapse;
      return { ...lapse, share: shareOf(count, runsWith(lapse, outcomes)) };
    });
}

function oneByOne(lapse: Lapse): Lapse[] {
  if (lapse.of !== 'quorum' || lapse.who.length === 0) return [lapse];
  return lapse.who.map((one) => ({ ...lapse, who: [one] }));
}

function runsWith(lapse: Lapse, outcomes: readonly Outcome[]): number {
  if (lapse.of !== 'quorum') return outcomes.length;
  return outcomes.filter(({ quorums }) => quorums.some(({ team }) => team === lapse.team)).length;
}
