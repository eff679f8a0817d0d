import type { Instant } from '../domain/time.js';

export interface Happening {
  at: Instant;
  words: string;
}

/** `reads`: in words that are the same for the same under two plans. */
export type Comparable = Happening & { reads: string };

export interface Differences {
  /** Only in the first. */
  only: Happening[];
  /** Only in the other. */
  instead: Happening[];
  /** In both, at another time. */
  moved: { words: string; from: Instant; to: Instant }[];
  same: number;
}

/** What happens within so much of the same time happens at the same time. */
const SAME_TIME_MS = 1_000;

/** Of what reads the same, first what happens at the same time in both is set aside; what is left is paired in its order. */
export function differences(first: readonly Comparable[], other: readonly Comparable[]): Differences {
  const [alike, others] = [byReading(first), byReading(other)];
  const found: Differences = { only: [], instead: [], moved: [], same: 0 };
  for (const reads of new Set([...alike.keys(), ...others.keys()])) {
    const { left, right, same } = withoutSame(alike.get(reads) ?? [], others.get(reads) ?? []);
    found.same += same;
    const pairs = Math.min(left.length, right.length);
    for (let i = 0; i < pairs; i++) {
      const { words, at } = left[i]!;
      found.moved.push({ words, from: at, to: right[i]!.at });
    }
    found.only.push(...left.slice(pairs));
    found.instead.push(...right.slice(pairs));
  }
  found.only.sort((a, b) => a.at - b.at);
  found.instead.sort((a, b) => a.at - b.at);
  found.moved.sort((a, b) => a.from - b.from);
  return found;
}

function byReading(all: readonly Comparable[]): Map<string, Happening[]> {
  const alike = new Map<string, Happening[]>();
  for (const { at, words, reads } of all) {
    const before = alike.get(reads);
    if (before === undefined) alike.set(reads, [{ at, words }]);
    else before.push({ at, words });
  }
  return alike;
}

/** Both in the order of time. */
function withoutSame(first: readonly Happening[], other: readonly Happening[]) {
  const [left, right]: [Happening[], Happening[]] = [[], []];
  let [i, j, same] = [0, 0, 0];
  while (i < first.length && j < other.length) {
    const apart = first[i]!.at - other[j]!.at;
    if (Math.abs(apart) <= SAME_TIME_MS) [i, j, same] = [i + 1, j + 1, same + 1];
    else if (apart < 0) left.push(first[i++]!);
    else right.push(other[j++]!);
  }
  return { left: [...left, ...first.slice(i)], right: [...right, ...other.slice(j)], same };
}
