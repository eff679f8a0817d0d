import { basisOf } from '../../src/domain/plan/basis.js';
import { startOfDay } from '../../src/domain/plan/days.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { plan as completePlan } from './rules/completePlan.js';

const contacts = { email: 'a@example.com' };
const person = { id: 'lin-wei', name: 'Lin Wei', languages: ['en' as const], contacts };

describe('what an incident is pinned to', () => {
  test('an absence ends, and a qualification lasts, to the end of its last day in the zone of the plan', () => {
    const plan = completePlan();
    plan.calendar = { zone: 'Asia/Shanghai', weekend: [6, 7], holidays: [], workdays: [] };
    const roster: RosterDocument = {
      people: [
        {
          ...person,
          qualifications: [{ qualification: 'first-aid', until: '2026-12-31' }, { qualification: 'database' }],
          away: [{ from: '2026-11-27', to: '2026-11-28' }],
        },
      ],
      holders: { commander: ['lin-wei'] },
    };
    expect(basisOf(plan, 'h', roster).people).toEqual({
      'lin-wei': {
        qualifications: [
          { qualification: 'first-aid', until: Date.UTC(2026, 11, 31, 16) },
          { qualification: 'database' },
        ],
        away: [{ from: Date.UTC(2026, 10, 26, 16), until: Date.UTC(2026, 10, 28, 16) }],
      },
    });
  });

  test('whoever holds no post, or has nothing to tell, is not carried along', () => {
    const away = [{ from: '2026-11-27', to: '2026-11-28' }];
    const roster: RosterDocument = {
      people: [person, { ...person, id: 'idle', away }],
      holders: { commander: ['lin-wei'] },
    };
    expect(basisOf(completePlan(), 'h', roster).people).toEqual({});
  });
});

describe('the start of a day', () => {
  test.each([
    ['2026-11-27', 'UTC', Date.UTC(2026, 10, 27)],
    ['2026-11-27', 'Asia/Shanghai', Date.UTC(2026, 10, 26, 16)],
    ['2026-11-27', 'America/New_York', Date.UTC(2026, 10, 27, 5)],
    // The day of a clock change begins by the clock of before, the day after by the new one.
    ['2026-03-29', 'Europe/Berlin', Date.UTC(2026, 2, 28, 23)],
    ['2026-03-30', 'Europe/Berlin', Date.UTC(2026, 2, 29, 22)],
  ])('%s in %s', (day, zone, at) => {
    expect(startOfDay(day, zone)).toBe(at);
  });
});
