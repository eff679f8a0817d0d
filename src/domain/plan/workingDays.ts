import { addDays } from './days.js';
import type { Day } from './days.js';
import type { CalendarRule } from './compiled.js';

type Calendar = Pick<CalendarRule, 'weekend' | 'holidays' | 'workdays'>;

export const WEEKENDS_FREE: Calendar = { weekend: [6, 7], holidays: [], workdays: [] };

/** The last of so many working days after `from`, by the plan's calendar; without one, weekends are free. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar = WEEKENDS_FREE): Day {
  // A calendar that leaves no working day in a year is a mistake and must not keep anybody waiting.
  const end = addDays(from, count + 366);
  let day = from;
  for (let left = count; left > 0 && day < end;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** This day, or the first working day after it. */
export function workingDayFrom(day: Day, calendar: Calendar = WEEKENDS_FREE): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** The last year for which it says which days are off; absent where it says so for none. After that weekends alone are. */
export function lastYearOf({ holidays, workdays }: Pick<Calendar, 'holidays' | 'workdays'>): number | undefined {
  const days = [...holidays.map(({ from }) => from), ...workdays];
  return days.length === 0 ? undefined : Math.max(...days.map((day) => Number(day.slice(0, 4))));
}

function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const { weekend, holidays, workdays } = calendar;
  if (workdays.includes(day)) return true;
  // Monday is 1, Sunday 7.
  const weekday = new Date(day).getUTCDay() || 7;
  return !weekend.includes(weekday) && !holidays.some(({ from, to }) => from <= day && day <= to);
}
