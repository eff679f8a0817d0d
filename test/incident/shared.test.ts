import { authorityOf } from '../../src/domain/incident/authority.js';
import { choose } from '../../src/domain/incident/availability.js';
import { callEntries } from '../../src/domain/incident/calls.js';
import type { Actor, State } from '../../src/domain/incident/index.js';
import { mayTell } from '../../src/domain/incident/mayTell.js';
import { worse } from '../../src/domain/incident/worse.js';
import type { FactValue } from '../../src/domain/plan/condition.js';
import { HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, START, Story } from './story.js';

/** What several rooms decide by, apart from any of them. */

describe('who may tell what is known', () => {
  const person = (id: string): Actor => ({ kind: 'person', id });
  const reported = new Story().state;

  test.each<[string, Actor, boolean]>([
    ['an integration', { kind: 'integration', id: 'grafana' }, true],
    ['the operator', { kind: 'operator' }, true],
    ['the machine', { kind: 'system' }, false],
    ['the holder of any post', person('gao-yang'), true],
    ['somebody else', person('stranger'), false],
  ])('%s', (_, actor, may) => expect(mayTell(reported, actor)).toBe(may));

  test('whoever reported it, as a person', () => {
    const by = (reporter: Actor): State => ({ ...reported, report: { ...reported.report, reporter } });
    expect(mayTell(by(person('stranger')), person('stranger'))).toBe(true);
    expect(mayTell(by({ kind: 'integration', id: 'stranger' }), person('stranger'))).toBe(false);
    expect(mayTell(by(person('stranger')), person('another'))).toBe(false);
  });

  test('whoever is called, though they hold no post any more', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    const called = Object.values(story.state.mobilisation.bodies).flatMap(({ people }) =>
      callEntries(people).map(([id]) => id),
    );
    const state = { ...story.state, basis: { ...story.state.basis, holders: {} } };
    expect(called).not.toEqual([]);
    for (const id of called) expect(mayTell(state, person(id))).toBe(true);
    expect(mayTell(state, person('stranger'))).toBe(false);
  });
});

describe('the worse of two values', () => {
  const plan = structuredClone(BASIS.plan);
  plan.facts = [
    { id: 'users', type: 'number' },
    { id: 'lost', type: 'boolean' },
    { id: 'backup', type: 'boolean' },
    { id: 'unasked', type: 'boolean' },
    { id: 'scope', type: 'choice', options: ['one', 'some', 'all'] },
  ];
  plan.criteria = [
    {
      id: 'c',
      incidentLevel: 'critical',
      when: {
        any: [
          { all: [{ fact: 'lost', is: true }] },
          {
            count: 1,
            of: [
              { fact: 'backup', is: false },
              { fact: 'lost', is: true },
            ],
          },
        ],
      },
    },
  ];
  plan.responseRules = [];

  test.each<[string, FactValue, FactValue, FactValue]>([
    ['users', 5, 6, 6],
    ['users', 6, 5, 6],
    ['lost', false, true, true],
    ['lost', true, false, true],
    ['backup', true, false, false],
    ['backup', false, true, false],
    ['unasked', false, true, true],
    ['unasked', true, false, true],
    ['scope', 'one', 'some', 'some'],
    ['scope', 'all', 'some', 'all'],
  ])('of %s: %s and %s → %s', (fact, before, told, worst) => {
    expect(worse(plan, { [fact]: before }, { [fact]: told })).toEqual({ [fact]: worst });
  });

  test('is the one that is known, and what the plan cannot read is left out', () => {
    expect(worse(plan, { users: 1 }, { scope: 'all', lost: 'yes', weather: 3 })).toEqual({ users: 1, scope: 'all' });
  });
});

describe('the choice for a post of command', () => {
  const state = (away: string[], engaged: string[]): State => {
    const { state } = new Story();
    const gone = [{ from: START, until: START + HOUR }];
    const people = Object.fromEntries(away.map((id) => [id, { away: gone }]));
    return { ...state, basis: { ...state.basis, people }, command: { ...state.command, engaged } };
  };
  const of = (away: string[], engaged: string[], at = START) => choose(state(away, engaged), ['a', 'b', 'c'], at);

  test('is the first who is free; those passed over are told with why', () => {
    expect(of([], [])).toEqual({ person: 'a', passedOver: [] });
    expect(of(['a'], ['b'])).toEqual({
      person: 'c',
      passedOver: [
        { person: 'a', why: 'away' },
        { person: 'b', why: 'commandsElsewhere' },
      ],
    });
  });

  test('is one who commands elsewhere before one who is away, and the first of those who are', () => {
    expect(of(['a', 'c'], ['b'])).toEqual({ person: 'b', passedOver: [{ person: 'a', why: 'away' }] });
    expect(of(['a', 'b', 'c'], [])).toEqual({ person: 'a', passedOver: [] });
    expect(choose(state([], []), [], START)).toBeUndefined();
  });

  test('somebody is away from the first moment to the last, and not before or after', () => {
    const who = (at: number) => of(['a'], [], at)?.person;
    expect([who(START - 1), who(START), who(START + HOUR - 1), who(START + HOUR)]).toEqual(['a', 'b', 'b', 'a']);
  });
});

test('what is refused for want of authority names the posts that the person holds', () => {
  const { state } = new Story();
  const held = Object.keys(state.basis.holders).filter((post) => state.basis.holders[post]!.includes('gao-yang'));
  expect(authorityOf(state, { kind: 'person', id: 'gao-yang' }, ['commander'])).toMatchObject({
    code: 'not_authorised',
    found: { posts: held },
    needed: { posts: ['commander'] },
  });
});
