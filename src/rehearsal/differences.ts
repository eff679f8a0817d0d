import type { Instant } from '../domain/time.js';

/** In words, so that what is the same reads the same under two plans. */
export interface Happening {
  at: Instant;
  words: string;
}

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
export function differences(first: readonly Happening[], other: readonly Happening[]): Differences {
  const [times, others] = [timesByWords(first), timesByWords(other)];
  const found: Differences = { only: [], instead: [], moved: [], same: 0 };
  for (const words of new Set([...times.keys(), ...others.keys()])) {
    const { left, right, same } = withoutSame(times.get(words) ?? [], others.get(words) ?? []);
    found.same += same;
    const pairs = Math.min(left.length, right.length);
    for (let i = 0; i < pairs; i++) found.moved.push({ words, from: left[i]!, to: right[i]! });
    found.only.push(...left.slice(pairs).map((at) => ({ words, at })));
    found.instead.push(...right.slice(pairs).map((at) => ({ words, at })));
  }
  found.only.sort((a, b) => a.at - b.at);
  found.instead.sort((a, b) => a.at - b.at);
  found.moved.sort((a, b) => a.from - b.from);
  return found;
}

function timesByWords(happenings: readonly Happening[]): Map<string, Instant[]> {
  const times = new Map<string, Instant[]>();
  for (const { words, at } of happenings) times.set(words, [...(times.get(words) ?? []), at]);
  return times;
}

/** Both in the order of time. */
function withoutSame(first: readonly Instant[], other: readonly Instant[]) {
  const [left, right]: [Instant[], Instant[]] = [[], []];
  let [i, j, same] = [0, 0, 0];
  while (i < first.length && j < other.length) {
    const apart = first[i]! - other[j]!;
    if (Math.abs(apart) <= SAME_TIME_MS) [i, j, same] = [i + 1, j + 1, same + 1];
    else if (apart < 0) left.push(first[i++]!);
    else right.push(other[j++]!);
  }
  return { left: [...left, ...first.slice(i)], right: [...right, ...other.slice(j)], same };
}
