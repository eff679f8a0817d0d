import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('the roster on %s', (engine) => {
  const db = useStore(engine);

  test('a changed roster is a new version, the same one is not', async () => {
    expect(await db.store.currentRoster()).toBeUndefined();
    const first = await db.store.saveRoster({ people: { 'lin-wei': { email: 'a@b' } }, posts: {} });
    expect(await db.store.saveRoster({ posts: {}, people: { 'lin-wei': { email: 'a@b' } } })).toEqual(first);
    const second = await db.store.saveRoster({ people: {}, posts: {} });
    expect(second.version).toBeGreaterThan(first.version);
    expect(await db.store.currentRoster()).toEqual(second);
    expect(await db.run('SELECT version FROM rosters')).toHaveLength(2);
  });
});
