import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis, ObligationRule } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { file as filing, obligationsBasis, reported, rule, setClock, told as dutyOf } from './obligationsPlan.js';
import { confirmAt, endsAnyhow, MINUTE, refusalOf, START } from './story.js';

const LIAISON = 'zhou-min';
const COMMANDER = 'lin-wei';
const MANY = { usersAffected: 5_000 };

const file = (obligations: string[], filedAt: number) => filing(obligations, { filedAt });
const fact = (values: Record<string, number | boolean>): Decision => ({
  type: 'addFact',
  values,
  source: 'graph',
  confidence: 'confirmed',
});
const absorb = (reportedAt: number, facts = {}): Decision => ({
  type: 'absorb',
  from: 'i-9',
  mode: 'real',
  reporter: { kind: 'person', id: 'sun-yu' },
  reportedAt,
  facts,
  texts: { title: 'Slow', place: 'checkout' },
});
const moveTo = (rules: ObligationRule[], change: (basis: Basis) => void = () => undefined): Decision => {
  const basis = obligationsBasis(rules);
  Object.assign(basis.plan, { version: 4, hash: 'ab'.repeat(32) });
  change(basis);
  return { type: 'movePlan', basis, reason: 'the law changed' };
};

/** What was told of these, in minutes since the report. */
function times(events: IncidentEvent[], type: 'obligationsReminded' | 'obligationsMissed'): number[] {
  return events.filter((event) => event.type === type).map(({ at }) => (at - START) / MINUTE);
}

function clocksOf(events: IncidentEvent[], type: 'obligationsOpened' | 'obligationClocksMoved' = 'obligationsOpened') {
  return events
    .filter((event): event is EventOf<typeof type> => event.type === type)
    .flatMap(({ clocks }) => clocks.map(({ obligation }) => obligation));
}

