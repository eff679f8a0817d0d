import { evolve, initial } from '../../src/domain/incident/index.js';
import type { IncidentEvent, State } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, endsAnyhow, Story } from './story.js';

/** As after a restart: nothing in it is the same object any more. */
const readBack = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

function rosterChanges(story: Story): void {
  const { plan, holders, people = {} } = story.state.basis;
  const change = differenceOf(story.state.basis, { holders: { ...holders, commander: ['xie-xin'] }, people });
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system', plan: plan.hash } as const;
  story.hears({ ...head, type: 'peopleChanged', roster: 2, ...change });
}

const told = (work: (story: Story) => void): IncidentEvent[] => {
  const story = new Story({}, structuredClone(BASIS));
  work(story);
  story.delivers();
  return story.events;
};

test.each<[string, IncidentEvent[]]>([
  ['rejected', told((story) => void story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' }))],
  [
    'ended, with another commander then',
    told((story) => {
      story.says('lin-wei', confirmAt('L3'));
      story.delivers();
      endsAnyhow(story);
      rosterChanges(story);
      story.passes(HOUR);
    }),
  ],
  [
    'reopened, and ended again',
    told((story) => {
      story.says('lin-wei', confirmAt('L2'));
      story.delivers();
      endsAnyhow(story);
      story.says('lin-wei', { type: 'reopen', reason: 'again' });
      endsAnyhow(story);
    }),
  ],
])('what an event changes does not depend on whether the state was read back: %s', (_what, events) => {
  let kept = initial(BASIS);
  let read = initial(BASIS);
  for (const event of events) {
    kept = evolve(kept, event);
    read = evolve(readBack(read), event);
    expect(readBack(read)).toEqual(readBack(kept));
  }
});
