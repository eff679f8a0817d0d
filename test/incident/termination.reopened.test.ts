import fc from 'fast-check';
import { openItems, pending } from '../../src/domain/incident/index.js';
import type { Decision, EffectOf, EventOf, EventType, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import type { Outcome } from './any/steps.js';
import { tell } from './any/tell.js';
import { file, obligationsBasis, rule } from './obligationsPlan.js';
import { BASIS, confirmAt, endsAnyhow, MINUTE, START, Story } from './story.js';
import { calledByTwo } from './twoCalls.js';

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
    expect(final(story)).toMatchObject({ missedAt: undefined });
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
    expect(final(story)).toMatchObject({ missedAt: undefined });
  });

  test('filed in time after the next end it is in time, and the earlier one stays', () => {
    const { story, limit } = missedInTheWatch();
    endsAnyhow(story);
    story.passes(10 * MINUTE);
    story.says('lin-wei', file(['final']));
    expect(final(story)).toMatchObject({ status: 'filed', missedBefore: [limit] });
    expect(final(story)).toMatchObject({ missedAt: undefined });
  });

  test('of what an earlier release kept nothing is known, and it runs on', () => {
    const { story } = missedInTheWatch();
    delete final(story).missedBefore;
    endsAnyhow(story);
    expect(final(story)).toMatchObject({ missedBefore: undefined });
    expect(final(story)).toMatchObject({ due: story.at + HOUR });
  });

  test('stands still too where the reopening is the word that it applies', () => {
    const { story } = missedInTheWatch(({ plan }) => {
      plan.verification.timeBox = [{ within: 40 * MINUTE }];
      plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
    });
    expect(only(story.events, 'obligationsConfirmed')).toMatchObject([{ clocks: [{ obligation: 'final' }] }]);
    expect(final(story)).toMatchObject({ status: 'confirmed' });
    expect(final(story)).toMatchObject({ start: undefined });
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

describe('a call of the first response that was on its way at the end', () => {
  const world = { requestId: '', actor: { kind: 'system' }, via: 'system', type: 'noticeAttempted' } as const;
  const onItsWay = (at: (story: Story) => void = () => undefined) => {
    const basis = structuredClone(BASIS) as Basis;
    basis.plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: 3 * HOUR }];
    const story = new Story({}, basis);
    story.delivers();
    story.says('lin-wei', confirmAt('L2'));
    at(story);
    const old = pending(story.state).filter((e) => e.kind === 'notify' && e.acknowledge) as EffectOf<'notify'>[];
    const effect = old.at(-1)!;
    const comesBack = (code: string) =>
      story.hears({
        ...world,
        effectId: effect.id,
        accepted: [],
        unreachable: [],
        delayed: effect.recipients.map(({ person }) => ({ person, code })),
      });
    return { story, effect, people: effect.recipients.map(({ person }) => person), comesBack };
  };
  test.each([
    ['call', () => undefined],
    ['reminder', (story: Story) => void (story.delivers(), story.passes(5 * MINUTE))],
  ])('%s: whoever is called anew does not get it any more', (template, at) => {
    const { story, effect, people, comesBack } = onItsWay(at);
    expect(effect.template).toBe(template);
    endsAnyhow(story);
    story.says('lin-wei', reopen);
    const events = comesBack('timeout');
    expect(only(events, 'noticeCancelled')).toMatchObject([{ effectId: effect.id, why: 'calledAnew', people }]);
    expect(story.state.effects.pending).not.toHaveProperty([effect.id]);
    expect(only(story.passes(HOUR), 'noticeRetried').map(({ effectId }) => effectId)).not.toContain(effect.id);
  });

  test('is tried until it is known whether it arrived, and only then given up', () => {
    const { story, effect, people, comesBack } = onItsWay();
    endsAnyhow(story);
    story.says('lin-wei', reopen);
    expect(only(comesBack('in_flight'), 'noticeCancelled')).toEqual([]);
    story.passes(10 * MINUTE);
    expect(only(comesBack('timeout'), 'noticeCancelled')).toMatchObject([{ why: 'calledAnew', people }]);
    expect(story.state.effects.pending).not.toHaveProperty([effect.id]);
  });

  test('is in vain as a stand-down makes it where nobody is called anew, or somebody else is', () => {
    const never = onItsWay();
    endsAnyhow(never.story);
    const [cancelled] = only(never.comesBack('timeout'), 'noticeCancelled');
    expect(cancelled).toMatchObject({ effectId: never.effect.id, people: never.people });
    expect(cancelled).not.toHaveProperty('why');
    const without = onItsWay();
    endsAnyhow(without.story);
    const [gone] = without.people;
    const away = { [gone!]: { away: [{ from: START, until: START + DAY }] } };
    without.story.hears({
      ...{ requestId: '', actor: { kind: 'system' }, via: 'system', type: 'peopleChanged', roster: 1 },
      plan: without.story.state.basis.plan.hash,
      ...differenceOf(without.story.state.basis, { holders: without.story.state.basis.holders, people: away }),
    });
    without.story.says('lin-wei', reopen);
    const [stoodDown, calledAnew] = only(without.comesBack('timeout'), 'noticeCancelled');
    expect(stoodDown).toMatchObject({ people: [gone] });
    expect(stoodDown).not.toHaveProperty('why');
    expect(calledAnew).toMatchObject({ people: without.people.slice(1), why: 'calledAnew' });
  });

  test('its own reminder takes the place of no call', () => {
    const { story, effect, comesBack } = onItsWay();
    story.passes(5 * MINUTE);
    expect(only(story.events, 'reminded')).not.toEqual([]);
    expect(only(comesBack('timeout'), 'noticeCancelled')).toEqual([]);
    expect(story.state.effects.pending).toHaveProperty([effect.id]);
  });

  test('nobody gets two calls to the same, however attempts and ends follow each other', () => {
    const attempt = fc.record({
      kind: fc.constant('answers' as const),
      which: fc.nat(30),
      outcome: fc.constantFrom<Outcome>('well', 'partly', 'delayed', 'onTheWire'),
      person: fc.constantFrom('zhao-lei', 'zhou-min', 'xu-na'),
    });
    const step = fc.oneof(
      { weight: 6, arbitrary: attempt },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('ends' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('comesBack' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(10 * MINUTE) }) },
    );
    const given = { basis: 0, category: 'operation', facts: {}, engaged: [], confirmedAt: 'L1' } as const;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const story = tell({ ...given, engaged: [], steps });
        for (const twice of calledByTwo(story.turns.flat())) throw new Error(twice);
      }),
      runs(150),
    );
  });
});
