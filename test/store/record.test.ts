import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/domain/incident/index.js';
import type { IncidentEvent, Message } from '../../src/domain/incident/index.js';
import type { RecordedEvent } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, confirmed, inBatches, longIncident, refused, REPORTED_AT, reported } from './incidents.js';

describe.each(ENGINES)('recording on %s', (engine) => {
  const db = useStore(engine);

  const recordNew = (incidentId: string, events: IncidentEvent[]) =>
    db.store.record({ incidentId, basis, events, messages: [] });

  test('an incident that was recorded is read back with the state that its events give', async () => {
    const events = reported('a');
    const recorded = await recordNew('a', events);

    expect(recorded).toEqual({ incidentId: 'a', seq: events.length, position: await db.store.headPosition() });
    const incident = await db.store.getIncident('a');
    expect(incident?.state).toEqual(fold(basis, events));
    expect(incident).toMatchObject({ openedAt: REPORTED_AT, updatedAt: REPORTED_AT });
    expect((await db.store.eventsOf('a', 0, 100)).map((e) => e.event)).toEqual(events);
  });

  test('later events need no basis and go on from the recorded state', async () => {
    const events = reported('b');
    await recordNew('b', events);
    const more = confirmed(fold(basis, events));
    await db.store.record({ incidentId: 'b', events: more, messages: [] });

    expect((await db.store.getIncident('b'))?.state).toEqual(fold(basis, [...events, ...more]));
    const afterReport = await db.store.eventsOf('b', events.length, 2);
    expect(afterReport.map((e) => e.event)).toEqual(more.slice(0, 2));
  });

  test('the same events again change nothing and are answered as before', async () => {
    const events = reported('c');
    const first = await recordNew('c', events);
    await recordNew('something-else', reported('something-else'));

    expect(await recordNew('c', events)).toEqual(first);
    expect(await db.store.record({ incidentId: 'c', events: [], messages: [] })).toEqual(first);
    expect(await db.store.eventsOf('c', 0, 100)).toHaveLength(events.length);
  });

  test('of events that overlap with what is recorded only the new ones are appended', async () => {
    const events = longIncident('d', 30);
    await recordNew('d', events.slice(0, 20));
    await recordNew('d', events.slice(10));

    expect((await db.store.eventsOf('d', 0, 100)).map((e) => e.event)).toEqual(events);
    expect(await db.store.verifyIncident('d')).toMatchObject({ intact: true, length: 30 });
  });

  test('another event under a recorded number is a conflict and records nothing', async () => {
    const events = longIncident('e', 20);
    await recordNew('e', events.slice(0, 15));
    const changed = events.map((e) => (e.seq === 12 ? { ...e, at: e.at + 1 } : e));

    await expect(recordNew('e', changed)).rejects.toMatchObject({ code: 'record_conflict' });
    expect((await db.store.getIncident('e'))?.state.seq).toBe(15);
  });

  test('another text under a recorded number is a conflict', async () => {
    const events = reported('f');
    await recordNew('f', events);
    await expect(recordNew('f', reported('f', { title: '另一件事' }))).rejects.toMatchObject({
      code: 'record_conflict',
    });
    await expect(recordNew('f', reported('f', { cause: 'new' }))).rejects.toMatchObject({ code: 'record_conflict' });
  });

  test('a gap is refused, before what is recorded and within the events', async () => {
    const events = longIncident('g', 20);
    await expect(recordNew('g', events.slice(1))).rejects.toMatchObject({ code: 'record_gap' });
    await recordNew('g', events.slice(0, 10));
    await expect(recordNew('g', events.slice(11))).rejects.toMatchObject({ code: 'record_gap' });
    const holey = events.filter((e) => e.seq !== 15);
    await expect(recordNew('g', holey)).rejects.toMatchObject({ code: 'record_gap' });
    expect((await db.store.getIncident('g'))?.state.seq).toBe(10);
  });

  test('the first events of an incident must bring its basis', async () => {
    const recording = db.store.record({ incidentId: 'h', events: reported('h'), messages: [] });
    await expect(recording).rejects.toMatchObject({ code: 'basis_missing' });
    expect(await db.store.getIncident('h')).toBeUndefined();
  });

  test('accepted messages are kept in the order of decision, once', async () => {
    const message = (requestId: string): Message => ({
      type: 'close',
      reason: '可以关闭',
      requestId,
      actor: { kind: 'person', id: 'lin-wei' },
      via: 'api',
    });
    const events = longIncident('i', 12);
    const messages = [
      { message: message('second'), firstSeq: 11 },
      { message: message('first'), firstSeq: 10 },
    ];
    await db.store.record({ incidentId: 'i', basis, events, messages });
    await db.store.record({ incidentId: 'i', basis, events, messages });
    expect(await db.store.messagesOf('i')).toEqual([messages[1], messages[0]]);
  });

  test('texts that PostgreSQL cannot store as text stop nothing and come back unchanged', async () => {
    const title = 'null \0 and half a pair \ud83d in \\u0000';
    const events = reported('j', { title, description: '\0' });
    const more = refused(fold(basis, events), 'request \0 \udc00');
    await recordNew('j', [...events, ...more]);

    expect((await db.store.getIncident('j'))?.state).toEqual(fold(basis, [...events, ...more]));
    expect((await db.store.eventsOf('j', 0, 100)).map((e) => e.event)).toEqual([...events, ...more]);
    const { incidents } = await db.store.listIncidents();
    expect(incidents.find(({ id }) => id === 'j')?.title).toContain('null \ufffd and half a pair \ufffd');
    expect(await db.store.verifyIncident('j')).toMatchObject({ intact: true });
  });

  test('500 events are recorded by one call', async () => {
    const events = longIncident('k', 500);
    await recordNew('k', events);
    expect((await db.store.getIncident('k'))?.state).toEqual(fold(basis, events));
  });

  test('recorders of the same incident do not get in each other’s way', async () => {
    const events = longIncident('l', 60);
    const batches = inBatches(events, 3);
    const recordAll = async (store: typeof db.store) => {
      for (const batch of batches) await store.record({ incidentId: 'l', basis, events: batch, messages: [] });
    };
    await Promise.all([db.store, db.other, db.store, db.other].map(recordAll));

    expect((await db.store.eventsOf('l', 0, 100)).map((e) => e.event)).toEqual(events);
    expect(await db.store.verifyIncident('l')).toMatchObject({ intact: true, length: 60 });
  });

  test('a reader never finds an event behind its cursor, however many record at once', async () => {
    const start = await db.store.headPosition();
    const incidents = Array.from({ length: 20 }, (_, i) => `m${i}`);
    const batches = incidents.map((id) => ({ id, parts: inBatches(longIncident(id, 40), 4) }));
    const total = incidents.length * 40;
    let recording = true;

    const recorders = Array.from({ length: 8 }, async (_, r) => {
      const store = r % 2 === 0 ? db.store : db.other;
      // Each incident has two recorders, so that they also repeat each other.
      const mine = batches.filter((_batch, i) => i % 8 === r || (i + 1) % 8 === r);
      for (let part = 0; part < 10; part++) {
        for (const { id, parts } of mine) {
          await store.record({ incidentId: id, basis, events: parts[part]!, messages: [] });
        }
      }
    });
    const seen: RecordedEvent[] = [];
    const reader = async () => {
      while (recording || seen.length < total) {
        const next = await db.other.eventsAfterPosition(start + seen.length, 7);
        expect(next.map((e) => e.position)).toEqual(next.map((_, i) => start + seen.length + i + 1));
        seen.push(...next);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const reading = reader();
    await Promise.all(recorders).finally(() => (recording = false));
    await reading;

    expect(seen).toHaveLength(total);
    expect(await db.store.headPosition()).toBe(start + total);
    for (const id of incidents) {
      const seqs = seen.filter((e) => e.incidentId === id).map((e) => e.event.seq);
      expect(seqs).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    }
  });
});
