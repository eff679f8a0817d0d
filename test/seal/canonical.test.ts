import { describe, expect, test } from '@jest/globals';
import { canonical } from '../../src/seal/index.js';

describe('canonical JSON', () => {
  test('writes the examples of RFC 8785 as the RFC does', () => {
    // Sections 3.2.2 and 3.2.3.
    const literals = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], literals: [null, true, false] };
    expect(canonical(literals)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    );
    const keys = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(
      canonical(keys)
        .match(/\d(?=[,}])/g)
        ?.join(''),
    ).toBe('2467153');
    expect(canonical('\u20ac$\u000f\nA\'B"\\"/')).toBe(String.raw`"€$\u000f\nA'B\"\\\"/"`);
  });

  test('does not depend on the order of keys, and leaves undefined out', () => {
    expect(canonical({ b: 1, a: { d: undefined, c: [2] } })).toBe(canonical({ a: { c: [2] }, b: 1 }));
  });

  test('refuses what JSON does not have', () => {
    expect(() => canonical(Number.NaN)).toThrow('NaN');
    expect(() => canonical(undefined)).toThrow('undefined');
  });
});
