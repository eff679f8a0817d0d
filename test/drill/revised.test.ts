import { describe, expect, test } from '@jest/globals';
import { buildDrillScheme } from '../../src/documents/drill/scheme.js';
import { readDrillDecision } from '../../src/domain/drill/index.js';
import type { DrillEvent } from '../../src/domain/drill/index.js';
import { nameIn } from '../../src/domain/lang.js';
import { DAY } from '../../src/domain/time.js';
import { drillOn } from '../documents/drillStory.js';
import { wordsOf } from '../documents/fixtures.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  OBSERVER,
  refusalOf,
  running,
  SAFETY,
  SCENARIO,
  START,
  Story,
  told,
  TODAY,
} from './story.js';

/** Handed in, and given back. */
function returned(): Story {
  const story = new Story({ rules: { ...TODAY, approvers: [APPROVER, OBSERVER] }, plannedAt: START + DAY });
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'giveBack', remarks: 'who is safety officer?' });
  return story;
}

describe('a scheme that was returned', () => {
  test('is changed in people, pace, time and who is simulated, and approved as it is then', () => {
    const story = returned();
    const simulateAbsent = { seed: 3, people: [ENGINEER] };
    story.says(DIRECTOR, {
      ...{ type: 'revise', roles: { safety: ['xie-ting'], players: [COMMANDER, ENGINEER, 'he-zhe'] } },
      ...{ pace: 60, plannedAt: START + 3 * DAY, simulateAbsent, departments: { 'he-zhe': ['engineer'] } },
    });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    expect(story.state).toMatchObject({
      ...{ status: 'ready', pace: 60, plannedAt: START + 3 * DAY, simulateAbsent },
      roles: { director: DIRECTOR, controllers: [CONTROLLER], safety: ['xie-ting'], evaluators: [EVALUATOR] },
    });
    expect(told(story)['distributed']).toEqual(expect.arrayContaining(['xie-ting', 'he-zhe']));
    expect(told(story)['distributed']).not.toContain(SAFETY);
    story.passes(3 * DAY);
    story.settles();
    story.passes(1_000);
    // Whoever came later is known by post.
    expect(told(story)['inject']).toContain('he-zhe');
  });

  test('begins when the director says so, and simulates nobody, where that is asked for', () => {
    const story = new Story({
      rules: TODAY,
      ...{ plannedAt: START + DAY, simulateAbsent: { seed: 1, people: [ENGINEER] } },
    });
    story.says(DIRECTOR, { type: 'revise', plannedAt: null, simulateAbsent: null });
    expect(story.state).not.toHaveProperty('plannedAt');
    expect(story.state).not.toHaveProperty('simulateAbsent');
    expect(story.all('schemeRevised')).toMatchObject([{ plannedAt: null, simulateAbsent: null }]);
  });

  test('is not changed by others, into nothing new, or to an odd pace', () => {
    const story = returned();
    expect(refusalOf(story.says(COMMANDER, { type: 'revise', pace: 2 }))).toBe('not_authorised');
    expect(refusalOf(story.says(DIRECTOR, { type: 'revise', pace: 1, roles: { safety: [SAFETY] } }))).toBe('no_change');
    expect(refusalOf(story.says(DIRECTOR, { type: 'revise', pace: 9_999 }))).toBe('pace_out_of_range');
  });
});

