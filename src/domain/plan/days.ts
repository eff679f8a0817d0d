import { HOUR } from '../time.js';
import type { Duration, Instant } from '../time.js';

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

/** The day that it is in an IANA zone. */
export function dayIn(at: Instant, zone: string): Day {
  return dayOf(new Date(at + offsetAt(at, zone)));
}

/**
 * The same time of day so many months later in an IANA zone, on the last day where that month is shorter. A time that a
 * clock change leaves out is taken an hour later, of one that comes twice the first.
 */
export function addMonths(at: Instant, count: number, zone: string): Instant {
  const local = new Date(at + offsetAt(at, zone));
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + count + 1, 0)).getUTCDate();
  const wanted = new Date(local);
  wanted.setUTCMonth(local.getUTCMonth() + count, Math.min(local.getUTCDate(), last));
  return instantOf(wanted.getTime(), zone);
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** When a day begins in an IANA zone. A day that begins within a clock change begins at the later of its two hours. */
export function startOfDay(day: Day, zone: string): Instant {
  return instantOf(Date.parse(day), zone);
}

/**
 * `local`: what the clocks of the zone show, written as if it were UTC. The first time where they show it twice, an hour
 * later where they never show it.
 */
function instantOf(local: number, zone: string): Instant {
  // No zone is a day away from UTC, and none changes its clocks twice in two days.
  const readings = [local - offsetAt(local - DAY, zone), local - offsetAt(local + DAY, zone)];
  const shown = readings.filter((at) => at + offsetAt(at, zone) === local);
  return shown.length > 0 ? Math.min(...shown) : Math.max(...readings);
}

/** When the clocks of an IANA zone show this hour of a day. */
export function hourOfDay(day: Day, hour: number, zone: string): Instant {
  return timeOfDay(day, hour * HOUR, zone);
}

/** When they show so much after its midnight. */
export function timeOfDay(day: Day, sinceMidnight: Duration, zone: string): Instant {
  return instantOf(Date.parse(day) + sinceMidnight, zone);
}

/** Its last day where the month is shorter. `month`: 1 to 12. */
export function dayOfMonth(year: number, month: number, day: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1, Math.min(day, last))));
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: Instant, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  // The parts end with the second.
  const second = Math.floor(at / 1_000) * 1_000;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - second;
}
