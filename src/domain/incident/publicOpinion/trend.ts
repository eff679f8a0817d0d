import type { OpinionEntry } from '../state.js';

interface OpinionTrend {
  /** Of the latest entry that counted. */
  volume?: { source: string; count: number; usual?: number; before?: number };
  /** The last that was told. */
  sentiment?: number;
}

/** How it stands and where it goes; `entries`: the newest last. */
export function trendOf(entries: readonly OpinionEntry[]): OpinionTrend {
  const last = entries.findLast(({ volume }) => volume !== undefined);
  const sentiment = entries.findLast((one) => one.sentiment !== undefined)?.sentiment;
  return {
    ...(last?.volume === undefined ? {} : { volume: countOf(entries, last, last.volume) }),
    ...(sentiment === undefined ? {} : { sentiment }),
  };
}

/** Against the entry of the same source before: what two sources count cannot be compared. */
function countOf(
  entries: readonly OpinionEntry[],
  { entry, source, usual }: OpinionEntry,
  count: number,
): NonNullable<OpinionTrend['volume']> {
  const before = entries.findLast(
    (one) => one.entry !== entry && one.source === source && one.volume !== undefined,
  )?.volume;
  return {
    source,
    count,
    ...(usual === undefined ? {} : { usual }),
    ...(before === undefined ? {} : { before }),
  };
}
