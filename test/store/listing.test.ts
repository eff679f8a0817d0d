import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/domain/incident/index.js';
import type { IncidentFilter } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, confirmed, REPORTED_AT, reported } from './incidents.js';

describe.each(ENGINES)('the list of incidents on %s', (engine) => {
  const db = useStore(engine);

  async function pages(filter: IncidentFilter): Promise<string[][]> {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await db.store.listIncidents({ ...filter, ...(cursor === undefined ? {} : { cursor }) });
      found.push(page.incidents.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  test('is empty at first', async () => {
    expect(await db.store.listIncidents()).toEqual({ incidents: [] });
    expect(await db.store.headPosition()).toBe(0);
  });

  test('shows the newest first, page by page, also those opened at the same moment', async () => {
    for (const [i, id] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      const mode = id === 'b' ? 'drill' : 'real';
      const events = reported(id, { mode }, REPORTED_AT + Math.floor(i / 2) * 1_000);
      const all = id === 'c' ? [...events, ...confirmed(fold(basis, events))] : events;
      await db.store.record({ incidentId: id, basis, events: all, messages: [] });
    }
    expect(await pages({ limit: 2 })).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
    expect(await pages({ limit: 5 })).toEqual([['e', 'd', 'c', 'b', 'a']]);
  });

  test('is filtered by phase, level and mode', async () => {
    expect(await pages({ phase: 'responding' })).toEqual([['c']]);
    expect(await pages({ phase: 'reported', mode: 'real', limit: 2 })).toEqual([['e', 'd'], ['a']]);
    expect(await pages({ level: 'L2' })).toEqual([['c']]);
    expect(await pages({ mode: 'drill' })).toEqual([['b']]);
    expect(await pages({ level: 'L9' })).toEqual([[]]);
  });

  test('says of each what a list shows', async () => {
    const { incidents } = await db.store.listIncidents({ phase: 'responding' });
    const { seq, updatedAt, incidentLevel } = incidents[0]!;
    expect(incidents).toEqual([
      {
        id: 'c',
        seq,
        phase: 'responding',
        level: 'L2',
        incidentLevel,
        category: 'operation',
        mode: 'real',
        title: '支付接口超时',
        openedAt: REPORTED_AT + 1_000,
        updatedAt,
      },
    ]);
  });

  test('refuses a cursor that it has not given out', async () => {
    await expect(db.store.listIncidents({ cursor: 'page2' })).rejects.toMatchObject({ code: 'bad_cursor' });
    const broken = Buffer.from('999999999999999 a').toString('base64url');
    await expect(db.store.listIncidents({ cursor: broken })).rejects.toMatchObject({ code: 'bad_cursor' });
  });
});
