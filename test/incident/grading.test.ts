import type { Decision } from '../../src/domain/incident/index.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, Story } from './story.js';

const confirmed = (more: object = {}): Decision => ({ type: 'verify', outcome: 'confirmed', reason: 'seen', ...more });
const change = (level: string, more: object = {}): Decision => ({
  type: 'changeLevel',
  level,
  reason: 'worse',
  ...more,
});
const responding = (level = 'L2') => {
  const story = new Story();
  story.says('lin-wei', confirmAt(level));
  return story;
};
const fact = (values: Record<string, number | boolean>): Decision => ({
  type: 'addFact',
  values,
  source: 'dashboard',
  confidence: 'confirmed',
});

describe('a confirmation', () => {
  test('that says only how bad it is responds at the level that goes with it', () => {
    const story = new Story();
    story.says('lin-wei', confirmed({ incidentLevel: 'serious' }));
    expect(story.state.grading).toMatchObject({ incidentLevel: 'serious', level: 'L2', reason: 'seen' });
  });

  test('that says only the level takes the incident level that goes with it', () => {
    const story = new Story();
    story.says('lin-wei', confirmed({ level: 'L1' }));
    expect(story.state.grading).toMatchObject({ incidentLevel: 'critical', level: 'L1' });
  });

  test('that says neither takes what the criteria propose, and is refused where they propose nothing', () => {
    const story = new Story({ facts: { usersAffected: 5_000 } });
    story.says('lin-wei', confirmed());
    expect(story.state.grading).toMatchObject({ incidentLevel: 'serious', level: 'L2' });
    expect(refusalOf(new Story().says('lin-wei', confirmed()))).toMatchObject({
      code: 'level_required',
      needed: { levels: ['L1', 'L2', 'L3'] },
    });
  });

  test('that says how bad it is keeps the stronger of the level that goes with it and what a rule raises to', () => {
    const basis = structuredClone(BASIS);
    basis.plan.criteria = basis.plan.criteria.filter(({ id }) => id !== 'lostData');
    basis.plan.responseRules = [{ id: 'lost', atLeast: 'L2', when: { fact: 'dataLost', is: true } }];
    const at = (incidentLevel: string) => {
      const story = new Story({ facts: { dataLost: true } }, basis);
      story.says('lin-wei', confirmed({ incidentLevel }));
      return story.state.grading;
    };
    expect(at('minor')).toMatchObject({ incidentLevel: 'minor', level: 'L2' });
    expect(at('critical')).toMatchObject({ incidentLevel: 'critical', level: 'L1' });
  });

  test('at a level that goes with no incident level has to say how bad it is', () => {
    const basis = structuredClone(BASIS);
    basis.plan.incidentLevels = basis.plan.incidentLevels.filter(({ level }) => level !== 'L1');
    const story = new Story({}, basis);
    expect(refusalOf(story.says('lin-wei', confirmed({ level: 'L1' })))).toMatchObject({ code: 'level_required' });
    story.says('lin-wei', confirmed({ level: 'L1', incidentLevel: 'serious' }));
    expect(story.state.grading).toMatchObject({ incidentLevel: 'serious', level: 'L1' });
  });

  test('may differ from what the criteria propose', () => {
    const story = new Story({ facts: { usersAffected: 5_000 } });
    story.says('lin-wei', confirmed({ incidentLevel: 'minor', level: 'L1' }));
    expect(story.state.grading).toMatchObject({ incidentLevel: 'minor', level: 'L1' });
  });

  test('of levels that the plan does not know names those that it does', () => {
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', confirmed({ level: 'L9' })))).toMatchObject({
      code: 'unknown_level',
      found: { level: 'L9' },
      needed: { levels: ['L1', 'L2', 'L3'] },
    });
    expect(refusalOf(story.says('lin-wei', confirmed({ incidentLevel: 'odd' })))).toMatchObject({
      code: 'unknown_incident_level',
      found: { incidentLevel: 'odd' },
      needed: { incidentLevels: ['critical', 'serious', 'minor'] },
    });
  });
});

describe('a change of level', () => {
  test('takes the authority of the higher of both, up and down', () => {
    const story = responding('L2');
    const asked = refusalOf(story.says('chen-jing', change('L1')));
    expect(asked).toMatchObject({ code: 'not_authorised', needed: { posts: ['commander'] } });
    expect(refusalOf(story.says('chen-jing', change('L3')))).toBeUndefined();
    story.says('lin-wei', change('L1'));
    expect(refusalOf(story.says('chen-jing', change('L3')))).toMatchObject({ needed: { posts: ['commander'] } });
  });

  test('keeps how bad it is unless that is said, and its reason', () => {
    const story = responding('L2');
    expect(story.says('lin-wei', change('L1'))[0]).toMatchObject({
      type: 'levelChanged',
      from: 'L2',
      to: 'L1',
      incidentLevel: 'serious',
      texts: { reason: 'worse' },
    });
    expect(story.state.grading).toMatchObject({ incidentLevel: 'serious', level: 'L1', reason: 'worse' });
    story.says('lin-wei', change('L1', { incidentLevel: 'critical' }));
    expect(story.state.grading).toMatchObject({ incidentLevel: 'critical', level: 'L1' });
  });

  test('is refused where it changes nothing, says nothing, or names what there is not', () => {
    const story = responding('L2');
    expect(refusalOf(story.says('lin-wei', change('L2')))).toMatchObject({ code: 'no_change', found: { level: 'L2' } });
    expect(refusalOf(story.says('lin-wei', change('L1', { reason: ' ' })))).toMatchObject({ code: 'reason_required' });
    expect(refusalOf(story.says('lin-wei', change('L1', { incidentLevel: 'odd' })))).toMatchObject({
      code: 'unknown_incident_level',
    });
  });

  test('that would change nothing is refused for want of authority first', () => {
    expect(refusalOf(responding('L2').says('gao-yang', change('L2')))).toMatchObject({ code: 'not_authorised' });
  });

  test('is possible only while the response runs', () => {
    const phases = { code: 'wrong_phase', needed: { phases: ['responding'] } };
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', raiseTo('L1')))).toMatchObject({ ...phases, found: { phase: 'reported' } });
    story.says('lin-wei', confirmAt('L3'));
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
    story.says('lin-wei', confirmEnd);
    expect(refusalOf(story.says('lin-wei', raiseTo('L1')))).toMatchObject({ ...phases, found: { phase: 'aftermath' } });
  });
});

