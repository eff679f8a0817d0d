import fc from 'fast-check';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import type { RecordVerdict } from '../../src/domain/record.js';
import { checkRecord } from '../../src/record/index.js';
import { canonical, sha256 } from '../../src/seal/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { provableIncident } from './provable.js';

describe.each(ENGINES)('proving a record on %s', (engine) => {
  const db = useStore(engine);
  beforeAll(() => provableIncident(db.store, 'a'));

  async function verdict(id = 'a'): Promise<RecordVerdict> {
    return checkRecord((await storedRecord(db.store, id))!);
  }

  /** Changes values, looks at what is found, and puts them back. */
  async function whenChanged(
    table: string,
    column: string,
    where: string,
    to: string,
  ): Promise<RecordVerdict['faults']> {
    const kept = `kept_${table}`;
    await db.run(`CREATE TABLE ${kept} AS SELECT * FROM ${table} WHERE ${where}`);
    const before = await db.run(`SELECT ${column}::text AS value FROM ${kept}`);
    await db.run(`UPDATE ${table} SET ${column} = ${to} WHERE ${where}`);
    expect(await db.run(`SELECT ${column}::text AS value FROM ${table} WHERE ${where}`)).not.toEqual(before);
    const { faults } = await verdict();
    await db.run(`UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${kept}) WHERE ${where}`);
    await db.run(`DROP TABLE ${kept}`);
    return faults;
  }

  test('finds nothing where nothing was changed', async () => {
    const found = await verdict();
    expect(found.faults).toEqual([]);
    expect(found.checked).toMatchObject({ evidence: 1, plans: 1 });
    expect(found.checked.documents).toBeGreaterThan(1);
    expect(found.checked.notices).toBeGreaterThan(5);
    expect(found.checked.messages).toBeGreaterThan(10);
    expect(found.checked.repeated).toBe(found.checked.messages);
    expect(found.remarks.map(({ code }) => code).sort()).toEqual(['head_to_keep', 'messages_by_mark', 'not_covered']);
  });

  const of = (rest: string) => `incident_id = 'a' AND ${rest}`;
  const swapped = (column: string, from: string, to: string) => `replace(${column}::text, '${from}', '${to}')::json`;

  test.each([
    ['an event', 'incident_events', 'event', of('seq = 5'), swapped('event', '"seq":5', '"seq":7'), 'event_changed', 5],
    ['a text', 'incident_events', 'texts', of('seq = 1'), swapped('texts', '上海', '北海'), 'text_changed', 1],
    [
      'a digest',
      'incident_events',
      'texts',
      of('seq = 1'),
      swapped('texts', '"digest":"', '"digest":"0'),
      'event_changed',
      1,
    ],
    [
      'a hash',
      'incident_events',
      'hash',
      of('seq = 9'),
      `translate(hash, '0123456789', '1234567890')`,
      'event_changed',
      9,
    ],
    ['what an event is found by', 'incident_events', 'type', of('seq = 3'), `'x' || type`, 'state_changed', 3],
    ['when it is to be destroyed', 'incidents', 'destroy_by', `id = 'a'`, 'now()', 'state_changed', expect.any(Number)],
    ['its clock', 'incidents', 'clock', `id = 'a'`, `'{"pace": 2}'`, 'state_changed', expect.any(Number)],
    ['what comes after the end', 'incidents', 'seq', `id = 'a'`, 'seq - 1', 'event_stray', expect.any(Number)],
    ['the head', 'incidents', 'head_hash', `id = 'a'`, `'x' || head_hash`, 'head_changed', expect.any(Number)],
    ['the phase of the list', 'incidents', 'phase', `id = 'a'`, `'closed'`, 'state_changed', expect.any(Number)],
    ['the title of the list', 'incidents', 'title', `id = 'a'`, `title || '!'`, 'state_changed', expect.any(Number)],
    [
      'the state',
      'incidents',
      'state',
      `id = 'a'`,
      swapped('state', '"commander":"lin-wei"', '"commander":"lin-wej"'),
      'state_changed',
      expect.any(Number),
    ],
    [
      'a message',
      'incident_messages',
      'message',
      of(`message ->> 'type' = 'verify' AND message ->> 'level' = 'IV'`),
      swapped('message', '反馈', '反溃'),
      'message_changed',
      expect.any(Number),
    ],
    [
      'a checksum',
      'incident_messages',
      'sha256',
      of(`message ->> 'type' = 'verify' AND message ->> 'level' = 'IV'`),
      `'0' || sha256`,
      'message_changed',
      expect.any(Number),
    ],
    [
      'a document',
      'documents',
      'bytes',
      of(`lang = 'en'`) + ' AND id = (SELECT min(id) FROM documents)',
      'set_byte(bytes, 4, 65)',
      'document_changed',
      expect.any(Number),
    ],
    [
      'as what a document is sent',
      'documents',
      'content_type',
      of(`lang = 'en'`) + ' AND id = (SELECT min(id) FROM documents)',
      `'text/plain'`,
      'document_differs',
      expect.any(Number),
    ],
    ['the size of a file', 'evidence', 'size', of('true'), 'size + 1', 'evidence_changed', expect.any(Number)],
    [
      'the hash beside a document',
      'documents',
      'sha256',
      of(`lang = 'en'`) + ' AND id = (SELECT min(id) FROM documents)',
      `'0' || sha256`,
      'document_changed',
      expect.any(Number),
    ],
    [
      'a file of evidence',
      'evidence',
      'bytes',
      of('true'),
      'set_byte(bytes, 4, 65)',
      'evidence_changed',
      expect.any(Number),
    ],
    [
      'a receipt',
      'outbox',
      'status',
      `id = (SELECT min(id) FROM outbox)`,
      `'rejected'`,
      'notice_differs',
      expect.any(Number),
    ],
    ['the plan', 'plans', 'document', 'true', swapped('document', '"version":', '"version":1'), 'plan_changed', 1],
  ])('names %s that was changed', async (_what, table, column, where, to, code, seq) => {
    const faults = await whenChanged(table, column, where, to);
    expect(faults[0]).toMatchObject({ code, seq });
    if (table === 'incident_events') expect(faults).toHaveLength(1);
  });

  test('a message that was written anew with its checksum is still not the one that the event names', async () => {
    const where = of(`message ->> 'type' = 'verify' AND message ->> 'level' = 'IV'`);
    const [{ sha256 }] = (await db.run<{ sha256: string }>(`SELECT sha256 FROM incident_messages WHERE ${where}`)) as [
      { sha256: string },
    ];
    await db.run(`UPDATE incident_messages SET sha256 = NULL WHERE ${where}`);
    const faults = await whenChanged('incident_messages', 'message', where, swapped('message', '反馈', '反溃'));
    await db.run(`UPDATE incident_messages SET sha256 = '${sha256}' WHERE ${where}`);
    expect(faults).toMatchObject([{ code: 'message_differs', type: 'confirmed', item: 'content' }]);
  });

  test('names what was taken out', async () => {
    for (const [table, where, code] of [
      ['incident_messages', of(`message ->> 'type' = 'task'`), 'message_missing'],
      ['documents', of(`lang = 'en'`) + ' AND id = (SELECT min(id) FROM documents)', 'document_missing'],
      ['evidence', of('true'), 'evidence_missing'],
      ['outbox', 'id = (SELECT min(id) FROM outbox)', 'notice_missing'],
      ['incident_events', of('seq = 8'), 'event_missing'],
    ] as const) {
      await db.run(`CREATE TABLE taken AS SELECT * FROM ${table} WHERE ${where}`);
      await db.run(`DELETE FROM ${table} WHERE ${where}`);
      const { faults } = await verdict();
      await db.run(`INSERT INTO ${table} SELECT * FROM taken`);
      await db.run(`DROP TABLE taken`);
      expect(faults).toMatchObject([{ code, seq: expect.any(Number) }]);
    }
    expect((await verdict()).faults).toEqual([]);
  });

  test('names every message of Muster itself that was taken out or put elsewhere', async () => {
    const rows = await db.run<{ first: number; kind: string }>(
      `SELECT first_seq AS first, message -> 'actor' ->> 'kind' AS kind FROM incident_messages WHERE ${of('true')}`,
    );
    const { seq } = (await storedRecord(db.store, 'a'))!.incident;
    const taken = new Set(rows.map(({ first }) => first));
    const own = rows.filter(({ kind }) => kind === 'system');
    expect(own.length).toBeGreaterThan(10);
    for (const { first } of own) {
      const to = [1, 2, 4, 8].map((bit) => first ^ bit).find((at) => !taken.has(at) && at >= 1 && at <= seq);
      if (to !== undefined) {
        const moved = (from: number, at: number) =>
          db.run(`UPDATE incident_messages SET first_seq = ${at} WHERE ${of(`first_seq = ${from}`)}`);
        await moved(first, to);
        const { faults } = await verdict();
        await moved(to, first);
        expect(faults.map(({ code }) => code)).toContain('message_missing');
      }
      await db.run(`CREATE TABLE taken AS SELECT * FROM incident_messages WHERE ${of(`first_seq = ${first}`)}`);
      await db.run(`DELETE FROM incident_messages WHERE ${of(`first_seq = ${first}`)}`);
      const { faults } = await verdict();
      await db.run(`INSERT INTO incident_messages SELECT * FROM taken`);
      await db.run(`DROP TABLE taken`);
      expect(faults).toMatchObject([{ code: 'message_missing', seq: first }]);
    }
  });

  test('any byte of any event or text that is changed is found, and named by its event', async () => {
    const rows = await db.run<{ seq: number; event: string; texts: string }>(
      `SELECT seq, event::text AS event, texts::text AS texts FROM incident_events WHERE incident_id = 'a'`,
    );
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(rows.length - 1),
        fc.constantFrom('event' as const, 'texts' as const),
        fc.nat(),
        fc.constantFrom(...'0aZ}" '),
        async (row, column, position, by) => {
          const { seq, [column]: text } = rows[row]!;
          const at = position % text.length;
          const changed = `${text.slice(0, at)}${by}${text.slice(at + 1)}`;
          fc.pre(!/[\uD800-\uDFFF]/.test(changed) && isOther(text, changed));
          tried += 1;
          const to = `$json$${changed}$json$::json`;
          const faults = await whenChanged('incident_events', column, of(`seq = ${seq}`), to);
          expect(faults.map((fault) => fault.seq)).toEqual([seq]);
        },
      ),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  test('a text that was taken out is no erasure', async () => {
    await provableIncident(db.store, 'b');
    const [row] = await db.run<{ digest: string }>(
      `SELECT texts -> 'title' ->> 'digest' AS digest FROM incident_events WHERE incident_id = 'b' AND seq = 1`,
    );
    await db.run(`UPDATE incident_events SET texts = jsonb_set(texts::jsonb, '{title}', '{"digest": "${row!.digest}"}')::json
                  WHERE incident_id = 'b' AND seq = 1`);
    const { faults } = await verdict('b');
    expect(faults).toEqual([{ code: 'text_taken_out', seq: 1, type: 'reported', item: 'title' }]);
  });

  test('who held the posts at the report is in the chain, and a record without it says so', async () => {
    const record = (await storedRecord(db.store, 'a'))!;
    const { incident } = record;
    const first = JSON.parse((await record.basis(incident.firstBasisHash!))!) as Basis;
    const other = { ...first, holders: { ...first.holders, 'technical-lead': ['wu-kun'] } };
    expect(other.holders).not.toEqual(first.holders);
    const hash = sha256(canonical(other));
    // Whoever writes it anew writes the hash beside it anew.
    const changed = {
      ...record,
      incident: { ...incident, firstBasisHash: hash },
      basis: async (of: string) => (of === hash ? JSON.stringify(other) : record.basis(of)),
    };
    const { faults } = await checkRecord(changed);
    expect(faults[0]).toMatchObject({ code: 'basis_changed', seq: 1, type: 'reported', item: 'first', found: hash });
    await provableIncident(db.store, 'before', { anchored: false });
    const old = await verdict('before');
    expect(old.faults).toEqual([]);
    expect(old.remarks).toContainEqual({ code: 'first_basis_not_sealed' });
  });

  test('a state that an earlier release kept without a room is no fault, and said', async () => {
    await provableIncident(db.store, 'c');
    await db.run(
      `UPDATE incidents SET state = (state::jsonb #- '{situation,statementsMade}' #- '{resources}')::json WHERE id = 'c'`,
    );
    const { faults, remarks } = await verdict('c');
    expect(faults).toEqual([]);
    expect(remarks.find(({ code }) => code === 'state_lacks')?.item).toContain('resources');
  });
});

/** It still is JSON, and says something else. */
function isOther(text: string, changed: string): boolean {
  try {
    return canonical(JSON.parse(changed)) !== canonical(JSON.parse(text));
  } catch {
    return false;
  }
}
