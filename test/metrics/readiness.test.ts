import { describe, expect, test } from '@jest/globals';
import { readinessOf } from '../../src/domain/metrics/index.js';
import type { ReadinessBasis } from '../../src/domain/metrics/index.js';
import { DAY } from '../../src/domain/time.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';

const NOW = Date.UTC(2026, 10, 29, 8);

const person = (id: string, more: object = {}) => ({
  id,
  name: id,
  languages: ['en' as const],
  contacts: { email: `${id}@example.com` },
  ...more,
});

function basis(more: Partial<ReadinessBasis> = {}): ReadinessBasis {
  const resource = (id: string) => ({ id, unit: 'piece', minimum: 2, inspectEvery: '30d', custodian: 'lead' });
  const plan = {
    posts: [{ id: 'lead' }, { id: 'second' }, { id: 'engineer', deputies: ['lead'] }, { id: 'press' }],
    command: { commander: 'lead', deputies: ['second'] },
    resources: [resource('pump'), resource('radio'), resource('cable')],
  } as unknown as PlanDocument;
  return {
    plan,
    roster: {
      people: [
        person('a', { verifiedAt: '2026-09-01' }),
        person('b', { verifiedAt: '2026-08-31' }),
        person('c', { away: [{ from: '2026-11-20', to: '2026-11-30' }] }),
        person('gone', { active: false }),
      ],
      holders: { lead: ['a'], second: ['b'], engineer: ['c'], press: ['a', 'gone'] },
    },
    items: [
      { id: 'p1', resource: 'pump', location: 'x', custodian: 'a', onHand: 2, lastInspected: '2026-11-01' },
      { id: 'r1', resource: 'radio', location: 'x', custodian: 'a', onHand: 1, lastInspected: '2026-11-01' },
      { id: 'c1', resource: 'cable', location: 'x', custodian: 'a', onHand: 9, lastInspected: '2026-10-01' },
    ],
    evaluatedOn: '2024-01-01',
    scheduled: [],
    actions: { met: 0, of: 0 },
    today: '2026-11-29',
    at: NOW,
    ...more,
  };
}

describe('readiness, by hand', () => {
  test('of posts, contacts, resources and plan', () => {
    expect(readinessOf(basis())).toEqual({
      // lead: a, and b stands in. second: b, who is the stand-in. engineer: c is away. press: nobody stands in.
      posts: { met: 2, of: 4 },
      // a was verified 89 days ago, b 90, c never.
      contacts: { met: 1, of: 3 },
      // There is one radio of two; the cable was to be inspected by 31 October.
      resources: { met: 1, of: 3 },
      planEvaluated: { met: 1, of: 1 },
      drills: { unknown: 'none_in_plan' },
      actions: { unknown: 'none_due' },
    });
  });

  test('drills are on schedule that the programme asked for and that began by the next day', () => {
    const plan = { ...basis().plan, drills: { programme: [{ id: 'half-yearly' }] } } as unknown as PlanDocument;
    const of = (...scheduled: ReadinessBasis['scheduled']) => readinessOf(basis({ plan, scheduled })).drills;
    const ago = (days: number) => NOW - days * DAY;
    expect(of()).toEqual({ unknown: 'none_due' });
    expect(
      of(
        { dueAt: ago(30), startedAt: ago(29) },
        // Too late, and not at all.
        { dueAt: ago(60), startedAt: ago(58) },
        { dueAt: ago(364) },
        // It may still be held today; and what was more than a year ago counts no more.
        { dueAt: ago(0.5) },
        { dueAt: ago(366), startedAt: ago(366) },
      ),
    ).toEqual({ met: 1, of: 3 });
  });

  test('improvements closed in time are those of the store', () => {
    expect(readinessOf(basis({ actions: { met: 3, of: 4 } })).actions).toEqual({ met: 3, of: 4 });
  });

  test('what is not there is said', () => {
    const { plan } = basis();
    expect(readinessOf(basis({ items: undefined, evaluatedOn: undefined }))).toMatchObject({
      resources: { unknown: 'no_ledger' },
      planEvaluated: { unknown: 'no_evaluation' },
    });
    const { resources: _, ...bare } = plan;
    expect(readinessOf(basis({ plan: bare })).resources).toEqual({ unknown: 'none_in_plan' });
    expect(readinessOf(basis({ evaluatedOn: '2023-11-29' })).planEvaluated).toEqual({ met: 0, of: 1 });
  });
});
