import type { Decision } from '../../src/domain/incident/index.js';
import { BASIS, confirmAt, MINUTE, refusalOf, Story, told } from './story.js';

const verify = (outcome: 'standby' | 'rejected', reason = 'a slow disk'): Decision => ({
  type: 'verify',
  outcome,
  reason,
});
const confirmed = (more: object = {}): Decision => ({ type: 'verify', outcome: 'confirmed', reason: 'seen', ...more });
/** Treated as real at level 1 by the plan itself. */
const running = () => {
  const basis = structuredClone(BASIS);
  basis.plan.verification.automatic = ['L1'];
  return new Story({ facts: { dataLost: true } }, basis);
};
const pressed = (story: Story) => Object.keys(told(story.passes(240 * MINUTE))).filter((name) => /verif/i.test(name));

describe('whoever verifies', () => {
  test.each<[Decision, string[]]>([
    [verify('standby'), ['commander', 'deputy', 'duty']],
    [verify('rejected'), ['commander', 'deputy']],
    [confirmed({ level: 'L1' }), ['commander']],
  ])('must have the authority that the plan asks for: %j', (decision, posts) => {
    const refused = new Story().says('zhao-lei', decision);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ type: 'refused', code: 'not_authorised', needed: { posts } });
    expect(refused[0]).not.toHaveProperty('texts');
  });

  test.each<[Decision, object]>([
    [verify('standby'), { outcome: 'standby', reason: 'a slow disk' }],
    [verify('rejected'), { outcome: 'rejected', reason: 'a slow disk' }],
    [confirmed({ level: 'L3' }), { outcome: 'confirmed', reason: 'seen' }],
  ])('leaves name, time and reason: %j', (decision, standing) => {
    const story = new Story();
    story.says('lin-wei', decision);
    expect(story.state.verification).toMatchObject({
      ...standing,
      by: { kind: 'person', id: 'lin-wei' },
      at: story.at,
    });
  });

  test('rejects what nothing was done about: there is nothing to take back', () => {
    expect(new Story().says('lin-wei', verify('rejected'))[0]).not.toHaveProperty('from');
  });

  test('hears in which phases it is possible', () => {
    expect(refusalOf(running().says('lin-wei', verify('standby')))).toMatchObject({
      found: { phase: 'responding' },
      needed: { phases: ['reported', 'standby'] },
    });
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    expect(refusalOf(story.says('lin-wei', verify('rejected')))).toMatchObject({
      found: { phase: 'responding' },
      needed: { phases: ['reported', 'standby'] },
    });
  });
});

describe('nobody is pressed for a decision any more', () => {
  test.each<[string, (story: Story) => void]>([
    ['after a rejection', (story) => story.says('lin-wei', verify('rejected'))],
    [
      'after a merger',
      (story) => {
        story.says('lin-wei', { type: 'merge', into: 'i-5', reason: 'the same' });
        story.delivers();
      },
    ],
  ])('%s', (_, end) => {
    const story = new Story();
    end(story);
    expect(pressed(story)).toEqual([]);
  });
});

describe('a report that runs already', () => {
  test('is confirmed as worse than it was taken for, at the same level', () => {
    const basis = structuredClone(BASIS);
    basis.plan.incidentLevels.splice(1, 0, { id: 'grave', level: 'L1' });
    basis.plan.verification.automatic = ['L1'];
    const story = new Story({ facts: { dataLost: true } }, basis);
    const events = story.says('lin-wei', confirmed({ incidentLevel: 'grave' }));
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'confirmed', provisional: true, incidentLevel: 'critical' },
      { type: 'levelChanged', from: 'L1', to: 'L1', incidentLevel: 'grave' },
    ]);
  });

  test('is confirmed without a word about levels: it keeps both', () => {
    const story = running();
    expect(story.says('lin-wei', confirmed()).map(({ type }) => type)).toEqual(['confirmed']);
    expect(story.state.grading).toMatchObject({ level: 'L1', incidentLevel: 'critical', reason: 'seen' });
  });

  test('keeps what the criteria proposed', () => {
    const story = running();
    expect(story.state.grading.proposal).toMatchObject({ level: 'L1', incidentLevel: 'critical' });
    expect(story.all('treatedAsReal')[0]!.proposed).toEqual(story.state.grading.proposal);
  });
});

describe('standby', () => {
  test('ends by itself when a fact comes in for which the plan starts by itself', () => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.automatic = ['L1'];
    const story = new Story({}, basis);
    story.says('lin-wei', verify('standby'));
    story.says('zhao-lei', { type: 'addFact', values: { dataLost: true }, source: 'audit', confidence: 'confirmed' });
    expect(story.all('treatedAsReal')).toMatchObject([{ why: 'automatic', level: 'L1' }]);
    expect(story.state.phase).toBe('responding');
  });

  test('forewarns nobody where the plan names no team', () => {
    const story = new Story();
    expect(story.says('lin-wei', verify('standby')).map(({ type }) => type)).not.toContain('forewarned');
  });

  test('names the team for which each is forewarned', () => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.standby = { teams: ['publicity'], reverifyAfter: 60 * MINUTE };
    const story = new Story({}, basis);
    story.says('lin-wei', verify('standby'));
    expect(story.all('forewarned')[0]).toMatchObject({
      calls: [{ target: { kind: 'team', id: 'publicity' }, people: ['gao-yang'] }],
    });
  });
});
