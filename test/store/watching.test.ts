import { describe, expect, test } from '@jest/globals';
import type { Recorded } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, longIncident, reported } from './incidents.js';

describe.each(ENGINES)('watching records on %s', (engine) => {
  const db = useStore(engine);

  test('who listens hears of every commit, also of another process', async () => {
    const heard: Recorded[] = [];
    let unsubscribe = (): void => undefined;
    const heardOfB = new Promise<void>((resolve) => {
      unsubscribe = db.store.onRecorded((recorded) => {
        heard.push(recorded);
        if (recorded.incidentId === 'b') resolve();
      });
    });
    await db.store.record({ incidentId: 'a', basis, events: reported('a'), messages: [] });
    await db.other.record({ incidentId: 'b', basis, events: reported('b'), messages: [] });
    await heardOfB;
    unsubscribe();
    await db.other.record({ incidentId: 'c', basis, events: reported('c'), messages: [] });
    await db.store.waitForSeq('c', 1, 5_000);

    const seq = reported('a').length;
    expect(heard).toEqual([
      { incidentId: 'a', seq, position: seq },
      { incidentId: 'b', seq, position: 2 * seq },
    ]);
  });

  test('waiting ends as soon as the number is recorded', async () => {
    const events = longIncident('d', 20);
    const waiting = db.store.waitForSeq('d', 20, 30_000);
    await db.other.record({ incidentId: 'd', basis, events: events.slice(0, 10), messages: [] });
    await db.other.record({ incidentId: 'd', basis, events: events.slice(10), messages: [] });
    expect(await waiting).toBe(true);
    expect(await db.store.waitForSeq('d', 15, 0)).toBe(true);
  });

  test('waiting for what does not come ends with the time', async () => {
    expect(await db.store.waitForSeq('d', 21, 50)).toBe(false);
    expect(await db.store.waitForSeq('unknown', 1, 50)).toBe(false);
  });
});

describe('when the listening connection breaks', () => {
  const db = useStore('PostgreSQL');

  test('what was recorded meanwhile is told afterwards', async () => {
    const told = new Promise<Recorded>((resolve) => db.store.onRecorded(resolve));
    const listening = `FROM pg_stat_activity WHERE application_name = 'muster listen' AND datname = current_database()`;
    await db.run(`SELECT pg_terminate_backend(pid, 5000) ${listening}`);
    expect(await db.run(`SELECT pid ${listening}`)).toEqual([]);
    const recorded = await db.store.record({ incidentId: 'a', basis, events: reported('a'), messages: [] });
    expect(await told).toEqual(recorded);
  });
});
