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

/**
 * One that practises what the criterion rates, if it may be the scenario in which it was rated; else that one, where somebody can
 * still rate it. None where the plan has dropped the criterion.
 */
export function scenarioFor(
  { scenarios = [], drills }: Pick<PlanDocument, 'scenarios' | 'drills'>,
  scenario: string | undefined,
  criterion: CriterionId | undefined,
): string | undefined {
  if (criterion === undefined || drills?.evaluation.criteria.every(({ id }) => id !== criterion) !== false)
    return undefined;
  const practises = (one: (typeof scenarios)[number] | undefined) =>
    one?.objectives.some(({ criteria }) => criteria.includes(criterion)) === true;
  const first = scenarios.find(({ id }) => id === scenario);
  return (practises(first) ? first : (scenarios.find(practises) ?? first))?.id;
}