test('a move to another version is the latest reason that notices tell', () => {
  const story = responding();
  story.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: 'it names the press' });
  expect(story.state.grading.reason).toBe('it names the press');
});

describe('the plan by itself', () => {
  const automatic = (...levels: string[]) => startedAt({ level: 'L3', incidentLevel: 'critical' }, levels);
  const startedAt = (at: object, levels: string[]) => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.automatic = levels;
    const story = new Story({}, basis);
    story.says('lin-wei', confirmed(at));
    return story;
  };
  const rises = (story: Story) => story.all('levelChanged').map(({ from, to }) => [from, to]);

  test('makes an incident as bad as the criteria say, where nobody said worse', () => {
    const story = startedAt({ level: 'L3', incidentLevel: 'minor' }, ['L2']);
    story.says('zhao-lei', fact({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L2', incidentLevel: 'serious' });
  });

  test('lowers nothing, and says nothing again', () => {
    const story = startedAt({ level: 'L1' }, ['L1', 'L2', 'L3']);
    story.says('zhao-lei', fact({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L1', proposal: { level: 'L2' } });
    story.says('zhao-lei', fact({ dataLost: true }));
    expect(story.state.grading).toMatchObject({ level: 'L1', proposal: { level: 'L1' } });
    expect(rises(story)).toEqual([]);
  });

  test('raises the level, never makes an incident less bad than a person said, and has no reason of a person', () => {
    const story = automatic('L2');
    story.says('zhao-lei', fact({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L2', incidentLevel: 'critical' });
    expect(story.state.grading.reason).toBeUndefined();
  });

  test('raises nothing for want of knowledge, even where the mildest incident asks for more than is done', () => {
    const basis = structuredClone(BASIS);
    basis.plan.incidentLevels = [
      { id: 'critical', level: 'L1' },
      { id: 'serious', level: 'L2' },
    ];
    basis.plan.verification.automatic = ['L1', 'L2', 'L3'];
    const story = new Story({}, basis);
    story.says('lin-wei', confirmed({ level: 'L3', incidentLevel: 'serious' }));
    story.says('zhao-lei', fact({ dataLost: false }));
    expect(story.all('levelProposed')).toHaveLength(2);
    expect(story.state.grading).toMatchObject({ level: 'L3', proposal: { level: 'L2', hits: [], raises: [] } });
    expect(rises(story)).toEqual([]);
  });

  test('raises to no level that it may not start, and not after the end', () => {
    const story = automatic('L1');
    story.says('zhao-lei', fact({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L3', proposal: { level: 'L2' } });
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
    story.says('lin-wei', confirmEnd);
    story.says('zhao-lei', fact({ dataLost: true }));
    expect(story.state.grading).toMatchObject({ level: 'L3', proposal: { level: 'L1' } });
  });
});

test.each<[string, string | undefined, object]>([
  ['at the level that it names', 'L2', { level: 'L2', incidentLevel: 'serious' }],
  ['as the mildest incident where none goes with that level', 'L4', { level: 'L4', incidentLevel: 'minor' }],
  ['at the mildest where it names none', undefined, { level: 'L4', incidentLevel: 'minor' }],
])('a report that nobody verifies in time runs %s', (_, provisionalLevel, levels) => {
  const basis = structuredClone(BASIS);
  basis.plan.levels.push({ id: 'L4', decidedBy: ['commander'] });
  basis.plan.verification.timeBox = [{ within: 30 * MINUTE }];
  basis.plan.verification.onTimeout = {
    do: 'treatAsReal',
    ...(provisionalLevel === undefined ? {} : { provisionalLevel }),
  };
  const story = new Story({}, basis);
  story.passes(60 * MINUTE);
  expect(story.state.grading).toMatchObject(levels);
});

test('a report is not treated as real by a version of the plan that does not say so; everybody in command is told', () => {
  const basis = structuredClone(BASIS);
  basis.plan.verification.timeBox = [{ within: 30 * MINUTE }];
  basis.plan.verification.onTimeout = { do: 'treatAsReal' };
  const story = new Story({}, basis);
  story.passes(30 * MINUTE);
  expect(story.all('verificationOverdue')).toMatchObject([{ then: 'treatAsReal' }]);
  story.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: 'nothing runs by itself any more' });
  const events = story.passes(2 * MINUTE);
  expect(events.find(({ type }) => type === 'verificationEscalated')).toMatchObject({
    people: ['lin-wei', 'chen-jing'],
  });
  expect(story.state.phase).toBe('reported');
});
