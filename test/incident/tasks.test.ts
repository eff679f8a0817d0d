import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import { confirmAt, MINUTE, raiseTo, refusalOf, START, Story, told, endsAnyhow } from './story.js';
import { add, finish, HASH, openedIn, reassign, responding, skip, start, tasksBasis } from './tasksPlan.js';

const task = (story: Story, id: string) => story.state.tasks.tasks[id];
const overdue = (events: IncidentEvent[]) =>
  events
    .filter((e): e is EventOf<'tasksOverdue'> => e.type === 'tasksOverdue')
    .map(({ step, at, tell }) => [step, (at - START) / MINUTE, ...tell.map(({ person, tasks }) => [person, ...tasks])]);
/** Without what else repeats, such as reminders to verify. */
const quiet = (story: Story) => (story.says('wang-fang', finish('ring')), story);

describe('tasks are opened', () => {
  test('by the report: those of every level and of this category', () => {
    expect(openedIn(new Story({}, tasksBasis()).events)).toEqual(['ring']);
    expect(openedIn(new Story({ category: 'security' }, tasksBasis()).events)).toEqual(['ring', 'traces']);
  });

  test('by standby, by the response at its level, and by the end; not for the watch, where there is none', () => {
    const story = new Story({}, tasksBasis());
    expect(openedIn(story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'look' }))).toEqual(['roll']);
    expect(openedIn(story.says('lin-wei', confirmAt('L2')))).toEqual(['find', 'repair', 'verify', 'inform']);
    expect(openedIn(endsAnyhow(story))).toEqual(['cause']);
    expect(task(story, 'watch')).toBeUndefined();
  });

  test('and each owner gets one notice of all of them, besides the call', () => {
    const story = new Story(
      {},
      tasksBasis(({ plan }) => {
        plan.tasks.push({ id: 'log', phase: 'responding', owner: 'techLead', due: 15 * MINUTE, mandatory: false });
      }),
    );
    const events = story.says('lin-wei', confirmAt('L2'));
    expect(told(events)['tasksOpened']?.toSorted()).toEqual(['chen-jing', 'sun-yu', 'zhao-lei', 'zhou-min']);
    expect(told(events)['call']).toContain('zhao-lei');
    const recipients = events.flatMap((e) =>
      e.type === 'effectRequested' && e.effect.kind === 'notify' && e.effect.template === 'tasksOpened'
        ? e.effect.recipients
        : [],
    );
    expect(recipients.find(({ person }) => person === 'zhao-lei')?.tasks).toEqual([
      { task: 'log', due: START + 15 * MINUTE },
      { task: 'find', due: START + 60 * MINUTE },
    ]);
    expect(recipients.find(({ person }) => person === 'sun-yu')?.tasks).toEqual([{ task: 'repair', after: ['find'] }]);
  });

  test('by a rise of the level, exactly the missing ones; a fall takes back those that nobody has begun', () => {
    const story = responding('L3');
    expect(openedIn(story.says('lin-wei', raiseTo('L1')))).toEqual(['inform', 'press']);
    story.says('zhou-min', start('inform'));
    const fall = story.says('lin-wei', raiseTo('L3'));
    expect(fall.filter((e) => e.type === 'tasksWithdrawn')).toMatchObject([{ tasks: ['press'], why: 'levelChanged' }]);
    expect(told(fall)['tasksWithdrawn']).toEqual(['gao-yang']);
    expect(task(story, 'inform')).toMatchObject({ status: 'started' });
    expect(openedIn(story.says('lin-wei', raiseTo('L1')))).toEqual(['press']);
  });

  test('not again when they are done', () => {
    const story = responding('L2');
    story.says('zhou-min', finish('inform'));
    story.says('lin-wei', raiseTo('L3'));
    expect(openedIn(story.says('lin-wei', raiseTo('L2')))).toEqual([]);
    expect(task(story, 'inform')).toMatchObject({ status: 'finished' });
  });

  test('by another version of the plan, which takes back what it no longer has', () => {
    const story = responding('L2');
    const basis = tasksBasis(({ plan }) => {
      plan.version = 4;
      plan.hash = 'c1'.repeat(32);
      plan.tasks = plan.tasks.filter(({ id }) => id !== 'inform');
      plan.tasks.push({ id: 'extra', phase: 'responding', owner: 'duty', due: MINUTE, mandatory: false });
    });
    const moved = story.says('lin-wei', { type: 'movePlan', basis, reason: 'better' });
    expect(openedIn(moved)).toEqual(['extra']);
    expect(task(story, 'inform')).toMatchObject({ status: 'withdrawn' });
  });
});

