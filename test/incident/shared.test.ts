import { authorityOf, postsFor } from '../../src/domain/incident/authority.js';
import { choose, commanders, holdersOf } from '../../src/domain/incident/availability.js';
import { callEntries } from '../../src/domain/incident/calls.js';
import { isContested, knownFactsWithSource } from '../../src/domain/incident/index.js';
import type { Actor, Decision, State } from '../../src/domain/incident/index.js';
import { mayTell } from '../../src/domain/incident/mayTell.js';
import { worse } from '../../src/domain/incident/worse.js';
import type { FactValue } from '../../src/domain/plan/condition.js';
import { HOUR } from '../../src/domain/time.js';
import { countedBasis } from './quorumPlan.js';
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
    { id: 'alone', type: 'boolean' },
    { id: 'unasked', type: 'boolean' },
    { id: 'scope', type: 'choice', options: ['one', 'some', 'all'] },
  ];
  plan.criteria = [
    {
      id: 'c',
      incidentLevel: 'critical',
      when: {
        any: [
          {
            all: [
              { fact: 'lost', is: true },
              { fact: 'alone', is: false },
            ],
          },
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
    ['alone', true, false, false],
    ['alone', false, true, false],
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

test('a program that has the name of somebody in command has no authority', () => {
  const refused = authorityOf(new Story().state, { kind: 'integration', id: 'lin-wei' }, ['commander']);
  expect(refused).toMatchObject({ code: 'not_authorised', found: { posts: [] } });
});

test('a rule of authority for some levels holds at these, not at others, and not before a level is decided', () => {
  const { state } = new Story();
  const { plan } = structuredClone(BASIS);
  plan.authority.close = [{ posts: ['commander'] }, { posts: ['commander', 'deputy'], levels: ['L2', 'L3'] }];
  const at = (grading: State['grading']) => postsFor({ ...state, basis: { ...state.basis, plan }, grading }, 'close');
  expect(at({})).toEqual(['commander']);
  expect(at({ level: 'L1' })).toEqual(['commander']);
  expect(at({ level: 'L3' })).toEqual(['commander', 'deputy']);
});

test('a post that the roster does not name has no holders, and nobody of it commands', () => {
  const { state } = new Story({}, { ...BASIS, holders: { commander: ['lin-wei'] } });
  expect(holdersOf(state, 'duty')).toEqual([]);
  expect(commanders(state)).toEqual(['lin-wei']);
});

test('whoever another incident holds does not count for a team, though they come', () => {
  const come = (contested: string[]) => {
    const story = new Story({}, countedBasis());
    story.says('lin-wei', confirmAt('L3'));
    for (const { effect } of Object.values(story.state.effects.pending)) {
      if (effect.kind !== 'claim') continue;
      const held = contested.filter((person) => effect.people.includes(person));
      story.hears({
        requestId: '',
        actor: { kind: 'system' },
        via: 'system',
        type: 'claimed',
        effectId: effect.id,
        contested: held.map((person) => ({ person, heldBy: 'i-2', role: 'team' })),
        shared: [],
      });
    }
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) story.says(person, { type: 'acknowledge', person });
    return story;
  };
  expect(come([]).all('quorumReached')).toHaveLength(1);
  const without = come(['qian-rong']);
  expect(without.all('quorumReached')).toEqual([]);
  expect(['qian-rong', 'zhao-lei'].map((person) => isContested(without.state, person))).toEqual([true, false]);
});

describe('where a fact is known from', () => {
  const absorb: Decision = {
    type: 'absorb',
    from: 'i-9',
    mode: 'real',
    reporter: { kind: 'person', id: 'he-zhe' },
    reportedAt: START,
    facts: { usersAffected: 5_000 },
    texts: { title: 'Refunds fail', place: 'back office' },
  };
  const seqOf = (state: State) => knownFactsWithSource(state).map(({ seq }) => seq);

  test('is who said the worst value last, though the first report had said the same before it was corrected', () => {
    const story = new Story({ facts: { usersAffected: 5_000 } });
    const values = { usersAffected: 10 };
    story.says('zhao-lei', { type: 'addFact', values, source: 'dashboard', confidence: 'confirmed' });
    const [again] = story.says('lin-wei', absorb);
    expect(seqOf(story.state)).toEqual([again!.seq]);
  });

  test('is the report where an earlier release did not keep it', () => {
    const story = new Story();
    story.says('lin-wei', absorb);
    const { saidIn: _, ...merging } = story.state.merging;
    expect(seqOf({ ...story.state, merging })).toEqual([1]);
  });
});
