import type { CalendarRule } from '../../src/domain/plan/compiled.js';
import { addMonths, dayIn, startOfDay } from '../../src/domain/plan/days.js';
import { isOwnLimit, limitEnd } from '../../src/domain/plan/legalLimit.js';
import { DAY, HOUR } from '../../src/domain/time.js';

const at = (time: string) => Date.parse(time);
const said = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());

const BERLIN: CalendarRule = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [], workdays: [] };
/** The National Day of 2026: seven days off, and the Saturday after them is worked. */
const SHANGHAI: CalendarRule = {
  zone: 'Asia/Shanghai',
  weekend: [6, 7],
  holidays: [{ from: '2026-10-01', to: '2026-10-07' }],
  workdays: ['2026-10-10'],
};

describe('hours', () => {
  test.each([
    ['when an hour is left out', '2026-03-28T20:00:00+01:00', 24, '2026-03-29T21:00:00+02:00'],
    ['when an hour comes twice', '2026-10-24T20:00:00+02:00', 24, '2026-10-25T19:00:00+01:00'],
    ['through a weekend', '2026-11-20T18:00:00+01:00', 72, '2026-11-23T18:00:00+01:00'],
  ])('pass as on a stopwatch %s', (_, start, hours, end) => {
    expect(said(limitEnd(at(start), { within: hours * HOUR }, BERLIN))).toBe(said(at(end)));
  });

  test('of the organisation’s own are counted in the same way', () => {
    expect(limitEnd(at('2026-03-28T20:00:00+01:00'), { target: DAY }, BERLIN)).toBe(at('2026-03-29T21:00:00+02:00'));
  });
});

describe('working days', () => {
  test.each([
    ['the day of the start does not count', '2026-09-28T00:00:00+08:00', 1, '2026-09-30T00:00:00+08:00'],
    ['nor does the rest of it', '2026-09-28T23:59:59+08:00', 1, '2026-09-30T00:00:00+08:00'],
    ['holidays do not count', '2026-09-30T10:00:00+08:00', 1, '2026-10-09T00:00:00+08:00'],
    ['a Saturday that is worked does', '2026-09-30T10:00:00+08:00', 3, '2026-10-11T00:00:00+08:00'],
    ['the Sunday after it does not', '2026-09-30T10:00:00+08:00', 4, '2026-10-13T00:00:00+08:00'],
    ['a start in the holidays', '2026-10-03T10:00:00+08:00', 1, '2026-10-09T00:00:00+08:00'],
  ])('in Shanghai: %s', (_, start, workingDays, end) => {
    expect(said(limitEnd(at(start), { workingDays }, SHANGHAI))).toBe(said(at(end)));
  });

  test('begin where the calendar is kept, not where the machine stands', () => {
    // Already Tuesday in Shanghai, still Monday in UTC.
    const start = at('2026-09-28T17:00:00Z');
    expect(said(limitEnd(start, { workingDays: 1 }, SHANGHAI))).toBe(said(at('2026-10-01T00:00:00+08:00')));
    expect(said(limitEnd(start, { workingDays: 1 }, undefined))).toBe('2026-09-30T00:00:00.000Z');
  });

  test('end at midnight by the clock of the zone, over a clock change too', () => {
    // From Friday in winter time to the end of Monday in summer time.
    expect(said(limitEnd(at('2026-03-27T09:00:00+01:00'), { workingDays: 1 }, BERLIN))).toBe(
      said(at('2026-03-31T00:00:00+02:00')),
    );
  });
});

describe('months', () => {
  test.each([
    ['31 January and one month', '2026-01-31T10:30:00+08:00', 1, '2026-02-28T10:30:00+08:00'],
    ['in a leap year', '2028-01-31T10:30:00+08:00', 1, '2028-02-29T10:30:00+08:00'],
    ['29 February and twelve months', '2028-02-29T10:30:00+08:00', 12, '2029-02-28T10:30:00+08:00'],
    ['into the next year', '2026-11-22T10:30:00+08:00', 3, '2027-02-22T10:30:00+08:00'],
    ['to a shorter month', '2026-03-31T23:59:59+08:00', 1, '2026-04-30T23:59:59+08:00'],
    ['a day that is another in UTC', '2026-02-01T03:00:00+08:00', 1, '2026-03-01T03:00:00+08:00'],
  ])('in Shanghai: %s', (_, start, months, end) => {
    expect(said(limitEnd(at(start), { months }, SHANGHAI))).toBe(said(at(end)));
  });

  test.each([
    ['into summer time', '2026-03-15T12:00:00+01:00', '2026-04-15T12:00:00+02:00'],
    ['into winter time', '2026-10-15T12:00:00+02:00', '2026-11-15T12:00:00+01:00'],
  ])('end at the same time of day %s', (_, start, end) => {
    expect(said(limitEnd(at(start), { months: 1 }, BERLIN))).toBe(said(at(end)));
  });

  test.each([
    ['Europe/Berlin', '2026-02-28T02:30:00+01:00', 13, '2027-03-28T03:30:00+02:00'],
    ['America/New_York', '2026-02-08T02:30:00-05:00', 1, '2026-03-08T03:30:00-04:00'],
  ])('a time of day that a clock change in %s leaves out is an hour later', (zone, start, count, end) => {
    expect(said(addMonths(at(start), count, zone))).toBe(said(at(end)));
  });
});

describe('a time of day that comes twice is the first of the two', () => {
  test.each([
    ['Europe/Berlin', '2026-09-25T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['America/New_York', '2026-10-01T01:30:00-04:00', '2026-11-01T01:30:00-04:00'],
    ['Australia/Lord_Howe', '2026-03-05T01:45:00+11:00', '2026-04-05T01:45:00+11:00'],
  ])('at the end of a month in %s', (zone, start, end) => {
    expect(said(addMonths(at(start), 1, zone))).toBe(said(at(end)));
  });

  test.each([
    ['America/Havana', '2026-11-01', '2026-11-01T00:00:00-04:00'],
    ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00Z'],
  ])('at the beginning of a day in %s', (zone, day, begins) => {
    expect(said(startOfDay(day, zone))).toBe(said(at(begins)));
  });
});

test('months keep the milliseconds of their start', () => {
  const start = Date.parse('2026-01-15T12:00:00.678+01:00');
  expect(limitEnd(start, { months: 1 }, BERLIN)).toBe(Date.parse('2026-02-15T12:00:00.678+01:00'));
});

test('without a number there is no end, and what is no number of the law is the organisation’s own', () => {
  expect(limitEnd(0, {}, SHANGHAI)).toBeUndefined();
  expect([{}, { target: HOUR }].map((limit) => isOwnLimit({ limit }))).toEqual([true, true]);
  expect([{ within: HOUR }, { workingDays: 3 }, { months: 1 }].map((limit) => isOwnLimit({ limit }))).toEqual([
    false,
    false,
    false,
  ]);
});

test('days are those of the zone, and begin as there', () => {
  const late = at('2026-11-22T20:00:00Z');
  expect(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'].map((zone) => dayIn(late, zone))).toEqual([
    '2026-11-23',
    '2026-11-22',
    '2026-11-22',
  ]);
  expect(said(startOfDay('2026-11-23', 'America/New_York'))).toBe('2026-11-23T05:00:00.000Z');
  // Clocks go from 24:00 to 01:00.
  expect(said(startOfDay('2026-09-06', 'America/Santiago'))).toBe('2026-09-06T04:00:00.000Z');
});
