import type { AnalysisItem, AnalysisKind } from '../events/analysis.js';

const CAUSES: readonly AnalysisKind[] = ['direct', 'indirect', 'contributing'];

/** What is asked after by a why, or answered to one. */
export const ASKED_AFTER: readonly AnalysisKind[] = [...CAUSES, 'why'];

/** `direct`, `root`: there is none of them. `why <id>`: no chain of whys leads from a cause to that root cause. */
export function lackingIn(items: readonly AnalysisItem[]): string[] {
  const roots = items.filter(({ kind }) => kind === 'root');
  const byId = new Map(items.map((item) => [item.id, item]));
  return [
    ...(items.some(({ kind }) => kind === 'direct') ? [] : ['direct']),
    ...(roots.length > 0 ? [] : ['root']),
    ...roots.filter((root) => !isReached(root, byId)).map(({ id }) => `why ${id}`),
  ];
}

type ById = ReadonlyMap<string, AnalysisItem>;

function isReached({ of }: AnalysisItem, items: ById): boolean {
  const last = of === undefined ? undefined : items.get(of);
  const first = last?.kind === 'why' ? startOf(last, items) : undefined;
  return first !== undefined && CAUSES.includes(first.kind);
}

/** Where a chain of whys begins; `undefined` where it runs in a circle or leads nowhere. */
export function startOf(item: AnalysisItem, items: ById): AnalysisItem | undefined {
  const seen = new Set<string>();
  let at: AnalysisItem | undefined = item;
  while (at?.kind === 'why') {
    if (seen.has(at.id)) return undefined;
    seen.add(at.id);
    at = at.of === undefined ? undefined : items.get(at.of);
  }
  return at;
}
