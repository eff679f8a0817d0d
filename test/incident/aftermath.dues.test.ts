import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import { openItems } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { collect, hold } from './lessonsPlan.js';
import { activated } from './opinionPlan.js';
import { aftermathRule, approve, complete, ended, record, responding, review, revise, submit } from './reportPlan.js';
import { endsAnyhow, refusalOf, told } from './story.js';
import type { Story } from './story.js';

/** Minutes after `from`, the stage, and whom it told, of each reminder of this item. */
function reminders(story: Story, item: string, from: number) {
  return story.all('duesReminded').flatMap(({ at, stage, items, tell }) => {
    if (at < from || !items.some((one) => one.item === item)) return [];
    const people = tell.filter(({ items: theirs }) => theirs.includes(item)).map(({ person }) => person);
    return [{ after: (at - from) / MINUTE, stage, people }];
  });
}

/** Only the report, due within an hour. */
function hourly(): Story {
  return ended((plan) => {
    const { analysis, report, ...rest } = aftermathRule();
    plan.aftermath = { ...rest, analysis: { ...analysis, levels: ['L1'] }, report: { ...report, within: HOUR } };
  });
}

/** The technical lead has the report ready, and hands it to the deputy. */
function submitted(story: Story): IncidentEvent[] {
  story.delivers();
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  return story.says('zhao-lei', submit);
}

/** By all three. */
function signed(story: Story): void {
  submitted(story);
  story.delivers();
  story.says('chen-jing', review());
  story.says('lin-wei', approve());
  story.delivers();
  expect(story.state.incidentReport.stage).toBe('approved');
}

