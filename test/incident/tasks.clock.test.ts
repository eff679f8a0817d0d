import { isOverdue, openItems, wake } from '../../src/domain/incident/index.js';
import type { EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { TaskRule } from '../../src/domain/plan/compiled.js';
import { MINUTE, raiseTo, refusalOf, START, Story } from './story.js';
import { add, finish, reassign, responding, skip, start, tasksBasis } from './tasksPlan.js';

const task = (story: Story, id: string) => story.state.tasks.tasks[id]!;
const overdue = (events: readonly IncidentEvent[]) =>
  events
    .filter((e): e is EventOf<'tasksOverdue'> => e.type === 'tasksOverdue')
    .map(({ step, at, tasks }) => [step, (at - START) / MINUTE, ...tasks]);
const rule = (id: string, due: number, more: Partial<TaskRule> = {}): TaskRule => ({
  id,
  phase: 'responding',
  owner: 'techLead',
  due: due * MINUTE,
  mandatory: false,
  ...more,
});
const withRules = (...rules: TaskRule[]) => responding('L3', ({ plan }) => (plan.tasks = rules));
test('a task is overdue from its time on, while it is open', () => {
  const story = withRules(rule('a', 30), rule('b', 30, { after: ['a'] }));
  expect([START + 29 * MINUTE, START + 30 * MINUTE].map((at) => isOverdue(task(story, 'a'), at))).toEqual([
    false,
    true,
  ]);
  expect(isOverdue(task(story, 'b'), START + 900 * MINUTE)).toBe(false);
  story.says('zhao-lei', skip('a'));
  story.says('lin-wei', skip('a'));
  expect(isOverdue(task(story, 'a'), START + 900 * MINUTE)).toBe(false);
});

describe('what falls due', () => {
  test('at different times is told at its own, and after an outage together, the longest overdue first', () => {
    const rules = [rule('late', 50), rule('early', 30), rule('later', 200)];
    expect(overdue(withRules(...rules).passes(30 * MINUTE))).toEqual([['owner', 30, 'early']]);
    const { state } = withRules(...rules);
    expect(overdue(wake(state, START + 60 * MINUTE))).toEqual([['owner', 60, 'early', 'late']]);
  });

  test('for a person without a post of the plan’s teams goes to the lead of the team where they hold one', () => {
    const story = withRules(rule('a', 30, { owner: 'pressLead' }));
    story.says('lin-wei', reassign('a', { person: 'sun-yu' }));
    story.says('lin-wei', add({ owner: { person: 'sun-yu' }, due: START + 40 * MINUTE }));
    const told = story.passes(60 * MINUTE).filter((e) => e.type === 'tasksOverdue' && e.tasks.includes('added.1'));
    expect(told.map((e) => (e.type === 'tasksOverdue' ? [e.step, e.tell.map(({ person }) => person)] : []))).toEqual([
      ['owner', ['sun-yu']],
      ['lead', ['zhao-lei']],
      ['command', ['lin-wei']],
    ]);
    expect(refusalOf(story.says('zhao-lei', reassign('added.1', { person: 'qian-rong' })))).toBeUndefined();
    expect(refusalOf(story.says('gao-yang', reassign('added.1', { person: 'qian-rong' })))).toMatchObject({
      code: 'not_authorised',
    });
  });

  test('for a person who holds no post in a team goes to command after them', () => {
    const story = withRules();
    story.says('lin-wei', add({ owner: { person: 'wang-fang' } }));
    expect(overdue(story.passes(40 * MINUTE)).map(([step]) => step)).toEqual(['owner', 'command']);
  });

  test('of which command has heard is told to command again, without what still waits or was done meanwhile', () => {
    const story = withRules(rule('a', 30), rule('b', 500), rule('c', 30, { after: ['b'] }));
    story.passes(41 * MINUTE);
    expect(overdue(story.passes(30 * MINUTE))).toEqual([['command', 70, 'a']]);
    story.says('zhao-lei', finish('a'));
    expect(story.state.tasks.remindAt).toBeUndefined();
    expect(story.state.tasks.wakeAt).toBe(START + 500 * MINUTE);
    expect(overdue(wake(story.state, START + 300 * MINUTE))).toEqual([]);
  });

  test('and is given to somebody else at that very moment is pressed for only after a while', () => {
    const story = withRules(rule('a', 30));
    story.passes(30 * MINUTE);
    story.says('lin-wei', reassign('a', { person: 'sun-yu' }));
    expect(task(story, 'a').next).toEqual({ step: 'owner', at: START + 35 * MINUTE });
  });
});

describe('a refusal names the task', () => {
  test('that is begun already, that waits, and that still has to be done before it is verified', () => {
    const story = responding();
    story.says('zhao-lei', start('find'));
    expect(refusalOf(story.says('wang-fang', start('find')))).toMatchObject({
      code: 'task_started',
      found: { task: 'find', people: ['zhao-lei'] },
    });
    for (const decision of [start('repair'), finish('repair')]) {
      expect(refusalOf(story.says('sun-yu', decision))).toMatchObject({
        code: 'task_waits',
        found: { task: 'repair' },
      });
    }
    expect(refusalOf(story.says('chen-jing', finish('verify')))).toMatchObject({
      code: 'verified_task_open',
      found: { task: 'verify' },
    });
  });
});

test('whoever skips a task had no hand in it', () => {
  const story = responding();
  story.says('lin-wei', skip('find'));
  expect(task(story, 'find').hands).toBeUndefined();
});

test('a task that is skipped while it waits for another gets no time', () => {
  const story = responding();
  story.says('lin-wei', skip('repair'));
  story.says('zhao-lei', finish('find'));
  expect(task(story, 'repair')).toMatchObject({ due: undefined });
});

describe('whose a task is', () => {
  test('whoever of them finishes it alone had a hand in it, and nobody else', () => {
    const story = responding();
    story.says('wang-fang', finish('find'));
    expect(task(story, 'find').hands).toEqual(['wang-fang']);
  });

  test('the deputy of its post is told where its holder is away', () => {
    const story = responding('L3', (basis) => {
      basis.people = { 'zhao-lei': { away: [{ from: 0, until: START * 2 }] } };
      basis.plan.tasks = [rule('a', 30)];
    });
    const [told] = story.passes(30 * MINUTE).filter((e) => e.type === 'tasksOverdue');
    expect(told).toMatchObject({ step: 'owner', tell: [{ person: 'wang-fang' }] });
  });

  test('of a post of command only whoever fills it now is told', () => {
    const story = responding('L3', ({ plan }) => (plan.tasks = [rule('a', 30, { owner: 'commander' })]));
    const brief = { situation: 'as it is', objectives: 'as before' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
    story.says('chen-jing', { type: 'handOver', action: 'accept' });
    const [told] = story.passes(30 * MINUTE).filter((e) => e.type === 'tasksOverdue');
    expect(told).toMatchObject({ tell: [{ person: 'chen-jing' }] });
  });

  test('given on, it says from which person', () => {
    const story = responding();
    story.says('zhao-lei', reassign('find', { person: 'sun-yu' }));
    story.says('zhao-lei', reassign('find', { person: 'qian-rong' }));
    expect(story.all('taskReassigned').map(({ from }) => from)).toEqual([{ post: 'techLead' }, { person: 'sun-yu' }]);
  });

  test('of somebody with a post in a team and one in none, the lead of that team hears of it', () => {
    const story = responding('L3', (basis) => {
      basis.plan.tasks = [];
      basis.holders['engineer'] = [...basis.holders['engineer']!, 'wang-fang'];
    });
    story.says('lin-wei', add({ owner: { person: 'wang-fang' } }));
    expect(overdue(story.passes(40 * MINUTE)).map(([step]) => step)).toEqual(['owner', 'lead', 'command']);
  });
});

test('what opens tasks is named: the phase or the level', () => {
  const story = responding('L3');
  story.says('lin-wei', raiseTo('L1'));
  expect(story.all('tasksOpened').map(({ why }) => why)).toEqual(['phase', 'phase', 'levelChanged']);
});

test('before the response no task is an open item', () => {
  const story = new Story({}, tasksBasis());
  expect(openItems(story.state, story.at)).toEqual([]);
});
