import { aftermathOf } from '../../src/documents/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  COMMANDER,
  confirmed,
  DEPUTY,
  draft,
  DRAFTER,
  on,
  publicationBasis,
  published,
  withdraw,
} from '../incident/publicationPlan.js';
import * as lessonsPlan from '../incident/lessonsPlan.js';
import { complete, ended, record } from '../incident/reportPlan.js';
import { endsAnyhow, MINUTE } from '../incident/story.js';

test('a statement was out from when the page showed it, whatever the page answered to its withdrawal', () => {
  const story = confirmed();
  published(story, 'p1');
  const outAt = story.at;
  story.passes(MINUTE);
  story.says(COMMANDER, withdraw());
  story.delivers();
  expect(aftermathOf(story.events).publications).toMatchObject([
    { published: { at: outAt }, withdrawn: { at: outAt + MINUTE } },
  ]);
});

test('what was withdrawn before the page had it was never out', () => {
  const story = confirmed();
  published(story, 'p1');
  const events = story.events.map((event) =>
    event.type === 'publicationPublished' ? { ...event, shows: 'withdrawn' as const } : event,
  );
  expect(aftermathOf(events).publications?.[0]).not.toHaveProperty('published');
});

test('that nothing is published is said as long as nothing was approved after it', () => {
  const story = confirmed();
  story.says(COMMANDER, { type: 'publication', action: 'waive', reason: 'nobody outside noticed' });
  expect(aftermathOf(story.events).waived).toMatchObject({ reason: 'nobody outside noticed' });
  published(story, 'p1');
  expect(aftermathOf(story.events)).not.toHaveProperty('waived');
});

test('and not where a graver level has ended that', () => {
  const story = confirmed('L3');
  story.says(DEPUTY, { type: 'publication', action: 'waive', reason: 'little of it' });
  expect(aftermathOf(story.events)).toHaveProperty('waived');
  const events = story.says(COMMANDER, { type: 'changeLevel', level: 'L1', reason: 'worse' });
  expect(events.map(({ type }) => type)).toContain('publicationWaiverLapsed');
  expect(aftermathOf(story.events)).not.toHaveProperty('waived');
});

test('an analysis that was complete at an end that was none is complete no more, and its words stay', () => {
  const story = ended(({ termination }) => {
    termination.watch = [{ levels: ['L3'], for: HOUR }];
  });
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  expect(aftermathOf(story.events).analysis).toHaveProperty('completed');
  story.says('lin-wei', { type: 'reopen', reason: 'payments fail again' });
  const { analysis } = aftermathOf(story.events);
  expect(analysis).toMatchObject({ version: 1 });
  expect(analysis).not.toHaveProperty('completed');
});

describe('after it was reopened', () => {
  const reopen = { type: 'reopen', reason: 'it is back' } as const;

  test('lessons are those of the new end alone', () => {
    const story = lessonsPlan.ended('L2');
    story.says('zhao-lei', lessonsPlan.give('techLead', { 1: 'said of the first end' }));
    story.says('lin-wei', reopen);
    expect(aftermathOf(story.events)).not.toHaveProperty('lessons');
    endsAnyhow(story);
    story.says('gao-yang', lessonsPlan.give('pressLead', { 1: 'said of the second' }));
    story.says('wang-fang', lessonsPlan.collect('they are abroad'));
    expect(aftermathOf(story.events).lessons).toMatchObject({
      asked: ['techLead', 'liaisonLead', 'pressLead'],
      given: [{ post: 'pressLead' }],
      collected: { missing: ['techLead', 'liaisonLead'] },
    });
  });

  test('neither a meeting that was called nor one that was held counts', () => {
    const called = lessonsPlan.ended('L2');
    called.says('lin-wei', lessonsPlan.call(called.at + DAY));
    called.says('lin-wei', reopen);
    const held = lessonsPlan.ended('L2');
    held.says('lin-wei', lessonsPlan.hold({ told: 'P' }));
    held.says('lin-wei', reopen);
    for (const story of [called, held]) {
      endsAnyhow(story);
      expect(aftermathOf(story.events)).not.toHaveProperty('summary');
    }
  });

  test('neither counts that nothing is published, nor that opinion is no longer watched', () => {
    const basis = publicationBasis();
    basis.plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
    const story = confirmed('L2', {}, basis);
    endsAnyhow(story);
    story.says(COMMANDER, { type: 'publication', action: 'waive', reason: 'nobody outside noticed' });
    story.says(COMMANDER, { type: 'publicOpinion', action: 'end', reason: 'calm' });
    expect(aftermathOf(story.events)).toMatchObject({ waived: {}, opinionEnded: {} });
    story.says('lin-wei', reopen);
    const after = aftermathOf(story.events);
    expect(after).not.toHaveProperty('waived');
    expect(after).not.toHaveProperty('opinionEnded');
  });
});

