import { describe, expect, test } from '@jest/globals';
import { readLink, signLink } from '../../src/seal/index.js';

const key = 'a signing key of an installation';
const link = { incidentId: 'INC-2026-0001', person: 'lin-wei', noticeId: 'n12', expiresAt: 2_000 };

describe('a signed link', () => {
  test('is read back until it expires', () => {
    const token = signLink(key, link);
    expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(token.length).toBeLessThan(130);
    expect(readLink(key, token, 1_999)).toEqual(link);
    expect(readLink(key, token, 2_000)).toBe('expired');
  });

  test('carries any id', () => {
    const odd = { ...link, person: '林 伟/"\\.', incidentId: 'x'.repeat(64) };
    expect(readLink(key, signLink(key, odd), 0)).toEqual(odd);
  });

  test('is refused with another key or when a character was changed', () => {
    const token = signLink(key, link);
    expect(readLink('another key', token, 0)).toBe('bad_signature');
    const [payload, signature] = token.split('.') as [string, string];
    const forged = Buffer.from(JSON.stringify(['INC-2026-0001', 'chen-jing', 'n12', 2_000])).toString('base64url');
    expect(readLink(key, `${forged}.${signature}`, 0)).toBe('bad_signature');
    const flipped = signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    expect(readLink(key, `${payload}.${flipped}`, 0)).toBe('bad_signature');
  });

  test.each(['', '.', 'abc', 'a.b', `${'a'.repeat(2_000)}.${'b'.repeat(43)}`, 'a.b.c', `é.${'b'.repeat(43)}`])(
    '%p is malformed',
    (token) => {
      expect(readLink(key, token, 0)).toBe('malformed');
    },
  );
});
