import { parseDuration } from '../plan/duration.js';
import type { PlanDocument } from '../plan/schema.js';
import { DAY } from '../time.js';

type Rules = NonNullable<NonNullable<PlanDocument['control']>['readiness']>;

/** Where the plan does not say otherwise. */
export const USUAL_READINESS = {
  every: '7d',
  time: '09:00',
  remindEvery: '28d',
  contactsWithin: '90d',
} as const satisfies Required<Rules>;

export function readinessRules({ control }: Pick<PlanDocument, 'control'>): Required<Rules> {
  return { ...USUAL_READINESS, ...control?.readiness };
}

/** Whole days, one at least. */
export function wholeDays(duration: string): number {
  return Math.max(1, Math.floor(parseDuration(duration) / DAY));
}
