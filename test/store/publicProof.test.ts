import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiParts } from '../../src/api/deps.js';
import { eraseIncident, erasePerson } from '../../src/api/erasure/erase.js';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { RecordVerdict } from '../../src/domain/record.js';
import { bundleOf, checkBundle, checkImprovement, checkRecord } from '../../src/record/index.js';
import { createDirectory } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { Story } from '../improvement/story.js';
import { useStore } from './harness.js';
import { provableIncident } from './provable.js';

const NOW = Date.UTC(2026, 9, 1, 8);
const HOTLINE = 'hotline@yunfan.example';

const draft = (zh: string, en: string): Decision => ({
  type: 'publication',
  action: 'draft',
  kind: 'first',
  facts: [],
  texts: { 'title zh-CN': '情况说明', 'body zh-CN': zh, 'title en': 'Notice', 'body en': en },
});
const on = (action: 'check' | 'approve', publication: string): Decision => ({
  type: 'publication',
  action,
  publication,
  version: 1,
});
const published = (publication: string, zh: string, en: string): [string, Decision][] => [
  ['liang-yue', draft(zh, en)],
  ['cheng-xue', on('check', publication)],
  ['lin-wei', on('approve', publication)],
];

const DECISIONS: [string, Decision][] = [
  ...published('p1', `支付中断，请联系 ${HOTLINE}`, `Payment is down. Write to ${HOTLINE}`),
  ...published('p2', '支付已恢复', 'Payment is back, says Yang Gao'),
  ...published('p3', '数据已泄露', 'Data has leaked'),
  ['lin-wei', { type: 'publication', action: 'withdraw', publication: 'p3', reason: 'untrue' }],
  ['liang-yue', draft('无人批准', 'Nobody approved it')],
];

/** Returned, drafted anew as an update, approved and withdrawn. */
const REDRAFTED: [string, Decision][] = [
  ['liang-yue', draft('支付中断', 'Payment is down')],
  ['cheng-xue', { type: 'publication', action: 'return', publication: 'p1', version: 1, remarks: '更新' }],
  ['liang-yue', { ...draft('支付仍中断', 'Payment is still down'), kind: 'update', publication: 'p1' } as Decision],
  ['cheng-xue', { type: 'publication', action: 'check', publication: 'p1', version: 2 }],
  ['lin-wei', { type: 'publication', action: 'approve', publication: 'p1', version: 2 }],
  ['lin-wei', { type: 'publication', action: 'withdraw', publication: 'p1', reason: 'no longer true' }],
];