describe('what is owed by a time', () => {
  test('its owner hears a quarter of the time before, and when it is due; command as long after, then ever more slowly', () => {
    const story = hourly();
    const from = story.at;
    story.passes(13 * HOUR);
    expect(reminders(story, 'report', from)).toEqual([
      { after: 45, stage: 'soon', people: ['zhao-lei'] },
      { after: 60, stage: 'due', people: ['zhao-lei'] },
      { after: 75, stage: 'overdue', people: ['zhao-lei', 'lin-wei'] },
      { after: 135, stage: 'overdue', people: ['zhao-lei', 'lin-wei'] },
      { after: 210, stage: 'overdue', people: ['zhao-lei', 'lin-wei'] },
      { after: 360, stage: 'overdue', people: ['zhao-lei', 'lin-wei'] },
      { after: 660, stage: 'overdue', people: ['zhao-lei', 'lin-wei'] },
    ]);
  });

  test('whoever gets it from somebody who has heard of it hears at once how far it has come, and its pace stays', () => {
    const story = hourly();
    const from = story.at;
    const { basis } = story.state;
    const [post] = duesOf(story.state).find(({ item }) => item === 'report')!.posts;
    const [person, other] = [basis.holders[post!]![0]!, 'he-jun'];
    const goesTo = (next: string, roster: number) => {
      const { holders, people = {} } = story.state.basis;
      const to = { holders: { ...holders, [post!]: [next] }, people };
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system', plan: basis.plan.hash } as const;
      const change = differenceOf(story.state.basis, to);
      story.hears({ ...head, type: 'peopleChanged', roster, ...change });
    };
    // Nobody has been reminded of it yet: whoever has it then is asked for it, and reminded in time.
    goesTo(other, 2);
    expect(story.all('duesReminded')).toEqual([]);
    story.passes(80 * MINUTE);
    goesTo(person, 3);
    expect(story.all('duesReminded').at(-1)).toMatchObject({
      ...{ stage: 'overdue', newHolder: true, items: [{ item: 'report' }] },
      tell: [{ person, items: ['report'] }],
    });
    story.passes(3 * HOUR);
    expect(reminders(story, 'report', from)).toEqual([
      { after: 45, stage: 'soon', people: [other] },
      { after: 60, stage: 'due', people: [other] },
      { after: 75, stage: 'overdue', people: [other, 'lin-wei'] },
      { after: 80, stage: 'overdue', people: [person] },
      { after: 135, stage: 'overdue', people: [person, 'lin-wei'] },
      { after: 210, stage: 'overdue', people: [person, 'lin-wei'] },
    ]);
  });

  test('keeps pace with the time that there is for it', () => {
    const story = ended((plan) => {
      const { analysis, ...rest } = aftermathRule();
      plan.aftermath = { ...rest, analysis: { ...analysis, within: HOUR } };
    });
    const from = story.at;
    story.passes(80 * MINUTE);
    expect(reminders(story, 'analysis', from).map(({ after }) => after)).toEqual([45, 60, 75]);
  });

  test('is told of anew, from its beginning, where another level gives more time for it', () => {
    const story = activated('L1');
    const from = story.at;
    story.passes(40 * MINUTE);
    expect(reminders(story, 'opinion', from).at(-1)).toMatchObject({ stage: 'overdue' });
    story.says('lin-wei', { type: 'changeLevel', level: 'L2', reason: 'fewer users' });
    story.passes(3 * HOUR - 40 * MINUTE - 1);
    expect(reminders(story, 'opinion', from + 40 * MINUTE)).toEqual([]);
    story.passes(1);
    expect(reminders(story, 'opinion', from).at(-1)).toMatchObject({ after: 180, stage: 'soon' });
  });

  test('is forgotten once it is done', () => {
    const story = ended();
    story.delivers();
    story.passes(4 * DAY);
    expect(Object.keys(story.state.aftermath.told ?? {})).toEqual(['analysis']);
    story.says('zhao-lei', record());
    story.says('zhao-lei', complete);
    story.passes(5 * DAY);
    expect(Object.keys(story.state.aftermath.told ?? {})).toEqual(['summary', 'report']);
  });

  test('of many days is told of a day before and a day after, and then daily', () => {
    const story = ended();
    const from = story.at;
    story.passes(8 * DAY);
    const days = reminders(story, 'analysis', from).map(({ after, stage }) => [(after * MINUTE) / DAY, stage]);
    expect(days).toEqual([
      [4, 'soon'],
      [5, 'due'],
      [6, 'overdue'],
      [7, 'overdue'],
      [8, 'overdue'],
    ]);
  });

  test('is told of in a notice to each, with what it is and by when', () => {
    const story = hourly();
    const dueAt = story.at + HOUR;
    const events = story.passes(45 * MINUTE);
    expect(events.filter(({ type }) => type === 'duesReminded')).toMatchObject([
      { stage: 'soon', tell: [{ person: 'zhao-lei', items: ['report'] }] },
    ]);
    expect(told(events)).toEqual({ duesSoon: ['zhao-lei'] });
    const notice = events.flatMap((event) =>
      event.type === 'effectRequested' && event.effect.kind === 'notify' ? event.effect.recipients : [],
    );
    expect(notice).toMatchObject([{ person: 'zhao-lei', dues: [{ item: 'report', dueAt }] }]);
  });

  test('handed on when it is overdue already keeps the pace of the plan, whoever has it now', () => {
    const story = hourly();
    story.passes(3 * HOUR);
    submitted(story);
    const from = story.at;
    story.passes(3 * DAY);
    const heard = reminders(story, 'report', from);
    expect(heard.slice(0, 3)).toEqual([
      { after: 0, stage: 'due', people: ['chen-jing'] },
      { after: 15, stage: 'overdue', people: ['chen-jing', 'lin-wei'] },
      { after: 150, stage: 'overdue', people: ['chen-jing', 'lin-wei'] },
    ]);
    expect(heard.length).toBeLessThan(10);
  });

  test('handed on a minute before it is due keeps the pace of the plan too', () => {
    const story = hourly();
    story.passes(59 * MINUTE);
    submitted(story);
    const from = story.at;
    story.passes(3 * HOUR);
    expect(reminders(story, 'report', from).map(({ after, stage }) => [after, stage])).toEqual([
      [0, 'soon'],
      [1, 'due'],
      [16, 'overdue'],
      [76, 'overdue'],
      [151, 'overdue'],
    ]);
  });

  test('a new term is told of anew, from its beginning', () => {
    const story = hourly();
    signed(story);
    story.passes(2 * DAY);
    expect(story.all('duesReminded')).toEqual([]);
    story.says('zhao-lei', revise());
    const from = story.at;
    story.passes(HOUR);
    expect(reminders(story, 'report', from).map(({ after, stage }) => [after, stage])).toEqual([
      [45, 'soon'],
      [60, 'due'],
    ]);
  });

  test('after an outage nobody hears that it will be due soon when it is', () => {
    const story = hourly();
    const from = story.at;
    story.at += 5 * HOUR;
    story.passes(10 * MINUTE);
    expect(reminders(story, 'report', from).map(({ after, stage }) => [after, stage])).toEqual([[300, 'due']]);
    story.passes(5 * MINUTE);
    expect(reminders(story, 'report', from).at(-1)).toMatchObject({ after: 315, stage: 'overdue' });
  });

  test('where its owner is away their deputy hears, and where nobody is there whoever commands', () => {
    const alone = (away: string[]) => {
      const story = hourly();
      const { basis } = story.state;
      const until = story.at + DAY;
      const people = Object.fromEntries(away.map((id) => [id, { away: [{ from: story.at, until }] }]));
      story.state = { ...story.state, basis: { ...basis, people: { ...basis.people, ...people } } };
      const from = story.at;
      story.passes(HOUR);
      return reminders(story, 'report', from).map(({ people }) => people);
    };
    const { holders } = responding().state.basis;
    const engineers = holders['engineer'] ?? [];
    expect(alone(['zhao-lei'])).toEqual([[engineers[0]], [engineers[0]]]);
    expect(alone(['zhao-lei', ...engineers])).toEqual([['lin-wei'], ['lin-wei']]);
  });

  test('nobody hears of anything once the incident is closed', () => {
    const story = hourly();
    story.delivers();
    story.says('lin-wei', { type: 'close', reason: 'no more can be found out', despite: true });
    expect(story.state.phase).toBe('closed');
    expect(story.passes(3 * DAY)).toEqual([]);
  });

  test('a drill reminds like a real emergency', () => {
    const story = hourly();
    story.state = { ...story.state, report: { ...story.state.report, mode: 'drill' } };
    expect(told(story.passes(45 * MINUTE))).toEqual({ duesSoon: ['zhao-lei'] });
  });
});

