import { addDays, dayIn, dayOfMonth, timeOfDay } from '../plan/days.js';
import type { Day } from '../plan/days.js';
import { parseDuration } from '../plan/duration.js';
import type { PlanDocument } from '../plan/schema.js';
import { lastYearOf, WEEKENDS_FREE, workingDayFrom } from '../plan/workingDays.js';
import { DAY, HOUR, MINUTE } from '../time.js';
import type { Duration, Instant } from '../time.js';
import type { DrillsOfPlan } from './fromPlan.js';

export type ProgrammeEntry = DrillsOfPlan['programme'][number];
export type WhenMissed = NonNullable<ProgrammeEntry['missed']>;

/** On which days, at what time and with how much before it. */
export type Preparing = Pick<ProgrammeEntry, 'prepare' | 'time' | 'daysOff'>;

const USUAL_DAY = 15;
const USUAL_TIME = '10:00';
const USUAL_PREPARATION = '14d';
const USUAL_WHEN_MISSED: WhenMissed = 'replan';

/** A drill that begins so much later than planned has not been missed: people are a little late as well. */
export const GRACE: Duration = HOUR;

/** One time that an entry of the programme is due. */
export interface Occurrence {
  /** Year and month, `2026-06`: an entry is due once in a month, whatever day a later version of the plan puts it on. */
  id: string;
  /** As the programme says. */
  nominal: Day;
  /** When it is held; another day than the nominal one where that is a day off. */
  dueAt: Instant;
  /** When its scheme is drafted, and command told. */
  opensAt: Instant;
}

/** What the clock and the calendar of a plan are. `zone`: where the plan does not say in which one its days begin. */
export interface Almanac {
  calendar: NonNullable<PlanDocument['calendar']> | undefined;
  zone: string;
}

export function almanacOf({ calendar }: Pick<PlanDocument, 'calendar'>, zone: string): Almanac {
  return { calendar, zone: calendar?.zone ?? zone };
}

/** The last year whose days off the plan lists. */
export function daysOffListedUntil({ calendar }: Almanac): number | undefined {
  return lastYearOf(calendar ?? WEEKENDS_FREE);
}

/** It avoids days off, in a year of which the plan does not say which those are. */
export function isGuessed({ nominal }: Occurrence, { daysOff = 'move' }: Preparing, almanac: Almanac): boolean {
  return daysOff === 'move' && Number(nominal.slice(0, 4)) > (daysOffListedUntil(almanac) ?? -Infinity);
}

/** All of a year, in their order. */
export function occurrencesIn(year: number, entry: ProgrammeEntry, almanac: Almanac): Occurrence[] {
  const months = [...new Set(entry.months)].sort((a, b) => a - b);
  return months.map((month) => {
    const nominal = dayOfMonth(year, month, entry.day ?? USUAL_DAY);
    const on = heldOn(nominal, entry, almanac);
    return {
      id: nominal.slice(0, 7),
      nominal,
      dueAt: timeOfDay(on, timeOf(entry), almanac.zone),
      opensAt: soLongBefore(on, entry, almanac),
    };
  });
}

/** Those that are still to be held, the first first. */
export function nextOccurrences(entry: ProgrammeEntry, almanac: Almanac, now: Instant, count: number): Occurrence[] {
  return yearsFrom(yearOf(now, almanac), entry, almanac)
    .filter(({ dueAt }) => dueAt > now)
    .slice(0, count);
}

/** When schemes are drafted, this year and the two after it: the same all year, so that a calendar made of it changes with the plan alone. */
export function openingTimes(entry: ProgrammeEntry, almanac: Almanac, now: Instant): Instant[] {
  return yearsFrom(yearOf(now, almanac), entry, almanac).map(({ opensAt }) => opensAt);
}

/** The one that was to be opened last at this time. */
export function lastOccurrence(entry: ProgrammeEntry, almanac: Almanac, at: Instant): Occurrence | undefined {
  return yearsFrom(yearOf(at, almanac) - 1, entry, almanac)
    .filter(({ opensAt }) => opensAt <= at)
    .at(-1);
}

function yearOf(at: Instant, { zone }: Almanac): number {
  return Number(dayIn(at, zone).slice(0, 4));
}

/**
 * Whether it is still to be opened: its time is to come, or it fell due while Muster knew the entry. What is long past is not
 * made up for, whatever plan comes into force.
 */
export function isOwed({ dueAt, opensAt }: Occurrence, knownSince: Instant, now: Instant): boolean {
  return dueAt > now || opensAt >= knownSince;
}

/** Three, because preparing may begin in the year before. */
function yearsFrom(year: number, entry: ProgrammeEntry, almanac: Almanac): Occurrence[] {
  return [0, 1, 2].flatMap((more) => occurrencesIn(year + more, entry, almanac));
}

/** When a drill is held that is opened now. */
export interface Appointment {
  dueAt: Instant;
  /** It was missed, and what the plan says then. */
  missed?: { dueAt: Instant; how: WhenMissed };
}

export function whenMissed({ missed = USUAL_WHEN_MISSED }: ProgrammeEntry): WhenMissed {
  return missed;
}

/** As the programme says; where its time has gone by already, as the plan says for that. */
export function appointmentFor(
  { dueAt }: Pick<Occurrence, 'dueAt'>,
  entry: ProgrammeEntry,
  almanac: Almanac,
  now: Instant,
): Appointment {
  if (now <= dueAt + GRACE) return { dueAt };
  const how = whenMissed(entry);
  return { dueAt: how === 'run' ? now : plannedAnew(entry, almanac, now), missed: { dueAt, how } };
}

/** The first day on which it can be held with as much time to prepare as the programme gives. */
export function plannedAnew(entry: Preparing, almanac: Almanac, now: Instant): Instant {
  for (let day = dayIn(now + preparation(entry), almanac.zone); ; day = addDays(day, 1)) {
    const on = heldOn(day, entry, almanac);
    if (soLongBefore(on, entry, almanac) >= now) return timeOfDay(on, timeOf(entry), almanac.zone);
  }
}

function heldOn(day: Day, { daysOff = 'move' }: Preparing, { calendar }: Almanac): Day {
  return daysOff === 'keep' ? day : workingDayFrom(day, calendar ?? WEEKENDS_FREE);
}

/** By the calendar as far as it is whole days: at the same time of day, also over a clock change. */
function soLongBefore(on: Day, entry: Preparing, { zone }: Almanac): Instant {
  const before = preparation(entry);
  return timeOfDay(addDays(on, -Math.floor(before / DAY)), timeOf(entry), zone) - (before % DAY);
}

function preparation({ prepare = USUAL_PREPARATION }: Preparing): Duration {
  return parseDuration(prepare);
}

/** Since midnight. */
function timeOf({ time = USUAL_TIME }: Preparing): Duration {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}