describe('from when it runs', () => {
  test.each(['discovered', 'aware', 'received', 'materialityDetermined'] as const)('%s: from the report', (start) => {
    const story = reported(MANY, [rule({ id: 'a', start, limit: { within: HOUR } })]);
    expect(dutyOf(story, 'a')).toMatchObject({ start: START, due: START + HOUR, sinceReport: true });
  });

  test('from a moment that has not come: it is on the list without a clock, and nobody is told to file it', () => {
    const rules = [
      rule({ id: 'plan', start: 'planPublished', limit: { within: HOUR } }),
      rule({ id: 'grading', start: 'classified', limit: { within: HOUR } }),
      rule({ id: 'end', start: 'responseEnded', limit: { within: HOUR } }),
      rule({ id: 'filing', start: 'earlierFiling', after: 'plan', limit: { within: HOUR } }),
      rule({ id: 'nothing', start: 'earlierFiling', limit: { within: HOUR } }),
    ];
    const story = reported(MANY, rules);
    const ids = rules.map(({ id }) => id);
    expect(Object.keys(story.state.obligations.duties)).toEqual(ids);
    for (const id of ids) expect(dutyOf(story, id)).toMatchObject({ start: undefined });
    expect(story.all('obligationsOpened')).toMatchObject([{ tell: [] }]);
    expect(times(story.passes(DAY), 'obligationsReminded')).toEqual([]);
  });

  test('whatever only may apply and does not run yet is not on the list', () => {
    const story = reported({}, [rule({ id: 'grading', start: 'classified', limit: { within: HOUR } })]);
    expect(dutyOf(story, 'grading')).toBeUndefined();
  });

  test('what a fact calls for later runs from then on, what another version of the plan asks for from the report', () => {
    const story = reported({ usersAffected: 3 });
    story.says(COMMANDER, confirmAt('L3'));
    story.passes(20 * MINUTE);
    story.says(COMMANDER, fact(MANY));
    expect(dutyOf(story, 'first')).toMatchObject({ start: START + 20 * MINUTE });
    expect(dutyOf(story, 'first')).toMatchObject({ sinceReport: undefined });
    story.says(COMMANDER, moveTo([rule({ id: 'new', limit: { within: 3 * HOUR } })]));
    expect(dutyOf(story, 'new')).toMatchObject({ start: START, sinceReport: true });
  });

  test('what runs from the grading never began before it, whatever opens it later', () => {
    const grading = rule({ id: 'grading', start: 'classified', limit: { within: HOUR } });
    const graded = (...rules: ObligationRule[]) => {
      const story = reported({ usersAffected: 3 }, rules);
      story.passes(10 * MINUTE);
      story.says(COMMANDER, confirmAt('L3'));
      story.passes(10 * MINUTE);
      return story;
    };
    const judged = graded(grading);
    judged.says(LIAISON, { type: 'obligation', action: 'judge', obligations: ['grading'], applies: true, reason: 'x' });
    const reportedAgain = graded(grading);
    reportedAgain.says(COMMANDER, absorb(START + 5 * MINUTE, MANY));
    const planned = graded();
    planned.says(COMMANDER, moveTo([{ ...grading, when: { fact: 'usersAffected', atLeast: 3 } }]));
    for (const story of [judged, reportedAgain, planned]) {
      expect(dutyOf(story, 'grading')).toMatchObject({ status: 'confirmed', start: START + 10 * MINUTE });
    }
    const found = graded(grading);
    found.says(COMMANDER, fact(MANY));
    expect(dutyOf(found, 'grading')).toMatchObject({ start: START + 20 * MINUTE });
  });

  test('what another report calls for runs from that report, if it came later than from now', () => {
    const story = reported({ usersAffected: 3 });
    story.passes(20 * MINUTE);
    story.says(COMMANDER, absorb(START + 10 * MINUTE, MANY));
    expect(dutyOf(story, 'first')).toMatchObject({ start: START + 10 * MINUTE });
  });

  test('an earlier report is where whatever is asked for later begins, a later one is not', () => {
    const story = reported({ usersAffected: 3 });
    story.passes(20 * MINUTE);
    story.says(COMMANDER, absorb(START - 30 * MINUTE));
    story.says(COMMANDER, absorb(START + 5 * MINUTE));
    expect(story.state.obligations.discoveredAt).toBe(START - 30 * MINUTE);
    story.says(LIAISON, { type: 'obligation', action: 'judge', obligations: ['first'], applies: true, reason: 'x' });
    expect(dutyOf(story, 'first')).toMatchObject({ start: START - 30 * MINUTE });
  });

  test('a later report moves nothing', () => {
    const story = reported(MANY);
    story.passes(20 * MINUTE);
    const events = story.says(COMMANDER, absorb(START + 5 * MINUTE));
    expect(events.map(({ type }) => type)).not.toContain('obligationClocksMoved');
    expect(dutyOf(story, 'first')).toMatchObject({ start: START });
  });

  test('an earlier report moves nothing that is filed or does not apply', () => {
    const story = reported({ ...MANY, dataLost: true });
    story.says(LIAISON, file(['first'], START));
    const events = story.says(COMMANDER, absorb(START - 30 * MINUTE));
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'obligationClocksMoved',
        why: 'earlierReport',
        clocks: [{ obligation: 'breach', start: START - 30 * MINUTE, due: START - 30 * MINUTE + 72 * HOUR }],
        tell: [{ person: LIAISON, obligations: ['breach'] }],
      }),
    );
    expect(dutyOf(story, 'first')).toMatchObject({ start: START });
  });

  test('what waits for an earlier filing begins when it is filed, once, and is told to its owner', () => {
    const story = reported(MANY);
    story.passes(20 * MINUTE);
    const events = story.says(COMMANDER, file(['first'], START + 10 * MINUTE));
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'obligationClocksMoved',
        why: 'filed',
        clocks: [
          { obligation: 'upward', start: START + 10 * MINUTE, due: START + 40 * MINUTE },
          { obligation: 'supplement', start: START + 10 * MINUTE, due: START + 10 * MINUTE + DAY },
        ],
        tell: [{ person: LIAISON, obligations: ['upward', 'supplement'] }],
      }),
    );
    story.passes(MINUTE);
    expect(clocksOf(story.says(COMMANDER, file(['first'], story.at)), 'obligationClocksMoved')).toEqual([]);
  });
});

