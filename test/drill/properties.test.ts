import fc from 'fast-check';
import { fold, isFinished, nextWake, restored } from '../../src/domain/drill/index.js';
import type { DrillDecision, DrillEffect, DrillOpening, DrillState } from '../../src/domain/drill/index.js';
import { DAY, MINUTE, SECOND } from '../../src/domain/time.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  OBSERVER,
  SAFETY,
  SCENARIO,
  START,
  Story,
  TODAY,
} from './story.js';

const PEOPLE = [DIRECTOR, CONTROLLER, EVALUATOR, SAFETY, OBSERVER, COMMANDER, ENGINEER, APPROVER, 'leader', 'stranger'];
const INJECTS = [...SCENARIO.injects.map(({ id }) => id), 'added-1', 'none'];

const word = fc.constantFrom('', 'because');
const decision: fc.Arbitrary<DrillDecision> = fc.oneof(
  fc.constantFrom<DrillDecision>(
    { type: 'submitScheme' },
    { type: 'approve' },
    { type: 'start' },
    { type: 'end' },
    { type: 'accept' },
    { type: 'answer', answers: { q1: 'x' } },
    { type: 'answer', answers: { q1: 'x' }, for: ENGINEER },
    { type: 'revise', plannedAt: START + 40 * MINUTE, roles: { players: [COMMANDER, ENGINEER, 'he-zhe'] } },
    { type: 'revise', plannedAt: null, pace: 60, simulateAbsent: { seed: 1, people: [EVALUATOR] } },
    { type: 'addInject', event: 'a call', players: ['commander'] },
  ),
  fc.record({ type: fc.constant('setPace' as const), pace: fc.constantFrom(0, 1, 60, 3_600, 5_000) }),
  fc.constant({ type: 'setPace' as const }),
  fc.record({ type: fc.constant('inject' as const), inject: fc.constantFrom(...INJECTS) }),
  fc.record({ type: fc.constant('skip' as const), inject: fc.constantFrom(...INJECTS), reason: word }),
  fc.record({ type: fc.constantFrom('stop' as const, 'callOff' as const), reason: word }),
  fc.record({ type: fc.constantFrom('giveBack' as const, 'returnReport' as const), remarks: word }),
  fc.record({ type: fc.constant('observe' as const), note: word }),
  fc.record({
    type: fc.constant('rate' as const),
    criterion: fc.constantFrom('E-11', 'E-21', 'E-51', 'E-99'),
    rating: fc.constantFrom('P' as const, 'U' as const),
    reason: word,
  }),
  fc.record({
    type: fc.constant('submit' as const),
    problems: word,
    suggestions: word,
    despite: fc.constant(true as const),
  }),
);

