import { openItems } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { confirmAt, confirmEnd, MINUTE, propose, raiseTo, Story } from './story.js';
import { add, finish, skip, tasksBasis } from './tasksPlan.js';

const ALL = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const ask: Decision = { type: 'askQuestion', text: 'Are the books complete?' };
const cordon: Decision = { type: 'scene', action: 'cordon', area: 'machine room', rules: 'by pass' };
const admit: Decision = { type: 'scene', action: 'admit', name: 'A guest', area: 'machine room', purpose: 'disks' };

/** At level 2, with tasks and SITREPs; the first SITREP is due after two hours. */
function responding(): Story {
  const basis = tasksBasis(({ plan }) => Object.assign(plan, { sitreps: planWithSitreps().sitreps }));
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt('L2'));
  return story;
}

function mail(story: Story) {
  return story.all('effectRequested').flatMap(({ effect }) => {
    return effect.kind === 'notify' && effect.template === 'terminationProposed' ? [effect.facts] : [];
  })[0];
}

describe('what is still open when the end is proposed', () => {
  test('is told to whoever is to sign: tasks, questions, people inside, overdue SITREPs', () => {
    const story = responding();
    story.says('zhao-lei', finish('find'));
    story.says('lin-wei', ask);
    story.says('zhao-lei', cordon);
    for (let i = 0; i < 2; i++) story.says('zhao-lei', admit);
    story.passes(121 * MINUTE);
    const [proposed] = story.says('zhao-lei', propose(ALL));
    expect(proposed).toMatchObject({ open: { tasks: ['repair', 'verify'], questions: 1, inside: 2, sitreps: [1] } });
    expect(mail(story)).toMatchObject({
      criteria: ALL,
      openTasks: ['repair', 'verify'],
      openQuestions: 1,
      inside: 2,
      overdueSitreps: ['1'],
    });
  });

  test('is nothing where everything is done: that is said as well', () => {
    const story = responding();
    for (const task of ['find', 'repair', 'verify']) story.says('lin-wei', skip(task));
    story.says('zhao-lei', propose(ALL));
    const nothing = { openTasks: [], openQuestions: 0, inside: 0, overdueSitreps: [] };
    expect(mail(story)).toMatchObject(nothing);
  });

  test('is no SITREP that has time left, no optional task, and no question that was answered', () => {
    const story = responding();
    story.says('lin-wei', ask);
    const [question] = Object.keys(story.state.situation.questions);
    story.says('lin-wei', { type: 'answerQuestion', question: question!, text: 'yes' });
    story.says('lin-wei', add({ mandatory: false }));
    story.passes(100 * MINUTE);
    expect(story.state.sitreps.open).toBeDefined();
    const [proposed] = story.says('zhao-lei', propose(ALL));
    expect(proposed).toMatchObject({ open: { tasks: ['find', 'repair', 'verify'], questions: 0, sitreps: [] } });
  });

  test('is on the record at a level without second signature too, and stops nobody', () => {
    const story = responding();
    story.says('lin-wei', raiseTo('L3'));
    const [proposed] = story.says('zhao-lei', propose(ALL));
    expect(proposed).toMatchObject({ open: { tasks: ['find', 'repair', 'verify'] } });
    expect(story.state.phase).toBe('aftermath');
  });

  test('is an open item as long as it is open, the end once it is over', () => {
    const story = responding();
    story.says('lin-wei', ask);
    story.says('zhao-lei', cordon);
    story.says('zhao-lei', admit);
    story.passes(121 * MINUTE);
    expect(openItems(story.state, story.at).filter(({ code }) => code !== 'criterion_open')).toEqual([
      { code: 'cordon_stands' },
      { code: 'task_open', id: 'find' },
      { code: 'task_open', id: 'repair' },
      { code: 'task_open', id: 'verify' },
      { code: 'questions_open', count: 1 },
      { code: 'people_inside', count: 1 },
      { code: 'sitrep_overdue', id: '1' },
    ]);
    story.says('zhao-lei', propose(ALL));
    story.says('lin-wei', confirmEnd);
    expect(openItems(story.state, story.at)).toEqual([{ code: 'cordon_stands' }, { code: 'report_not_written' }]);
  });
});
