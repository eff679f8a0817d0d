import { describe, expect, test } from '@jest/globals';
import type { NewNotice, NoticeStatus } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

const MINUTE = 60_000;

function notices(effectId: string, count: number): NewNotice[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `inc/${effectId}/p${i}/email`,
    incidentId: 'inc',
    effectId,
    noticeId: effectId,
    person: `p${i}`,
    channel: 'email',
    address: `p${i}@example.org`,
    subject: '【启动】支付接口超时',
    text: '请立即到岗。',
    messageId: `inc.${effectId}.p${i}@muster`,
  }));
}

describe.each(ENGINES)('the outbox on %s', (engine) => {
  const db = useStore(engine);

  const claim = (effectId: string, owner: string, now?: number) =>
    db.store.claimNotices({
      incidentId: 'inc',
      effectId,
      owner,
      leaseMs: MINUTE,
      ...(now === undefined ? {} : { now }),
    });
  const settle = (owner: string, effectId: string, status: 'accepted' | 'rejected' | 'deferred') =>
    db.store.settleNotices(owner, [
      { id: `inc/${effectId}/p0/email`, status, code: status, detail: 'the server said so' },
    ]);
  const read = async (effectId: string) => (await db.store.noticesOf('inc')).find((n) => n.effectId === effectId)!;

  test('a notice that is enqueued waits, and is there only once', async () => {
    await db.store.enqueueNotices(notices('a', 3));
    await db.store.enqueueNotices(notices('a', 3).map((n) => ({ ...n, subject: 'another' })));
    await db.store.enqueueNotices([]);
    const rows = (await db.store.noticesOf('inc')).filter((n) => n.effectId === 'a');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      ...notices('a', 1)[0]!,
      status: 'queued',
      attempts: 0,
      possibleRepeats: 0,
      leaseUntil: null,
      leaseOwner: null,
      acceptedAt: null,
    });
  });

  test('texts keep their characters, but for those that PostgreSQL cannot store', async () => {
    const [notice] = notices('b', 1);
    await db.store.enqueueNotices([{ ...notice!, subject: 'a\0b', text: '𠮷 "\\u0000" \ud83d\n' }]);
    expect(await read('b')).toMatchObject({ subject: 'a\ufffdb', text: '𠮷 "\\u0000" \ufffd\n' });
  });

  test('a few notices are written and taken at once; what is there already is not taken that way', async () => {
    const [known, fresh] = notices('m', 2) as [NewNotice, NewNotice];
    const at = Date.UTC(2026, 0, 1);
    const lease = (owner: string) => ({ owner, leaseMs: MINUTE, now: at });
    await db.store.enqueueNotices([known]);
    const rows = [known, { ...fresh, text: '𠮷\0' }];
    expect(await db.store.enqueueClaimed(rows, lease('first'))).toEqual([
      expect.objectContaining({
        ...fresh,
        text: '𠮷\ufffd',
        status: 'sending',
        attempts: 1,
        possibleRepeats: 0,
        leaseOwner: 'first',
        leaseUntil: at + MINUTE,
      }),
    ]);
    expect(await db.store.enqueueClaimed(rows, lease('second'))).toEqual([]);
    expect(await claim('m', 'second', at)).toMatchObject([{ id: known.id }]);
    expect(await db.store.enqueueClaimed([], lease('third'))).toEqual([]);
  });

  test('fifty claimers share the rows: each row goes to exactly one', async () => {
    await db.store.enqueueNotices(notices('c', 50));
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 ? db.store : db.other).claimNotices({
          incidentId: 'inc',
          effectId: 'c',
          owner: `owner-${i}`,
          leaseMs: MINUTE,
        }),
      ),
    );
    const rows = claims.flatMap((taken, i) => taken.map((row) => ({ row, owner: `owner-${i}` })));
    expect(new Set(rows.map(({ row }) => row.id)).size).toBe(50);
    expect(rows).toHaveLength(50);
    for (const { row, owner } of rows) {
      expect(row).toMatchObject({ status: 'sending', leaseOwner: owner, attempts: 1, possibleRepeats: 0 });
    }
  });

  test('a claimed row is nobody else’s until its lease runs out, and then counts as a possible repeat', async () => {
    await db.store.enqueueNotices(notices('d', 1));
    const at = Date.UTC(2026, 0, 1);
    expect(await claim('d', 'first', at)).toMatchObject([{ leaseUntil: at + MINUTE }]);
    expect(await claim('d', 'second', at + MINUTE - 1)).toEqual([]);
    expect(await claim('d', 'second', at + MINUTE)).toMatchObject([
      { leaseOwner: 'second', attempts: 2, possibleRepeats: 1 },
    ]);
  });

  test('who renews a lease keeps the rows; who has lost them, or sent them, gets nothing back', async () => {
    const at = Date.UTC(2026, 0, 1);
    const renew = (owner: string, now: number) =>
      db.store.renewLease({ incidentId: 'inc', effectId: 'r', owner, leaseMs: MINUTE, now });
    await db.store.enqueueNotices(notices('r', 1));
    await claim('r', 'first', at);
    await renew('first', at + MINUTE / 2);
    expect(await claim('r', 'second', at + MINUTE)).toEqual([]);
    expect(await claim('r', 'second', at + MINUTE * 1.5)).toHaveLength(1);
    await renew('first', at + MINUTE * 2);
    expect(await read('r')).toMatchObject({ leaseOwner: 'second', leaseUntil: at + MINUTE * 2.5 });
    await settle('second', 'r', 'accepted');
    await renew('second', at + MINUTE * 2);
    expect(await read('r')).toMatchObject({ status: 'accepted', leaseUntil: null });
  });

  test('without a given time the clock of the database counts', async () => {
    await db.store.enqueueNotices(notices('e', 1));
    const [row] = await claim('e', 'first');
    expect(Math.abs(row!.leaseUntil! - Date.now() - MINUTE)).toBeLessThan(10_000);
    expect(await claim('e', 'second')).toEqual([]);
  });

  test('an accepted row is never claimed or changed again', async () => {
    await db.store.enqueueNotices(notices('f', 1));
    await claim('f', 'first', 0);
    expect(await settle('first', 'f', 'accepted')).toEqual(['inc/f/p0/email']);
    const accepted = await read('f');
    expect(accepted).toMatchObject({
      status: 'accepted',
      lastCode: 'accepted',
      lastDetail: 'the server said so',
      leaseOwner: null,
    });
    expect(Math.abs(accepted.acceptedAt! - Date.now())).toBeLessThan(10_000);

    expect(await claim('f', 'second', Date.now() + 24 * 60 * MINUTE)).toEqual([]);
    expect(await settle('first', 'f', 'rejected')).toEqual([]);
    await db.store.cancelNotices({ incidentId: 'inc', effectId: 'f' }, ['p0']);
    await db.store.enqueueNotices(notices('f', 1));
    expect(await read('f')).toEqual(accepted);
  });

  test.each(['rejected', 'deferred'] as const)('a %s row', async (status) => {
    const effectId = `g-${status}`;
    await db.store.enqueueNotices(notices(effectId, 1));
    await claim(effectId, 'first');
    await settle('first', effectId, status);
    expect(await read(effectId)).toMatchObject({ status, lastCode: status, acceptedAt: null, leaseUntil: null });
    const again = await claim(effectId, 'second');
    expect(again).toMatchObject(status === 'rejected' ? [] : [{ attempts: 2, possibleRepeats: 0 }]);
    expect(again).toHaveLength(status === 'rejected' ? 0 : 1);
  });

  test('a result counts only while its owner holds the row', async () => {
    await db.store.enqueueNotices(notices('h', 1));
    await claim('h', 'stale', 0);
    await claim('h', 'current', MINUTE);
    expect(await settle('stale', 'h', 'rejected')).toEqual([]);
    expect(await read('h')).toMatchObject({ status: 'sending', leaseOwner: 'current' });
    expect(await settle('current', 'h', 'accepted')).toHaveLength(1);
  });

  test('that it was accepted counts whoever holds the row by then, and is final', async () => {
    await db.store.enqueueNotices(notices('s', 1));
    await claim('s', 'frozen', 0);
    await claim('s', 'current', MINUTE);
    expect(await settle('frozen', 's', 'accepted')).toHaveLength(1);
    expect(await settle('current', 's', 'rejected')).toEqual([]);
    expect(await read('s')).toMatchObject({ status: 'accepted', leaseOwner: null });
  });

  test('a claim may be for some people, or for what a dead owner left, only', async () => {
    const at = Date.UTC(2026, 0, 1);
    const lease = { incidentId: 'inc', effectId: 't', owner: 'next', leaseMs: MINUTE, now: at };
    await db.store.enqueueNotices(notices('t', 3));
    expect(await db.store.claimNotices({ ...lease, abandoned: true })).toEqual([]);
    expect(await db.store.claimNotices({ ...lease, owner: 'dead', people: ['p0', 'p1'] })).toHaveLength(2);
    await settle('dead', 't', 'deferred');
    const later = { ...lease, now: at + MINUTE, abandoned: true };
    expect(await db.store.claimNotices(later)).toMatchObject([{ person: 'p1', possibleRepeats: 1 }]);
  });

  test('a late result counts while nobody else has taken the row', async () => {
    await db.store.enqueueNotices(notices('i', 1));
    await claim('i', 'slow', 0);
    expect(await settle('slow', 'i', 'accepted')).toHaveLength(1);
  });

  test('many results are settled together, each with its own outcome', async () => {
    await db.store.enqueueNotices(notices('j', 60));
    const rows = await claim('j', 'owner');
    const outcome = (i: number) => (['accepted', 'rejected', 'deferred'] as const)[i % 3]!;
    const results = rows.map(({ id }, i) => ({ id, status: outcome(i), detail: `reply ${i} \0` }));
    expect(await db.store.settleNotices('owner', results)).toHaveLength(60);
    expect(await db.store.settleNotices('owner', [])).toEqual([]);

    const settled = new Map((await db.store.noticesOf('inc')).filter((n) => n.effectId === 'j').map((n) => [n.id, n]));
    for (const [i, { id }] of rows.entries()) {
      const detail = `reply ${i} \ufffd`;
      expect(settled.get(id)).toMatchObject({ status: outcome(i), lastCode: null, lastDetail: detail });
    }
  });

  test('cancelling reaches what waits, not what is being sent', async () => {
    await db.store.enqueueNotices(notices('k', 3));
    await claim('k', 'first');
    await settle('first', 'k', 'deferred');
    await db.store.cancelNotices({ incidentId: 'inc', effectId: 'k' }, ['p0', 'p1']);
    const status = async (): Promise<NoticeStatus[]> =>
      (await db.store.noticesForEffect({ incidentId: 'inc', effectId: 'k' })).map((n) => n.status);
    expect(await status()).toEqual(['cancelled', 'sending', 'sending']);
    expect(await claim('k', 'second')).toEqual([]);
  });

  test('released leases can be claimed at once', async () => {
    await db.store.enqueueNotices(notices('l', 1));
    await claim('l', 'killed');
    await db.store.releaseLeases();
    expect(await claim('l', 'next')).toMatchObject([{ attempts: 2, possibleRepeats: 1 }]);
  });

  test('the notices of an incident are its own', async () => {
    const [notice] = notices('m', 1);
    await db.store.enqueueNotices([{ ...notice!, id: 'other/m/p0/email', incidentId: 'other' }]);
    expect(await db.store.noticesOf('other')).toMatchObject([{ id: 'other/m/p0/email' }]);
    expect(await db.store.noticesOf('unknown')).toEqual([]);
  });
});
