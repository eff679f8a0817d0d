import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../src/domain/plan/condition.js';
import { limitEnd } from '../../src/domain/plan/legalLimit.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { OBLIGATIONS, planOf, Profiled } from './profile.js';
import type { Regime } from './profile.js';

const AT = Date.UTC(2026, 2, 9, 1, 0);
const GRADED = 10 * MINUTE;
const FILED = 30 * MINUTE;

interface Rule {
  id: string;
  binds: Regime[];
  /** Facts that call for it, and facts that rule it out. */
  calls: Facts;
  not: Facts;
  category?: string;
  /** After the report. Absent: it has not begun with the grading. */
  start?: number;
  within?: number;
  /** The one whose filing starts its clock. */
  after?: string;
  own?: true;
  /** Of both graded levels, where not facts but the level decides. */
  levels?: ['III' | 'II' | 'I', 'IV' | undefined];
}

const CN: Regime[] = ['cn-cii', 'cn-central-organ', 'cn-other'];
/** A million persons are relatively serious by the guide of the measures, ten million serious. */
const SERIOUS = { piLeakedPersons: 1_000_000 };
const GRAVE = { piLeakedPersons: 10_000_000 };
/** Everything is known, and all of it is harmless. */
const MILD: Facts = Object.fromEntries(
  planOf([]).facts.map((fact) => [
    fact.id,
    fact.type === 'number' ? 0 : fact.type === 'boolean' ? false : (fact.options[0]?.id ?? ''),
  ]),
);
const NO_DATA = { personalDataBreach: false, piLeakedPersons: 0, dataLost: false };
const LEAK = { personalDataBreach: true, piLeakedPersons: 1 };
const ACCIDENT = { seriousProductionAccident: true };
const MAJOR = { criticalServicesAffected: true, maliciousAccess: true };
const NOT_MAJOR = { criticalServicesAffected: false };
const NOT_NIS2: Facts = {
  ...{
    significantIncident: false,
    directLossEUR: 0,
    turnoverLossPercent: 0,
    tradeSecretsLost: false,
    healthHarm: false,
  },
  ...{ maliciousAccess: false, cloudUnavailableMinutes: 0, cloudLimitedMinutes: 0 },
};

