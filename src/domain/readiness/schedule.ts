import type { Almanac } from '../drill/index.js';
import { addDays, dayIn, daysBetween, timeOfDay } from '../plan/days.js';
import type { Day } from '../plan/days.js';
import type { PlanDocument } from '../plan/schema.js';
import { WEEKENDS_FREE, workingDayFrom } from '../plan/workingDays.js';
import { HOUR, MINUTE } from '../time.js';
import type { Instant } from '../time.js';
import { readinessRules, wholeDays } from './rules.js';

/** A Monday, from which days are counted: every 7 days is every Monday, whatever version of the plan. */
const FIRST: Day = '2024-01-01';

/** Nobody has more days off in a row. */
const MOST_MOVED = 31;

export interface InspectionTime {
  /** `r-2026-11-30`: one a day at most, whatever becomes of the plan. */
  id: string;
  at: Instant;
}

/** This year's and the next's, the same all year, so that a calendar made of them changes with the plan alone. */
export function inspectionTimes(plan: Pick<PlanDocument, 'control'>, almanac: Almanac, now: Instant): InspectionTime[] {
  const year = Number(dayIn(now, almanac.zone).slice(0, 4));
  const first = `${year}-01-01`;
  // Days off may have moved one from the end of the year before.
  return timesBetween(addDays(first, -MOST_MOVED), `${year + 1}-12-31`, plan, almanac).filter(
    ({ id }) => id >= `r-${first}`,
  );
}

/** The one that was due last. */
export function lastInspection(
  plan: Pick<PlanDocument, 'control'>,
  almanac: Almanac,
  now: Instant,
): InspectionTime | undefined {
  const today = dayIn(now, almanac.zone);
  const every = wholeDays(readinessRules(plan).every);
  return timesBetween(addDays(today, -every - MOST_MOVED), today, plan, almanac)
    .filter(({ at }) => at <= now)
    .at(-1);
}

function timesBetween(
  from: Day,
  to: Day,
  plan: Pick<PlanDocument, 'control'>,
  { calendar, zone }: Almanac,
): InspectionTime[] {
  const { every, time } = readinessRules(plan);
  const interval = wholeDays(every);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const first = addDays(FIRST, Math.ceil(daysBetween(FIRST, from) / interval) * interval);
  const days = new Set<Day>();
  for (let day = first; day <= to; day = addDays(day, interval))
    days.add(workingDayFrom(day, calendar ?? WEEKENDS_FREE));
  return [...days].map((day) => ({ id: `r-${day}`, at: timeOfDay(day, hours * HOUR + minutes * MINUTE, zone) }));
}
