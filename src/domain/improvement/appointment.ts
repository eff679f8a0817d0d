import { almanacOf } from '../drill/programme.js';
import type { DrillsOfPlan } from '../drill/fromPlan.js';
import { addDays, dayIn, timeOfDay } from '../plan/days.js';
import { parseDuration } from '../plan/duration.js';
import type { PlanDocument } from '../plan/schema.js';
import { WEEKENDS_FREE, workingDayFrom } from '../plan/workingDays.js';
import { DAY, HOUR } from '../time.js';
import type { Duration, Instant } from '../time.js';
import type { CriterionId } from '../plan/compiled.js';

type Plan = PlanDocument & { drills: DrillsOfPlan };

/** As much as the programme gives where it does not say otherwise. */
const PREPARATION: Duration = 14 * DAY;
const TIME: Duration = 10 * HOUR;

/** When the drill is held that shows it: on a working day, with time to prepare, within what the plan gives. */
export function verificationAt(plan: Plan, zone: string, now: Instant): Instant {
  const within = parseDuration(plan.drills.improvement.verifyWithin);
  const almanac = almanacOf(plan, zone);
  const calendar = almanac.calendar ?? WEEKENDS_FREE;
  const on = (at: Instant) => timeOfDay(workingDayFrom(dayIn(at, almanac.zone), calendar), TIME, almanac.zone);
  const prepared = on(now + PREPARATION);
  if (prepared <= now + within) return prepared;
  // A plan that is in such a hurry may have it at any time of any day.
  const last = now + within;
  const soon = timeOfDay(workingDayFrom(addDays(dayIn(now, almanac.zone), 1), calendar), TIME, almanac.zone);
  return Math.min(soon, last);
}

/** The scenario in which it was rated; where the plan has dropped that, one that rates the same. */
export function scenarioFor(
  { scenarios = [] }: Pick<PlanDocument, 'scenarios'>,
  scenario: string | undefined,
  criterion: CriterionId | undefined,
): string | undefined {
  const rates = (one: (typeof scenarios)[number]) =>
    criterion !== undefined && one.objectives.some(({ criteria }) => criteria.includes(criterion));
  return (scenarios.find(({ id }) => id === scenario) ?? scenarios.find(rates))?.id;
}