describe('a task that waits for others', () => {
  test('has no due time, and cannot be started or finished', () => {
    const story = responding();
    expect(task(story, 'repair')?.due).toBeUndefined();
    for (const decision of [start('repair'), finish('repair')]) {
      expect(refusalOf(story.says('sun-yu', decision))).toMatchObject({
        code: 'task_waits',
        needed: { tasks: ['find'] },
      });
    }
  });

  test('is due counted from when the last of them is done, and its owner is told', () => {
    const story = responding();
    story.passes(20 * MINUTE);
    expect(told(story.says('zhao-lei', finish('find')))).toEqual({ tasksReady: ['sun-yu'] });
    expect(task(story, 'repair')?.due).toBe(START + 140 * MINUTE);
  });

  test('waits no more for one that is skipped', () => {
    const story = responding();
    story.says('lin-wei', skip('find'));
    expect(refusalOf(story.says('sun-yu', start('repair')))).toBeUndefined();
  });

  test('waits only for what this incident asks for', () => {
    const story = responding('L3', ({ plan }) => (plan.tasks.find(({ id }) => id === 'find')!.after = ['inform']));
    expect(task(story, 'find')?.due).toBe(START + 60 * MINUTE);
    story.says('lin-wei', raiseTo('L2'));
    expect(task(story, 'find')?.due).toBeUndefined();
    story.says('lin-wei', raiseTo('L3'));
    expect(task(story, 'find')?.due).toBe(START + 60 * MINUTE);
  });
});

describe('a task is started and finished', () => {
  test.each(['zhao-lei', 'wang-fang', 'lin-wei', 'chen-jing'])(
    'by its owner, a deputy of the post, command (%s)',
    (who) => {
      const story = responding();
      expect(story.says(who, start('find'))).toMatchObject([{ type: 'taskStarted', task: 'find' }]);
      story.says(who, finish('find'));
      const { status, hands, endedAt } = task(story, 'find')!;
      expect({ status, endedAt }).toEqual({ status: 'finished', endedAt: START });
      expect(hands).toContain(who);
    },
  );

  test('by another holder of the post, and by the lead of the team', () => {
    for (const who of ['he-zhe', 'zhao-lei']) {
      const story = responding();
      story.says('zhao-lei', finish('find'));
      expect(refusalOf(story.says(who, start('repair')))).toBeUndefined();
    }
  });

  test('by nobody else', () => {
    const story = responding();
    expect(refusalOf(story.says('gao-yang', start('find')))).toMatchObject({ code: 'not_authorised' });
  });

  test('once', () => {
    const story = responding();
    story.says('zhao-lei', start('find'));
    expect(refusalOf(story.says('zhao-lei', start('find')))).toMatchObject({
      code: 'task_started',
      found: { people: ['zhao-lei'] },
    });
    story.says('zhao-lei', finish('find'));
    expect(refusalOf(story.says('zhao-lei', finish('find')))).toMatchObject({ code: 'task_done' });
    expect(refusalOf(story.says('zhao-lei', start('nope')))).toMatchObject({ code: 'unknown_task' });
    expect(refusalOf(story.says('zhao-lei', start('constructor')))).toMatchObject({ code: 'unknown_task' });
  });

  test('with the evidence that the plan asks for, and a finding', () => {
    const story = responding();
    const bare: Decision = { type: 'task', action: 'finish', task: 'find', link: 'https://x.example' };
    expect(refusalOf(story.says('zhao-lei', bare))).toMatchObject({
      code: 'evidence_required',
      needed: { evidence: 'note' },
    });
    expect(story.says('zhao-lei', { ...bare, note: 'seen', finding: 'the disk is full' })[0]).toMatchObject({
      type: 'taskFinished',
      texts: { note: 'seen', link: 'https://x.example', finding: 'the disk is full' },
    });
  });

  test('a file by its hash; its name is free text', () => {
    const story = responding();
    const events = story.says('zhao-lei', finish('find'));
    expect(events[0]).toMatchObject({ file: HASH, texts: { fileName: 'list.pdf' } });
    expect(task(story, 'find')).toMatchObject({ file: HASH });
  });

  test('without words where none are asked for', () => {
    const story = responding();
    const events = story.says('zhou-min', { type: 'task', action: 'finish', task: 'inform' });
    expect(events[0]).toMatchObject({ type: 'taskFinished' });
    expect(events[0]).not.toHaveProperty('texts');
  });
});

