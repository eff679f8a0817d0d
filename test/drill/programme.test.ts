import { describe, expect, test } from '@jest/globals';
import {
  almanacOf,
  appointmentFor,
  GRACE,
  isGuessed,
  isOwed,
  lastOccurrence,
  nextOccurrences,
  occurrencesIn,
  openingTimes,
} from '../../src/domain/drill/index.js';
import type { Almanac, ProgrammeEntry } from '../../src/domain/drill/index.js';
import { addDays, dayIn } from '../../src/domain/plan/days.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { drills } from '../plan/rules/completeDrills.js';

const [spring] = drills().programme;
const CHINA: Almanac = {
  zone: 'Asia/Shanghai',
  calendar: {
    ...{ zone: 'Asia/Shanghai', weekend: [6, 7], workdays: ['2026-10-10'] },
    holidays: [{ from: '2026-10-01', to: '2026-10-07', name: { en: 'National Day' } }],
  },
};
const BERLIN = almanacOf({}, 'Europe/Berlin');

function entry(more: Partial<ProgrammeEntry> = {}): ProgrammeEntry {
  return { ...spring!, months: [10], day: 1, time: '09:30', prepare: '7d', ...more };
}

const only = (more: Partial<ProgrammeEntry>, almanac = CHINA) => {
  const [one] = occurrencesIn(2026, entry(more), almanac);
  return { ...one!, dueAt: iso(one!.dueAt), opensAt: iso(one!.opensAt) };
};
const iso = (at: number) => new Date(at).toISOString();
const local = (at: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('the calendar of the programme', () => {
  test('a drill that is due on a holiday is held on the next working day', () => {
    expect(only({})).toEqual({
      ...{ id: '2026-10', nominal: '2026-10-01' },
      dueAt: '2026-10-08T01:30:00.000Z',
      opensAt: '2026-10-01T01:30:00.000Z',
    });
  });

  test('a weekend moves it to Monday, and a Saturday that is worked does not', () => {
    expect(only({ day: 17 }).dueAt).toBe('2026-10-19T01:30:00.000Z');
    expect(only({ day: 10 }).dueAt).toBe('2026-10-10T01:30:00.000Z');
  });

  test('where the plan says so it stays on its day off', () => {
    expect(only({ day: 17, daysOff: 'keep' }).dueAt).toBe('2026-10-17T01:30:00.000Z');
  });

  test('after the last year whose days off are listed a day is a guess, unless it is kept whatever day it is', () => {
    const [next] = occurrencesIn(2027, entry(), CHINA);
    const [listed] = occurrencesIn(2026, entry(), CHINA);
    expect([isGuessed(listed!, entry(), CHINA), isGuessed(next!, entry(), CHINA)]).toEqual([false, true]);
    expect(isGuessed(next!, entry({ daysOff: 'keep' }), CHINA)).toBe(false);
    expect(isGuessed(listed!, entry(), BERLIN)).toBe(true);
  });

  test('a month that is shorter has it on its last day', () => {
    expect(only({ months: [2], day: 31, daysOff: 'keep' }).nominal).toBe('2026-02-28');
  });

  test('a working day of the next month still belongs to the month that the programme names', () => {
    expect(only({ months: [5], day: 31 })).toMatchObject({ id: '2026-05', dueAt: '2026-06-01T01:30:00.000Z' });
  });

  test('without a day, a time and a lead: the middle of the month at ten, two weeks before', () => {
    const { day: _d, time: _t, prepare: _p, ...bare } = entry({ months: [4] });
    const [one] = occurrencesIn(2026, bare, CHINA);
    expect([iso(one!.dueAt), iso(one!.opensAt)]).toEqual(['2026-04-15T02:00:00.000Z', '2026-04-01T02:00:00.000Z']);
  });

  test('a clock change between preparing and holding it moves neither by the clock on the wall', () => {
    // 29 March 2026, 02:00 to 03:00; 25 October back.
    for (const [months, day] of [[3, 31] as const, [10, 27] as const]) {
      const [one] = occurrencesIn(2026, entry({ months: [months], day }), BERLIN);
      expect([local(one!.dueAt, BERLIN.zone), local(one!.opensAt, BERLIN.zone)].map((text) => text.slice(-5))).toEqual([
        '09:30',
        '09:30',
      ]);
      expect(one!.dueAt - one!.opensAt).toBe(7 * DAY + (months === 3 ? -HOUR : HOUR));
    }
  });

  test('a time that a clock change leaves out is taken an hour later, one that comes twice is taken once', () => {
    const keep = { day: 29, months: [3], daysOff: 'keep', time: '02:30' } as const;
    expect(only({ ...keep, months: [3] }, BERLIN).dueAt).toBe('2026-03-29T01:30:00.000Z');
    expect(occurrencesIn(2026, entry({ ...keep, months: [10], day: 25 }), BERLIN)).toHaveLength(1);
  });

  test('the next ones go over the turn of the year, and the last one may be of the year before', () => {
    const yearly = entry({ months: [1, 10], day: 5 });
    const now = Date.UTC(2026, 11, 1);
    expect(nextOccurrences(yearly, CHINA, now, 3).map(({ id }) => id)).toEqual(['2027-01', '2027-10', '2028-01']);
    expect(lastOccurrence(yearly, CHINA, now)?.id).toBe('2026-10');
    // Its scheme is drafted in December.
    expect(lastOccurrence(yearly, CHINA, Date.UTC(2026, 11, 30))?.id).toBe('2027-01');
  });

  test('the times of a schedule stay the same all year', () => {
    const yearly = entry({ months: [3, 9] });
    const on = (day: string) => openingTimes(yearly, CHINA, Date.parse(day));
    expect(on('2026-01-02')).toEqual(on('2026-12-30'));
    expect(on('2026-01-02')).not.toEqual(on('2027-01-02'));
  });
});

test('what was past before Muster knew the entry is not made up for; what is to come is opened at once', () => {
  const [one] = occurrencesIn(2026, entry({ day: 12 }), CHINA);
  const { opensAt, dueAt } = one!;
  expect(isOwed(one!, opensAt - 1, dueAt + DAY)).toBe(true);
  expect(isOwed(one!, opensAt + 1, dueAt + DAY)).toBe(false);
  expect(isOwed(one!, opensAt + 1, dueAt - 1)).toBe(true);
});

describe('a drill that is opened late', () => {
  const [one] = occurrencesIn(2026, entry({ day: 12 }), CHINA);
  const { dueAt } = one!;

  test('keeps its time for as long as that has not gone by', () => {
    expect(appointmentFor(one!, entry(), CHINA, dueAt - 1)).toEqual({ dueAt });
    expect(appointmentFor(one!, entry(), CHINA, dueAt + GRACE)).toEqual({ dueAt });
  });

  test('is planned anew on a working day, with as much time to prepare', () => {
    const now = dueAt + 10 * DAY;
    const { dueAt: again, missed } = appointmentFor(one!, entry(), CHINA, now);
    expect(missed).toEqual({ dueAt, how: 'replan' });
    expect(again - now).toBeGreaterThanOrEqual(7 * DAY);
    expect(dayIn(again, CHINA.zone)).toBe(addDays(dayIn(now, CHINA.zone), 7));
    expect(local(again, CHINA.zone)).toMatch(/09:30$/);
  });

  test('is held as soon as it is approved where the plan says so', () => {
    const now = dueAt + 2 * DAY;
    const missed = { dueAt, how: 'run' };
    expect(appointmentFor(one!, entry({ missed: 'run' }), CHINA, now)).toEqual({ dueAt: now, missed });
  });
});
