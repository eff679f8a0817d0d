import { describe, expect, test } from '@jest/globals';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, longIncident, reported } from './incidents.js';

describe.each(ENGINES)('a refused record on %s', (engine) => {
  const db = useStore(engine);

  const record = (incidentId: string, events: IncidentEvent[]) =>
    db.store.record({ incidentId, basis, events, messages: [] });
  const blocked = async (incidentId: string) =>
    (await db.other.blockedRecords()).find((row) => row.incidentId === incidentId);

  /** Recorded up to 10, and 15 was tried: a gap. */
  async function withGap(incidentId: string): Promise<IncidentEvent[]> {
    const events = longIncident(incidentId, 20);
    await record(incidentId, events.slice(0, 10));
    await record(incidentId, events.slice(14)).catch(() => undefined);
    return events;
  }

  test('says what was found and what was needed', async () => {
    const events = await withGap('a');
    await expect(record('a', events.slice(14))).rejects.toMatchObject({
      code: 'record_gap',
      found: { seq: 15, recordedUpTo: 10 },
      needed: { seq: 11 },
    });
    const other = events.slice(0, 10).map((e): IncidentEvent => (e.seq === 9 ? { ...e, at: e.at + 1 } : e));
    await expect(record('a', other)).rejects.toMatchObject({
      code: 'record_conflict',
      found: { seq: 9, type: 'refused' },
      needed: { seq: 9, type: 'refused' },
    });
    await expect(
      db.store.record({ incidentId: 'a0', events: reported('a0').slice(3), messages: [] }),
    ).rejects.toMatchObject({ code: 'basis_missing', found: { seq: 4, recordedUpTo: 0 }, needed: { seq: 1 } });
  });

  test('is seen by every process, once for each incident, with the time of the first refusal', async () => {
    const events = await withGap('b');
    const first = await blocked('b');
    expect(first).toMatchObject({ code: 'record_gap', detail: expect.stringContaining('event 11 was expected') });
    await record('b', events.slice(15)).catch(() => undefined);
    expect(await blocked('b')).toMatchObject({ since: first?.since, detail: expect.stringContaining('16 came') });
    expect((await db.store.blockedRecords()).filter((row) => row.incidentId === 'b')).toHaveLength(1);
  });

  test('is forgotten as soon as events follow again', async () => {
    const events = await withGap('c');
    await record('c', events.slice(10));
    expect(await blocked('c')).toBeUndefined();
    expect(await db.store.verifyIncident('c')).toMatchObject({ intact: true, length: 20 });
  });

  test('is forgotten as soon as the events turn out to be recorded', async () => {
    const events = await withGap('d');
    await record('d', events.slice(0, 10));
    expect(await blocked('d')).toBeUndefined();
  });

  test('is no news any more when nobody has tried for a minute', async () => {
    await withGap('e');
    await db.run(`UPDATE blocked_records SET refused_at = now() - interval '61 seconds' WHERE incident_id = 'e'`);
    expect(await blocked('e')).toBeUndefined();
  });

  test('of one incident does not concern another', async () => {
    await withGap('f');
    await record('g', reported('g'));
    expect(await blocked('g')).toBeUndefined();
    expect(await blocked('f')).toBeDefined();
  });
});
