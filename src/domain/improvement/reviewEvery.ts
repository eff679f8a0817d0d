import type { Duration } from '../time.js';

/** Where it is said: what an earlier release looked up, recorded or kept lacks it. */
export function reviewedEvery({ reviewEvery }: { reviewEvery?: Duration }): { reviewEvery?: Duration } {
  return reviewEvery === undefined ? {} : { reviewEvery };
}
