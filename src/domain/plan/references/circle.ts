/** The shortest way along `after` from an id back to itself. */
export function wayBack(id: string, after: Map<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[id]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const before of after.get(way.at(-1) ?? id) ?? []) {
        if (before === id) return [...way, id];
        if (seen.has(before)) continue;
        seen.add(before);
        next.push([...way, before]);
      }
    }
    ways = next;
  }
  return undefined;
}
