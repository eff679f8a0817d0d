import { describe, expect, test } from '@jest/globals';
import { hashToken, newToken } from '../../src/seal/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('tokens on %s', (engine) => {
  const db = useStore(engine);
  const hash = hashToken(newToken());
  const holder = { kind: 'person', id: 'lin-wei' } as const;

  test('a token is found by its hash until it expires', async () => {
    await db.store.createToken({ id: 't1', hash, holder, label: 'laptop', expiresAt: 2_000 });
    expect(await db.store.findToken(hash, 1_999)).toMatchObject({
      id: 't1',
      holder,
      label: 'laptop',
      expiresAt: 2_000,
    });
    expect(await db.store.findToken(hash, 2_000)).toBeUndefined();
    expect(await db.store.findToken(hashToken('muster_other'), 0)).toBeUndefined();
  });

  test('a revoked token is not found any more; revoking it again says so', async () => {
    expect(await db.store.revokeToken('t1')).toBe(true);
    expect(await db.store.revokeToken('t1')).toBe(false);
    expect(await db.store.revokeToken('unknown')).toBe(false);
    expect(await db.store.findToken(hash, 1_000)).toBeUndefined();
  });

  test('a token that is known is revoked for other processes too, within moments', async () => {
    const known = hashToken(newToken());
    await db.store.createToken({ id: 't4', hash: known, holder, label: '', expiresAt: 2_000 });
    expect(await db.other.findToken(known, 0)).toBeDefined();
    expect(await db.other.findToken(known, 0)).toBeDefined();
    expect(await db.store.revokeToken('t4')).toBe(true);
    expect(await db.store.findToken(known, 0)).toBeUndefined();
    while ((await db.other.findToken(known, 0)) !== undefined) await new Promise((resolve) => setImmediate(resolve));
  });

  test('the list has all of them and no hashes', async () => {
    const operator = {
      id: 't2',
      hash: hashToken('x'),
      holder: { kind: 'operator' },
      label: 'first start',
      expiresAt: 9,
    } as const;
    await db.store.createToken(operator);
    const tokens = await db.store.listTokens();
    expect(tokens).toMatchObject([
      { id: 't1', revokedAt: expect.any(Number) },
      { id: 't4', revokedAt: expect.any(Number) },
      { id: 't2', holder: { kind: 'operator' } },
    ]);
    expect(JSON.stringify(tokens)).not.toContain(hash);
  });

  test('the same token cannot belong to two', async () => {
    const twin = { id: 't3', hash, holder, label: '', expiresAt: 1 };
    await expect(db.store.createToken(twin)).rejects.toMatchObject({ code: 'database_failed', sqlState: '23505' });
  });
});
