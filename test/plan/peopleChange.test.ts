import fc from 'fast-check';
import { differenceOf, holdersBefore, inPieces, isNoChange, peopleAfter } from '../../src/domain/plan/peopleChange.js';
import type { People } from '../../src/domain/plan/peopleChange.js';

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__');
const post = fc.constantFrom('commander', 'engineer', 'toString');
const facts = fc.record(
  {
    qualifications: fc.array(
      fc.record({ qualification: fc.constantFrom('restore', 'dba'), until: fc.nat(9) }, { requiredKeys: [] }),
      { maxLength: 2 },
    ),
    away: fc.array(fc.record({ from: fc.nat(9), until: fc.nat(9) }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NonNullable<People['people']>[string]>;
const people: fc.Arbitrary<People> = fc.record({
  holders: fc.dictionary(post, fc.uniqueArray(person)),
  people: fc.dictionary(person, facts),
});

test('the difference leads from one roster to the other, in one step and in pieces', () => {
  fc.assert(
    fc.property(people, people, (from, to) => {
      const change = differenceOf(from, to);
      expect(differenceOf(peopleAfter(from, change), to)).toEqual({ posts: [], people: [] });
      expect(differenceOf(inPieces(change).reduce(peopleAfter, from), to)).toEqual({ posts: [], people: [] });
    }),
  );
});

test('it can be taken back, and taken twice it changes nothing more', () => {
  fc.assert(
    fc.property(people, people, (from, to) => {
      const change = differenceOf(from, to);
      const after = peopleAfter(from, change);
      const back = { holders: holdersBefore(after.holders, change), people: {} };
      expect(differenceOf({ holders: from.holders }, back).posts).toEqual([]);
      expect(isNoChange(differenceOf(after, peopleAfter(after, change)))).toBe(true);
    }),
  );
});

test('it comes to no harm where other people stand than those that it was made from', () => {
  fc.assert(
    fc.property(people, people, people, (from, to, other) => {
      const { holders } = peopleAfter(other, differenceOf(from, to));
      for (const list of Object.values(holders)) expect(new Set(list).size).toBe(list.length);
    }),
  );
});

test('of a long list only the stretch that differs is told', () => {
  const everybody = Array.from({ length: 10_000 }, (_, i) => `p${i}`);
  const change = differenceOf(
    { holders: { engineer: everybody } },
    { holders: { engineer: [...everybody.slice(0, 5_000), 'new', ...everybody.slice(5_001)] } },
  );
  expect(change).toEqual({ posts: [{ post: 'engineer', at: 5_000, removed: ['p5000'], added: ['new'] }], people: [] });
});

test('what is known of thousands travels in pieces, and the posts come last', () => {
  const ids = Array.from({ length: 1_200 }, (_, i) => `p${i}`);
  const known = Object.fromEntries(ids.map((id) => [id, { away: [{ from: 1, until: 2 }] }]));
  const pieces = inPieces(differenceOf({ holders: {} }, { holders: { engineer: ids }, people: known }));
  expect(pieces.map(({ posts, people: some }) => [posts.length, some.length])).toEqual([
    [0, 500],
    [0, 500],
    [1, 200],
  ]);
});
