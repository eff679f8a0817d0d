import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('plans and roster on %s', (engine) => {
  const db = useStore(engine);

  const plan = (version: number, hash = `h${version}`) => ({
    id: 'software-incident',
    version,
    hash,
    document: { name: { 'zh-CN': '软件事故应急预案' }, version },
  });

  test('there is no effective plan at first, then one, then its successor', async () => {
    expect(await db.store.effectivePlan()).toBeUndefined();
    await db.store.savePlan({ ...plan(1), status: 'effective' });
    expect(await db.store.effectivePlan()).toMatchObject({ ...plan(1), status: 'effective' });
    await db.store.savePlan({ ...plan(2), status: 'effective' });
    expect(await db.store.effectivePlan()).toMatchObject({ version: 2 });
    expect(await db.store.getPlan('software-incident', 1)).toMatchObject({ ...plan(1), status: 'superseded' });
    expect(await db.store.getPlan('software-incident', 9)).toBeUndefined();
  });

  test('a draft may change, what was reviewed may only move on', async () => {
    await db.store.savePlan({ ...plan(3, 'draft a'), status: 'draft' });
    await db.store.savePlan({ ...plan(3, 'draft b'), status: 'inReview' });
    const changed = db.store.savePlan({ ...plan(3, 'draft c'), status: 'approved' });
    await expect(changed).rejects.toMatchObject({ code: 'plan_conflict' });
    await db.store.savePlan({ ...plan(3, 'draft b'), status: 'approved' });
    expect(await db.store.getPlan('software-incident', 3)).toMatchObject({ hash: 'draft b', status: 'approved' });
    expect(await db.store.effectivePlan()).toMatchObject({ version: 2 });
  });

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
