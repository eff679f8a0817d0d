import { describe, expect, test } from '@jest/globals';
import { Turns } from '../../src/activities/turns.js';

/** Longer than a test may take, so that only the queue can end the wait. */
const LONG = 3_600_000;

interface Work {
  taken: Promise<void>;
  end: () => void;
}

function workIn(turns: Turns): Work {
  let end: () => void = () => undefined;
  const work = new Promise<void>((resolve) => (end = resolve));
  return { taken: turns.take(() => work), end };
}

const later = () => new Promise<void>((resolve) => setImmediate(resolve));

function watched(promise: Promise<void>): { ended: boolean } {
  const state = { ended: false };
  void promise.then(() => (state.ended = true));
  return state;
}

describe('giving way to those who wait for a turn', () => {
  test('nobody waits: at once', async () => {
    const turns = new Turns(1);
    await turns.giveWay(LONG);
    const running = workIn(turns);
    await turns.giveWay(LONG);
    running.end();
  });

  test('until the last of them has a turn', async () => {
    const turns = new Turns(1);
    const [first, second, third] = [workIn(turns), workIn(turns), workIn(turns)];
    const wait = watched(turns.giveWay(LONG));
    await later();
    expect(wait.ended).toBe(false);
    first.end();
    await first.taken;
    await later();
    expect(wait.ended).toBe(false);
    second.end();
    await second.taken;
    await later();
    expect(wait.ended).toBe(true);
    third.end();
  });

  test('not for those who get no turn: what holds them up may last', async () => {
    const turns = new Turns(1);
    const [stuck] = [workIn(turns), workIn(turns)];
    await turns.giveWay(LONG);
    expect(turns.hasRoom()).toBe(false);
    stuck.end();
  });

  test('no longer than is said, however well it moves', async () => {
    const turns = new Turns(1);
    let moving = true;
    // Somebody always waits, and turns end all the time.
    const busy = [0, 1].map(async () => {
      while (moving) await turns.take(later);
    });
    await later();
    expect(turns.hasRoom()).toBe(false);
    await turns.giveWay(50);
    moving = false;
    await Promise.all(busy);
  });
});
