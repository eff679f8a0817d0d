import type { Decision } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import {
  BASIS,
  confirmAt,
  confirmEnd,
  endsAnyhow,
  MINUTE,
  propose,
  raiseTo,
  refusalOf,
  START,
  Story,
  told,
} from './story.js';

/** Check-ins each 30 minutes at level 1, each hour at level 2, none at level 3. */
function basis(change: (basis: Basis) => void = () => undefined): Basis {
  const copy = structuredClone(BASIS);
  copy.plan.command.checkIn = [
    { levels: ['L1'], every: 30 * MINUTE },
    { levels: ['L2'], every: 60 * MINUTE },
  ];
  change(copy);
  return copy;
}
const responding = (level = 'L1', change?: (basis: Basis) => void) => {
  const story = new Story({}, basis(change));
  story.says('lin-wei', confirmAt(level));
  return story;
};
const checkIn = (note?: string): Decision => ({ type: 'checkIn', ...(note === undefined ? {} : { note }) });
const silenced = (ms: number, level?: string) => {
  const story = responding(level);
  story.passes(ms);
  return story;
};

test('nobody has to give a sign of life after the end, in whatever hands command is then', () => {
  const story = responding('L2', (changed) => {
    changed.plan.termination.watch = [{ levels: ['L2'], for: 600 * MINUTE }];
  });
  endsAnyhow(story);
  story.says('lin-wei', {
    type: 'handOver',
    action: 'offer',
    to: 'chen-jing',
    brief: { situation: 'over', objectives: 'the aftermath' },
  });
  story.says('chen-jing', { type: 'handOver', action: 'accept' });
  expect(story.state.command.posts['commander']).toBe('chen-jing');
  expect(story.state.checkIn).toEqual({ asked: [], round: [] });
  story.passes(300 * MINUTE);
  expect(story.all('checkInReminded')).toEqual([]);
});

describe('a check-in', () => {
  test('goes on the record, with its note', () => {
    const story = responding();
    expect(story.says('lin-wei', checkIn('all well'))).toMatchObject([
      { type: 'checkedIn', person: 'lin-wei', asked: [], texts: { note: 'all well' } },
    ]);
    expect(story.says('lin-wei', checkIn())[0]).not.toHaveProperty('texts');
  });

  test('late, tells those who were asked, once, and begins the interval anew', () => {
    const story = silenced(33 * MINUTE);
    const events = story.says('lin-wei', checkIn());
    expect(events.filter(({ type }) => type === 'checkedIn')).toHaveLength(1);
    expect(told(events)['commandHeld']).toEqual(['chen-jing']);
    expect(story.state.checkIn).toEqual({ asked: [], round: [], next: { step: 'remind', at: story.at + 30 * MINUTE } });
  });

  test('before the response names the phase that it needs', () => {
    expect(refusalOf(new Story({}, basis()).says('lin-wei', checkIn()))).toMatchObject({
      found: { phase: 'reported' },
      needed: { phases: ['responding'] },
    });
  });

  test('has another interval at another level, and none where the plan has none', () => {
    const story = responding('L1');
    story.says('lin-wei', raiseTo('L2'));
    expect(story.state.checkIn.next).toEqual({ step: 'remind', at: story.at + 60 * MINUTE });
    story.says('lin-wei', raiseTo('L3'));
    expect(story.state.checkIn.next).toBeUndefined();
  });
});

