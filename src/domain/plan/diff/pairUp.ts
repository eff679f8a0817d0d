/** An entry of the one list and its counterpart in the other; one of them may be missing. `from`: its place in `a`. */
export type Pair<T> =
  { before: T; after: T; from: number } | { before: T; after?: undefined } | { before?: undefined; after: T };

/**
 * Finds each entry of `a` again in `b`. The first key that two entries share makes them a pair, each entry of only one;
 * several that share it are paired in their order. Answers in the order of `b`, then what is left of `a`.
 */
export function pairUp<T>(
  a: readonly T[],
  b: readonly T[],
  ...keys: ((entry: T, index: number) => string)[]
): Pair<T>[] {
  const counterpart = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of keys) {
    const waiting = new Map<string, number[]>();
    a.forEach((entry, i) => {
      if (taken.has(i)) return;
      const key = keyOf(entry, i);
      waiting.set(key, [...(waiting.get(key) ?? []), i]);
    });
    b.forEach((entry, i) => {
      if (counterpart.has(i)) return;
      const found = waiting.get(keyOf(entry, i))?.shift();
      if (found === undefined) return;
      counterpart.set(i, found);
      taken.add(found);
    });
  }
  const told = b.map((after, i): Pair<T> => {
    const from = counterpart.get(i);
    return from === undefined ? { after } : { before: a[from] as T, after, from };
  });
  return [...told, ...a.filter((_, i) => !taken.has(i)).map((before) => ({ before }))];
}

/** Whether what both lists have stands in another order. */
export function isReordered<T>(pairs: readonly Pair<T>[]): boolean {
  const places = pairs.flatMap((pair) => ('from' in pair ? [pair.from] : []));
  return places.some((place, i) => place < (places[i - 1] ?? 0));
}