/** Each line of the reference list of deadlines that the sample plan carries, by the ids of that list. */
const RULES: Rule[] = [
  { id: 'D-01', binds: ['cn-cii'], calls: SERIOUS, not: MILD, start: 0, within: HOUR },
  { id: 'D-02', binds: ['cn-cii'], calls: GRAVE, not: MILD, after: 'D-01', within: 30 * MINUTE },
  { id: 'D-03', binds: ['cn-central-organ'], calls: SERIOUS, not: MILD, start: 0, within: 2 * HOUR },
  { id: 'D-03-upward', binds: ['cn-central-organ'], calls: GRAVE, not: MILD, after: 'D-03', within: HOUR },
  { id: 'D-04', binds: ['cn-other'], calls: SERIOUS, not: MILD, start: 0, within: 4 * HOUR },
  { id: 'D-04-upward', binds: ['cn-other'], calls: GRAVE, not: MILD, after: 'D-04', within: HOUR },
  { id: 'D-06-cii', binds: ['cn-cii'], calls: SERIOUS, not: MILD, after: 'D-01', within: DAY, own: true },
  { id: 'D-06-organ', binds: ['cn-central-organ'], calls: SERIOUS, not: MILD, after: 'D-03', within: DAY, own: true },
  { id: 'D-06-other', binds: ['cn-other'], calls: SERIOUS, not: MILD, after: 'D-04', within: DAY, own: true },
  { id: 'D-07', binds: CN, calls: SERIOUS, not: MILD },
  { id: 'D-09-authority', binds: CN, calls: LEAK, not: NO_DATA, start: 0, within: 8 * HOUR, own: true },
  { id: 'D-09-individuals', binds: CN, calls: LEAK, not: NO_DATA, start: 0, within: DAY, own: true },
  { id: 'D-10', binds: CN, calls: LEAK, not: {}, start: 0, within: 4 * HOUR, own: true },
  {
    ...{ id: 'D-11', binds: CN, calls: { productRiskToPublic: true }, not: { productRiskToPublic: false } },
    ...{ start: 0, within: DAY },
  },
  {
    ...{ id: 'D-12-head', binds: ['cn-production-safety'], calls: ACCIDENT, not: { seriousProductionAccident: false } },
    ...{ start: 0, within: 10 * MINUTE, own: true },
  },
  {
    ...{ id: 'D-12-authority', binds: ['cn-production-safety'], calls: ACCIDENT },
    ...{ not: { seriousProductionAccident: false }, start: 0, within: HOUR },
  },
  {
    ...{ id: 'D-12-upward', binds: ['cn-production-safety'], calls: ACCIDENT },
    ...{ not: { seriousProductionAccident: false }, after: 'D-12-authority', within: 2 * HOUR },
  },
  {
    ...{ id: 'D-13', binds: ['cn-production-safety'], calls: { ...ACCIDENT, deaths: 1 } },
    ...{ not: { ...ACCIDENT, deaths: 0, seriousInjuries: 0 }, start: 0, within: 30 * DAY },
  },
  {
    ...{ id: 'D-14-report', binds: ['cn-production-safety'], calls: ACCIDENT },
    ...{ not: { seriousProductionAccident: false }, start: 0, within: 60 * DAY },
  },
  {
    ...{ id: 'D-14-reply', binds: ['cn-production-safety'], calls: ACCIDENT },
    ...{ not: { seriousProductionAccident: false }, after: 'D-14-report', within: 15 * DAY },
  },
  { id: 'D-20', binds: ['eu-gdpr'], calls: LEAK, not: NO_DATA, start: 0, within: 72 * HOUR },
  { id: 'D-20-processor', binds: ['eu-gdpr'], calls: LEAK, not: NO_DATA, start: 0, within: DAY, own: true },
  {
    ...{
      id: 'D-21',
      binds: ['eu-gdpr'],
      calls: { highRiskToIndividuals: true },
      not: { highRiskToIndividuals: false },
    },
    ...{ start: 0, within: 72 * HOUR, own: true },
  },
  { id: 'D-22-warning', binds: ['eu-nis2'], calls: { healthHarm: true }, not: NOT_NIS2, start: 0, within: DAY },
  {
    id: 'D-22-notification',
    binds: ['eu-nis2'],
    calls: { tradeSecretsLost: true },
    not: NOT_NIS2,
    start: 0,
    within: 72 * HOUR,
  },
  // From 9 March 09:30 in Shanghai to 9 April 09:30.
  {
    id: 'D-22-final',
    binds: ['eu-nis2'],
    calls: { significantIncident: true },
    not: NOT_NIS2,
    after: 'D-22-notification',
    within: 31 * DAY,
  },
  { id: 'D-23-initial', binds: ['eu-dora'], calls: MAJOR, not: NOT_MAJOR, start: GRADED, within: 4 * HOUR },
  { id: 'D-23-latest', binds: ['eu-dora'], calls: MAJOR, not: NOT_MAJOR, start: 0, within: DAY },
  { id: 'D-23-intermediate', binds: ['eu-dora'], calls: MAJOR, not: NOT_MAJOR, start: GRADED, within: 72 * HOUR },
  { id: 'D-23-final', binds: ['eu-dora'], calls: MAJOR, not: NOT_MAJOR, after: 'D-23-intermediate', within: 31 * DAY },
  { id: 'D-24', binds: ['us-sec'], calls: { material: true }, not: { material: false }, start: 0, within: 4 * DAY },
];
const ELSEWHERE = ['D-05', 'D-08', 'D-15', 'D-30'];

