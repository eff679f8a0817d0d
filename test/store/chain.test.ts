import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/domain/incident/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { basis, confirmed, longIncident, reported } from './incidents.js';

describe.each(ENGINES)('the hash chain on %s', (engine) => {
  const db = useStore(engine);

  async function record(incidentId: string) {
    const events = longIncident(incidentId, 40);
    await db.store.record({ incidentId, basis, events, messages: [] });
    return events;
  }

  test('is intact as recorded, piece by piece or at once', async () => {
    const events = reported('a');
    await db.store.record({ incidentId: 'a', basis, events, messages: [] });
    const more = confirmed(fold(basis, events));
    await db.store.record({ incidentId: 'a', events: more, messages: [] });
    const length = events.length + more.length;
    const head = (await db.store.getIncident('a'))?.headHash;
    expect(await db.store.verifyIncident('a')).toEqual({ intact: true, length, head });
  });

  test('names the event in which one byte was changed', async () => {
    await record('b');
    await db.run(`UPDATE incident_events SET event = replace(event::text, 'nobody', 'nobodz')::json
                  WHERE incident_id = 'b' AND seq = 23`);
    expect(await db.store.verifyIncident('b')).toEqual({ intact: false, seq: 23, why: 'hash' });
  });

  test('names the event whose text was changed', async () => {
    await record('c');
    await db.run(`UPDATE incident_events SET texts = replace(texts::text, '上海机房', '北京机房')::json
                  WHERE incident_id = 'c' AND seq = 1`);
    expect(await db.store.verifyIncident('c')).toEqual({ intact: false, seq: 1, why: 'text' });
  });

  test('names an event that was taken out, in the middle and at the end', async () => {
    await record('d');
    await db.run(`DELETE FROM incident_events WHERE incident_id = 'd' AND seq = 40`);
    expect(await db.store.verifyIncident('d')).toEqual({ intact: false, seq: 40, why: 'missing' });
    await db.run(`DELETE FROM incident_events WHERE incident_id = 'd' AND seq = 17`);
    expect(await db.store.verifyIncident('d')).toEqual({ intact: false, seq: 17, why: 'missing' });
  });

  test('stays intact when a text is erased, and says which', async () => {
    const events = await record('e');
    const [row] = await db.run<{ digest: string }>(
      `SELECT texts -> 'place' ->> 'digest' AS digest FROM incident_events WHERE incident_id = 'e' AND seq = 1`,
    );
    await db.run(`UPDATE incident_events
                  SET texts = jsonb_set(texts::jsonb, '{place}', '{"digest": "${row!.digest}"}')::json
                  WHERE incident_id = 'e' AND seq = 1`);

    expect(await db.store.verifyIncident('e')).toMatchObject({ intact: true, length: 40 });
    const [first] = await db.store.eventsOf('e', 0, 1);
    expect(first).toMatchObject({ erased: ['place'], event: { texts: { title: '支付接口超时', place: '' } } });
    // The workflow does not know of the erasure when it records again.
    await db.store.record({ incidentId: 'e', basis, events, messages: [] });
  });
});