test('what begins with the filing of another, or with the end, is told as that, and nothing that has not begun', () => {
  const story = reported(MANY, [
    rule({ id: 'first', limit: { within: HOUR } }),
    rule({ id: 'supplement', start: 'earlierFiling', after: 'first', limit: { within: HOUR } }),
    rule({ id: 'end', start: 'responseEnded', limit: { within: HOUR } }),
  ]);
  story.says(COMMANDER, confirmAt('L3'));
  story.says(LIAISON, file(['first'], START));
  endsAnyhow(story);
  expect(story.all('obligationClocksMoved')).toMatchObject([
    { why: 'filed', clocks: [{ obligation: 'supplement' }] },
    { why: 'responseEnded', clocks: [{ obligation: 'end', start: START, due: START + HOUR }] },
  ]);
});

describe('when it is told', () => {
  test('at the steps of the plan, in the order of time, and never when nothing gives a limit', () => {
    const story = reported(MANY, [
      rule({ id: 'a', limit: { within: 100 * MINUTE }, reminders: [80, 100, 20, 50] }),
      rule({ id: 'free', limit: {} }),
    ]);
    const events = story.passes(100 * MINUTE);
    expect(times(events, 'obligationsReminded')).toEqual([20, 50, 80]);
    expect(times(events, 'obligationsMissed')).toEqual([100]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'obligationsReminded', obligations: [{ obligation: 'a', percent: 20 }] }),
    );
    expect(dutyOf(story, 'free')).toMatchObject({ due: undefined });
    expect(dutyOf(story, 'free')).toMatchObject({ next: undefined });
  });

  test('working days end at midnight, whenever they began: a step between two milliseconds is that step all the same', () => {
    const story = reported({ usersAffected: 3 }, [rule({ id: 'days', limit: { workingDays: 4 } })]);
    story.says(LIAISON, setClock('days', START - 123_457));
    const events = story.passes(5 * DAY).filter(({ type }) => type === 'obligationsReminded');
    expect(events).toMatchObject([
      { obligations: [{ percent: 50 }], tell: [{ person: LIAISON }] },
      { obligations: [{ percent: 80 }], tell: [{ person: LIAISON }, { person: 'wang-fang' }] },
    ]);
  });

  test.each([
    ['a quarter of an hour', 20 * MINUTE, 15],
    ['a quarter of the limit', 100 * MINUTE, 25],
    ['a day', 5 * DAY, 24 * 60],
  ])('after the limit again and again, each time after %s', (_, within, minutes) => {
    const story = reported(MANY, [rule({ id: 'a', limit: { within }, reminders: [] })]);
    story.says(COMMANDER, { type: 'verify', outcome: 'standby', reason: 'not sure' });
    const events = story.passes(within + 2 * minutes * MINUTE);
    const limit = within / MINUTE;
    expect(times(events, 'obligationsMissed')).toEqual([limit, limit + minutes, limit + 2 * minutes]);
    expect(dutyOf(story, 'a')).toMatchObject({ missedAt: START + within });
  });

  test('after an outage: the part that has really passed, once', () => {
    const story = reported(MANY, [rule({ id: 'a', limit: { within: 100 * MINUTE } })]);
    story.at += 60 * MINUTE;
    story.passes(0);
    expect(story.all('obligationsReminded')).toMatchObject([{ obligations: [{ obligation: 'a', percent: 60 }] }]);
    expect(times(story.passes(30 * MINUTE), 'obligationsReminded')).toEqual([80]);
  });

  test('what draws near and what has passed at the same moment, each as what it is', () => {
    const story = reported(MANY, [
      rule({ id: 'half', limit: { within: 2 * HOUR } }),
      rule({ id: 'last', limit: { within: 75 * MINUTE } }),
      rule({ id: 'passed', limit: { within: HOUR } }),
    ]);
    story.passes(59 * MINUTE);
    expect(story.passes(MINUTE).filter(({ type }) => type.startsWith('obligations'))).toMatchObject([
      { type: 'obligationsReminded', obligations: [{ obligation: 'half', percent: 50 }], tell: [{ person: LIAISON }] },
      {
        type: 'obligationsReminded',
        obligations: [{ obligation: 'last', percent: 80 }],
        tell: [{ person: LIAISON }, { person: 'wang-fang' }],
      },
      { type: 'obligationsMissed', obligations: ['passed'] },
    ]);
  });

  test('the limit that had passed stays missed, and is not told as new, beside one that passes now', () => {
    const story = reported(MANY, [
      rule({ id: 'new', limit: { within: 75 * MINUTE }, reminders: [] }),
      rule({ id: 'old', limit: { within: HOUR }, reminders: [] }),
    ]);
    story.passes(74 * MINUTE);
    const [first, again] = story.passes(MINUTE).filter(({ type }) => type === 'obligationsMissed');
    expect(first).toMatchObject({ obligations: ['new'] });
    expect(first).not.toHaveProperty('again');
    expect(again).toMatchObject({ obligations: ['old'], again: true });
  });

  test('never once it is filed or does not apply', () => {
    const story = reported({ ...MANY, dataLost: true }, [
      rule({ id: 'filed', limit: { within: HOUR } }),
      rule({ id: 'not', limit: { within: HOUR } }),
    ]);
    story.says(LIAISON, file(['filed'], START));
    story.says(LIAISON, { type: 'obligation', action: 'judge', obligations: ['not'], applies: false, reason: 'x' });
    const events = story.passes(DAY);
    expect(times(events, 'obligationsReminded')).toEqual([]);
    expect(times(events, 'obligationsMissed')).toEqual([]);
    expect(story.state.obligations).toMatchObject({ wakeAt: undefined });
    for (const id of ['filed', 'not']) expect(dutyOf(story, id)).toMatchObject({ next: undefined });
  });
});

