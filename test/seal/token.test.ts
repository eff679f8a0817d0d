import { expect, test } from '@jest/globals';
import { hashToken, newToken } from '../../src/seal/index.js';

test('tokens can be recognised, are never the same and are kept as a hash', () => {
  const token = newToken();
  expect(token).toMatch(/^muster_[A-Za-z0-9_-]{43}$/);
  expect(newToken()).not.toBe(token);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashToken(token)).toBe(hashToken(token));
  expect(hashToken(token)).not.toBe(hashToken(newToken()));
});
