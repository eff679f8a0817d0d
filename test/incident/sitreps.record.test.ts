import { HOUR } from '../../src/domain/time.js';
import { planWithSitreps, sampleHolders } from '../support/samplePlan.js';
import { draft, edit, ends, only, release, responding, sitreps } from './sitrepsStory.js';
import { confirmAt, MINUTE, raiseTo, Story } from './story.js';

/** As the record and a kept state hold it. */
const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const writesOnly = (story: Story, number: number) => {
  const effects = Object.values(story.state.effects.pending).map(({ effect }) => effect);
  const { id: effectId } = effects.find((effect) => effect.kind === 'writeDocument' && effect.number === number)!;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'documentWritten', effectId, documentId: `doc-${number}`, files: [] });
};

test('events and state are kept without loss, from the first draft until the last release', () => {
  const story = responding();
  const check = () => {
    expect(kept(story.events)).toStrictEqual(story.events);
    expect(kept(story.state.sitreps)).toEqual(story.state.sitreps);
  };
  for (const step of [
    () => story.passes(50 * MINUTE),
    () => story.says('lin-wei', raiseTo('L3')),
    () => story.passes(26 * HOUR),
    () => story.says('zhou-min', edit(1, { impact: 'few' })),
    () => story.says('zhou-min', release(1)),
    () => story.delivers(),
    () => story.says('zhou-min', draft),
    () => ends(story),
    () => story.passes(25 * HOUR),
    () => story.says('zhou-min', release(2)),
    () => story.delivers(),
  ]) {
    step();
    check();
  }
  expect(story.state.sitreps.released).toMatchObject([{ number: 1 }, { number: 2, final: true }]);
});

describe('a released one', () => {
  test('begins where the one before it stopped', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    const [first] = only(story.says('zhou-min', release(1)), 'sitrepReleased');
    const [second] = only(story.passes(HOUR), 'sitrepDrafted');
    expect(second).toMatchObject({ since: first!.upTo, from: first!.at });
  });

  test('without own words has none on the record', () => {
    const story = responding();
    story.passes(50 * MINUTE);
    const [released] = only(story.says('zhou-min', release(1)), 'sitrepReleased');
    expect(released).toMatchObject({ authors: {} });
    expect(released).not.toHaveProperty('texts');
  });

  test('is not the final one, also when others were missed, and its mail says when the next is due', () => {
    const story = responding();
    const began = story.at;
    const events = [...story.passes(130 * MINUTE), ...story.says('zhou-min', release(1))];
    for (const event of sitreps(events)) expect(event).not.toHaveProperty('final');
    expect(Object.values(story.state.sitreps.unsent)).toMatchObject([{ nextDueAt: began + 3 * HOUR }]);
    expect(writesOnly(story, 1).filter(({ type }) => type === 'effectRequested')).toMatchObject([
      { effect: { template: 'sitrep', facts: { final: false, nextDueAt: began + 3 * HOUR } } },
      { effect: { template: 'sitrepPassOn', facts: { final: false, partners: ['regulator'] } } },
    ]);
  });

  test('that is final says so in its mail, and names no next one', () => {
    const story = responding();
    ends(story);
    story.says('zhou-min', release(1));
    const [mail] = only(writesOnly(story, 1), 'effectRequested');
    expect(mail).toMatchObject({ effect: { template: 'sitrep', facts: { final: true } } });
    expect(mail).not.toHaveProperty('effect.facts.nextDueAt');
  });

  test('of which only the first is written yet is the only one sent', () => {
    const story = responding();
    for (const number of [1, 2]) {
      story.says('zhou-min', draft);
      story.says('zhou-min', edit(number, { situation: `as of ${number}` }));
      story.says('zhou-min', release(number));
    }
    expect(only(writesOnly(story, 1), 'sitrepSent')).toMatchObject([{ number: 1, documentId: 'doc-1' }]);
    expect(story.state.sitreps).toMatchObject({
      unsent: { 2: { situation: 'as of 2' } },
      sent: { situation: 'as of 1' },
    });
    expect(story.state.sitreps.released.map(({ documentId }) => documentId)).toEqual(['doc-1', undefined]);
  });

  test('leaves of long words what a mail quotes, and of the releases the last five', () => {
    const story = responding();
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      story.says('zhou-min', draft);
      story.says('zhou-min', edit(number, { situation: 'x'.repeat(2_000), decisions: 'y'.repeat(2_000) }));
      story.says('zhou-min', release(number));
    }
    expect(story.state.sitreps.unsent['7']).toMatchObject({
      situation: `${'x'.repeat(499)}…`,
      toDecide: `${'y'.repeat(499)}…`,
    });
    expect(story.state.sitreps.released.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7]);
  });
});

describe('a report that turns out to be no incident', () => {
  const treatedAsReal = () => {
    const plan = planWithSitreps();
    plan.verification.timeBox = [{ within: 30 * MINUTE }];
    plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L1' };
    const story = new Story({}, { plan, holders: sampleHolders() });
    story.passes(32 * MINUTE);
    expect(story.state.sitreps.next).toEqual({ draftAt: story.at + 45 * MINUTE, dueAt: story.at + HOUR });
    return story;
  };
  const rejects = (story: Story) =>
    story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test of the alarm' });

  test('has no SITREPs from then on', () => {
    const story = treatedAsReal();
    rejects(story);
    expect(story.state.phase).toBe('rejected');
    expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
  });

  test('lets its open draft lapse, once', () => {
    const story = treatedAsReal();
    story.passes(50 * MINUTE);
    expect(only(rejects(story), 'sitrepLapsed')).toMatchObject([{ number: 1 }]);
    expect(story.state.sitreps.open).toBeUndefined();
    expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
  });

  test('has the same rhythm when a person confirms it after all', () => {
    const story = treatedAsReal();
    const { next } = story.state.sitreps;
    story.passes(10 * MINUTE);
    story.says('lin-wei', confirmAt('L1'));
    expect(story.state.sitreps.next).toEqual(next);
  });
});

test('an incident that another takes over lets its open draft lapse, once', () => {
  const story = responding();
  story.passes(50 * MINUTE);
  story.says('lin-wei', { type: 'merge', into: 'i-2', reason: 'the same outage' });
  expect(only(story.delivers(), 'sitrepLapsed')).toMatchObject([{ number: 1 }]);
  expect(sitreps(story.passes(48 * HOUR))).toEqual([]);
});
