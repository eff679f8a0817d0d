import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, EventType, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { file, obligationsBasis, rule } from './obligationsPlan.js';
import { confirmAt, endsAnyhow, MINUTE, Story } from './story.js';

const reopen: Decision = { type: 'reopen', reason: 'payments fail again' };
const only = <T extends EventType>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

describe('a limit that passed in the watch, and its clock stands still since it was reopened', () => {
  const missedInTheWatch = (change?: (basis: Basis) => void) => {
    const basis = obligationsBasis([
      rule({ id: 'final', when: { level: 'L2' }, start: 'responseEnded', limit: { within: HOUR }, reminders: [50] }),
    ]);
    basis.plan.termination.watch = [{ levels: ['L2'], for: 3 * HOUR }];
    change?.(basis);
    const story = new Story({}, basis);
    if (change === undefined) story.says('lin-wei', confirmAt('L2'));
    else story.passes(HOUR);
    endsAnyhow(story);
    const limit = story.at + HOUR;
    story.passes(2 * HOUR);
    story.says('lin-wei', reopen);
    return { story, limit };
  };
  const final = ({ state }: Story) => state.obligations.duties['final']!;

  test('stays on the record, and does not stand against the end', () => {
    const { story, limit } = missedInTheWatch();
    expect(final(story)).toMatchObject({ missedBefore: [limit] });
    expect(final(story)).not.toHaveProperty('missedAt');
    expect(openItems(story.state, story.at)).not.toContainEqual(expect.objectContaining({ id: 'final' }));
    expect(only(story.passes(5 * HOUR), 'obligationsMissed')).toEqual([]);
  });

  test('runs with its own limit from the next end: reminded of, and missed for the first time', () => {
    const { story, limit } = missedInTheWatch();
    story.passes(HOUR);
    endsAnyhow(story);
    const again = story.at + HOUR;
    expect(final(story)).toMatchObject({ start: story.at, due: again, missedBefore: [limit] });
    expect(only(story.passes(30 * MINUTE), 'obligationsReminded')).toMatchObject([
      { at: again - 30 * MINUTE, obligations: [{ obligation: 'final', percent: 50 }] },
    ]);
    const [missed, ...more] = only(story.passes(30 * MINUTE), 'obligationsMissed');
    expect(missed).toMatchObject({ at: again, obligations: ['final'] });
    expect(missed).not.toHaveProperty('again');
    expect(more).toEqual([]);
    expect(final(story)).toMatchObject({ missedAt: again, missedBefore: [limit] });
  });

  test('each time that it was so', () => {
    const { story, limit } = missedInTheWatch();
    endsAnyhow(story);
    const again = story.at + HOUR;
    story.passes(2 * HOUR);
    story.says('lin-wei', reopen);
    expect(final(story)).toMatchObject({ missedBefore: [limit, again] });
    expect(final(story)).not.toHaveProperty('missedAt');
  });

  test('filed in time after the next end it is in time, and the earlier one stays', () => {
    const { story, limit } = missedInTheWatch();
    endsAnyhow(story);
    story.passes(10 * MINUTE);
    story.says('lin-wei', file(['final']));
    expect(final(story)).toMatchObject({ status: 'filed', missedBefore: [limit] });
    expect(final(story)).not.toHaveProperty('missedAt');
  });

  test('of what an earlier release kept nothing is known, and it runs on', () => {
    const { story } = missedInTheWatch();
    delete final(story).missedBefore;
    endsAnyhow(story);
    expect(final(story)).not.toHaveProperty('missedBefore');
    expect(final(story)).toMatchObject({ due: story.at + HOUR });
  });

  test('stands still too where the reopening is the word that it applies', () => {
    const { story } = missedInTheWatch(({ plan }) => {
      plan.verification.timeBox = [{ within: 40 * MINUTE }];
      plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
    });
    expect(only(story.events, 'obligationsConfirmed')).toMatchObject([{ clocks: [{ obligation: 'final' }] }]);
    expect(final(story)).toMatchObject({ status: 'confirmed' });
    expect(final(story)).not.toHaveProperty('start');
    endsAnyhow(story);
    expect(final(story)).toMatchObject({ start: story.at, due: story.at + HOUR });
  });

  test('a clock that was in time stands still without any such word', () => {
    const { story } = missedInTheWatch();
    endsAnyhow(story);
    story.passes(10 * MINUTE);
    const before = final(story).missedBefore;
    story.says('lin-wei', reopen);
    expect(final(story).missedBefore).toEqual(before);
  });
});
