/** A calendar day without a clock, `2026-03-31`. Days of this form compare as text. */
export type Day = string;

const DAY = 24 * 60 * 60 * 1_000;

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(Date.parse(day) + count * DAY));
}

/** 29 February leads to 1 March where that year has none. */
export function addYears(day: Day, count: number): Day {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() + count);
  return dayOf(date);
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}
