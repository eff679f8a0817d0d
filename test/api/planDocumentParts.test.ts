import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { KeptPrints } from '../../src/api/plans/keptPrints.js';
import { SharedTurns } from '../../src/api/plans/sharedTurns.js';

const here = new AbortController().signal;

/** Work that ends when it is told to. */
function held(result: string) {
  let begin = (): void => undefined;
  let end = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<string>((resolve) => (end = () => resolve(result)));
  let times = 0;
  const work = () => {
    times += 1;
    begin();
    return ended;
  };
  return { work, begun, end, times: () => times };
}

function turns(most = 3) {
  return new SharedTurns<string>({ most, tooMany: (waiting) => new Error(`${waiting} are waiting`) });
}

describe('turns', () => {
  test('are taken one after the other, and equal work is done once', async () => {
    const lane = turns();
    const [first, second] = [held('a'), held('b')];
    const asked = [lane.ask('a', first.work, here), lane.ask('b', second.work, here), lane.ask('b', second.work, here)];
    await first.begun;
    expect(second.times()).toBe(0);
    first.end();
    await second.begun;
    asked.push(lane.ask('b', second.work, here));
    second.end();
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'b', 'b']);
    expect([first.times(), second.times()]).toEqual([1, 1]);
  });

  test('of whoever leaves are passed over, unless somebody else waits for the same', async () => {
    const lane = turns();
    const [first, alone, shared] = [held('first'), held('alone'), held('shared')];
    const leaving = new AbortController();
    const running = lane.ask('first', first.work, here);
    const left = [
      lane.ask('alone', alone.work, leaving.signal),
      lane.ask('shared', shared.work, leaving.signal),
      lane.ask('gone', alone.work, AbortSignal.abort()),
    ];
    const stays = lane.ask('shared', shared.work, here);
    leaving.abort();
    expect(await Promise.all(left)).toEqual([undefined, undefined, undefined]);
    first.end();
    shared.end();
    expect(await Promise.all([running, stays])).toEqual(['first', 'shared']);
    expect([alone.times(), shared.times()]).toEqual([0, 1]);
    // It can be asked for anew.
    alone.end();
    expect(await lane.ask('alone', alone.work, here)).toBe('alone');
  });

  test('under way go on when their asker leaves, for whoever asks again', async () => {
    const lane = turns();
    const work = held('done');
    const leaving = new AbortController();
    const left = lane.ask('a', work.work, leaving.signal);
    await work.begun;
    leaving.abort();
    expect(await left).toBeUndefined();
    const again = lane.ask('a', work.work, here);
    work.end();
    expect([await again, work.times()]).toEqual(['done', 1]);
  });

  test('are bounded; those who left leave room', async () => {
    const lane = turns(2);
    const work = held('a');
    const leaving = new AbortController();
    const first = lane.ask('a', work.work, here);
    const second = lane.ask('b', work.work, leaving.signal);
    await expect(lane.ask('c', work.work, here)).rejects.toThrow('2 are waiting');
    const shared = lane.ask('a', work.work, here);
    leaving.abort();
    await second;
    const third = lane.ask('c', work.work, here);
    work.end();
    expect(await Promise.all([first, shared, third])).toEqual(['a', 'a', 'a']);
  });

  test('that fail fail for all who wait, and the next one is taken', async () => {
    const lane = turns();
    const failing = () => Promise.reject(new Error('no paper'));
    const both = [lane.ask('a', failing, here), lane.ask('a', failing, here)];
    const next = held('b');
    next.end();
    expect(await Promise.allSettled(both)).toEqual(both.map(() => expect.objectContaining({ status: 'rejected' })));
    expect(await lane.ask('b', next.work, here)).toBe('b');
  });

  test('not begun can be refused all at once', async () => {
    const lane = turns();
    const [first, second] = [held('a'), held('b')];
    const running = lane.ask('a', first.work, here);
    const waiting = lane.ask('b', second.work, here);
    lane.refuseWaiting(new Error('closing'));
    await expect(waiting).rejects.toThrow('closing');
    first.end();
    expect([await running, second.times()]).toEqual(['a', 0]);
  });
});

describe('kept prints', () => {
  afterEach(() => void jest.useRealTimers());

  const print = (bytes: number) => ({ contentType: 'text/html', bytes: Buffer.alloc(bytes), notes: [] });

  test('never take more than they may: the one that was asked for longest ago goes', () => {
    const kept = new KeptPrints({ bytes: 100, ms: 1_000 });
    for (const key of ['a', 'b']) kept.add(key, print(40));
    kept.get('a');
    kept.add('c', print(40));
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
    kept.add('too-large', print(101));
    expect(['a', 'c', 'too-large'].map((key) => kept.get(key))).toEqual([undefined, undefined, undefined]);
    kept.add('d', print(100));
    kept.add('d', print(100));
    expect(kept.get('d')).toBeDefined();
    kept.forgetAll();
    expect(kept.get('d')).toBeUndefined();
  });

  test('are forgotten after their time, even when nobody asks', () => {
    jest.useFakeTimers();
    const kept = new KeptPrints({ bytes: 100, ms: 1_000 });
    kept.add('a', print(40));
    jest.advanceTimersByTime(999);
    expect(kept.get('a')).toBeDefined();
    jest.advanceTimersByTime(1);
    expect(kept.get('a')).toBeUndefined();
    // The runner's `jest` does not count them; its clock does.
    const { clock } = setTimeout as unknown as { clock: { countTimers: () => number } };
    expect(clock.countTimers()).toBe(0);
  });
});
