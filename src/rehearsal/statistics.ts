/** So many of so many, with the interval that the true share lies in, 19 times out of 20. */
export interface ShareOf {
  count: number;
  of: number;
  share: number;
  from: number;
  to: number;
}

const Z95 = 1.959963984540054;

/** The interval of Wilson: good for shares near 0 and 1 as well, and for few runs. */
export function shareOf(count: number, of: number): ShareOf {
  if (of === 0) return { count, of, share: 0, from: 0, to: 1 };
  const p = count / of;
  const z2 = Z95 ** 2;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of ** 2));
  // At the ends the interval reaches the end itself, which rounding misses by a hair.
  return {
    count,
    of,
    share: p,
    from: count === 0 ? 0 : Math.max(0, centre - half),
    to: count === of ? 1 : Math.min(1, centre + half),
  };
}

/** A quantile, between two of the values that lie around it with 95 per cent. */
export interface QuantileOf {
  value: number;
  from: number;
  to: number;
}

export interface Summary {
  n: number;
  median: QuantileOf;
  p90: QuantileOf;
}

/** Without a value there is nothing to say. */
export function summaryOf(values: readonly number[]): Summary | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return { n: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** With fewer values a true quantile lies beyond all of them more often than 5 times in 100. */
export function hasInterval(n: number, q: number): boolean {
  return q ** n + (1 - q) ** n <= 0.05;
}

/**
 * By order statistics: how many values lie below the true quantile is binomial, whatever they are distributed like. With few
 * values the interval ends at the least or the greatest of them.
 */
function quantile(sorted: readonly number[], q: number): QuantileOf {
  const n = sorted.length;
  const half = Z95 * Math.sqrt(n * q * (1 - q));
  const at = (i: number) => sorted[Math.min(n - 1, Math.max(0, i))]!;
  return {
    value: at(Math.ceil(n * q) - 1),
    from: at(Math.floor(n * q - half) - 1),
    to: at(Math.ceil(n * q + half)),
  };
}