test('every rule of the plan is here', () => {
  expect([...RULES.map(({ id }) => id), ...ELSEWHERE].sort()).toEqual(OBLIGATIONS.map(({ id }) => id).sort());
});

describe.each(RULES)('$id', ({ id, binds, calls, not, start, within, after, own }) => {
  const graded = (boundBy: Regime[], facts: Facts): Profiled => {
    const story = new Profiled(planOf(boundBy), { category: 'security', facts }, AT);
    story.passes(GRADED);
    story.grades('relatively-serious');
    return story;
  };

  test('is called for by its facts, with any operator that it binds', () => {
    for (const regime of binds) expect(graded([regime], calls).duty(id)).toMatchObject({ status: 'confirmed' });
  });

  test('is not called for where the facts rule it out', () => {
    const status = graded(binds, not).duty(id)?.status;
    if (id === 'D-10') expect(status).toBe('provisional');
    else expect([undefined, 'lifted']).toContain(status);
  });

  test('binds nobody else', () => {
    const all: Regime[] = [...CN, 'cn-production-safety', 'eu-gdpr', 'eu-nis2', 'eu-dora', 'us-sec'];
    const others = all.filter((regime) => !binds.includes(regime));
    expect(graded(others, calls).duty(id)).toBeUndefined();
  });

  test('runs from its moment for as long as law gives, or for a target of our own', () => {
    const story = graded(binds.slice(0, 1), calls);
    if (after === undefined) {
      expect(story.duty(id)?.start).toBe(start === undefined ? undefined : AT + start);
    } else {
      expect(story.duty(id)?.start).toBeUndefined();
      story.passes(FILED - GRADED);
      story.files([after]);
      expect(story.duty(id)?.start).toBe(AT + FILED);
    }
    const { start: begun, due } = story.duty(id) ?? {};
    expect(begun === undefined || due === undefined ? undefined : due - begun).toBe(within);
    const rule = story.state.basis.plan.obligations.find((one) => one.id === id);
    expect(rule?.limit.target).toBe(own === true ? within : undefined);
  });
});

describe('rules that count otherwise', () => {
  const IN_CHINA = planOf(['cn-other', 'cn-production-safety']);
  const story = (facts: Facts, category = 'security') => {
    const told = new Profiled(IN_CHINA, { category, facts }, AT);
    told.passes(GRADED);
    told.grades('relatively-serious');
    return told;
  };

  test('D-05: a suspected crime goes to the police within our own four hours; where there is none, it does not', () => {
    const rule = IN_CHINA.obligations?.find(({ id }) => id === 'D-05');
    expect(rule?.limit).toEqual({ promptly: true, target: '4h' });
    expect(story({ crimeSuspected: true }).duty('D-05')).toMatchObject({ status: 'confirmed', due: AT + 4 * HOUR });
    expect(story({ crimeSuspected: false }).duty('D-05')?.status ?? 'lifted').toBe('lifted');
  });

  test('D-08: a supplier owes us its report wherever the incident began there, whoever we are', () => {
    const nobody = (category: string) => {
      const told = new Profiled(planOf([]), { category, facts: {} }, AT);
      told.grades('ordinary', 'IV');
      return told.duty('D-08');
    };
    expect(nobody('third-party')).toMatchObject({ status: 'confirmed', start: AT, due: AT + 30 * MINUTE });
    expect(nobody('security')).toBeUndefined();
  });

  test('D-15: belongs to the plan, no incident carries it; twenty working days jump the holiday and count the worked Saturday', () => {
    expect(story({}).state.basis.plan.obligations.map(({ id }) => id)).not.toContain('D-15');
    const { zone, weekend, holidays, workdays } = IN_CHINA.calendar!;
    const calendar = { zone, weekend, holidays, workdays };
    const limit = { workingDays: 20 };
    // Published on 24 September 2026: 25 to 27 September and 1 to 7 October are free, 10 October is worked.
    expect(limitEnd(Date.UTC(2026, 8, 24, 2), limit, calendar)).toBe(Date.UTC(2026, 9, 29, 16));
    // Over Spring Festival 2026, 15 to 23 February, with the 14th and the 28th worked.
    expect(limitEnd(Date.UTC(2026, 1, 9, 2), { workingDays: 10 }, calendar)).toBe(Date.UTC(2026, 1, 28, 16));
  });

  test('D-07 and D-30: 30 days and three days from the end of the response', () => {
    const told = story(SERIOUS);
    expect(told.duty('D-07')?.start).toBeUndefined();
    const limits = new Map(told.state.basis.plan.obligations.map(({ id, start, limit }) => [id, { start, limit }]));
    expect(limits.get('D-07')).toEqual({ start: 'responseEnded', limit: { within: 30 * DAY } });
    expect(limits.get('D-30')).toEqual({ start: 'responseEnded', limit: { within: 3 * DAY } });
    expect(told.duty('D-30')).toMatchObject({ status: 'confirmed' });
    const mild = new Profiled(IN_CHINA, { category: 'security', facts: {} }, AT);
    mild.grades('ordinary', 'IV');
    expect(mild.duty('D-30')?.status ?? 'lifted').toBe('lifted');
  });
});

