import { aftermathOf } from '../../src/documents/index.js';
import { HOUR } from '../../src/domain/time.js';
import { COMMANDER, confirmed, published, withdraw } from '../incident/publicationPlan.js';
import * as lessonsPlan from '../incident/lessonsPlan.js';
import { complete, ended, record } from '../incident/reportPlan.js';
import { MINUTE } from '../incident/story.js';

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

test('what was complete at an end that was none is complete no more, and its words stay', () => {
  const story = ended(({ aftermath, termination }) => {
    aftermath!.lessons.questions = 1;
    termination.watch = [{ levels: ['L3'], for: HOUR }];
  });
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  story.says('zhao-lei', { type: 'lesson', action: 'give', post: 'techLead', answers: { 1: 'Call us' }, findings: [] });
  story.says('wang-fang', { type: 'lesson', action: 'collect' });
  const before = aftermathOf(story.events);
  expect([before.analysis?.completed, before.lessons?.collected]).not.toContain(undefined);
  story.says('lin-wei', { type: 'reopen', reason: 'payments fail again' });
  const { analysis, lessons } = aftermathOf(story.events);
  expect(analysis).toMatchObject({ version: 1 });
  expect(analysis).not.toHaveProperty('completed');
  expect(lessons?.given).toHaveLength(1);
  expect(lessons).not.toHaveProperty('collected');
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
