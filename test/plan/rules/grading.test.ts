import fc from 'fast-check';
import { evaluate } from '../../../src/domain/plan/condition.js';
import type { Condition, Facts } from '../../../src/domain/plan/condition.js';
import { checkFindings } from '../../../src/domain/plan/rules/index.js';
import { waysToMeet } from '../../../src/domain/plan/rules/waysToMeet.js';
import type { Way } from '../../../src/domain/plan/rules/waysToMeet.js';
import { complete } from './complete.js';
import type { Complete } from './complete.js';

const facts = [{ id: 'n' }, { id: 'b' }, { id: 'c', options: ['mild', 'bad', 'worst'] }];
const ladders = { facts: facts.map((fact) => ({ ...fact, type: 'number' as const })), incidentLevels: [], levels: [] };

/** Every state of the world that matters to the conditions below. */
const WORLDS: { facts: Facts; category: string }[] = [0, 1, 2, 3].flatMap((n) =>
  [true, false].flatMap((b) =>
    ['mild', 'bad', 'worst'].flatMap((c) => ['x', 'y'].map((category) => ({ facts: { n, b, c }, category }))),
  ),
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(1, 2, 3).map((atLeast) => ({ fact: 'n', atLeast })),
  fc.boolean().map((is) => ({ fact: 'b', is })),
  fc.constantFrom('mild', 'bad', 'worst').map((option) => ({ fact: 'c', option })),
  fc.subarray(['x', 'y'], { minLength: 1 }).map((categories) => ({ categories })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((of) => ({ count: 2, of })),
  ),
}));

test('the ways to meet a condition are exactly the least states of the world in which it is met', () => {
  let exclusive = 0;
  fc.assert(
    fc.property(condition, (when) => {
      const ways = waysToMeet(when, ladders);
      if (ways === undefined) return;
      if (ways.length === 0) exclusive += 1;
      const covered = WORLDS.filter((world) => ways.some((way) => covers(way, world)));
      expect(covered).toEqual(WORLDS.filter((world) => evaluate(when, world, ladders) === true));
    }),
    { numRuns: 1_000 },
  );
  expect(exclusive).toBeGreaterThan(0);
});

test('"count of" with more ways than anybody can go through is left undecided', () => {
  const of = Array.from({ length: 20 }, (_, i): Condition => ({ fact: 'n', atLeast: i + 1 }));
  expect(waysToMeet({ count: 10, of }, ladders)).toBeUndefined();
  expect(
    waysToMeet(
      {
        all: [
          { count: 10, of },
          { fact: 'b', is: true },
        ],
      },
      ladders,
    ),
  ).toBeUndefined();
  expect(waysToMeet({ count: 2, of }, ladders)).toHaveLength(190);
});

describe('V-20', () => {
  test('sees through conditions that hide a worse criterion', () => {
    // Two of three, each of which is a worse level by itself.
    const parts = ['deaths', 'seriousInjuries', 'directLossCNY'].map((fact) => ({ fact, atLeast: 1_000_000_000 }));
    expect(idle((plan) => replaceFirst(plan, 'larger', { count: 2, of: parts }))).toEqual(['gradingCriteria 2']);
  });

  test('accepts a criterion that a category keeps apart from the worse one', () => {
    const keep = (plan: Complete['plan']) => {
      replaceFirst(plan, 'worst', { all: [{ fact: 'deaths', atLeast: 2 }, { categories: ['outage'] }] });
      replaceFirst(plan, 'larger', { all: [{ fact: 'deaths', atLeast: 2 }, { categories: ['breach', 'outage'] }] });
    };
    expect(idle(keep)).toEqual([]);
  });

  test('compares options by their order', () => {
    const damage = (plan: Complete['plan'], worst: string, larger: string) => {
      const options = ['none', 'some', 'much'].map((id) => ({ id, name: plan.purpose }));
      plan.facts.push({ id: 'damage', name: plan.purpose, type: 'choice', options });
      replaceFirst(plan, 'worst', { fact: 'damage', atLeast: worst });
      replaceFirst(plan, 'larger', { fact: 'damage', atLeast: larger });
    };
    expect(idle((plan) => damage(plan, 'much', 'some'))).toEqual([]);
    expect(idle((plan) => damage(plan, 'some', 'much'))).toEqual(['gradingCriteria 2']);
  });

  test('asks for no criterion of the mildest level', () => {
    expect(complete().plan.gradingCriteria.some(({ incidentLevel }) => incidentLevel === 'ordinary')).toBe(false);
    expect(idle(() => undefined)).toEqual([]);
  });
});

function idle(change: (plan: Complete['plan']) => void): string[] {
  const context = complete();
  change(context.plan);
  return checkFindings(context)
    .findings.filter(({ rule }) => rule === 'V-20')
    .map(({ path }) => path.join(' '));
}

/** The first three criteria are those of one fact: worst, serious, larger. */
function replaceFirst(plan: Complete['plan'], level: string, when: object): void {
  const at = ['worst', 'serious', 'larger'].indexOf(level);
  const { fact: _f, atLeast: _a, ...criterion } = plan.gradingCriteria[at]!;
  plan.gradingCriteria[at] = { ...criterion, ...when };
}

function covers(way: Way, world: (typeof WORLDS)[number]): boolean {
  const fits = way.categories?.includes(world.category) ?? true;
  return fits && Object.entries(way.facts).every(([fact, least]) => reaches(world.facts[fact], least));
}

function reaches(value: Facts[string] | undefined, least: Facts[string]): boolean {
  if (typeof value === 'number' && typeof least === 'number') return value >= least;
  const options = facts[2]!.options!;
  if (typeof value === 'string' && typeof least === 'string') return options.indexOf(value) >= options.indexOf(least);
  return value === least;
}
