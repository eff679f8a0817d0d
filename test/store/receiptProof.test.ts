import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import type { RecordVerdict } from '../../src/domain/record.js';
import { checkRecord } from '../../src/record/index.js';
import type { KeptNotice } from '../../src/record/index.js';
import { sealAfter } from '../../src/seal/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { provableIncident } from './provable.js';

const REFUSED = 'chen-jing';

describe.each(ENGINES)('receipts and documents held against the record on %s', (engine) => {
  const db = useStore(engine);
  beforeAll(async () => {
    await provableIncident(db.store, 'closed', { closes: true, refused: [REFUSED] });
    await provableIncident(db.store, 'open', { refused: [REFUSED] });
  });

  const verdict = async (id = 'closed'): Promise<RecordVerdict> => checkRecord((await storedRecord(db.store, id))!);

  /** What is found while receipts are otherwise than they were. */
  async function whenChanged(statement: string): Promise<RecordVerdict> {
    await db.run(`CREATE TABLE kept AS SELECT * FROM outbox`);
    await db.run(statement);
    const found = await verdict();
    await db.run(`DELETE FROM outbox`);
    await db.run(`INSERT INTO outbox SELECT * FROM kept`);
    await db.run(`DROP TABLE kept`);
    expect((await verdict()).faults).toEqual([]);
    return found;
  }

  const one = `id = (SELECT min(id) FROM outbox WHERE incident_id = 'closed' AND person = '${REFUSED}')`;

  test('nothing is found where nothing was changed', async () => {
    for (const id of ['closed', 'open']) {
      const { faults, remarks } = await verdict(id);
      expect(faults).toEqual([]);
      expect(remarks.map(({ code }) => code)).not.toContain('not_recorded_yet');
      expect(remarks.map(({ code }) => code)).not.toContain('notice_arrived_late');
    }
    expect((await db.store.getIncident('closed'))?.state.phase).toBe('closed');
  });

  test('whoever the events call unreachable has no receipt that says they were told', async () => {
    const { faults } = await whenChanged(
      `UPDATE outbox SET status = 'accepted', last_code = NULL, accepted_at = now() WHERE ${one}`,
    );
    expect(faults).toMatchObject([
      {
        ...{ code: 'notice_differs', seq: expect.any(Number), type: 'noticeAttempted' },
        ...{ found: 'accepted', needed: 'rejected (smtp_550)' },
      },
    ]);
  });

  test('nor one that gives another reason', async () => {
    const { faults } = await whenChanged(`UPDATE outbox SET last_code = 'too_large' WHERE ${one}`);
    expect(faults).toMatchObject([{ code: 'notice_differs', found: 'rejected (too_large)' }]);
  });

  test('and the receipt of whoever was not reached is missed as any other', async () => {
    const { faults } = await whenChanged(`DELETE FROM outbox WHERE ${one}`);
    expect(faults).toMatchObject([{ code: 'notice_missing', type: 'noticeAttempted' }]);
    expect(faults[0]?.item).toContain(REFUSED);
  });

  test('a receipt that was given up and arrived is a remark, because that can be', async () => {
    const record = (await storedRecord(db.store, 'open'))!;
    const notices: KeptNotice[] = [];
    for await (const notice of record.notices()) notices.push(notice);
    const { effectId, noticeId, person } = notices.find(({ status }) => status === 'accepted')!;
    const { incident } = record;
    // As where the last attempt ended while the mail was on the wire.
    const given = {
      ...{ seq: incident.seq + 1, at: incident.updatedAt, actor: { kind: 'system' }, via: 'system' },
      ...{ type: 'noticeAttempted', effectId, noticeId, accepted: [], delayed: [] },
      unreachable: [{ person, code: 'in_flight' }],
    } as unknown as IncidentEvent;
    const [sealed] = sealAfter(incident.headHash, 'open', [given]);
    const { hash, texts, event } = sealed!;
    const { faults, remarks } = await checkRecord({
      ...record,
      incident: { ...incident, seq: given.seq, lastSeq: given.seq, headHash: hash },
      async *events() {
        yield* record.events();
        yield { seq: given.seq, hash, texts: JSON.stringify(texts), event: JSON.stringify(event) };
      },
    });
    expect(faults.filter(({ code }) => code.startsWith('notice'))).toEqual([]);
    expect(remarks).toContainEqual({ code: 'notice_arrived_late', count: 1, item: `${person} (${effectId})` });
  });

  const forged = (incident: string, effect: string) =>
    `INSERT INTO outbox (id, incident_id, effect_id, notice_id, person, channel, address, subject, text, message_id, status)
     VALUES ('x', '${incident}', '${effect}.1', '${effect}', 'lin-wei', 'email', '', '', '', 'x', 'accepted')`;

  async function withForged(incident: string, effect: string): Promise<RecordVerdict> {
    await db.run(forged(incident, effect));
    const found = await verdict(incident);
    await db.run(`DELETE FROM outbox WHERE id = 'x'`);
    return found;
  }

  async function withDocument(incidentId: string, effect: string): Promise<RecordVerdict> {
    const bytes = Buffer.from('<p>forged</p>');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = { id: `${incidentId}-${effect}`, incidentId, format: 'html', lang: 'en' };
    await db.store.saveDocument({
      ...key,
      kind: 'incidentReport',
      contentType: 'text/html; charset=utf-8',
      bytes,
      sha256,
    });
    const found = await verdict(incidentId);
    await db.run(`DELETE FROM documents WHERE id = '${key.id}'`);
    return found;
  }

  test('numbered past the end of an incident that is over, a receipt or a document is a stray', async () => {
    const { seq } = (await db.store.getIncident('closed'))!.state;
    for (const n of [seq, seq + 1, 999_999]) {
      expect((await withForged('closed', `n${n}`)).faults).toMatchObject([{ code: 'notice_stray' }]);
      expect((await withDocument('closed', `d${n}`)).faults).toMatchObject([{ code: 'document_stray' }]);
    }
  });

  test('a draft that the closure did not wait for may come after it, and nothing else', async () => {
    const { seq, effects } = await provableIncident(db.store, 'late', { closes: true, draftIsLate: true });
    const [draft] = Object.keys(effects.late!);
    const { faults, remarks } = await withDocument('late', draft!);
    expect(faults).toEqual([]);
    expect(remarks).toContainEqual({ code: 'not_recorded_yet', count: 1, item: 'documents' });
    expect((await withDocument('late', `d${seq}`)).faults).toMatchObject([{ code: 'document_stray' }]);
  });

  test('of one that goes on it may be under way, as far as anything can be', async () => {
    const { seq } = (await db.store.getIncident('open'))!.state;
    const ahead = await withForged('open', `n${seq + 3}`);
    expect(ahead.faults).toEqual([]);
    expect(ahead.remarks).toContainEqual({ code: 'not_recorded_yet', count: 1, item: 'notices' });
    expect((await withDocument('open', `d${seq + 3}`)).faults).toEqual([]);
    expect((await withForged('open', 'n999999')).faults).toMatchObject([{ code: 'notice_stray' }]);
    expect((await withDocument('open', 'd999999')).faults).toMatchObject([{ code: 'document_stray' }]);
  });
});
