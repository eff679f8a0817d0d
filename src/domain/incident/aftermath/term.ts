import type { Duration, Instant } from '../../time.js';

export interface Term {
  from: Instant;
  dueAt: Instant;
}

/**
 * By another version of the plan: what was asked for keeps its beginning, what is new begins at `at`, because nobody could
 * have done it before. Without a time it is not asked for.
 */
export function movedTerm(before: Term | undefined, within: Duration | undefined, at: Instant): { asked?: Term } {
  if (within === undefined) return {};
  const from = before?.from ?? at;
  return { asked: { from, dueAt: from + within } };
}
