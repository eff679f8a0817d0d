import type { Basis, TaskRule } from '../../src/domain/plan/compiled.js';
import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import { MINUTE, raiseTo, refusalOf, START, Story, told } from './story.js';
import { add, finish, openedIn, reassign, responding, skip, start, tasksBasis } from './tasksPlan.js';

const task = (story: Story, id: string) => story.state.tasks.tasks[id]!;
const overdue = (events: readonly IncidentEvent[]) =>
  events
    .filter((e): e is EventOf<'tasksOverdue'> => e.type === 'tasksOverdue')
    .map(({ step, at, tell }) => [step, (at - START) / MINUTE, ...tell.map(({ person }) => person)]);
const rule = (id: string, more: Partial<TaskRule> = {}): TaskRule => ({
  id,
  phase: 'responding',
  owner: 'techLead',
  due: 30 * MINUTE,
  mandatory: false,
  ...more,
});
const moveTo = (change: (basis: Basis) => void): Decision => {
  const basis = tasksBasis(change);
  Object.assign(basis.plan, { version: 4, hash: 'c1'.repeat(32) });
  return { type: 'movePlan', basis, reason: 'better' };
};

describe('who hears of a task', () => {
  test('is nobody where nobody holds its post and nobody commands; that it is overdue stays on the record', () => {
    const story = new Story(
      {},
      tasksBasis((basis) => (basis.holders = { engineer: ['sun-yu'] })),
    );
    const events = story.passes(10 * MINUTE);
    expect(overdue(events)).toEqual([['command', 10]]);
    expect(told(events)['tasksEscalated']).toBeUndefined();
  });

  test('is command where the roster does not name its post', () => {
    const story = responding('L3', ({ plan, holders }) => {
      delete holders['pressLead'];
      plan.tasks = [rule('a', { owner: 'pressLead' })];
    });
    expect(told(story.events)['tasksOpened']).toEqual(['lin-wei']);
    expect(overdue(story.passes(30 * MINUTE))).toEqual([['command', 30, 'lin-wei']]);
  });

  test('is command, which may also finish it, where another version of the plan has its post no more', () => {
    const story = responding('L3', ({ plan }) => (plan.tasks = [rule('a', { owner: 'pressLead' })]));
    story.says('gao-yang', start('a'));
    const moved = story.says(
      'lin-wei',
      moveTo(({ plan, holders }) => {
        plan.tasks = [];
        plan.posts = plan.posts.filter(({ id }) => id !== 'pressLead');
        plan.teams = plan.teams.filter(({ id }) => id !== 'publicity');
        plan.mobilisation = plan.mobilisation.filter(({ team }) => team !== 'publicity');
        delete holders['pressLead'];
      }),
    );
    expect(refusalOf(moved)).toBeUndefined();
    expect(overdue(story.passes(30 * MINUTE))).toEqual([['command', 30, 'lin-wei']]);
    expect(refusalOf(story.says('lin-wei', finish('a')))).toBeUndefined();
  });
});

test('before verification, another version that also grades anew opens its tasks once', () => {
  const story = new Story({ facts: { usersAffected: 900 } }, tasksBasis());
  const events = story.says(
    'lin-wei',
    moveTo(({ plan }) => {
      plan.criteria[0]!.when = { fact: 'usersAffected', atLeast: 500 };
      plan.tasks.push(rule('extra', { phase: 'reported', owner: 'duty' }));
    }),
  );
  expect(events.filter(({ type }) => type === 'levelProposed')).toHaveLength(1);
  expect(openedIn(events)).toEqual(['extra']);
  expect(told(events)['tasksOpened']).toEqual(['wang-fang']);
});

describe('a task that was begun', () => {
  test('goes on by its own time, though a higher level asks for something to be done before it', () => {
    const story = responding('L3', ({ plan }) => {
      plan.tasks = [rule('before', { levels: ['L2'] }), rule('a', { after: ['before'] })];
    });
    story.says('zhao-lei', start('a'));
    story.says('lin-wei', raiseTo('L2'));
    expect(task(story, 'before').status).toBe('open');
    expect(task(story, 'a').due).toBe(START + 30 * MINUTE);
    expect(refusalOf(story.says('zhao-lei', finish('a')))).toBeUndefined();
  });
});

describe('a task that waits', () => {
  test('is pressed for no sooner when it is given to somebody else', () => {
    const story = responding('L3', ({ plan }) => (plan.tasks = [rule('a'), rule('b', { after: ['a'] })]));
    story.says('lin-wei', reassign('b', { person: 'sun-yu' }));
    expect(overdue(story.passes(29 * MINUTE))).toEqual([]);
    story.says('zhao-lei', finish('a'));
    expect(overdue(story.passes(40 * MINUTE))[0]).toEqual(['owner', 59, 'sun-yu']);
  });
});

test('of an incident that another has taken over no task is pressed for', () => {
  const story = new Story({}, tasksBasis());
  story.says('lin-wei', { type: 'merge', into: 'i-2', reason: 'the same outage' });
  story.delivers();
  expect(story.state).toMatchObject({ phase: 'merged', tasks: { tasks: { ring: { status: 'open' } } } });
  expect(overdue(story.passes(60 * MINUTE))).toEqual([]);
});

describe('whoever has no say in it hears that first', () => {
  test('before that it is begun already', () => {
    const story = responding();
    story.says('zhao-lei', start('find'));
    expect(refusalOf(story.says('gao-yang', start('find')))).toMatchObject({ code: 'not_authorised' });
  });

  test.each<[string, Decision]>([
    ['the reason for skipping it', skip('find', ' ')],
    ['the title of what is added', add({ title: ' ' })],
  ])('before that %s is missing', (_, decision) => {
    expect(refusalOf(responding().says('sun-yu', decision))).toMatchObject({ code: 'not_authorised' });
  });

  test('and which posts decide, where the task was given to one person', () => {
    const story = responding();
    story.says('lin-wei', reassign('find', { person: 'xu-na' }));
    expect(refusalOf(story.says('gao-yang', start('find')))?.needed).toEqual({
      posts: ['techLead', 'commander', 'deputy'],
    });
  });
});

describe('who had a hand in a task', () => {
  const repairedBy = (who: string) => {
    const story = responding();
    story.says('zhao-lei', finish('find'));
    story.says(who, finish('repair'));
    return task(story, 'repair').hands;
  };

  test('is the holder of its post who finished it, and not the first one besides', () => {
    expect(repairedBy('he-zhe')).toEqual(['he-zhe']);
  });

  test('is also whoever has it to do, where the lead of the team enters it', () => {
    expect(repairedBy('zhao-lei')).toEqual(['zhao-lei', 'sun-yu']);
  });
});

test('a task that verifies what this incident does not ask for can be finished', () => {
  const story = responding('L3', ({ plan }) => {
    plan.tasks = [rule('repair', { levels: ['L1'] }), rule('verify', { after: ['repair'], verifies: 'repair' })];
  });
  expect(story.says('zhao-lei', finish('verify'))[0]).toMatchObject({ type: 'taskFinished', task: 'verify' });
});
