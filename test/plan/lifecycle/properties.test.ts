import fc from 'fast-check';
import type { PlanStep } from '../../../src/domain/plan/lifecycle/index.js';
import { DAY, OPERATOR, person, planDocument, Version } from './story.js';

const who = fc.constantFrom('ada', 'ben', 'cem', 'dot', 'eve', 'zoe');
const outcome = fc.constantFrom('approve' as const, 'return' as const);
const warned = fc.constantFrom('V-07', 'V-08');

type Move = (version: Version) => unknown;

const boss = fc.oneof({ weight: 3, arbitrary: fc.constant('ada') }, who);

/** What leads on is likelier than what leads back, so that many runs come far. */
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(who, fc.subarray(['ben', 'cem'])).map(
    ([by, authors]): Move =>
      (v) =>
        v.draft(person(by), { authors }),
  ),
  who.map(
    (by): Move =>
      (v) =>
        v.redraft(person(by)),
  ),
  {
    weight: 3,
    arbitrary: who.map(
      (by): Move =>
        (v) =>
          v.submit(person(by)),
    ),
  },
  fc.tuple(who, outcome).map(
    ([by, told]): Move =>
      (v) =>
        v.review(by, told),
  ),
  {
    weight: 12,
    arbitrary: who.map(
      (by): Move =>
        (v) =>
          v.review(by),
    ),
  },
  who.map(
    (by): Move =>
      (v) =>
        v.recuse(by),
  ),
  {
    weight: 8,
    arbitrary: fc.tuple(boss, warned).map(
      ([by, rule]): Move =>
        (v) =>
          v.accept(by, rule, ''),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(boss, fc.boolean()).map(
      ([by, minor]): Move =>
        (v) =>
          approveAs(v, by, minor),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(boss, fc.nat(3)).map(
      ([by, days]): Move =>
        (v) =>
          effectIn(v, by, days),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(4).map(
      (days): Move =>
        (v) =>
          (v.at += days * DAY),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Move>((v) => v.dateComes()) },
  who.map(
    (by): Move =>
      (v) =>
        v.receive(by),
  ),
  fc.constant<Move>((v) => v.withdraw('zoe')),
  fc.constant<Move>((v) => v.withdraw('ada')),
);

function approveAs(version: Version, by: string, isMinor: boolean) {
  version.isMinor = isMinor;
  return version.approve(by);
}

function effectIn(version: Version, by: string, days: number) {
  return version.effect(by, days === 0 ? undefined : version.at + days * DAY);
}

interface Given {
  warnings: string[];
  errors: boolean;
  minorAgainst: boolean;
  atLeast: number;
}
const given = fc.record<Given>({
  warnings: fc.subarray(['V-07', 'V-08']),
  errors: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  minorAgainst: fc.boolean(),
  atLeast: fc.integer({ min: 1, max: 3 }),
});

function played({ warnings, errors, minorAgainst, atLeast }: Given, moves: Move[]): Version {
  const posts = ['deputy-controller', 'clinical-safety-officer', 'it-duty-manager'];
  const version = new Version(planDocument(2, { reviewers: { atLeast, posts } }));
  if (minorAgainst) version.inForce = { id: 'hospital-it', version: 1, hash: 'hash of 1' };
  version.check = {
    errors: errors ? [{ rule: 'V-01', path: '' }] : [],
    warnings: warnings.map((rule) => ({ rule, path: '' })),
  };
  version.draft(person('dot'));
  version.submit(person('dot'));
  for (const make of moves) make(version);
  return version;
}

/** Read off the bare steps, without the code under test. */
function peopleIn(steps: PlanStep[], wanted: (step: PlanStep) => boolean): string[] {
  return steps.flatMap((step) => (wanted(step) && step.by.kind === 'person' ? [step.by.id] : []));
}

/** How many runs came so far: a property of something that never happens says nothing. */
const reached = { approved: 0, effective: 0 };

test('no sequence of acts reaches approval without the required reviewers, acceptances and a sound check', () => {
  fc.assert(
    fc.property(given, fc.array(move, { minLength: 10, maxLength: 40 }), (g, moves) => {
      const { steps } = played(g, moves);
      const signed = steps.findIndex((step) => step.type === 'approved');
      const approval = steps[signed];
      if (approval?.type !== 'approved') return;
      reached.approved += 1;
      const before = steps.slice(0, signed);
      const round = before.slice(before.findLastIndex((step) => step.type === 'submitted'));
      const gone = peopleIn(before, (step) => step.type === 'reviewerWithdrew');
      const authors = [
        ...peopleIn(before, (step) => step.type === 'drafted'),
        ...before.flatMap((step) => (step.type === 'drafted' ? step.authors : [])),
      ];
      const agreed = new Set(peopleIn(round, (s) => s.type === 'reviewed' && s.outcome === 'approve'));
      const counting = [...agreed].filter((id) => !gone.includes(id));
      if (approval.review === 'full') {
        expect(counting.length).toBeGreaterThanOrEqual(g.atLeast);
        expect(counting.some((id) => !authors.includes(id))).toBe(true);
      } else {
        expect(g.minorAgainst).toBe(true);
        expect(!authors.includes('ada') || counting.some((id) => !authors.includes(id))).toBe(true);
      }
      expect(approval.by).toEqual(person('ada'));
      expect(g.errors).toBe(false);
      for (const rule of g.warnings) {
        const accepters = peopleIn(round, (step) => step.type === 'warningAccepted' && step.rule === rule);
        expect(accepters.some((id) => !gone.includes(id))).toBe(true);
      }
      const fixed = [...steps.slice(before.lastIndexOf(round[0]!))].filter((step) => step.type === 'drafted');
      expect(fixed).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
  expect(reached.approved).toBeGreaterThan(100);
});

test('nothing becomes effective without an approval before it, nor before its date', () => {
  fc.assert(
    fc.property(given, fc.array(move, { minLength: 10, maxLength: 40 }), (g, moves) => {
      const { steps } = played(g, moves);
      const inEffect = steps.findIndex((step) => step.type === 'tookEffect');
      if (inEffect < 0) return;
      reached.effective += 1;
      const before = steps.slice(0, inEffect);
      expect(before.some((step) => step.type === 'approved')).toBe(true);
      const dated = before.findLast((step) => step.type === 'effectDated');
      expect(dated?.type === 'effectDated' && dated.from <= steps[inEffect]!.at).toBe(true);
      expect(before.some((step) => step.type === 'withdrawn')).toBe(false);
    }),
    { numRuns: 3_000 },
  );
  expect(reached.effective).toBeGreaterThan(30);
});

test('steps are only ever added, in the order of time', () => {
  fc.assert(
    fc.property(given, fc.array(move, { minLength: 10, maxLength: 40 }), (g, moves) => {
      const { steps } = played(g, moves);
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(steps.some(({ by }) => by.kind === OPERATOR.kind)).toBe(false);
    }),
  );
});
