import type { Instant } from '../../domain/time.js';

/** What has the same time together, the earliest first. */
export function byTime<T>(items: readonly T[], timeOf: (item: T) => Instant): [Instant, T[]][] {
  const groups = new Map<Instant, T[]>();
  for (const item of items) groups.set(timeOf(item), [...(groups.get(timeOf(item)) ?? []), item]);
  return [...groups].toSorted(([a], [b]) => a - b);
}
