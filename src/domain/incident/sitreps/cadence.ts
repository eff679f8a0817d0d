import type { CompiledPlan, LevelId, SitrepRule } from '../../plan/compiled.js';
import { HOUR, MINUTE } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import type { State } from '../state.js';

type Cadence = SitrepRule['cadence'][number];

/** The draft is there this part of the cadence before the report is due. */
const DRAFTED_BEFORE = 4;

/** At most this long is given for one that is due at once. */
const MOST_ALLOWED = 30 * MINUTE;

/** How often one is brought before people again that no cadence calls for any more. */
export const REPEATED_EVERY = 24 * HOUR;

// In the workflow's sandbox each look at a global costs about a microsecond.
const { floor, max, min } = Math;

/** How often reports are due at this level, and to whom; `undefined`: none is. */
export function cadenceFor(plan: CompiledPlan, level: LevelId | undefined): Cadence | undefined {
  if (level === undefined) return undefined;
  return plan.sitreps?.cadence.find(({ levels }) => levels.includes(level));
}

export function cadenceNow({ basis, grading }: State): Cadence | undefined {
  return cadenceFor(basis.plan, grading.level);
}

/** How long people have for a report that a change of level, the end, or a person makes due. */
export function allowance(cadence: Cadence | undefined): Duration {
  return cadence === undefined ? MOST_ALLOWED : max(1, min(floor(cadence.every / DRAFTED_BEFORE), MOST_ALLOWED));
}

/** When the report that is due then is drafted. */
export function draftTime(dueAt: Instant, { every }: Cadence): Instant {
  return dueAt - floor(every / DRAFTED_BEFORE);
}

/** How many of the due moments from `dueAt` on have passed; `at` is less than a cadence before it. */
export function passedBy(dueAt: Instant, { every }: Cadence, at: Instant): number {
  return floor((at - dueAt) / every) + 1;
}
