import { describe, expect, test } from '@jest/globals';
import { inspectionTimes, lastInspection } from '../../src/domain/readiness/index.js';
import type { Almanac } from '../../src/domain/drill/index.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';

const calendar = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [], workdays: [] };
const BERLIN: Almanac = { calendar, zone: 'Europe/Berlin' };
const NOW = Date.parse('2026-03-25T12:00:00+01:00');
const planWith = (readiness: object = {}) => ({ control: { readiness } }) as unknown as PlanDocument;
const days = (plan: PlanDocument, almanac = BERLIN) => inspectionTimes(plan, almanac, NOW).map(({ id }) => id);

describe('when readiness is inspected', () => {
  test('every Monday at nine by the clocks of the zone, also over a clock change', () => {
    const march = inspectionTimes(planWith(), BERLIN, NOW).filter(
      ({ id }) => id >= 'r-2026-03-20' && id < 'r-2026-04-01',
    );
    expect(march.map(({ id, at }) => [id, new Date(at).toISOString()])).toEqual([
      ['r-2026-03-23', '2026-03-23T08:00:00.000Z'],
      ['r-2026-03-30', '2026-03-30T07:00:00.000Z'],
    ]);
  });

  test('the same all year: this one and the next', () => {
    const all = days(planWith());
    expect(all).toHaveLength(104);
    expect(inspectionTimes(planWith(), BERLIN, Date.UTC(2026, 11, 31)).map(({ id }) => id)).toEqual(all);
  });

  test('a day off leads to the next working day, and never twice to one', () => {
    const easter = {
      ...BERLIN,
      calendar: { ...calendar, holidays: [{ from: '2026-04-06', to: '2026-04-06', name: {} }] },
    };
    expect(days(planWith(), easter)).toContain('r-2026-04-07');
    const daily = days(planWith({ every: '1d' }));
    expect(new Set(daily).size).toBe(daily.length);
    expect(daily.filter((id) => id.startsWith('r-2026-03-2'))).toEqual(
      ['20', '23', '24', '25', '26', '27'].map((day) => `r-2026-03-${day}`),
    );
  });

  test('one that days off move into the new year is not lost with the old one', () => {
    const holidays = [{ from: '2025-12-24', to: '2026-01-05', name: {} }];
    const closed = { ...BERLIN, calendar: { ...calendar, holidays } };
    expect(days(planWith(), closed)[0]).toBe('r-2026-01-06');
    expect(days(planWith({ every: '14d' }), closed)[0]).toBe('r-2026-01-06');
  });

  test('the last one is known before and after its hour', () => {
    const at = (time: string) =>
      lastInspection(planWith({ time: '08:30' }), BERLIN, Date.parse(`2026-03-23T${time}+01:00`));
    expect(at('08:29:59')?.id).toBe('r-2026-03-16');
    expect(at('08:30:00')?.id).toBe('r-2026-03-23');
  });
});