describe('a task that verifies another', () => {
  const repaired = (by: string) => {
    const story = responding();
    story.says('zhao-lei', finish('find'));
    story.says(by, start('repair'));
    story.says('he-zhe', finish('repair'));
    return story;
  };

  test('is not finished by anybody who started or finished that one', () => {
    const story = repaired('chen-jing');
    expect(refusalOf(story.says('chen-jing', finish('verify')))).toMatchObject({
      code: 'repairer_cannot_verify',
      found: { person: 'chen-jing', verifies: 'repair' },
    });
    expect(refusalOf(story.says('lin-wei', finish('verify')))).toBeUndefined();
  });

  test('is not finished by whoever had the repair to do, though command entered it for them', () => {
    const story = responding();
    story.says('zhao-lei', finish('find'));
    story.says('lin-wei', {
      type: 'task',
      action: 'reassign',
      task: 'repair',
      to: { person: 'chen-jing' },
      reason: 'x',
    });
    story.says('lin-wei', start('repair'));
    story.says('lin-wei', finish('repair'));
    expect(refusalOf(story.says('chen-jing', finish('verify')))).toMatchObject({ code: 'repairer_cannot_verify' });
  });

  test('is finished by somebody else', () => {
    expect(refusalOf(repaired('sun-yu').says('chen-jing', finish('verify')))).toBeUndefined();
  });

  test('is not finished before it', () => {
    expect(refusalOf(responding().says('chen-jing', finish('verify')))).toMatchObject({
      code: 'verified_task_open',
      needed: { tasks: ['repair'] },
    });
  });
});

