import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, REPORTED_AT, reported } from './incidents.js';

/** JSON can say them, PostgreSQL's text cannot: reading a field of such a value fails. */
const UNSAYABLE = 'zero \u0000, half of a pair \ud83d';

describe.each(ENGINES)('an incident whose words PostgreSQL cannot say, on %s', (engine) => {
  const db = useStore(engine);

  test('stands in every list that looks into states or events', async () => {
    const changes = { title: UNSAYABLE, place: UNSAYABLE, facts: { note: UNSAYABLE } };
    const events = reported('odd', changes);
    await db.store.record({ incidentId: 'odd', basis, events, messages: [] });
    const { store } = db;

    expect(await store.eventsOfTypes('odd', ['reported'])).toHaveLength(1);
    const filter = { from: REPORTED_AT, to: REPORTED_AT + 1, mode: 'real', limit: 10 } as const;
    expect((await store.measuredIncidents(filter)).map(({ id }) => id)).toEqual(['odd']);
    expect((await store.measuredEvents(['odd'], ['reported', 'effectRequested'])).length).toBeGreaterThan(1);
    expect(await store.dueDestructions(REPORTED_AT)).toEqual([]);
  });
});
