import fc from 'fast-check';
import { HOUR, MINUTE } from '../../../src/domain/time.js';
import { PEOPLE, said } from './decisions.js';
import type { Said } from './decisions.js';
import { BASES } from './plans.js';

/** How the world answers: for a claim, the ledger has nobody else's, somebody's, or shares; a merge is accepted or refused. */
export type Outcome = 'well' | 'partly' | 'delayed' | 'onTheWire' | 'never';

export type Step =
  /** `reuses`: under the request id of the message before. `unseen`: its sender has not seen so many of the last events. */
  | ({ kind: 'says'; reuses?: true; unseen?: number } & Said)
  /** The same message again, the how manyth before. */
  | { kind: 'repeats'; back: number }
  /** Whoever was called and has not answered accepts, but for these. */
  | { kind: 'manyCome'; but: string[] }
  /** By two people, whatever stands against it; and again, while it is watched. */
  | { kind: 'ends' }
  | { kind: 'comesBack' }
  /** It is reported again, and perhaps found not to have come back. */
  | { kind: 'seemsBack'; dismissed: boolean }
  /** After the end: the analysis and the report go so many steps on, each by whom the plan names; or the last one back. */
  | { kind: 'writes'; times: number; drops: boolean }
  /** A criterion of the end is confirmed by whom the plan names, and perhaps found not to hold. */
  | { kind: 'confirms'; withdraws: boolean }
  /** Once the watch is over; whatever is left undone. */
  | { kind: 'closes' }
  /** Drafted, checked, approved and out, so many steps on; the last of them returns or withdraws what it finds. */
  | { kind: 'publishes'; times: number; drops: boolean }
  /** Of what the plan asked for: approved, sent, there and back, so many steps on. */
  | { kind: 'supplies'; times: number }
  | { kind: 'passes'; ms: number }
  /** To the very moment of the next wake-up, or a moment before it. */
  | { kind: 'untilNext'; early: number }
  /** Nothing runs meanwhile. */
  | { kind: 'outage'; ms: number }
  | { kind: 'answers'; which: number; outcome: Outcome; person: string }
  | { kind: 'answersAll' }
  | { kind: 'rechecks' }
  /** The roster says what stands in this one of the bases, perhaps but for one person. `late`: nobody is told yet. */
  | { kind: 'rosterChanges'; basis: number; but: string; late: boolean }
  /** Of the differences that were made so far the how manyth from the last arrives, perhaps once more. */
  | { kind: 'rosterArrives'; back: number }
  | { kind: 'bug'; error: string };

const says = said.map((what): Step => ({ kind: 'says', ...what }));
const oddly = fc.oneof(
  fc.tuple(said, fc.nat(30)).map(([what, unseen]): Step => ({ kind: 'says', ...what, unseen })),
  said.map((what): Step => ({ kind: 'says', ...what, reuses: true })),
  fc.nat(5).map((back): Step => ({ kind: 'repeats', back })),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 60, arbitrary: says },
  { weight: 6, arbitrary: oddly },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('manyCome'), but: fc.subarray(PEOPLE) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ends') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('comesBack') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('seemsBack'), dismissed: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('writes'),
      times: fc.integer({ min: 1, max: 4 }),
      drops: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('confirms'), withdraws: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('closes') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('publishes'),
      times: fc.integer({ min: 1, max: 5 }),
      drops: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('supplies'), times: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('passes'), ms: fc.nat(MINUTE) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('passes'), ms: fc.nat(20 * MINUTE) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('passes'), ms: fc.nat(4 * HOUR) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('untilNext'), early: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('outage'), ms: fc.nat(3 * HOUR) }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('answers'),
      which: fc.nat(30),
      outcome: fc.constantFrom<Outcome>('well', 'well', 'partly', 'delayed', 'onTheWire', 'never'),
      person: fc.constantFrom(...PEOPLE),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answersAll') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rechecks') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('rosterChanges'),
      basis: fc.nat(BASES.length - 1),
      but: fc.constantFrom(...PEOPLE),
      late: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rosterArrives'), back: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bug'), error: fc.constantFrom('x', 'y'.repeat(300)) }) },
);

/** What is so at the beginning, and what happens then. */
export interface Given {
  basis: number;
  category: 'operation' | 'security';
  facts: Record<string, number | boolean>;
  /** Who commands another live incident. */
  engaged: string[];
  /** Most begin with a response: else half of them end before there is anything to do. */
  confirmedAt?: 'L1' | 'L2' | 'L3' | undefined;
  steps: Step[];
}

export const given: fc.Arbitrary<Given> = fc.record({
  basis: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  category: fc.constantFrom('operation', 'security'),
  facts: fc.record({ usersAffected: fc.nat(3_000), dataLost: fc.boolean() }, { requiredKeys: [] }),
  engaged: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(['lin-wei', 'su-mei', 'chen-jing']) },
  ),
  confirmedAt: fc.option(fc.constantFrom('L1', 'L2', 'L3'), { freq: 3, nil: undefined }),
  steps: fc.array(step, { maxLength: 80, size: 'max' }),
});