describe('a limit that has passed', () => {
  test('by a clock that somebody sets back is told as new', () => {
    const story = reported({ usersAffected: 3 });
    story.says(LIAISON, setClock('first', START - 2 * HOUR));
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: undefined });
    story.passes(0);
    expect(story.all('obligationsMissed')).toHaveLength(1);
    expect(story.all('obligationsMissed')[0]).not.toHaveProperty('again');
  });

  test('stays missed with another clock that has passed too, by the limit of that clock', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    story.says(LIAISON, setClock('first', START + 10 * MINUTE));
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + 70 * MINUTE, missedBefore: [START + HOUR] });
    story.says(LIAISON, setClock('first', START - 10 * MINUTE));
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + 50 * MINUTE, missedBefore: [START + HOUR] });
  });

  test('that was missed stays in sight where a later clock makes the filing one in time', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    story.says(LIAISON, setClock('first', START + 30 * MINUTE));
    story.says(LIAISON, filing(['first'], { filedAt: START + 80 * MINUTE }));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed', missedBefore: [START + HOUR] });
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: undefined });
  });

  test('that was met after all goes with the filing that was before it, also where the clock was set since', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    story.says(LIAISON, setClock('first', START + 30 * MINUTE));
    story.says(LIAISON, filing(['first'], { filedAt: START + 40 * MINUTE }));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed' });
    expect(dutyOf(story, 'first')).toMatchObject({ missedBefore: undefined });
  });

  test('is not missed where the clock turns out to run until later; the limit that stood before stays in sight', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    story.says(LIAISON, setClock('first', START + 90 * MINUTE));
    expect(dutyOf(story, 'first')).toMatchObject({ due: START + 150 * MINUTE });
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: undefined });
    expect(dutyOf(story, 'first')).toMatchObject({ missedBefore: [START + HOUR] });
    story.passes(HOUR);
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + 150 * MINUTE, missedBefore: [START + HOUR] });
  });

  test('is missed at the moment itself', () => {
    const story = reported(MANY);
    story.passes(HOUR - 1);
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: undefined });
    story.passes(1);
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + HOUR });
  });

  test('a filing at the limit was in time, one a moment later was late and keeps the missed limit', () => {
    const inTime = reported(MANY);
    inTime.passes(2 * HOUR);
    expect(refusalOf(inTime.says(LIAISON, file(['first'], START + HOUR)))).toBeUndefined();
    expect(dutyOf(inTime, 'first')).toMatchObject({ missedAt: undefined });
    const late = reported(MANY);
    late.passes(2 * HOUR);
    expect(refusalOf(late.says(LIAISON, file(['first'], START + HOUR + 1)))?.code).toBe('late_reason_required');
  });

  test('an earlier filing that is entered later makes up for it', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    story.says(LIAISON, { ...file(['first'], START + 90 * MINUTE), lateReason: 'the line was dead' } as Decision);
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + HOUR, filings: 1 });
    story.says(LIAISON, file(['first'], START + 30 * MINUTE));
    expect(dutyOf(story, 'first')).toMatchObject({ filedAt: START + 30 * MINUTE, filings: 2 });
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: undefined });
  });

  test('is on the list of what is open as what law, or as what we ourselves wanted; what others file is not', () => {
    const story = reported(MANY, [
      rule({ id: 'law', limit: { within: HOUR } }),
      rule({ id: 'own', own: true, limit: { within: HOUR } }),
      rule({ id: 'target', limit: { target: HOUR } }),
      rule({ id: 'theirs', theirs: true, limit: { within: HOUR } }),
      rule({ id: 'later', limit: { within: DAY } }),
    ]);
    story.passes(HOUR);
    expect(openItems(story.state, story.at)).toEqual([]);
    story.says(COMMANDER, confirmAt('L3'));
    const open = openItems(story.state, story.at).filter(({ code }) => code.endsWith('overdue'));
    expect(open).toEqual([
      { code: 'obligation_overdue', id: 'law' },
      { code: 'own_report_overdue', id: 'own' },
      { code: 'own_report_overdue', id: 'target' },
    ]);
    endsAnyhow(story);
    const after = openItems(story.state, story.at).filter(({ code }) => code === 'obligation_open');
    expect(after.map((item) => item.id)).toEqual(['law', 'own', 'target', 'later']);
  });
});