type Step = (story: Story) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...PEOPLE), decision).map(
      ([person, said]): Step =>
        (s) =>
          void s.says(person, said),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>((s) => void s.settles()) },
  {
    weight: 3,
    arbitrary: fc.nat(90).map(
      (n): Step =>
        (s) =>
          void s.passes(n * MINUTE + (n % 7) * SECOND),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('factAdded', 'confirmed', 'terminated', 'levelChanged').map(
      (type): Step =>
        (s) =>
          void s.shows(type, { level: 'II', authority: 'commander' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(10).map(
      (n): Step =>
        (s) =>
          void s.passes(n * DAY),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((s) => void s.preempts([ENGINEER])) },
);

/** Two actions are missed at the same moment. */
const TWO_ACTIONS = {
  ...SCENARIO,
  injects: SCENARIO.injects.map((inject) =>
    inject.id === 'in-1'
      ? { ...inject, expects: [...inject.expects, { event: 'confirmed' as const, within: 5 * MINUTE }] }
      : inject,
  ),
};

/** Most stories begin: what nobody starts has little to say. */
const begun: Step = (story) => {
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
  story.settles();
};

/** By the rules of an earlier release, of today, and of the programme of today. */
const openings: Partial<DrillOpening>[] = [
  {},
  { rules: TODAY },
  { rules: { ...TODAY, whenReal: 'end' } },
  { rules: TODAY, plannedAt: START + 20 * MINUTE, planned: { occurrence: '2026-11', whenMissed: 'replan' } },
];

const stories = fc.tuple(fc.constantFrom(...openings), fc.boolean(), fc.array(step, { maxLength: 40 }));
const story = stories.map(([more, isBegun, steps]) => {
  const told = new Story({ pace: 1, scenario: TWO_ACTIONS, ...more });
  if (isBegun) begun(told);
  for (const each of steps) each(told);
  return told;
});

const whatever = (holds: (told: Story) => void) => {
  fc.assert(fc.property(story, holds), { numRuns: Number(process.env['MUSTER_RUNS'] ?? 300) });
};

test('the state follows from the events alone, and survives being kept', () => {
  whatever((told) => {
    expect(fold(told.events)).toEqual(told.state);
    expect(restored(JSON.parse(JSON.stringify(told.state)) as DrillState)).toEqual(told.state);
    expect(told.events.map(({ seq }) => seq)).toEqual(told.events.map((_, i) => i + 1));
  });
});

test('the story never goes back, and nothing of it happens while it stands still', () => {
  whatever((told) => {
    let last = 0;
    let pace = 1;
    for (const event of told.events) {
      if (event.type === 'paceSet') pace = event.clock.pace;
      if (event.type !== 'injectPlayed' || event.by === 'contingency') continue;
      expect(event.storyAt).toBeGreaterThanOrEqual(last);
      if (event.by === 'time' || event.by === 'silence') expect(pace).toBeGreaterThan(0);
      last = event.storyAt;
    }
  });
});

test('each inject is played once at most, none before its time, and each action has one outcome at the end', () => {
  whatever((told) => {
    const contingencies = told.all('injectPlayed').filter(({ by }) => by === 'contingency');
    expect(new Set(contingencies.map(({ inject }) => inject)).size).toBe(contingencies.length);
    const played = told.all('injectPlayed').filter(({ by }) => by !== 'contingency');
    expect(new Set(played.map(({ inject }) => inject)).size).toBe(played.length);
    const [first] = played.filter(({ inject, by }) => inject === 'in-1' && by === 'time');
    if (first) expect(first.storyAt).toBeGreaterThanOrEqual(told.state.startedAt! + MINUTE);
    if (told.state.ended === undefined) return;
    const actions = Object.values(told.state.injects).flatMap((one) => (one.playedAt === undefined ? [] : one.actions));
    // Where somebody else than the players ends a drill of today, what still had time is not decided.
    if (told.state.rules.edition === 2 && told.state.ended.why !== 'terminated') return;
    expect(actions.filter(({ status }) => status === 'open')).toEqual([]);
  });
});

test('nobody starts what was not approved by another, and nothing is decided by strangers', () => {
  whatever((told) => {
    const types = told.events.map(({ type }) => type);
    if (types.includes('startAsked')) expect(types.indexOf('schemeApproved')).toBeLessThan(types.indexOf('startAsked'));
    for (const event of told.events) {
      if (event.type === 'refused' || event.type === 'feedbackGiven') continue;
      expect(event.actor).not.toEqual({ kind: 'person', id: 'stranger' });
      if (event.type === 'reportAccepted') expect(event.actor).toEqual({ kind: 'person', id: APPROVER });
    }
  });
});

test('whatever falls due leads on, and what is over waits for nothing', () => {
  whatever((told) => {
    const next = nextWake(told.state);
    const { length } = told.events;
    if (next !== undefined) {
      told.passes(Math.max(0, next - told.at));
      expect(told.events.length).toBeGreaterThan(length);
    }
    for (let more = 0; more < 4; more += 1) told.settles();
    if (told.state.status === 'calledOff' || told.state.status === 'closed') {
      expect(nextWake(told.state)).toBeUndefined();
      expect(isFinished(told.state)).toBe(true);
    }
  });
});

/** A drill, and what the world does for it: at once or late, in whatever order may be, answered, given up, or not yet. */
class World {
  readonly story = new Story({ rules: TODAY });
  private readonly begun = new Map<string, DrillEffect>();
  private readonly done = new Set<string>();

  constructor() {
    begun(this.story);
  }

  begins(nth: number): void {
    const waiting = this.story.mayBegin().filter(({ id }) => !this.begun.has(id));
    const effect = waiting[nth % Math.max(1, waiting.length)];
    if (effect !== undefined) this.begun.set(effect.id, effect);
  }

  /** Asked a second time, under the same key, its incident does nothing. */
  does(nth: number): void {
    const effect = this.atWork(nth);
    if (effect === undefined || this.done.has(effect.id)) return;
    this.done.add(effect.id);
    this.story.carriesOut(effect);
  }

  isAnswered(nth: number, failed: boolean): void {
    const effect = this.atWork(nth);
    if (effect === undefined || (failed && effect.kind === 'clear') || (!failed && !this.done.has(effect.id))) return;
    this.begun.delete(effect.id);
    this.story.answers(effect, failed ? { failed: true } : {});
  }

  /** The operator, whom the drill does not ask. */
  outside(pace: number): void {
    if (this.story.state.status === 'running') this.story.paces(pace);
  }

  comesToRest(): void {
    for (
      let left = 50;
      left > 0 && (this.story.state.effects.length > 0 || this.story.incident.unseen.length > 0);
      left -= 1
    ) {
      this.story.looks();
      this.begins(0);
      for (let nth = 0; nth < this.begun.size; nth += 1) this.does(nth);
      this.isAnswered(0, false);
    }
    this.story.looks();
  }

  private atWork(nth: number): DrillEffect | undefined {
    return [...this.begun.values()][nth % Math.max(1, this.begun.size)];
  }
}

const move: fc.Arbitrary<(world: World) => void> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 1, 60)
      .map((pace) => (w: World) => void w.story.says(DIRECTOR, { type: 'setPace', pace })),
  },
  { weight: 1, arbitrary: fc.constant((w: World) => void w.story.says(DIRECTOR, { type: 'setPace' })) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 60).map((pace) => (w: World) => w.outside(pace)) },
  { weight: 3, arbitrary: fc.nat(9).map((nth) => (w: World) => w.begins(nth)) },
  { weight: 3, arbitrary: fc.nat(9).map((nth) => (w: World) => w.does(nth)) },
  { weight: 3, arbitrary: fc.nat(9).map((nth) => (w: World) => w.isAnswered(nth, false)) },
  { weight: 1, arbitrary: fc.nat(9).map((nth) => (w: World) => w.isAnswered(nth, true)) },
  { weight: 2, arbitrary: fc.constant((w: World) => void w.story.looks()) },
  { weight: 2, arbitrary: fc.nat(60).map((n) => (w: World) => void w.story.passes(n * SECOND)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(ENGINEER, COMMANDER).map((person) => (w: World) => void w.story.preempts([person])),
  },
  {
    weight: 1,
    arbitrary: fc.nat(3).map((n) => (w: World) => void (n === 0 && w.story.says(SAFETY, { type: 'stop' }))),
  },
);

const seqOf = (id: string): number => Number.parseInt(id.slice(1), 10);

test('what the drill says of its pace is what its incident goes by, whatever fails, is late or comes from elsewhere', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const world = new World();
      const { story: told } = world;
      for (const each of moves) {
        each(world);
        const { incident, state } = told;
        if (state.status !== 'running') continue;
        const asked = state.effects.findLast((effect) => effect.kind === 'pace');
        if (asked !== undefined) expect(state.pace).toBe(asked.pace);
        else if (incident.unseen.length === 0) expect(state.pace).toBe(incident.pace);
      }
      world.comesToRest();
      const { incident, state } = told;
      expect(state.effects).toEqual([]);
      // Paces in the order in which they were asked for, and after the end nothing but that it stands still.
      expect(incident.asked).toEqual(incident.asked.toSorted((a, b) => seqOf(a) - seqOf(b)));
      if (state.status !== 'running') expect(incident.pace).toBe(0);
      else expect(state).toMatchObject({ pace: incident.pace, clock: { pace: incident.pace } });
    }),
    { numRuns: Number(process.env['MUSTER_RUNS'] ?? 300) },
  );
});
