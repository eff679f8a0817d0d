import { describe, expect, test } from '@jest/globals';
import { DAY, WEEK } from '../../src/domain/time.js';
import { APPROVER, DIRECTOR, ENGINEER, EVALUATOR, opening, TODAY, Story, told } from './story.js';

const submit = { type: 'submit', problems: 'slow', suggestions: '', despite: true } as const;
const rated = { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'clean' } as const;

/** Whom the machine has reminded of what in that time, and how often. */
function reminded(story: Story, time: number): [string, string[]][] {
  return story.passes(time).flatMap((event) => (event.type === 'waitReminded' ? [[event.waits, event.people]] : []));
}

describe('whoever has to act is reminded after a day, and then every week', () => {
  test('of a scheme that is not handed in, one that is not approved, a date, a report', () => {
    const story = new Story({ rules: TODAY });
    expect(reminded(story, DAY - 1)).toEqual([]);
    expect(reminded(story, 1)).toEqual([['scheme', [DIRECTOR]]]);
    expect(told(story)['schemeReminder']).toEqual([DIRECTOR]);
    expect(reminded(story, 2 * WEEK)).toHaveLength(2);
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(reminded(story, DAY)).toEqual([['approval', [APPROVER]]]);
    expect(told(story)['approvalReminder']).toEqual([APPROVER]);
    story.says(APPROVER, { type: 'giveBack', remarks: 'no' });
    expect(reminded(story, DAY)).toEqual([['scheme', [DIRECTOR]]]);
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    expect(reminded(story, DAY)).toEqual([['date', [DIRECTOR]]]);
    expect(told(story)['dateReminder']).toEqual([DIRECTOR]);
    story.says(DIRECTOR, { type: 'start' });
    story.settles();
    story.says(DIRECTOR, { type: 'end' });
    story.settles();
    story.says(EVALUATOR, rated);
    expect(reminded(story, DAY)).toEqual([]);
    story.says(DIRECTOR, submit);
    expect(reminded(story, DAY + WEEK)).toEqual([
      ['acceptance', [APPROVER]],
      ['acceptance', [APPROVER]],
    ]);
    expect(told(story)['acceptanceReminder']).toEqual([APPROVER]);
    story.says(APPROVER, { type: 'accept' });
    expect(reminded(story, 4 * WEEK)).toEqual([]);
  });

  test('not of a drill that has a date, nor of one that is called off', () => {
    const dated = new Story({ rules: TODAY, plannedAt: opening().at + 20 * DAY });
    dated.says(DIRECTOR, { type: 'submitScheme' });
    dated.says(APPROVER, { type: 'approve' });
    expect(reminded(dated, 10 * DAY)).toEqual([]);
    dated.says(DIRECTOR, { type: 'callOff', reason: 'no' });
    expect(reminded(dated, 10 * DAY)).toEqual([]);
  });

  test('and of a report that is overdue every week', () => {
    const { story } = over();
    story.passes(7 * DAY);
    const first = story.all('reportReminded').length;
    story.passes(2 * WEEK);
    expect([first, story.all('reportReminded').length]).toEqual([1, 3]);
    expect(story.state.reportDueAt).toBeDefined();
  });

  test('a drill that an earlier release planned is left as it was', () => {
    const story = new Story();
    expect(reminded(story, 10 * WEEK)).toEqual([]);
    expect(story.state).not.toHaveProperty('waiting');
  });
});

function over() {
  const story = new Story({ rules: TODAY });
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
  story.settles();
  story.says(DIRECTOR, { type: 'end' });
  story.settles();
  return { story };
}

test('feedback is asked for until its time is up, also when the report did not wait for it', () => {
  const { story } = over();
  for (const criterion of ['E-11', 'E-21', 'E-51']) story.says(EVALUATOR, { ...rated, criterion });
  story.says(DIRECTOR, submit);
  story.passes(1.5 * DAY);
  expect(told(story)['feedbackReminder']).toContain(ENGINEER);
  story.says(ENGINEER, { type: 'answer', answers: { q1: 'late' } });
  story.passes(1.5 * DAY);
  const [missing] = story.all('feedbackMissing');
  expect(missing?.people).toContain(EVALUATOR);
  expect(missing?.people).not.toContain(ENGINEER);
  expect(story.state.feedback?.missing).toEqual(missing?.people);
  story.says(APPROVER, { type: 'returnReport', remarks: 'more' });
  story.says(DIRECTOR, { ...submit, despite: undefined } as never);
  expect(story.state.report?.version).toBe(2);
});