describe('a task is skipped', () => {
  test('with a reason, by command; a mandatory one only by whoever commands', () => {
    const story = responding();
    expect(refusalOf(story.says('zhou-min', skip('inform')))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(story.says('chen-jing', skip('inform', ' ')))).toMatchObject({ code: 'reason_required' });
    expect(told(story.says('chen-jing', skip('inform')))).toEqual({ tasksWithdrawn: ['zhou-min'] });
    expect(refusalOf(story.says('chen-jing', skip('find')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander'] },
    });
    expect(story.says('lin-wei', skip('find'))[0]).toMatchObject({ type: 'taskSkipped', authority: 'commander' });
  });
});

describe('a task is reassigned', () => {
  test('to a person, by the lead of the team or by command; both are told', () => {
    const story = responding();
    expect(refusalOf(story.says('sun-yu', reassign('find', { person: 'sun-yu' })))).toMatchObject({
      code: 'not_authorised',
    });
    const events = story.says('lin-wei', reassign('find', { person: 'xu-na' }));
    expect(told(events)).toEqual({ taskAssigned: ['xu-na'], taskHandedOn: ['zhao-lei'] });
    expect(story.says('xu-na', start('find'))[0]).not.toHaveProperty('authority');
    expect(refusalOf(story.says('wang-fang', finish('find')))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(story.says('zhao-lei', finish('find')))).toBeUndefined();
  });

  test('to a post; whoever holds it may act', () => {
    const story = responding();
    story.says('zhao-lei', reassign('find', { post: 'liaisonMember' }));
    expect(task(story, 'find')).toMatchObject({ post: 'liaisonMember' });
    expect(refusalOf(story.says('ma-chao', start('find')))).toBeUndefined();
  });

  test.each([[{ post: 'nope' }], [{ person: 'stranger' }]])('not to %j', (to) => {
    expect(refusalOf(responding().says('lin-wei', reassign('find', to)))).toMatchObject({
      code: 'unknown_owner',
      needed: { posts: expect.arrayContaining(['liaisonMember', 'commander']) as string[] },
    });
  });

  test('and the new owner hears first that it is overdue', () => {
    const story = quiet(responding());
    story.passes(61 * MINUTE);
    story.says('lin-wei', reassign('find', { person: 'xu-na' }));
    expect(overdue(story.passes(6 * MINUTE)).at(-1)).toEqual(['owner', 66, ['xu-na', 'find']]);
  });
});

describe('a task is added', () => {
  test('by command or the lead of any team, with its own due time', () => {
    const story = responding();
    expect(told(story.says('gao-yang', add()))).toEqual({ taskAssigned: ['zhou-min'] });
    expect(task(story, 'added.1')).toMatchObject({ title: 'ask the supplier', due: START + 30 * MINUTE });
    story.says('lin-wei', add({ owner: { person: 'xu-na' } }));
    expect(task(story, 'added.2')).toMatchObject({ person: 'xu-na' });
    expect(refusalOf(story.says('sun-yu', add()))).toMatchObject({ code: 'not_authorised' });
  });

  test.each([
    [{ title: ' ' }, 'title_required'],
    [{ owner: { person: 'stranger' } }, 'unknown_owner'],
    [{ due: START }, 'due_passed'],
  ])('not with %j', (more, code) => {
    expect(refusalOf(responding().says('lin-wei', add(more)))).toMatchObject({ code });
  });

  test('a change of level leaves it alone', () => {
    const story = responding();
    story.says('lin-wei', add());
    story.says('lin-wei', raiseTo('L3'));
    expect(task(story, 'added.1')).toMatchObject({ status: 'open' });
  });

  test('not without end', () => {
    const story = responding();
    for (let i = 0; i < 100; i++) story.says('lin-wei', add());
    expect(refusalOf(story.says('lin-wei', add()))).toMatchObject({ code: 'too_many_tasks' });
  });
});

describe('a task that is overdue', () => {
  test('reaches its owner, then the lead, then command, and command again and again', () => {
    const story = responding('L3', ({ plan }) => {
      plan.tasks = plan.tasks.filter(({ id }) => id === 'find');
      plan.tasks[0]!.owner = 'engineer';
    });
    expect(overdue(story.passes(140 * MINUTE))).toEqual([
      ['owner', 60, ['sun-yu', 'find']],
      ['lead', 65, ['zhao-lei', 'find']],
      ['command', 70, ['lin-wei', 'find']],
      ['command', 100, ['lin-wei', 'find']],
      ['command', 130, ['lin-wei', 'find']],
    ]);
    expect(told(story.events)).toMatchObject({ tasksOverdue: ['sun-yu'] });
  });

  test('is told together with all others that fall due at the same time', () => {
    const story = responding('L3', ({ plan }) => {
      plan.tasks = ['a', 'b', 'c'].map((id) => ({
        id,
        phase: 'responding',
        owner: id === 'c' ? 'duty' : 'techLead',
        due: 30 * MINUTE,
        mandatory: false,
      }));
    });
    expect(overdue(story.passes(30 * MINUTE))).toEqual([['owner', 30, ['zhao-lei', 'a', 'b'], ['wang-fang', 'c']]]);
    // The lead of the owner of "c" is nobody: command hears of it then.
    expect(overdue(story.passes(5 * MINUTE))).toEqual([
      ['lead', 35, ['zhao-lei', 'a', 'b']],
      ['command', 35, ['lin-wei', 'c']],
    ]);
    // One reminder for all, at the time of the first.
    expect(overdue(story.passes(30 * MINUTE)).at(-1)).toEqual(['command', 65, ['lin-wei', 'a', 'b', 'c']]);
  });

  test('is pressed for no more when it is done', () => {
    const story = quiet(responding('L3'));
    story.passes(61 * MINUTE);
    story.says('zhao-lei', finish('find'));
    expect(overdue(story.passes(30 * MINUTE))).toEqual([]);
  });

  test('goes past whoever is away', () => {
    const story = responding('L3', (basis) => {
      basis.people = { 'sun-yu': { away: [{ from: 0, until: START * 2 }] } };
      basis.plan.tasks = [{ id: 'a', phase: 'responding', owner: 'engineer', due: MINUTE, mandatory: false }];
    });
    expect(overdue(story.passes(MINUTE))).toEqual([['owner', 1, ['qian-rong', 'a']]]);
  });

  test('reaches command at once when nobody holds the post', () => {
    const story = responding('L3', (basis) => {
      basis.holders = { ...basis.holders, pressLead: [] };
      basis.plan.tasks = [{ id: 'a', phase: 'responding', owner: 'pressLead', due: MINUTE, mandatory: false }];
    });
    expect(overdue(story.passes(MINUTE))).toEqual([['command', 1, ['lin-wei', 'a']]]);
  });

  test('is left in peace after the end, unless it belongs to the aftermath', () => {
    const story = responding('L2');
    endsAnyhow(story);
    const events = story.passes(600 * MINUTE);
    expect(new Set(overdue(events).flatMap(([, , ...tell]) => tell.flatMap((t) => (t as string[]).slice(1))))).toEqual(
      new Set(['cause']),
    );
    expect(refusalOf(story.says('zhao-lei', finish('find')))).toBeUndefined();
  });

  test('is left in peace after a rejection', () => {
    const story = new Story({}, tasksBasis());
    story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'no' });
    expect(overdue(story.passes(600 * MINUTE))).toEqual([]);
  });
});

test('mandatory tasks of the response are open items until they are done or skipped', () => {
  const story = responding('L1');
  const open = () => openItems(story.state, story.at).flatMap((item) => (item.code === 'task_open' ? [item.id] : []));
  expect(open()).toEqual(['find', 'repair', 'verify', 'press']);
  story.says('lin-wei', skip('press'));
  story.says('zhao-lei', finish('find'));
  expect(open()).toEqual(['repair', 'verify']);
});
