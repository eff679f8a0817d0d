import fc from 'fast-check';
import type { IncidentEvent, State } from '../../../src/domain/incident/index.js';
import { HOUR } from '../../../src/domain/time.js';
import { runs } from '../../support/runs.js';
import { given } from './steps.js';
import type { Given } from './steps.js';
import { tell } from './tell.js';
import type { Moment, Watched } from './tell.js';

/** Long enough for all that a plan lets fall due to have gone to the last of those who are told. */
const SILENCE = 3 * HOUR;

/** Everything that happened, the silence after the last step included. */
export interface Told {
  given: Given;
  story: Watched;
  moments: Moment[];
  /** As it stood after the last step. */
  then: State;
}

/** What holds, whatever is said and however time passes. */
export type Rules = Record<string, (told: Told) => void>;

/** `expect` costs more than what it is asked here, hundreds of times a run. */
export function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/** Names an event in a message. */
export function named({ seq, type }: IncidentEvent): string {
  return `${seq} ${type}`;
}

const ANY = { ...runs(200), seed: Date.now() % 1_000_000_000, unbiased: true };

const NEVER_THROWS = 'no sequence makes the machine throw, or stand still';

/** Each sequence is told once and held against all rules. A broken rule is looked for again, to find the shortest sequence. */
export function whatever(others: Rules): void {
  const rules: Rules = { [NEVER_THROWS]: () => undefined, ...others };
  const broken = new Map<string, number>();
  beforeAll(() => {
    let run = 0;
    const look = (sequence: Given) => {
      const told = attempt(() => withSilence(sequence));
      const failed =
        told === undefined ? [NEVER_THROWS] : Object.keys(rules).filter((name) => !holds(rules[name]!, told));
      for (const name of failed) if (!broken.has(name)) broken.set(name, run);
      run += 1;
    };
    fc.assert(fc.property(given, look), ANY);
  });

  test.each(Object.entries(rules))('%s', (name, rule) => {
    const run = broken.get(name);
    if (run === undefined) return;
    fc.assert(
      fc.property(given, (sequence) => rule(withSilence(sequence))),
      { ...ANY, path: String(run), numRuns: 1 },
    );
    throw new Error(`broken in run ${run} of seed ${ANY.seed}, and not again`);
  });
}

function withSilence(sequence: Given): Told {
  const story = tell(sequence);
  const then = story.state;
  story.passes(SILENCE);
  return { given: sequence, story, moments: story.turns.flat(), then };
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function holds(rule: Rules[string], told: Told): boolean {
  return attempt(() => (rule(told), true)) === true;
}
