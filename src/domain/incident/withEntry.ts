// Not by a key in the literal: the engine defines that one property by a long way round, which took longer than the copy.

/** The same with this under that id, in its place where there was something before. */
export function withEntry<Of>(entries: Readonly<Record<string, Of>>, id: string, entry: Of): Record<string, Of> {
  const next = { ...entries };
  next[id] = entry;
  return next;
}

// Ids that are used once, such as those of effects, make each of these objects one of its own kind to the engine, which remembers
// all kinds and finds everything else the slower for it. One without a prototype is a plain table to it.

/** The same with this under an id that the plan does not know. */
export function withNumbered<Of>(entries: Readonly<Record<string, Of>>, id: string, entry: Of): Record<string, Of> {
  const next = copyOf(entries);
  next[id] = entry;
  return next;
}

/** The same without what stands under it. */
export function withoutNumbered<Of>(entries: Readonly<Record<string, Of>>, id: string): Record<string, Of> {
  const next = copyOf(entries);
  delete next[id];
  return next;
}

function copyOf<Of>(entries: Readonly<Record<string, Of>>): Record<string, Of> {
  const copy = Object.create(null) as Record<string, Of>;
  for (const id in entries) copy[id] = entries[id]!;
  return copy;
}
