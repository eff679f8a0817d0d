import fc from 'fast-check';
import { FASTEST_PACE, nextWake } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { DrillStory } from './drillStory.js';
import { confirmAt, confirmEnd, override, raiseTo } from './story.js';

type Step =
  | { kind: 'passes' | 'isDown'; ms: number }
  | { kind: 'setsPace'; pace: number }
  | { kind: 'says'; who: string; decision: Decision }
  | { kind: 'delivers' | 'delays' };

const SAID: [string, Decision][] = [
  ['lin-wei', confirmAt('L2')],
  ['lin-wei', confirmAt('L3')],
  ['lin-wei', { type: 'verify', outcome: 'standby', reason: 'not sure' }],
  ['lin-wei', { type: 'verify', outcome: 'rejected', reason: 'nothing' }],
  ['lin-wei', raiseTo('L1')],
  ['lin-wei', raiseTo('L3')],
  ['lin-wei', { type: 'checkIn' }],
  ['lin-wei', { type: 'draftSitrep' }],
  ['lin-wei', { type: 'addFact', statement: 'two regions', source: 'monitoring', confidence: 'confirmed' }],
  ['lin-wei', override],
  ['chen-jing', confirmEnd],
  ['xu-na', raiseTo('L1')],
];

const decides = fc.constantFrom(...SAID).map(([who, decision]): Step => ({ kind: 'says', who, decision }));
const answers = fc.constantFrom<Step>({ kind: 'delivers' }, { kind: 'delays' });
/** Of the drill, as long as its clock goes: else a quick one has half a year of reminders. */
const span = fc.oneof(fc.nat(10 * SECOND), fc.nat(20 * MINUTE), fc.nat(2 * HOUR));
const pace = fc.oneof(fc.constantFrom(0, 0, 1, 60, 600, FASTEST_PACE), fc.nat(FASTEST_PACE));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: span }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('isDown' as const), ms: span }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('setsPace' as const), pace }) },
  { weight: 5, arbitrary: decides },
  { weight: 3, arbitrary: answers },
);

function takes(drill: DrillStory, next: Step): void {
  switch (next.kind) {
    case 'passes':
    case 'isDown':
      drill[next.kind](Math.ceil(next.ms / Math.max(1, paceOf(drill))));
      break;
    case 'setsPace':
      drill.setsPace(next.pace);
      break;
    case 'says':
      drill.says(next.who, next.decision);
      break;
    default:
      drill[next.kind]();
  }
}

const isPassing = (next: Step) => next.kind === 'passes' || next.kind === 'isDown';
const paceOf = ({ state }: DrillStory) => state.clock!.pace;

test('the clock of a drill goes as fast as it was set to, stands still, and never jumps or goes back', () => {
  fc.assert(
    fc.property(pace, fc.array(step, { maxLength: 25 }), (first, steps) => {
      const drill = new DrillStory(first);
      for (const next of steps) {
        const before = { now: drill.now, real: drill.real, pace: paceOf(drill), phase: drill.state.phase };
        takes(drill, next);
        // Only what falls due of itself can end a drill while time passes, and it goes on like the wall clock then.
        const isSame = !isPassing(next) || paceOf(drill) === before.pace;
        if (isSame) expect(drill.now - before.now).toBe((drill.real - before.real) * before.pace);
        expect(drill.now).toBeGreaterThanOrEqual(before.now);
      }
      expectOrder(drill.events.map(({ at }) => at));
      expectOrder(drill.events.map(({ realAt }) => realAt!));
    }),
    runs(100),
  );
});

test('what is due happens, not early, and late by less than a beat of the clock unless nothing ran', () => {
  fc.assert(
    fc.property(pace, fc.array(step, { maxLength: 25 }), (first, steps) => {
      const drill = new DrillStory(first);
      for (const next of steps) {
        const fastest = Math.max(1, paceOf(drill));
        const woken = drill.wakes.length;
        takes(drill, next);
        for (const { due, at } of drill.wakes.slice(woken)) {
          expect(at).toBeGreaterThanOrEqual(due);
          if (next.kind === 'passes') expect(at - due).toBeLessThan(fastest);
        }
        // After a decision a moment may have come that the next look at the clock takes.
        if (isPassing(next)) expect(nextWake(drill.state) ?? Infinity).toBeGreaterThan(drill.now);
      }
    }),
    runs(100),
  );
});

test('a paused drill does nothing by itself, takes decisions, and goes on where it stood', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.nat(100 * HOUR), decides, (steps, ms, said) => {
      const drill = new DrillStory(60);
      for (const next of steps) takes(drill, next);
      fc.pre(drill.state.phase !== 'rejected');
      drill.setsPace(0);
      drill.passes(0);
      const { now } = drill;
      expect(drill.passes(ms)).toEqual([]);
      expect(drill.now).toBe(now);
      const before = drill.events.length;
      takes(drill, said);
      for (const event of drill.events.slice(before)) expect(event).toMatchObject({ at: now, realAt: drill.real });
    }),
    runs(60),
  );
});

/** With these every time of the plan, all of them whole seconds, is a whole number of beats. */
const even = fc.constantFrom(2, 5, 8, 10, 20, 50, 100, 125, 200, 250, 500, 1_000);
const inDrillSeconds = fc.oneof(
  { weight: 3, arbitrary: fc.nat(2 * 3_600).map((seconds) => seconds * SECOND) },
  { weight: 3, arbitrary: decides },
  { weight: 2, arbitrary: answers },
);

test('at any pace the same happens, at the same times of the drill', () => {
  fc.assert(
    fc.property(even, fc.array(inDrillSeconds, { maxLength: 20 }), (times, steps) => {
      const told = [times, 1].map((one) => {
        const drill = new DrillStory(one);
        for (const next of steps) {
          if (typeof next === 'number') drill.passes(next / paceOf(drill));
          else takes(drill, next);
        }
        return drill.events.map(withoutReal);
      });
      expect(told[0]).toEqual(told[1]);
    }),
    runs(100),
  );
});

function withoutReal({ realAt: _, ...event }: IncidentEvent): object {
  return event.type === 'reported' ? { ...event, pace: 0 } : event;
}

function expectOrder(times: number[]): void {
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}