describe('silence', () => {
  test('is not made good for by another level that somebody else decides', () => {
    const story = silenced(32 * MINUTE, 'L1');
    story.says('chen-jing', raiseTo('L2'));
    expect(story.state.checkIn.asked).toEqual(['chen-jing']);
    expect(told(story.passes(5 * MINUTE))['commandUnanswered']).toContain('lin-wei');
  });

  test('goes on in rounds: everybody is named once among those who may take over', () => {
    const story = silenced(60 * MINUTE);
    expect(story.state.checkIn.asked).toEqual(['chen-jing']);
    const unanswered = story.all('commandUnanswered');
    expect(unanswered.length).toBeGreaterThan(1);
    for (const event of unanswered) expect(event).toMatchObject({ asked: ['chen-jing'], silent: 'lin-wei' });
    story.says('chen-jing', { type: 'takeCommand' });
    expect(story.state.command.posts['commander']).toBe('chen-jing');
  });

  test('asks somebody who is away when there is nobody else', () => {
    const story = responding('L1', (copy) => {
      copy.people = { 'chen-jing': { away: [{ from: START, until: START + 600 * MINUTE }] } };
    });
    expect(told(story.passes(32 * MINUTE))['commandAsked']).toEqual(['chen-jing']);
  });

  test('asks whoever went away meanwhile last', () => {
    const story = responding('L1', (copy) => {
      copy.holders['commander'] = ['lin-wei', 'tan-si'];
      copy.people = { 'chen-jing': { away: [{ from: START + 10 * MINUTE, until: START + 600 * MINUTE }] } };
    });
    story.passes(34 * MINUTE);
    expect(story.state.checkIn.asked).toEqual(['tan-si', 'chen-jing']);
  });

  test('ends with any answer of whoever commands: those who were asked hear it', () => {
    const story = silenced(33 * MINUTE);
    const events = story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' });
    expect(told(events)['commandHeld']).toEqual(['chen-jing']);
  });

  test('names to a volunteer those who were asked', () => {
    expect(refusalOf(silenced(32 * MINUTE).says('zhao-lei', { type: 'takeCommand' }))).toMatchObject({
      code: 'not_asked',
      needed: { people: ['chen-jing'] },
    });
  });

  test('of whoever took over is asked about as well', () => {
    const story = silenced(32 * MINUTE);
    expect(told(story.says('chen-jing', { type: 'takeCommand' }))['commandHeld']).toBeUndefined();
    expect(told(story.passes(30 * MINUTE))['checkInDue']).toEqual(['chen-jing']);
    expect(told(story.passes(2 * MINUTE))['commandAsked']).toEqual(['lin-wei']);
  });
});

describe('that the commander does not answer', () => {
  const missed = (note?: string): Decision => ({ type: 'missCommander', ...(note === undefined ? {} : { note }) });
  const REMIND = BASIS.plan.notification.alert.remindAfter;

  test('is said without waiting for the interval: a sign of life is asked for at once, then the deputies', () => {
    const story = responding('L2');
    const events = story.says('zhao-lei', missed('on a plane'));
    expect(events[0]).toMatchObject({ type: 'commanderMissed', person: 'lin-wei', texts: { note: 'on a plane' } });
    expect(told(events)['checkInDue']).toEqual(['lin-wei']);
    expect(told(story.passes(REMIND))['commandAsked']).toEqual(['chen-jing']);
    expect(story.says('chen-jing', { type: 'takeCommand' })[0]).toMatchObject({
      type: 'commandPassed',
      why: 'silence',
    });
    expect(story.state.checkIn.next).toEqual({ step: 'remind', at: story.at + 60 * MINUTE });
  });

  test('is said where the plan has no check-in at all', () => {
    const story = responding('L3');
    story.says('chen-jing', missed());
    expect(told(story.passes(REMIND))['commandAsked']).toEqual(['chen-jing']);
  });

  test('by several is on the record each time, and asks once', () => {
    const story = responding('L2');
    story.says('chen-jing', missed());
    expect(story.says('zhao-lei', missed()).map(({ type }) => type)).toEqual(['commanderMissed']);
    expect(story.all('checkInReminded')).toHaveLength(1);
  });

  test('is answered by any decision of the commander', () => {
    const story = responding('L2');
    story.says('chen-jing', missed());
    story.says('lin-wei', checkIn());
    expect(told(story.passes(30 * MINUTE))['commandAsked']).toBeUndefined();
  });

  test('is for others to say, and only while the response runs', () => {
    expect(refusalOf(responding('L2').says('lin-wei', missed()))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(responding('L2').says('wu-gang', missed()))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(new Story({}, basis()).says('chen-jing', missed()))).toMatchObject({ code: 'wrong_phase' });
  });
});

describe('nobody is asked for a sign of life', () => {
  /** A report that the plan treats as real at level 1 by itself: it runs, and may still be rejected. */
  const running = () => {
    const story = new Story(
      { facts: { dataLost: true } },
      basis(({ plan }) => (plan.verification.automatic = ['L1'])),
    );
    story.passes(29 * MINUTE);
    return story;
  };

  test.each<[string, (story: Story) => void]>([
    [
      'after the end',
      (story) => {
        story.says('lin-wei', confirmAt('L1'));
        story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
        story.says('lin-wei', confirmEnd);
        story.says('chen-jing', confirmEnd);
      },
    ],
    ['after a rejection', (story) => story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' })],
    [
      'after a merger',
      (story) => {
        story.says('lin-wei', { type: 'merge', into: 'i-5', reason: 'the same' });
        story.delivers();
      },
    ],
  ])('%s', (_, end) => {
    const story = running();
    end(story);
    expect(story.state.phase).not.toBe('responding');
    const later = told(story.passes(300 * MINUTE));
    expect(later['checkInDue']).toBeUndefined();
    expect(later['commandAsked']).toBeUndefined();
  });
});