describe('closing with something left of what the plan wants', () => {
  const close = { type: 'close', reason: 'done' } as const;

  test('is refused, with what is left, and nothing is lost', () => {
    const story = ended();
    story.delivers();
    const before = story.state;
    expect(refusalOf(story.says('lin-wei', close))).toMatchObject({
      code: 'aftermath_open',
      found: { steps: ['analysis', 'report'] },
    });
    expect(story.state).toMatchObject({ phase: 'aftermath', incidentReport: before.incidentReport });
  });

  test('is possible for command by saying so, and the record says what was left', () => {
    const story = ended();
    story.delivers();
    expect(story.says('lin-wei', { ...close, despite: true })[0]).toMatchObject({
      type: 'closed',
      undone: ['analysis', 'report'],
      texts: { reason: 'done' },
    });
  });

  test('is possible without a word more once all of it is done, and nothing is called undone', () => {
    const story = ended();
    signed(story);
    const [closed] = story.says('lin-wei', close);
    expect(closed).toMatchObject({ type: 'closed' });
    expect(closed).not.toHaveProperty('undone');
  });

  test('counts no step that the plan does not want at this level', () => {
    const wanted = (level: string) => {
      const story = ended((plan) => {
        const rule = aftermathRule();
        plan.aftermath = {
          ...rule,
          analysis: { ...rule.analysis, levels: ['L1'] },
          summary: { ...rule.summary, levels: ['L1', 'L2'] },
          mandatory: ['analysis', 'summary'],
        };
      }, level);
      story.delivers();
      return refusalOf(story.says('lin-wei', close))?.found;
    };
    expect(wanted('L1')).toEqual({ steps: ['analysis', 'summary'] });
    expect(wanted('L2')).toEqual({ steps: ['summary'] });
    expect(wanted('L3')).toBeUndefined();
  });

  test('is listed among what is open after the end, and not before', () => {
    const items = (story: Story) =>
      openItems(story.state, story.at).flatMap(({ code, id }) => (code === 'aftermath_open' ? [id] : []));
    expect(items(ended())).toEqual(['analysis', 'report']);
    expect(items(responding())).toEqual([]);
  });

  test('a meeting that was held, and lessons that were collected, are done', () => {
    const story = ended((plan) => {
      const rule = aftermathRule();
      plan.aftermath = {
        ...rule,
        lessons: { ...rule.lessons, questions: 3 },
        mandatory: ['lessons', 'summary', 'publication'],
      };
    });
    story.delivers();
    // Of a plan that says nothing of publication none is left.
    expect(refusalOf(story.says('lin-wei', close))).toMatchObject({ found: { steps: ['lessons', 'summary'] } });
    story.says('lin-wei', hold());
    expect(refusalOf(story.says('lin-wei', close))).toMatchObject({ found: { steps: ['lessons'] } });
    story.says('wang-fang', collect('they are abroad'));
    expect(story.says('lin-wei', close)[0]).toMatchObject({ type: 'closed' });
  });

  test('lessons that nobody was asked for are not left', () => {
    const story = ended((plan) => (plan.aftermath!.mandatory = ['lessons']));
    story.delivers();
    expect(story.state.lessons).not.toHaveProperty('asked');
    expect(story.says('lin-wei', close)[0]).toMatchObject({ type: 'closed' });
  });

  test('a publication counts as done once the outcome is out, or it was decided that nothing is published', () => {
    const story = responding((plan) => {
      const rule = aftermathRule();
      plan.aftermath = {
        ...rule,
        publication: { drafter: 'pressLead', approvedBy: [{ posts: ['commander'] }], firstStatement: [] },
        mandatory: ['publication'],
      };
    });
    endsAnyhow(story);
    story.delivers();
    const waived = story.copy();
    expect(refusalOf(story.says('lin-wei', close))).toMatchObject({ found: { steps: ['publication'] } });
    waived.says('lin-wei', { type: 'publication', action: 'waive', reason: 'nobody noticed it' });
    expect(waived.says('lin-wei', close)[0]).toMatchObject({ type: 'closed' });
    const texts = { 'title zh-CN': '通报', 'body zh-CN': '已恢复' };
    story.says('gao-yang', { type: 'publication', action: 'draft', kind: 'final', facts: [], texts });
    story.says('lin-wei', { type: 'publication', action: 'approve', publication: 'p1', version: 1 });
    expect(refusalOf(story.says('lin-wei', close))).toMatchObject({ found: { steps: ['publication'] } });
    story.delivers();
    expect(story.says('lin-wei', close)[0]).toMatchObject({ type: 'closed' });
  });
});
