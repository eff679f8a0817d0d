import { openItems } from '../../src/domain/incident/index.js';
import { confirmAt, MINUTE, raiseTo, refusalOf, START, Story, told, endsAnyhow } from './story.js';
import { add, finish, HASH, openedIn, reassign, responding, skip, start, tasksBasis } from './tasksPlan.js';

const task = (story: Story, id: string) => story.state.tasks.tasks[id];

describe('a refusal names', () => {
  test('the task that is not known, and those that are open', () => {
    const story = responding('L3');
    story.says('lin-wei', skip('find'));
    expect(refusalOf(story.says('lin-wei', start('nope')))).toMatchObject({
      found: { task: 'nope' },
      needed: { tasks: ['ring', 'repair', 'verify'] },
    });
  });

  test('what has become of a task that is over', () => {
    const story = responding();
    story.says('lin-wei', skip('find'));
    expect(refusalOf(story.says('zhao-lei', start('find')))).toMatchObject({
      code: 'task_done',
      found: { task: 'find', status: 'skipped' },
    });
  });

  test('the owner that there is not, and the reason that is missing', () => {
    const story = responding();
    expect(refusalOf(story.says('lin-wei', reassign('find', { post: 'nope' })))).toMatchObject({
      found: { post: 'nope' },
    });
    expect(refusalOf(story.says('lin-wei', add({ owner: { person: 'stranger' } })))).toMatchObject({
      found: { person: 'stranger' },
    });
    expect(refusalOf(story.says('lin-wei', reassign('find', { person: 'xu-na' }, ' ')))).toMatchObject({
      code: 'reason_required',
    });
  });

  test('the task for which evidence is missing, which words alone do not make', () => {
    const story = responding();
    expect(refusalOf(story.says('zhao-lei', finish('find', { note: ' ' })))).toMatchObject({
      code: 'evidence_required',
      found: { task: 'find' },
    });
    story.says('zhao-lei', finish('find'));
    expect(refusalOf(story.says('sun-yu', finish('repair', { link: undefined })))).toMatchObject({
      needed: { evidence: 'link' },
    });
    story.says('sun-yu', finish('repair'));
    expect(refusalOf(story.says('chen-jing', finish('verify', { file: undefined })))).toMatchObject({
      needed: { evidence: 'file' },
    });
  });

  test('how many may be added', () => {
    const story = responding();
    for (let i = 0; i < 100; i++) story.says('lin-wei', add());
    expect(refusalOf(story.says('lin-wei', add()))).toMatchObject({ found: { added: 100 }, needed: { most: 100 } });
  });
});

describe('the record of a task', () => {
  test('keeps everybody who had a hand in it, once', () => {
    const story = responding();
    story.says('wang-fang', start('find'));
    story.says('zhao-lei', finish('find'));
    expect(task(story, 'find')).toMatchObject({ status: 'finished', hands: ['wang-fang', 'zhao-lei'], file: HASH });
    expect(task(story, 'find')).toMatchObject({ next: undefined });
  });

  test('keeps the reason of the last word on it', () => {
    const story = responding();
    expect(story.says('lin-wei', reassign('find', { person: 'xu-na' }))[0]).toMatchObject({
      type: 'taskReassigned',
      from: { post: 'techLead' },
      to: { person: 'xu-na' },
      texts: { reason: 'on a train' },
    });
    expect(story.state.tasks.reason).toBe('on a train');
    expect(story.says('lin-wei', skip('inform', 'nobody asked'))[0]).toMatchObject({
      texts: { reason: 'nobody asked' },
    });
    expect(story.state.tasks.reason).toBe('nobody asked');
    story.says('lin-wei', add());
    expect(story.state.tasks.reason).toBeUndefined();
  });

  test('that was added is open in the phase in which it was, mandatory or not', () => {
    const story = responding('L3');
    story.says('lin-wei', add());
    story.says('lin-wei', add({ mandatory: false, title: 'tidy up' }));
    expect(task(story, 'added.1')).toMatchObject({ phase: 'responding', mandatory: true, status: 'open' });
    const open = openItems(story.state, story.at).filter(({ code }) => code === 'task_open');
    expect(open.map((item) => 'id' in item && item.id)).toEqual(['find', 'repair', 'verify', 'added.1']);
  });

  test('of a task that was taken back says when, and nobody is told of it twice', () => {
    const story = responding('L1');
    story.passes(MINUTE);
    story.says('lin-wei', raiseTo('L3'));
    expect(task(story, 'press')).toMatchObject({ status: 'withdrawn', endedAt: START + MINUTE });
    expect(story.says('lin-wei', raiseTo('L2')).filter(({ type }) => type === 'tasksWithdrawn')).toEqual([]);
  });
});

describe('who may act', () => {
  test('whoever was given it needs no post, but a program with their name does', () => {
    const story = responding();
    story.says('lin-wei', reassign('find', { person: 'xu-na' }));
    const program = { actor: { kind: 'integration', id: 'xu-na' } } as const;
    expect(refusalOf(story.says('', start('find'), program))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(story.says('xu-na', start('find')))).toBeUndefined();
  });

  test('on a task without a team, only its post and command', () => {
    const story = new Story({}, tasksBasis());
    expect(refusalOf(story.says('zhao-lei', start('ring')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['duty', 'commander', 'deputy'] },
    });
  });

  test('one who is no owner is not asked about anything else first', () => {
    expect(refusalOf(responding().says('gao-yang', finish('verify')))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(responding().says('gao-yang', reassign('find', { post: 'nope' })))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['techLead', 'commander', 'deputy'] },
    });
  });

  test('a person whom it was given to has it under the lead of its post', () => {
    const story = responding('L3');
    story.says('wang-fang', finish('ring'));
    story.says('lin-wei', reassign('find', { person: 'xu-na' }));
    story.passes(65 * MINUTE);
    expect(story.all('tasksOverdue').at(-1)).toMatchObject({ step: 'lead', tell: [{ person: 'zhao-lei' }] });
  });
});

describe('after the end', () => {
  test('tasks of the aftermath are opened once, and what is added belongs to it', () => {
    const story = responding();
    expect(openedIn(endsAnyhow(story))).toEqual(['cause']);
    story.says('lin-wei', add({ due: story.at + 10 * MINUTE }));
    expect(task(story, 'added.1')).toMatchObject({ phase: 'aftermath' });
    expect(openItems(story.state, story.at).filter(({ code }) => code === 'task_open')).toEqual([]);
    expect(told(story.passes(10 * MINUTE))['tasksOverdue']).toContain('zhou-min');
  });

  test('a closed incident presses for nothing', () => {
    const story = responding();
    endsAnyhow(story);
    story.delivers();
    story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(story.state.phase).toBe('closed');
    expect(story.passes(900 * MINUTE).filter(({ type }) => type === 'tasksOverdue')).toEqual([]);
  });
});

test('a task that was reported and is confirmed at once is due by the clock of its own phase', () => {
  const story = new Story({}, tasksBasis());
  story.passes(4 * MINUTE);
  story.says('lin-wei', confirmAt('L2'));
  expect(task(story, 'ring')?.due).toBe(START + 10 * MINUTE);
  expect(task(story, 'find')?.due).toBe(START + 64 * MINUTE);
});
