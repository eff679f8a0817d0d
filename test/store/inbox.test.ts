import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('the inbox on %s', (engine) => {
  const db = useStore(engine);

  const answer = (id: string, incidentId = 'inc') => ({
    id,
    incidentId,
    person: 'p',
    kind: 'acknowledge',
    body: { person: id, note: '收到 \0 \ud83d' },
  });

  test('an answer is fresh once, then repeated, and keeps its first content', async () => {
    expect(await db.store.putAnswer(answer('a1', 'a'))).toBe('fresh');
    expect(await db.store.putAnswer({ ...answer('a1', 'a'), body: 'another' })).toBe('repeated');
    const { person: _, ...pending } = answer('a1', 'a');
    expect(await db.store.pendingAnswers('a', 10)).toEqual([pending]);
  });

  test('of the same answer many times in one moment exactly one is fresh', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? db.store : db.other).putAnswer(answer('b1', 'b'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'fresh')).toHaveLength(1);
    expect(await db.store.pendingAnswers('b', 10)).toHaveLength(1);
  });

  test('3,000 answers at once are all safe, in order, within seconds', async () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `c${i}`);
    const began = performance.now();
    const outcomes = await Promise.all(ids.map((id) => db.store.putAnswer(answer(id, 'c'))));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(new Set(outcomes)).toEqual(new Set(['fresh']));
    expect((await db.store.pendingAnswers('c', 10_000)).map(({ id }) => id)).toEqual(ids);
  });

  test('what is forwarded is not pending any more', async () => {
    for (const id of ['d1', 'd2', 'd3']) await db.store.putAnswer(answer(id, 'd'));
    expect(await db.store.incidentsWithPendingAnswers()).toContain('d');
    await db.store.markForwarded(['d1', 'd3']);
    expect((await db.store.pendingAnswers('d', 10)).map(({ id }) => id)).toEqual(['d2']);
    await db.store.markForwarded(['d2']);
    expect(await db.store.incidentsWithPendingAnswers()).not.toContain('d');
    expect(await db.store.putAnswer(answer('d1', 'd'))).toBe('repeated');
  });

  test('what a person said last is found, forwarded or not, the newest first', async () => {
    for (const id of ['f1', 'f2', 'f3']) await db.store.putAnswer({ ...answer(id, 'f'), person: 'liang-yue' });
    await db.store.putAnswer({ ...answer('f4', 'f'), person: 'liang' });
    await db.store.putAnswer({ ...answer('g1', 'g'), person: 'liang-yue' });
    await db.store.markForwarded(['f3']);
    const last = await db.store.lastAnswers({ incidentId: 'f', person: 'liang-yue' }, 2);
    expect(last.map(({ id, body }) => ({ id, body }))).toEqual(
      ['f3', 'f2'].map((id) => ({ id, body: answer(id).body })),
    );
    expect(last[0]!.n).toBeGreaterThan(last[1]!.n);
  });

  test('what came with a key is found by it, for that person alone', async () => {
    await db.store.putAnswer({ ...answer('h1', 'h'), key: 'k1' });
    await db.store.putAnswer(answer('h2', 'h'));
    const of = { incidentId: 'h', person: 'p' };
    expect(await db.store.answerWithKey(of, 'k1')).toEqual({ id: 'h1', body: answer('h1').body });
    expect(await db.store.answerWithKey(of, 'k2')).toBeUndefined();
    expect(await db.store.answerWithKey({ ...of, person: 'q' }, 'k1')).toBeUndefined();
  });

  test('pending answers come in portions', async () => {
    const first = await db.store.pendingAnswers('c', 2);
    expect(first.map(({ id }) => id)).toEqual(['c0', 'c1']);
  });

  test('an answer that the database refuses fails alone', async () => {
    const outcomes = await Promise.allSettled([
      db.store.putAnswer(answer('e1', 'e')),
      // Longer than an index entry may be.
      db.store.putAnswer(answer(Array.from({ length: 20_000 }, (_, i) => i).join(), 'e')),
      db.store.putAnswer(answer('e2', 'e')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 'fresh' },
      { status: 'rejected', reason: { code: 'database_failed' } },
      { status: 'fulfilled', value: 'fresh' },
    ]);
  });
});