describe.each(ENGINES)('the public page held against the record on %s', (engine) => {
  const db = useStore(engine);
  const folder = mkdtempSync(join(tmpdir(), 'muster-public-'));
  beforeAll(async () => {
    await provableIncident(db.store, 'a', { more: DECISIONS });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const verdict = async (): Promise<RecordVerdict> => checkRecord((await storedRecord(db.store, 'a'))!);

  /** What is found while a publication is otherwise than it was approved. */
  async function whenChanged(statement: string): Promise<RecordVerdict['faults']> {
    await db.run(`CREATE TABLE kept AS SELECT * FROM publications`);
    await db.run(statement);
    const { faults } = await verdict();
    await db.run(`DELETE FROM publications`);
    await db.run(`INSERT INTO publications OVERRIDING SYSTEM VALUE SELECT * FROM kept`);
    await db.run(`DROP TABLE kept`);
    expect((await verdict()).faults).toEqual([]);
    return faults;
  }

  const seqOf = async (type: string, publication: string): Promise<number> => {
    const [row] = await db.run<{ seq: number }>(
      `SELECT seq FROM incident_events WHERE event ->> 'type' = '${type}' AND event ->> 'publication' = '${publication}'
       ORDER BY seq LIMIT 1`,
    );
    return row!.seq;
  };

  async function bundle(): Promise<Buffer> {
    const record = (await storedRecord(db.store, 'a'))!;
    const about = { version: 'x', exportedAt: new Date(NOW).toISOString(), exportedBy: 'operator' };
    const chunks: Uint8Array[] = [];
    for await (const chunk of bundleOf(record, { ...about, verdict: await checkRecord(record) })) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function faultsIn(bytes: Buffer): Promise<RecordVerdict['faults']> {
    const file = join(folder, 'bundle.zip');
    writeFileSync(file, bytes);
    return (await checkBundle(file, { sha256: undefined, version: 'x' })).faults;
  }

  test('finds nothing where every word was approved', async () => {
    expect((await verdict()).faults).toEqual([]);
    expect(await db.store.listPublished(10)).toHaveLength(3);
  });

  test('a word that nobody approved is named by the event that approved another', async () => {
    const changed = `UPDATE publications SET texts = replace(texts::text, 'down', 'up')::json WHERE publication = 'p1'`;
    expect(await whenChanged(changed)).toMatchObject([
      { code: 'publication_changed', seq: await seqOf('publicationDrafted', 'p1'), type: 'publicationDrafted' },
    ]);
  });

  test('so are another address, kind, and promise', async () => {
    for (const set of [`public_id = 'f00'`, `kind = 'final'`, `next_at = now()`, `corrects = 'p1'`]) {
      const faults = await whenChanged(`UPDATE publications SET ${set} WHERE publication = 'p2'`);
      expect(faults).toMatchObject([{ code: 'publication_changed' }]);
    }
  });

  test('what is hidden from the page is named by the event that put it there', async () => {
    // That something was withdrawn is read there too.
    expect(await whenChanged(`UPDATE publications SET published_at = NULL WHERE publication = 'p3'`)).toMatchObject([
      { code: 'publication_changed', type: 'publicationPublished', item: 'p3 v1 (out)' },
    ]);
    const record = (await storedRecord(db.store, 'a'))!;
    const publications = record.incident.publications!.map((row) => ({ ...row, wasOut: row.publication !== 'p1' }));
    const { faults } = await checkRecord({ ...record, incident: { ...record.incident, publications } });
    expect(faults).toMatchObject([
      { code: 'publication_changed', seq: await seqOf('publicationPublished', 'p1'), item: 'p1 v1 (out)' },
    ]);
  });

  test('what is withdrawn before the page has it, in another version than the first, is as it was approved', async () => {
    await provableIncident(db.store, 'redrafted', { more: REDRAFTED, pageIsAway: true });
    const found = async () => (await checkRecord((await storedRecord(db.store, 'redrafted'))!)).faults;
    expect(await db.run(`SELECT kind, published_at FROM publications WHERE incident_id = 'redrafted'`)).toEqual([
      { kind: 'update', published_at: null },
    ]);
    expect(await found()).toEqual([]);
    // As an earlier release kept it.
    const kind = (to: string) => db.run(`UPDATE publications SET kind = '${to}' WHERE incident_id = 'redrafted'`);
    await kind('first');
    expect(await found()).toEqual([]);
    await kind('final');
    expect(await found()).toMatchObject([{ code: 'publication_changed', item: 'p1 v2 (kind)' }]);
    await kind('update');
  });

  test('what is missing, withdrawn, or was put back is named', async () => {
    expect(await whenChanged(`DELETE FROM publications WHERE publication = 'p1'`)).toMatchObject([
      { code: 'publication_missing', seq: await seqOf('publicationPublished', 'p1') },
    ]);
    const off = `UPDATE publications SET texts = NULL, withdrawn_at = now() WHERE publication = 'p1'`;
    expect(await whenChanged(off)).toMatchObject([{ code: 'publication_changed', item: 'p1 v1 (withdrawn)' }]);
    const back = `UPDATE publications SET withdrawn_at = NULL,
      texts = '{"title zh-CN":"情况说明","body zh-CN":"数据已泄露","title en":"Notice","body en":"Data has leaked"}'
      WHERE publication = 'p3'`;
    expect(await whenChanged(back)).toMatchObject([
      { code: 'publication_changed', seq: await seqOf('publicationWithdrawn', 'p3'), item: 'p3 v1 (withdrawn)' },
    ]);
  });

  test('so is what nobody approved', async () => {
    const row = (publication: string) => `INSERT INTO publications
      (incident_id, publication, version, public_id, kind, texts, published_at)
      VALUES ('a', '${publication}', 1, 'x', 'first', '{}', now())`;
    expect(await whenChanged(row('p4'))).toMatchObject([
      { code: 'publication_stray', seq: await seqOf('publicationDrafted', 'p4'), item: 'p4 v1' },
    ]);
    expect(await whenChanged(row('p9'))).toMatchObject([{ code: 'publication_stray', item: 'p9 v1' }]);
  });

  test('a bundle holds what the page showed, and is checked with it', async () => {
    const bytes = await bundle();
    expect(await faultsIn(bytes)).toEqual([]);
    const at = bytes.indexOf('Payment is down', bytes.indexOf('"publications":'));
    expect(at).toBeGreaterThan(0);
    bytes[at] = 'p'.charCodeAt(0);
    expect(await faultsIn(bytes)).toContainEqual(
      expect.objectContaining({
        code: 'publication_changed',
        seq: await seqOf('publicationDrafted', 'p1'),
      }),
    );
  });

  describe('after an erasure', () => {
    let parts: ApiParts;
    let forgets = true;
    const asked = { by: { kind: 'operator' as const, tokenId: 'op' }, evidence: [], preview: false };
    beforeAll(() => {
      const { store } = db;
      const incidents = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
      const improvements = { hasEnded: async () => true, keeps: async () => false, forget: async () => forgets };
      const settings = { now: () => NOW, zone: 'Asia/Shanghai' };
      const log = { info: () => undefined, warn: () => undefined };
      parts = {
        store,
        incidents,
        improvements,
        settings,
        log,
        directory: createDirectory(store),
      } as unknown as ApiParts;
    });

    test('of an incident, the address that was given to the public stays', async () => {
      await eraseIncident(parts, 'a', 'asked for it', asked);
      expect((await verdict()).faults).toEqual([]);
      expect((await db.store.listPublished(10)).at(-1)?.texts?.['body en']).toContain(HOTLINE);
    });

    test('of a person, the public reads nothing of them, and the record is intact', async () => {
      const { document } = (await db.store.currentRoster())! as { document: RosterDocument };
      const holders = Object.fromEntries(
        Object.entries(document.holders).map(([post, people]) => [post, people.filter((id) => id !== 'gao-yang')]),
      );
      await db.store.saveRoster({ ...document, holders });
      const improvement = new Story({
        improvement: 'i-named',
        texts: { finding: '高阳未核对数字', action: 'Check' },
      });
      const record = () => db.store.recordImprovement({ improvement: 'i-named', events: improvement.events });
      await record();
      await expect(erasePerson(parts, 'gao-yang', 'asked for it', asked)).rejects.toMatchObject({
        code: 'person_in_open_improvement',
        found: { improvements: ['i-named'] },
      });
      improvement.says('sun-yu', { type: 'cancel', reason: 'done otherwise' });
      await record();
      forgets = false;
      expect(await erasePerson(parts, 'gao-yang', 'asked for it', asked)).toMatchObject({
        done: false,
        pending: ['i-named'],
      });
      forgets = true;
      const outcome = await erasePerson(parts, 'gao-yang', 'asked for it', asked);
      expect(outcome).toMatchObject({ done: true, left: [] });
      const [, second] = await db.store.listPublished(10);
      expect(second?.texts).toEqual({ 'title zh-CN': '情况说明', 'body zh-CN': '支付已恢复' });
      expect((await verdict()).faults).toEqual([]);
      expect(await faultsIn(await bundle())).toEqual([]);
      expect(checkImprovement((await db.store.keptImprovement('i-named'))!)).toMatchObject({ faultsInAll: 0 });
    });
  });
});