describe('limits where clocks change and months end', () => {
  const berlin = (at: number, facts: Facts, boundBy: Regime[]) =>
    new Profiled(
      planOf(boundBy, { zone: 'Europe/Berlin', holidays: [], workdays: [] }),
      { category: 'security', facts },
      at,
    );

  test.each([
    ['in spring', Date.UTC(2026, 2, 27, 11), Date.UTC(2026, 2, 30, 11)],
    ['in autumn', Date.UTC(2026, 9, 23, 10), Date.UTC(2026, 9, 26, 10)],
  ])('GDPR: 72 hours are 72 hours over the change of the clock %s', (_, at, due) => {
    expect(berlin(at, LEAK, ['eu-gdpr']).duty('D-20')).toMatchObject({ start: at, due });
  });

  test.each([
    ['31 January of a common year', Date.UTC(2026, 0, 31, 9), Date.UTC(2026, 1, 28, 9)],
    ['31 January of a leap year', Date.UTC(2028, 0, 31, 9), Date.UTC(2028, 1, 29, 9)],
    ['before the clock goes forward', Date.UTC(2026, 2, 15, 9), Date.UTC(2026, 3, 15, 8)],
    ['before the clock goes back', Date.UTC(2026, 9, 10, 8), Date.UTC(2026, 10, 10, 9)],
  ])('NIS2: the final report is due a month after the notification, filed on %s', (_, filedAt, due) => {
    const story = berlin(filedAt - HOUR, { significantIncident: true }, ['eu-nis2']);
    story.passes(HOUR);
    story.grades('relatively-serious');
    story.files(['D-22-notification']);
    expect(story.duty('D-22-final')).toMatchObject({ start: filedAt, due });
  });

  test.each([
    ['a Monday', Date.UTC(2026, 5, 15, 14)],
    ['a Thursday before a weekend', Date.UTC(2026, 5, 18, 14)],
    ['the Friday before the clock goes forward', Date.UTC(2026, 2, 6, 15)],
    ['the Friday before the clock goes back', Date.UTC(2026, 9, 30, 14)],
  ])('SEC: four days of any kind never end after four business days of New York, from %s', (_, at) => {
    const free = [{ from: '2026-06-19', to: '2026-06-19' }];
    const newYork = { zone: 'America/New_York', weekend: [6, 7], holidays: free, workdays: [] };
    const ours = new Profiled(planOf(['us-sec']), { category: 'security', facts: { material: true } }, at).duty('D-24');
    expect(ours?.due).toBe(at + 4 * DAY);
    expect(ours!.due!).toBeLessThanOrEqual(limitEnd(at, { workingDays: 4 }, newYork)!);
  });
});
