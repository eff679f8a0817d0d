import { aftermathOf } from '../../src/documents/index.js';
import { COMMANDER, confirmed, published, withdraw } from '../incident/publicationPlan.js';
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
