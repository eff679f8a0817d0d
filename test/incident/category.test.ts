import type { Decision } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { BASIS, confirmAt, MINUTE, refusalOf, Story, told, endsAnyhow, override } from './story.js';

const change = (category = 'security', reason = 'somebody broke in'): Decision => ({
  type: 'changeCategory',
  category,
  reason,
});

/** The press is called at level 3 only for security, the technical team only for operation; so are two of the tasks. */
function basis(): Basis {
  const changed = structuredClone(BASIS) as Basis;
  const { plan } = changed;
  const task = { phase: 'responding', due: 30 * MINUTE, mandatory: true } as const;
  plan.mobilisation = [
    { team: 'tech', levels: ['L1', 'L2', 'L3'], categories: ['operation'] },
    { team: 'liaison', levels: ['L1', 'L2', 'L3'] },
    { team: 'publicity', levels: ['L1', 'L2', 'L3'], categories: ['security'] },
  ];
  plan.criteria.push({
    id: 'brokenInto',
    incidentLevel: 'critical',
    when: { all: [{ categories: ['security'] }, { fact: 'usersAffected', atLeast: 100 }] },
  });
  plan.tasks = [
    { id: 'restart', ...task, owner: 'techLead', categories: ['operation'] },
    { id: 'isolate', ...task, owner: 'pressLead', categories: ['security'] },
  ];
  return changed;
}

/** The lead of the press decides on level 3, and verifies nothing. */
function withDecider(): Basis {
  const changed = basis();
  changed.plan.levels.find(({ id }) => id === 'L3')!.decidedBy.push('pressLead');
  return changed;
}

function responding(): Story {
  const story = new Story({ facts: { usersAffected: 500 } }, basis());
  story.says('lin-wei', confirmAt('L3'));
  return story;
}

describe('before anybody has verified it', () => {
  test('the criteria of the other category grade it, and whoever verifies is told', () => {
    const story = new Story({ facts: { usersAffected: 500 } }, basis());
    expect(story.state.grading.proposal?.level).toBe('L3');
    const events = story.says('lin-wei', change());
    expect(events[0]).toMatchObject({
      type: 'categoryChanged',
      authority: 'commander',
      from: 'operation',
      to: 'security',
      texts: { reason: 'somebody broke in' },
    });
    expect(story.state.report.category).toBe('security');
    expect(story.state.grading.proposal?.level).toBe('L1');
    expect(told(events)['categoryChanged']).toEqual(['chen-jing']);
    expect(told(events)['call']).toBeUndefined();
  });
});

describe('while it is responded to', () => {
  test('exactly the difference is called and stood down, the tasks follow, and the leads are told', () => {
    const story = responding();
    const events = story.says('lin-wei', change());
    const stoodDown = events.find(({ type }) => type === 'stoodDown');
    expect(stoodDown).toMatchObject({ why: 'categoryChanged', calls: [{ target: { id: 'tech' } }] });
    expect(told(events)['call']).toEqual(['gao-yang']);
    expect(story.state.mobilisation.bodies['team/liaison']).toMatchObject({ status: 'called' });
    expect(story.state.tasks.tasks).toMatchObject({ restart: { status: 'withdrawn' }, isolate: { status: 'open' } });
    expect(new Set(told(events)['categoryChanged'])).toEqual(new Set(['chen-jing', 'zhao-lei', 'zhou-min']));
  });

  test('the reason is quoted to whoever is told', () => {
    const story = responding();
    story.says('lin-wei', change());
    expect(story.state.grading.reason).toBe('somebody broke in');
  });

  test('whoever decides on its level may change it as well, and only now', () => {
    const story = new Story({ facts: { usersAffected: 500 } }, withDecider());
    expect(refusalOf(story.says('gao-yang', change()))).toMatchObject({ code: 'not_authorised' });
    story.says('lin-wei', confirmAt('L3'));
    expect(story.says('gao-yang', change())[0]).toMatchObject({ type: 'categoryChanged', authority: 'pressLead' });
  });

  test('a task that was begun stays', () => {
    const story = responding();
    story.says('zhao-lei', { type: 'task', action: 'start', task: 'restart' });
    story.says('lin-wei', change());
    expect(story.state.tasks.tasks['restart']).toMatchObject({ status: 'started' });
  });

  test('a proposal to end it lapses', () => {
    const story = responding();
    story.says('lin-wei', override);
    const events = story.says('lin-wei', change());
    expect(events).toContainEqual(expect.objectContaining({ type: 'terminationLapsed', why: 'categoryChanged' }));
  });
});

describe('is refused', () => {
  test.each<[string, string, Decision, object]>([
    ['to whoever neither verifies nor decides on the level', 'gao-yang', change(), { code: 'not_authorised' }],
    ['without a reason', 'lin-wei', change('security', ' '), { code: 'reason_required' }],
    [
      'to what the plan does not have',
      'lin-wei',
      change('fire'),
      { code: 'unknown_category', found: { category: 'fire' }, needed: { categories: basis().plan.categories } },
    ],
    [
      'to what it is already',
      'lin-wei',
      change('operation'),
      { code: 'same_category', found: { category: 'operation' } },
    ],
  ])('%s', (_, person, decision, refused) => {
    const story = responding();
    expect(refusalOf(story.says(person, decision))).toMatchObject(refused);
    expect(story.state.report.category).toBe('operation');
  });

  test('after the end', () => {
    const story = responding();
    endsAnyhow(story);
    expect(refusalOf(story.says('lin-wei', change()))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'aftermath' },
      needed: { phases: ['reported', 'standby', 'responding'] },
    });
  });
});