describe('the summary evaluation', () => {
  test('keeps time and place of the meeting that was held, whatever is called after it', () => {
    const story = lessonsPlan.ended();
    const first = story.at + DAY;
    story.says('lin-wei', lessonsPlan.call(first));
    story.passes(DAY + HOUR);
    const [held] = story.says('lin-wei', lessonsPlan.hold({ told: 'P' }));
    story.says('lin-wei', lessonsPlan.call(story.at + 7 * DAY));
    expect(aftermathOf(story.events).summary).toMatchObject({ called: { meetingAt: first }, held: { seq: held!.seq } });
  });

  test('recorded once more keeps the call, and what was called off counts for nothing', () => {
    const story = lessonsPlan.ended();
    const first = story.at + DAY;
    story.says('lin-wei', lessonsPlan.call(first));
    story.passes(DAY + HOUR);
    story.says('lin-wei', lessonsPlan.hold({ told: 'P' }));
    story.says('lin-wei', lessonsPlan.hold({ told: 'S' }));
    expect(aftermathOf(story.events).summary).toMatchObject({
      called: { meetingAt: first },
      held: { ratings: [{ rating: 'S' }] },
    });
    const other = lessonsPlan.ended();
    other.says('lin-wei', lessonsPlan.call(other.at + DAY));
    const [called] = other.all('summaryCalled');
    expect(aftermathOf(other.events).summary).toMatchObject({ called: { seq: called!.seq } });
    other.says('lin-wei', { type: 'close', reason: 'nothing else', despite: true });
    expect(other.all('summaryCalledOff')).toHaveLength(1);
    expect(aftermathOf(other.events)).not.toHaveProperty('summary');
  });
});

test('an analysis keeps the link of each of its items', () => {
  const story = ended();
  story.says('zhao-lei', record());
  const { items } = aftermathOf(story.events).analysis!;
  expect(items[0]).toMatchObject({ text: 'first errors', link: 'https://logs.example/1' });
  expect(items[1]).not.toHaveProperty('link');
});

test('a publication keeps what it rests on, when the next one is promised, and why it was not checked', () => {
  const story = confirmed();
  const nextAt = story.at + HOUR;
  story.says(DRAFTER, draft({ facts: ['usersAffected'], nextAt }));
  story.says(COMMANDER, on('approve', 'p1', 1, 'people wait for it'));
  expect(aftermathOf(story.events).publications).toMatchObject([
    {
      facts: [{ fact: 'usersAffected', value: 100 }],
      nextAt,
      approved: { unchecked: true, reason: 'people wait for it' },
    },
  ]);
});

test('an improvement keeps its priority and its reference', () => {
  const story = ended();
  story.says('lin-wei', {
    ...{ type: 'improvement', finding: 'no index', measure: 'add one', reference: 'OPS-7', kind: 'prevent' },
    ...{ priority: 'high', owner: { post: 'techLead' }, dueAt: story.at + DAY },
  });
  expect(aftermathOf(story.events).improvements).toMatchObject([{ priority: 'high', reference: 'OPS-7' }]);
});

test('a note on a criterion that is called as a text of the whole is that note, and not the text', () => {
  const story = lessonsPlan.ended('L1', ({ plan }) => {
    plan.evaluation!.criteria = [{ id: 'conclusions', axis: 'speed' }, { id: 'why' }];
  });
  story.says('lin-wei', lessonsPlan.hold({ conclusions: 'S', why: 'P' }, { notes: { conclusions: 'drawn late' } }));
  const ratings = aftermathOf(story.events).summary!.held!.ratings;
  expect(ratings).toEqual([
    { criterion: 'conclusions', rating: 'S', note: 'drawn late' },
    { criterion: 'why', rating: 'P' },
  ]);
});

test('departments count as asked by the version of the plan that went on', () => {
  const story = ended(({ aftermath }) => {
    aftermath!.lessons = { ...aftermath!.lessons, questions: 1, askedFrom: ['techLead', 'pressLead'] };
  });
  const basis = structuredClone(story.state.basis);
  basis.plan = { ...basis.plan, hash: 'f3'.repeat(32) };
  basis.plan.aftermath!.lessons.askedFrom = ['techLead', 'liaisonLead'];
  story.says('lin-wei', { type: 'movePlan', basis, reason: 'the press has no part in it' });
  expect(aftermathOf(story.events).lessons?.asked).toEqual(['techLead', 'liaisonLead']);
});

test('what a department said besides the questions is among its lessons', () => {
  const story = lessonsPlan.ended();
  story.says('zhao-lei', lessonsPlan.give('techLead', {}, { free: 'The switch-over was never rehearsed' }));
  story.says('gao-yang', lessonsPlan.give('pressLead', { 1: 'by the alarm' }));
  const given = aftermathOf(story.events).lessons!.given;
  expect(given).toMatchObject([{ answers: [], free: 'The switch-over was never rehearsed' }, { post: 'pressLead' }]);
  expect(given[1]).not.toHaveProperty('free');
});
