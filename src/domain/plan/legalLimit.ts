import type { Instant } from '../time.js';
import type { CalendarRule, ObligationRule } from './compiled.js';
import { addDays, addMonths, dayIn, startOfDay } from './days.js';
import { addWorkingDays } from './workingDays.js';

type Limit = ObligationRule['limit'];

/**
 * The last moment of a limit that began to run at `start`; `undefined` where neither law nor plan gives a number. Hours run
 * on through nights and holidays. Working days end with the last of them; the day of the start does not count. Months
 * end at the same time of day, the earliest reading of the laws that count in them.
 */
export function limitEnd(start: Instant, limit: Limit, calendar: CalendarRule | undefined): Instant | undefined {
  const { within, workingDays, months, target } = limit;
  const zone = calendar?.zone ?? 'UTC';
  if (within !== undefined) return start + within;
  if (workingDays !== undefined) {
    const last = addWorkingDays(dayIn(start, zone), workingDays, calendar);
    return startOfDay(addDays(last, 1), zone);
  }
  if (months !== undefined) return addMonths(start, months, zone);
  return target === undefined ? undefined : start + target;
}

/** A number of the law, or only the organisation's own for what the law wants "promptly". */
export function isOwnLimit({
  own,
  limit: { within, workingDays, months },
}: Pick<ObligationRule, 'own' | 'limit'>): boolean {
  if (own === true) return true;
  return within === undefined && workingDays === undefined && months === undefined;
}
