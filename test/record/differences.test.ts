import { describe, expect, test } from '@jest/globals';
import { differences } from '../../src/record/differences.js';

describe('where two states differ', () => {
  test('what one lacks, however much, hides nothing that was changed', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]));
    const found = differences({ last: 1 }, { ...many, last: 2 });
    expect(found).toHaveLength(501);
    expect(found).toContainEqual({ path: 'last', found: '1', needed: '2' });
    expect(found).toContainEqual({ path: 'k7', needed: '7' });
  });

  test('a list that is too short is changed, not lacking', () => {
    expect(differences({ a: [1] }, { a: [1, 2, 3] })).toEqual([{ path: 'a.length', found: '1', needed: '3' }]);
    expect(differences({ a: [1, 2] }, { a: [1] })).toEqual([{ path: 'a.1', found: '2' }]);
    expect(differences({ a: [] }, { a: {} })).toEqual([{ path: 'a', found: '[]', needed: '{}' }]);
  });

  test('keys are its own ones only', () => {
    expect(differences({}, { constructor: 1 })).toEqual([{ path: 'constructor', needed: '1' }]);
    expect(differences({ a: null }, { a: {} })).toEqual([{ path: 'a', found: 'null', needed: '{}' }]);
  });
});
