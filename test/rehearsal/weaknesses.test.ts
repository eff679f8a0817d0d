import { reportOn } from '../../src/rehearsal/index.js';
import type { Weakness } from '../../src/rehearsal/index.js';
import { HOUR } from '../../src/domain/time.js';
import { given, givenHospital, rehearse } from './given.js';
import type { Files } from './given.js';
import { WEAKENED } from './weakPlan.js';

const RUNS = 16;

function found(scenario: string, change?: (files: Files) => void): Weakness[] {
  // Many stay away, so that what hangs on one person shows.
  const rehearsed = given(scenario, change, { absent: 0.3 });
  return reportOn(rehearsed, rehearse(rehearsed, RUNS)).weaknesses;
}

const CASES: [what: string, change: (files: Files) => void, expected: object][] = [
  [
    'a team without substitutes',
    WEAKENED.team_without_substitutes,
    { code: 'team_without_substitutes', team: 'publicity' },
  ],
  [
    'a post without a deputy',
    WEAKENED.post_without_deputy,
    { code: 'post_without_deputy', post: 'legal-counsel', person: 'cheng-xue' },
  ],
  [
    'a time box that is longer than a legal limit',
    WEAKENED.time_box_beyond_limit,
    { code: 'time_box_beyond_limit', obligation: 'D-04', timeBox: 5 * HOUR, limit: 4 * HOUR },
  ],
  ['an item too few', WEAKENED.item_short, { code: 'item_short', resource: 'clean-laptops', missing: 1 }],
  [
    'a task that nobody owns',
    WEAKENED.task_without_owner,
    { code: 'task_without_owner', task: 'log', post: 'archivist' },
  ],
];

test.each(CASES)('%s is named, and nothing else', (_, change, expected) => {
  const weaknesses = found('ransomware', change);
  expect(weaknesses).toEqual([{ ...expected, harm: expect.objectContaining({ of: RUNS }) as object }]);
});

test.each(['ransomware', 'authority-order', 'supplier-outage'])('the default plan has none of them: %s', (scenario) => {
  expect(found(scenario)).toEqual([]);
});

describe('on another plan', () => {
  const SHIFT_CHANGE = 'record-gone-at-shift-change';
  const inHospital = (change?: (files: Files) => void): Weakness[] => {
    const rehearsed = givenHospital(SHIFT_CHANGE, change, { absent: 0.3 });
    return reportOn(rehearsed, rehearse(rehearsed, RUNS)).weaknesses;
  };

  test('what hangs on one person is found, and gone with a second one', () => {
    const alone = inHospital().map((one) => one.code === 'post_without_deputy' && [one.post, one.person]);
    expect(alone.sort()).toEqual([
      ['clinical-safety-officer', 'priya-nair'],
      ['information-governance-lead', 'liam-walsh'],
    ]);
    const helped = inHospital(({ roster }) => {
      roster.holders['clinical-safety-officer']!.push('nora-byrne');
      roster.holders['information-governance-lead']!.push('helen-doyle');
    });
    expect(helped).toEqual([]);
  });

  test('a task that nobody owns and a team without substitutes are found', () => {
    const found = inHospital(({ plan, roster }) => {
      plan.mobilisation.find(({ team }) => team === 'it-operations')!.headcount = 2;
      roster.holders['systems-analyst'] = [];
    });
    expect(found).toContainEqual(expect.objectContaining({ code: 'team_without_substitutes', team: 'it-operations' }));
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'task_without_owner', task: 'stop-wrong-data', post: 'systems-analyst' }),
    );
  });
});

test('what hangs on one person does harm when that person is away, and only then', () => {
  const change: (files: Files) => void = ({ plan, roster }) => {
    delete plan.posts.find(({ id }) => id === 'security-engineer')!.deputies;
    roster.holders['security-engineer'] = ['cai-ming'];
  };
  const harmOf = (absent: number) => {
    const rehearsed = given('ransomware', change, { absent });
    return reportOn(rehearsed, rehearse(rehearsed, 10)).weaknesses.find(
      (one) => one.code === 'post_without_deputy' && one.post === 'security-engineer',
    )?.harm;
  };
  expect(harmOf(0)).toMatchObject({ count: 0, of: 10 });
  expect(harmOf(0.6)!.count).toBeGreaterThan(2);
});
