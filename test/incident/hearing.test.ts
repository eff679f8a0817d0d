import { evolve, holderOf, initial } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { deafRooms } from './deafRooms.js';
import { BASIS, confirmAt, endsAnyhow, Story } from './story.js';

/** Every story is looked at for this; here also as if whoever commands had done each thing in person. */
test.each<[string, (story: Story) => void]>([
  [
    'left alone for hours',
    (story) => {
      story.says('lin-wei', confirmAt('L1'));
      story.delivers();
      story.passes(12 * HOUR);
    },
  ],
  [
    'ended, reopened, and ended again',
    (story) => {
      story.says('lin-wei', confirmAt('L2'));
      story.delivers();
      endsAnyhow(story);
      story.says('lin-wei', { type: 'reopen', reason: 'again' });
      story.delivers();
      endsAnyhow(story);
      story.passes(HOUR);
    },
  ],
])('a room that is not told of an event would do nothing about it: %s', (_what, work) => {
  const story = new Story({}, structuredClone(BASIS));
  work(story);
  story.delivers();
  let state = initial(BASIS);
  let asked = 0;
  for (const event of story.events) {
    const person = holderOf(state, BASIS.plan.command.commander) ?? '';
    const inPerson = {
      actor: { kind: 'person', id: person },
      via: 'api',
      request: { id: 'r', fingerprint: '' },
    } as const;
    const both: IncidentEvent[] = [event, { ...event, ...inPerson }];
    expect(both.flatMap((one) => deafRooms(state, one))).toEqual([]);
    if (event.type === 'effectRequested') asked += 1;
    state = evolve(state, event);
  }
  expect(asked).toBeGreaterThan(0);
});
