import { decide, evolve, initial, nowOf, realTimeOf, restored, SYSTEM, wake } from '../../src/domain/incident/index.js';
import type { IncidentEvent, State } from '../../src/domain/incident/index.js';
import { DrillStory } from './drillStory.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, MINUTE, propose, refusalOf, START, Story } from './story.js';

const OPERATOR = { actor: { kind: 'operator' } } as const;

test('the events of a real incident carry one time, those of a drill both', () => {
  const real = new Story();
  real.says('lin-wei', confirmAt('L2'));
  expect(real.state.clock).toBeUndefined();
  expect(real.events.filter((event) => 'realAt' in event || 'pace' in event)).toEqual([]);

  const drill = new DrillStory(60);
  drill.passes(1_000);
  drill.says('lin-wei', confirmAt('L2'));
  expect(drill.events[0]).toMatchObject({ type: 'reported', at: START, realAt: START, pace: 60 });
  expect(drill.events.at(-1)).toMatchObject({ at: START + MINUTE, realAt: START + 1_000 });
});

test('a drill that does not say how fast it goes goes like the wall clock', () => {
  const drill = new DrillStory();
  drill.passes(5 * MINUTE);
  expect([drill.state.clock?.pace, drill.now]).toEqual([1, START + 5 * MINUTE]);
});

test('another pace counts from the moment at which it is set', () => {
  const drill = new DrillStory(60);
  drill.passes(1_000);
  drill.setsPace(600);
  expect(drill.now).toBe(START + MINUTE);
  drill.passes(1_000);
  expect(drill.now).toBe(START + 11 * MINUTE);
  drill.setsPace(0);
  drill.passes(3_600_000);
  expect(drill.now).toBe(START + 11 * MINUTE);
  drill.setsPace(1);
  drill.passes(1_000);
  expect(drill.now).toBe(START + 11 * MINUTE + 1_000);
});

test('the pace belongs to the operator and to whatever conducts the drill', () => {
  const drill = new DrillStory();
  expect(refusalOf(drill.says('lin-wei', { type: 'setPace', pace: 60 }))).toMatchObject({ code: 'operator_only' });
  expect(drill.setsPace(60)).toMatchObject([{ type: 'paceSet', pace: 60, actor: { kind: 'operator' } }]);
  const conducted = { type: 'setPace', pace: 0, requestId: '', actor: SYSTEM, via: 'system' } as const;
  expect(drill.hears(conducted)).toMatchObject([{ type: 'paceSet', pace: 0, actor: { kind: 'system' } }]);
});

test('an improvement that a drill opens has a date of the calendar, however far the drill is ahead', () => {
  const drill = new DrillStory(60);
  drill.says('lin-wei', confirmAt('L3'));
  drill.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
  drill.passes(3 * HOUR);
  const opens = (dueAt: number) =>
    drill.says('lin-wei', {
      type: 'improvement',
      finding: 'found late',
      measure: 'watch it',
      kind: 'prevent',
      priority: 'high',
      owner: { post: 'techLead' },
      dueAt,
      planChange: false,
    });
  expect(drill.now).toBeGreaterThan(drill.real + 7 * DAY);
  expect(refusalOf(opens(drill.real))).toMatchObject({ code: 'due_passed' });
  expect(opens(drill.real + 1)[0]).toMatchObject({
    type: 'improvementOpened',
    improvement: expect.any(String) as string,
  });
  drill.setsPace(0);
  expect(opens(drill.real + DAY)[0]).toMatchObject({ type: 'improvementOpened' });
});

test.each([-1, 3_601])('a pace of %d is out of range', (pace) => {
  const found = refusalOf(new DrillStory().setsPace(pace));
  expect(found).toMatchObject({ code: 'pace_out_of_range', found: { pace }, needed: { from: 0, to: 3_600 } });
});

test('the pace that it has changes nothing', () => {
  expect(new DrillStory(60).setsPace(60)).toEqual([]);
});

test('a real incident has no pace', () => {
  const refused = refusalOf(new Story().says('nobody', { type: 'setPace', pace: 60 }, OPERATOR));
  expect(refused).toMatchObject({ code: 'not_a_drill' });
});

test('when it is over its clock goes on like the wall clock, and nobody sets it', () => {
  const drill = new DrillStory(600);
  drill.passes(100);
  drill.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'enough' });
  const { now } = drill;
  drill.passes(MINUTE);
  expect(drill.now).toBe(now + MINUTE);
  expect(refusalOf(drill.setsPace(60))).toMatchObject({ code: 'incident_closed' });
  const late = { type: 'setPace', pace: 60, requestId: '', actor: SYSTEM, via: 'system' } as const;
  expect(refusalOf(drill.hears(late))).toMatchObject({ code: 'incident_closed' });
});

describe('a drill that was recorded by an earlier release', () => {
  const drill = new DrillStory();
  const older = drill.events.map(({ realAt: _, ...event }) => {
    if (event.type !== 'reported') return event;
    const { pace: __, ...reported } = event;
    return reported;
  }) as IncidentEvent[];
  const { clock: _, ...kept } = older.reduce(evolve, initial(BASIS));
  const { clock: __, ...moved } = kept.moved;
  const state = restored(BASIS, { ...kept, moved } as unknown as Omit<State, 'basis'>);

  test('goes by the wall clock, and its events carry one time', () => {
    const at = START + 30 * MINUTE;
    expect([state.clock, nowOf(state, at), realTimeOf(state, at)]).toEqual([undefined, at, at]);
    const woken = wake(state, at, at);
    expect(woken.length).toBeGreaterThan(0);
    expect(woken.filter((event) => 'realAt' in event)).toEqual([]);
  });

  test('has a clock from its first pace on', () => {
    const at = START + MINUTE;
    const head = { requestId: 'r', actor: { kind: 'operator' }, via: 'api' } as const;
    const [set, ...rest] = decide(state, { ...head, type: 'setPace', pace: 60 }, at, at);
    expect([set, rest]).toMatchObject([{ type: 'paceSet', at, realAt: at }, []]);
    expect(nowOf(evolve(state, set!), at + 1_000)).toBe(at + MINUTE);
  });
});