describe('another version of the plan', () => {
  test('moves only the limits that it changes, and tells their owner', () => {
    const story = reported(MANY, [
      rule({ id: 'same', limit: { within: HOUR } }),
      rule({ id: 'longer', limit: { within: HOUR } }),
      rule({ id: 'filed', limit: { within: HOUR } }),
      rule({ id: 'stays', start: 'responseEnded', limit: { within: HOUR } }),
    ]);
    story.says(LIAISON, file(['filed'], START));
    const events = story.says(
      COMMANDER,
      moveTo([
        rule({ id: 'same', limit: { within: HOUR } }),
        rule({ id: 'longer', limit: { within: 2 * HOUR } }),
        rule({ id: 'filed', limit: { within: 2 * HOUR } }),
        rule({ id: 'stays', start: 'responseEnded', limit: { within: 2 * HOUR } }),
      ]),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'obligationClocksMoved',
        why: 'planMoved',
        clocks: [{ obligation: 'longer', start: START, due: START + 2 * HOUR }],
        tell: [{ person: LIAISON, obligations: ['longer'] }],
      }),
    );
    expect(story.all('obligationsLifted')).toEqual([]);
  });

  test('lifts what it has no more with its reason, and tells command, since it does not say any more whose it was', () => {
    const story = reported(MANY);
    const events = story.says(COMMANDER, moveTo([]));
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'obligationsLifted',
        why: 'planMoved',
        obligations: ['first', 'upward', 'supplement', 'breach'],
        tell: [{ person: COMMANDER, obligations: ['first'] }],
        texts: { reason: 'the law changed' },
      }),
    );
  });
});
