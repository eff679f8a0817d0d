import { addYears, daysBetween } from '../../src/domain/plan/days.js';
import { addWorkingDays } from '../../src/domain/plan/workingDays.js';

const name = { en: 'Holiday' };

test('without a calendar weekends are free', () => {
  // 2 January 2026 is a Friday.
  expect(addWorkingDays('2026-01-02', 1)).toBe('2026-01-05');
  expect(addWorkingDays('2026-01-02', 20)).toBe('2026-01-30');
});

test('holidays are free, days worked instead are not', () => {
  const calendar = {
    weekend: [6, 7],
    holidays: [{ from: '2026-10-01', to: '2026-10-07', name }],
    workdays: ['2026-10-10'],
  };
  expect(addWorkingDays('2026-09-30', 1, calendar)).toBe('2026-10-08');
  expect(addWorkingDays('2026-09-30', 3, calendar)).toBe('2026-10-10');
  expect(addWorkingDays('2026-09-30', 4, calendar)).toBe('2026-10-12');
});

test('other weekends, and none at all', () => {
  expect(addWorkingDays('2026-01-01', 1, { weekend: [5, 6], holidays: [], workdays: [] })).toBe('2026-01-04');
  expect(addWorkingDays('2026-01-02', 2, { weekend: [], holidays: [], workdays: [] })).toBe('2026-01-04');
});

test('a calendar without working days ends all the same', () => {
  const never = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], workdays: [] };
  expect(daysBetween('2026-01-01', addWorkingDays('2026-01-01', 20, never))).toBe(386);
});

test('years are counted by the calendar', () => {
  expect(addYears('2023-06-01', 3)).toBe('2026-06-01');
  expect(addYears('2024-02-29', 3)).toBe('2027-03-01');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});
