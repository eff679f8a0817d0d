import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('claiming a report on %s', (engine) => {
  const db = useStore(engine);

  test('the same key gets the same incident; with another content it is a conflict', async () => {
    const claim = { key: 'api:lin-wei:k1', fingerprint: 'f1', incidentId: 'first' };
    expect(await db.store.claimReport(claim)).toEqual({ outcome: 'fresh', incidentId: 'first' });
    expect(await db.store.claimReport({ ...claim, incidentId: 'second' })).toEqual({
      outcome: 'repeated',
      incidentId: 'first',
    });
    expect(await db.store.claimReport({ ...claim, fingerprint: 'f2', incidentId: 'third' })).toEqual({
      outcome: 'conflict',
      incidentId: 'first',
    });
  });

  test('of many claims at once exactly one is fresh, and all get its incident', async () => {
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (i % 2 === 0 ? db.store : db.other).claimReport({ key: 'hook:x', fingerprint: 'f', incidentId: `i${i}` }),
      ),
    );
    const fresh = claims.filter(({ outcome }) => outcome === 'fresh');
    expect(fresh).toHaveLength(1);
    expect(new Set(claims.map(({ incidentId }) => incidentId))).toEqual(new Set([fresh[0]!.incidentId]));
  });
});