describe('a scheme that is approved', () => {
  test('is postponed, or gets another evaluator, by being approved anew; whoever was given it hears that it holds no more', () => {
    const story = new Story({ rules: TODAY, plannedAt: START + DAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    story.says(DIRECTOR, { type: 'revise', plannedAt: START + 3 * DAY, roles: { evaluators: ['he-zhe'] } });
    expect(story.state).toMatchObject({ status: 'drafting', plannedAt: START + 3 * DAY });
    // Whoever is left out now has it too, and whoever comes new has nothing that could hold no more.
    expect(told(story)['schemeChanged']).toEqual(expect.arrayContaining([DIRECTOR, COMMANDER, ENGINEER, EVALUATOR]));
    expect(told(story)['schemeChanged']).not.toContain('he-zhe');
    expect(story.state.papers).toEqual([]);
    story.settles();
    story.passes(2 * DAY);
    expect(story.all('startAsked')).toEqual([]);
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    expect(told(story)['distributed']).toEqual(expect.arrayContaining([COMMANDER, 'he-zhe']));
    story.passes(DAY);
    expect(story.all('startAsked')).toHaveLength(1);
  });

  test('is not changed any more once it has begun', () => {
    const story = running({ rules: TODAY });
    expect(refusalOf(story.says(DIRECTOR, { type: 'revise', pace: 2 }))).toBe('wrong_status');
  });
});

test('of a drill that is not announced nobody who only plays hears anything before it begins', () => {
  const story = new Story({ rules: TODAY, scenario: { ...SCENARIO, unannounced: true } });
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  expect(told(story)['distributed']).toEqual([DIRECTOR, CONTROLLER, EVALUATOR, SAFETY, OBSERVER]);
  story.says(DIRECTOR, { type: 'revise', pace: 2 });
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
  const before = story.state.effects.flatMap((effect) => (effect.kind === 'tell' ? effect.to : []));
  expect(before).not.toContain(COMMANDER);
  expect(before).not.toContain(ENGINEER);
  story.settles();
  expect(told(story)['begins']).toEqual(expect.arrayContaining([COMMANDER, ENGINEER]));
});

describe('a scheme that is before command', () => {
  test('is taken back by a change: nobody approves what they have not read', () => {
    const story = new Story({ rules: TODAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(DIRECTOR, { type: 'revise', pace: 10 });
    expect(refusalOf(story.says(APPROVER, { type: 'approve' }))).toBe('wrong_status');
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    expect(story.state).toMatchObject({ status: 'ready', pace: 10 });
  });

  test('is not approved by whoever has changed it, nor by the operator who has', () => {
    const story = new Story({
      rules: { ...TODAY, approvers: [DIRECTOR, APPROVER] },
      by: { actor: { kind: 'system' }, via: 'system', requestId: 'r0' },
    });
    story.says(DIRECTOR, { type: 'revise', pace: 10 });
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(told(story)['schemeToApprove']).toEqual([APPROVER]);
    const [own] = story.says(DIRECTOR, { type: 'approve' });
    expect(own).toMatchObject({ code: 'own_scheme', needed: { people: [APPROVER] } });
    const operator = { actor: { kind: 'operator' } } as const;
    story.says('', { type: 'revise', pace: 20 }, operator);
    story.says('', { type: 'submitScheme' }, operator);
    expect(refusalOf(story.says('', { type: 'approve' }, operator))).toBe('own_scheme');
  });
});

test('its papers are those of the changed scheme, and say who has changed it', () => {
  const drafted = drillOn('ransomware', 'drafted');
  const [{ event: first }] = drafted.recorded as [(typeof drafted.recorded)[number]];
  if (first.type !== 'schemeDrafted') throw new Error('not the draft');
  const { director, players } = first.roles;
  const safety = players.at(-1)!;
  const name = drafted.people.find(({ id }) => id === safety)!.name;
  const words = (input: typeof drafted) => wordsOf(buildDrillScheme(input, 'zh-CN', 'players'));
  const revised: DrillEvent = {
    ...{ seq: 2, at: first.at, actor: { kind: 'person', id: director }, via: 'api', type: 'schemeRevised' },
    roles: { ...first.roles, safety: [safety], players: players.slice(0, -1) },
    plannedAt: Date.UTC(2027, 0, 4, 2),
  };
  const changed = words({ ...drafted, recorded: [...drafted.recorded, { event: revised, hash: 'h' }] });
  expect(changed).toContain('2027-01-04');
  expect(changed).toContain('修改');
  expect(changed.split(nameIn(name, 'zh-CN')).length).not.toBe(words(drafted).split(nameIn(name, 'zh-CN')).length);
});

test('any JSON is read as a change, or as what it lacks', () => {
  const head = { requestId: 'r', actor: { kind: 'operator' }, via: 'api' };
  const read = (more: object) => readDrillDecision({ ...head, type: 'revise', ...more });
  const all = {
    ...{ roles: { director: 'a', players: ['b'] }, pace: 2, plannedAt: null },
    ...{ simulateAbsent: { seed: 1, people: ['b'] }, departments: { b: ['engineer'] } },
  };
  expect(read(all)).toMatchObject({ type: 'revise', ...all });
  expect(read({ roles: { players: 'b' } })).toMatchObject({ field: 'players' });
  expect(read({ simulateAbsent: {} })).toMatchObject({ field: 'seed' });
  expect(read({ departments: { b: 'engineer' } })).toMatchObject({ field: 'b' });
  expect(read({ plannedAt: 'soon' })).toMatchObject({ field: 'plannedAt' });
});

test('whoever stands in approves what all of them have written who usually do', () => {
  const story = new Story({ rules: { ...TODAY, approvers: [DIRECTOR], approversElse: [OBSERVER] } });
  story.says(DIRECTOR, { type: 'revise', pace: 30 });
  story.says(DIRECTOR, { type: 'submitScheme' });
  expect(told(story)['schemeToApprove']).toEqual([OBSERVER]);
  const [own] = story.says(DIRECTOR, { type: 'approve' });
  expect(own).toMatchObject({ code: 'own_scheme', needed: { people: [OBSERVER] } });
  story.says(OBSERVER, { type: 'approve' });
  expect(story.state.status).toBe('ready');

  const written = new Story({ rules: { ...TODAY, approversElse: [OBSERVER] } });
  written.says(DIRECTOR, { type: 'submitScheme' });
  expect(refusalOf(written.says(OBSERVER, { type: 'approve' }))).toBe('not_authorised');
});
