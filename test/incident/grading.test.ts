import type { Decision } from '../../src/domain/incident/index.js';
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

  test('is possible only while the response runs', () => {
    const phases = { needed: { phases: ['responding'] } };
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', raiseTo('L1')))).toMatchObject({ ...phases, found: { phase: 'reported' } });
    story.says('lin-wei', confirmAt('L3'));
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
    story.says('lin-wei', confirmEnd);
    expect(refusalOf(story.says('lin-wei', raiseTo('L1')))).toMatchObject({ ...phases, found: { phase: 'aftermath' } });
  });
});

describe('the plan by itself', () => {
  const automatic = (...levels: string[]) => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.automatic = levels;
    const story = new Story({}, basis);
    story.says('lin-wei', confirmed({ level: 'L3', incidentLevel: 'critical' }));
    return story;
  };

  test('raises the level, never makes an incident less bad than a person said, and has no reason of a person', () => {
    const story = automatic('L2');
    story.says('zhao-lei', fact({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L2', incidentLevel: 'critical' });
    expect(story.state.grading.reason).toBeUndefined();
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
  ['at the mildest where it names none', undefined, { level: 'L3', incidentLevel: 'minor' }],
])('a report that nobody verifies in time runs %s', (_, provisionalLevel, levels) => {
  const basis = structuredClone(BASIS);
  basis.plan.verification.timeBox = [{ within: 30 * MINUTE }];
  basis.plan.verification.onTimeout = {
    do: 'treatAsReal',
    ...(provisionalLevel === undefined ? {} : { provisionalLevel }),
  };
  const story = new Story({}, basis);
  story.passes(60 * MINUTE);
  expect(story.state.grading).toMatchObject(levels);
});
