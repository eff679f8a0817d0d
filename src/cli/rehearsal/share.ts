import { rehearseOnce } from '../../rehearsal/index.js';
import type { Outcome, Rehearsed } from '../../rehearsal/index.js';

/** So many runs, from the first up to and without the last. */
export interface Share {
  given: Rehearsed;
  from: number;
  to: number;
}

export function rehearseShare({ given, from, to }: Share): Outcome[] {
  return Array.from({ length: to - from }, (_, i) => rehearseOnce(given, from + i));
}
