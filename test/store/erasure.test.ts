import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { ApiParts } from '../../src/api/deps.js';
import { eraseIncident, erasePerson } from '../../src/api/erasure/erase.js';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import { tracesOf } from '../../src/domain/erasure/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { RecordVerdict } from '../../src/domain/record.js';
import { bundleOf, checkBundle, checkImprovement, checkRecord } from '../../src/record/index.js';
import { sha256 } from '../../src/seal/index.js';
import { createDirectory, improvementKey, planOutbox } from '../../src/store/index.js';
import { Story } from '../improvement/story.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { EVIDENCE, provableIncident } from './provable.js';

const PERSON = 'liang-yue';
const TRACES = ['梁悦', 'Liang Yue', 'liang.yue@yunfan.example', '10000000022'];
const NOW = Date.UTC(2026, 9, 1, 8);
const VISITOR = '王小明';
const KEYED = { key: 'chain:desk Liang-Yue liang.yue@yunfan.example', fingerprint: 'f' };
const LIVE_KEY = 'hook:desk told by 梁悦';

const DECISIONS: [string, Decision][] = [
  [
    'zhao-lei',
    {
      type: 'addFact',
      statement: '梁悦说日志已满，电话 +86 100-0000-0022',
      source: 'Yue, Liang <liang.yue@yunfan.example>',
      confidence: 'likely',
    },
  ],
  ['zhao-lei', { type: 'askQuestion', text: '@LIANG  YUE-led shift: seen it?' }],
  ['zhao-lei', { type: 'addFact', statement: 'The disk is full', source: 'monitoring', confidence: 'likely' }],
  ['zhao-lei', { type: 'askQuestion', text: 'Ask C:\\nina,\nDana\nNewline, "Di" Break\tor Back\\Slash' }],
  ['lin-wei', { type: 'scene', action: 'cordon', area: '一号机房', rules: '凭证进入' }],
  ['lin-wei', { type: 'scene', action: 'admit', name: VISITOR, area: '一号机房', purpose: '更换硬盘' }],
  ['lin-wei', { type: 'scene', action: 'admit', name: '张三、李四（华存科技）', area: '一号机房', purpose: '陪同' }],
  ['lin-wei', { type: 'scene', action: 'leave', pass: 1 }],
  ['lin-wei', { type: 'scene', action: 'leave', pass: 2 }],
  ['lin-wei', { type: 'scene', action: 'lift', reason: `${VISITOR}和李四已离开，可致电 010-62345678、13800138000` }],
];

describe.each(ENGINES)('erasing personal data on %s', (engine) => {
  const db = useStore(engine);
  const folder = mkdtempSync(join(tmpdir(), 'muster-erasure-'));
  let parts: ApiParts;
  let breaks = false;
  const forgotten: string[] = [];
  const forgottenImprovements: string[] = [];

  /** Of an incident, hers in part, and with a file of hers. */
  const named = new Story({
    improvement: 'i-named',
    texts: { finding: '梁悦未核对', action: 'Check it', reference: 'report 3, by Liang Yue' },
  });
  named.says('qian-rong', { type: 'handIn', note: 'ask liang.yue@yunfan.example' });
  named.says('sun-yu', { type: 'verify', note: 'seen' });
  const owned = new Story({ improvement: 'i-owned', owner: { person: PERSON }, holder: PERSON });
  const visited = new Story({
    improvement: 'i-visited',
    origin: { kind: 'incident', incidentId: 'e' },
    texts: { finding: `${VISITOR}未登记`, action: 'Write a list' },
  });
  visited.says('sun-yu', { type: 'cancel', reason: '可致电 13800138000' });
  const record = ({ state: { improvement }, events }: Story) => db.store.recordImprovement({ improvement, events });

  beforeAll(async () => {
    await provableIncident(db.store, 'e', { more: DECISIONS, inDocuments: 'by 梁悦 / Liang Yue' });
    await provableIncident(db.store, 'other', { more: [DECISIONS[2]!] });
    for (const story of [named, owned, visited]) await record(story);
    const { store } = db;
    const incidents = {
      hasEnded: async () => true,
      keeps: async () => false,
      forget: async (id: string) => {
        if (breaks) throw new Error('killed');
        forgotten.push(id);
        return true;
      },
    };
    const settings = { now: () => NOW, zone: 'Asia/Shanghai' };
    const log = { info: () => undefined, warn: () => undefined };
    const improvements = {
      hasEnded: async () => true,
      // As if somebody had been refused there with the name.
      keeps: async (id: string) => id === 'i-visited',
      forget: async (id: string) => {
        forgottenImprovements.push(id);
        return true;
      },
    };
    const drills = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
    parts = {
      store,
      incidents,
      improvements,
      drills,
      settings,
      log,
      directory: createDirectory(store),
    } as unknown as ApiParts;
    await store.saveEvidence({
      ...{ incidentId: 'e', sha256: sha256('ab'), name: '梁悦.png', contentType: 'image/png', size: 2 },
      ...{ bytes: Buffer.from('ab'), storedBy: PERSON },
    });
    await store.saveEvidence({
      ...{ incidentId: improvementKey('i-named'), sha256: sha256('cd'), name: 'list.png', contentType: 'image/png' },
      ...{ size: 2, bytes: Buffer.from('cd'), storedBy: PERSON },
    });
    const outbox = { incidentId: planOutbox({ id: 'p', version: 1 }), effectId: 'x' };
    await store.enqueueNotices([
      {
        ...{ id: 'a', ...outbox, noticeId: 'n', person: PERSON, channel: 'email', address: TRACES[2]! },
        ...{ subject: 'To 梁悦', text: 'Dear Liang Yue', messageId: 'one@muster' },
      },
      {
        ...{ id: 'b', ...outbox, noticeId: 'n', person: 'lin-wei', channel: 'email', address: 'lin@example.org' },
        ...{ subject: 'News', text: 'ask Liang Yue', messageId: 'two@muster' },
      },
    ]);
    const mail = { sender: 'm@x.org', html: null, raw: Buffer.from('5qKB5oKm'), receivedAt: NOW };
    await store.storeMail({ ...mail, messageId: 'one@muster', recipients: [TRACES[2]!], subject: 'x', text: 'y' });
    await store.storeMail({ ...mail, messageId: 'two@muster', recipients: ['z@x.org'], subject: 'x', text: '梁悦' });
    await store.storeMail({
      ...mail,
      raw: Buffer.from('no'),
      messageId: 'three@muster',
      recipients: [],
      subject: 'x',
      text: 'y',
    });
    await store.createToken({
      id: 't',
      hash: 'h',
      holder: { kind: 'person', id: PERSON },
      label: '梁悦的手机',
      expiresAt: NOW,
    });
    await store.claimReport({ ...KEYED, incidentId: 'e' });
    await store.claimLiveKey(LIVE_KEY, 'runs');
    await store.putAnswer({
      id: 'i',
      incidentId: 'e',
      person: 'p',
      kind: 'decline',
      body: { reason: 'Liang Yue is ill' },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const asked = { by: { kind: 'operator' as const, tokenId: 'op' }, evidence: [], preview: false };
  const verdict = async (id = 'e'): Promise<RecordVerdict> => checkRecord((await storedRecord(db.store, id))!);

  /** Every row of every table, with what stands in files. */
  async function everything(): Promise<string> {
    const tables = await db.run<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      for (const { row } of await db.run<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)) rows.push(row);
    }
    for (const id of ['e', 'other']) {
      for (const entry of await db.store.listDocuments(id)) {
        const { bytes } = (await db.store.readDocument(entry))!;
        const files = entry.format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
        rows.push(...files.map((file) => strFromU8(file)));
      }
    }
    const raws = await db.run<{ raw: Uint8Array }>(`SELECT raw FROM mails`);
    return [...rows, ...raws.map(({ raw }) => Buffer.from(raw).toString())].join('\n');
  }

  const found = (text: string) => TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));

  async function bundle(id: string): Promise<{ text: string; faults: RecordVerdict['faults'] }> {
    const record = (await storedRecord(db.store, id))!;
    const chunks: Uint8Array[] = [];
    const about = { version: 'x', exportedAt: new Date(NOW).toISOString(), exportedBy: 'operator' };
    for await (const chunk of bundleOf(record, { ...about, verdict: await checkRecord(record) })) chunks.push(chunk);
    const file = join(folder, 'bundle.zip');
    writeFileSync(file, Buffer.concat(chunks));
    const { faults } = await checkBundle(file, { sha256: undefined, version: 'x' });
    const files = Object.entries(unzipSync(Buffer.concat(chunks)));
    return { text: files.map(([, bytes]) => strFromU8(bytes)).join('\n'), faults };
  }

  const problem = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

  test('waits until the person holds no post, and has part in nothing that is not over', async () => {
    const reason = 'asked for it';
    await expect(erasePerson(parts, PERSON, reason, asked)).rejects.toEqual(
      problem('person_holds_posts', { found: { person: PERSON, posts: ['publicity-lead', 'press-officer'] } }),
    );
    const { document } = (await db.store.currentRoster())! as { document: RosterDocument };
    const holders = Object.fromEntries(
      Object.entries(document.holders).map(([post, people]) => [post, people.filter((id) => id !== PERSON)]),
    );
    await db.store.saveRoster({ ...document, holders });
    await db.run(`UPDATE incidents SET phase = 'watching' WHERE id = 'other'`);
    await expect(erasePerson(parts, PERSON, reason, asked)).rejects.toEqual(
      problem('person_in_live_incident', { found: { person: PERSON, incidents: ['other'] } }),
    );
    await db.run(`UPDATE incidents SET phase = 'closed' WHERE id = 'other'`);
    await expect(erasePerson(parts, PERSON, reason, { ...asked, preview: true })).rejects.toEqual(
      problem('person_owns_open_improvement', { found: { person: PERSON, improvements: ['i-owned'] } }),
    );
    const others = { type: 'reassign', owner: { person: 'xu-na' }, holder: 'xu-na', reason: '梁悦 has left' } as const;
    owned.says('sun-yu', others);
    await record(owned);
    await expect(erasePerson(parts, PERSON, reason, asked)).rejects.toEqual(
      problem('person_in_open_improvement', { found: { person: PERSON, improvements: ['i-owned'] } }),
    );
    owned.says('sun-yu', { type: 'cancel', reason: 'not needed' });
    await record(owned);
    await expect(erasePerson(parts, PERSON, '梁悦要求', asked)).rejects.toEqual(problem('erasure_reason_names'));
    await expect(erasePerson(parts, 'nobody', reason, asked)).rejects.toEqual(problem('unknown_person'));
    const officer = { ...asked, by: { kind: 'person' as const, id: 'zhao-lei', tokenId: 't' } };
    await expect(erasePerson(parts, PERSON, reason, officer)).rejects.toEqual(problem('erasure_not_allowed'));
  });

  test('a preview counts, and changes nothing', async () => {
    const before = await everything();
    expect(found(before)).toEqual(TRACES);
    const searches: string[] = [];
    const { store } = db;
    const counting: Partial<ApiParts['store']> = {
      incidentsNaming: (...about) => (searches.push('incidents'), store.incidentsNaming(...about)),
      improvementsConcerning: (...about) => (searches.push('improvements'), store.improvementsConcerning(...about)),
      drillsNaming: (...about) => (searches.push('drills'), store.drillsNaming(...about)),
    };
    const counted = { ...parts, store: { ...store, ...counting } };
    const preview = await erasePerson(counted, PERSON, 'asked for it', { ...asked, preview: true });
    // No colleague has her name: what is certain is all.
    expect(searches).toEqual(['incidents', 'improvements', 'drills']);
    // The statement with its source, and the question; of improvements three and one.
    expect(preview.counts).toMatchObject({
      ...{ incidents: 1, improvements: 2, texts: 3 + 4, messages: 2, documentsRewritten: 4, histories: 5 },
    });
    expect(preview.improvements).toMatchObject([
      { id: 'i-named', evidence: [{ name: 'list.png', storedBy: PERSON }] },
      { id: 'i-owned', evidence: [] },
    ]);
    expect(preview.preview!.places.map(({ of, id, field, excerpt }) => [of, id, field, excerpt])).toEqual([
      ['incident', 'e', 'statement', '梁悦说日志已满，电话 +86 100-0000-0022'],
      ['incident', 'e', 'source', 'Yue, Liang <liang.yue@yunfan.example>'],
      ['incident', 'e', 'question', '@LIANG  YUE-led shift: seen it?'],
      ['improvement', 'i-named', 'finding', '梁悦未核对'],
      ['improvement', 'i-named', 'reference', 'report 3, by Liang Yue'],
      ['improvement', 'i-named', 'note', 'ask liang.yue@yunfan.example'],
      ['improvement', 'i-owned', 'reason', '梁悦 has left'],
    ]);
    const entry = { register: 'roster', people: [PERSON] };
    expect(preview.preview).toMatchObject({
      ...{ leftOut: 0, registers: [entry, entry], words: ['梁悦', 'Liang Yue', TRACES[2], '+8610000000022'] },
    });
    expect(preview.doubts).toEqual([{ kind: 'short', word: '梁悦' }]);
    expect(preview.incidents.map(({ incidentId }) => incidentId)).toEqual(['e']);
    expect(preview.incidents[0]!.evidence.map(({ name }) => name)).toEqual(['梁悦.png']);
    expect(preview.left.map(({ table }) => table)).toContain('rosters');
    expect(await everything()).toBe(before);
    expect((await verdict()).faults).toEqual([]);
  });

  test.each(['Dana Newline', 'Newline', '"Di" Break', 'Back\\Slash', 'nina'])(
    'finds %s in the words, however they are written down',
    async (name) => {
      const { pattern } = tracesOf([name]);
      expect(await db.store.incidentsNaming({ pattern, certain: { pattern }, addresses: [] }, 'nobody')).toEqual(['e']);
      const tables = (await db.store.searchAll(pattern)).map(({ table }) => table);
      expect(tables).toEqual(expect.arrayContaining(['incident_events', 'incident_messages']));
    },
  );

  test('a record that was changed is not written anew', async () => {
    await db.run(`UPDATE incidents SET phase = 'rejected' WHERE id = 'e'`);
    await expect(erasePerson(parts, PERSON, 'asked for it', asked)).rejects.toEqual(problem('record_not_intact'));
    await db.run(`UPDATE incidents SET phase = 'closed' WHERE id = 'e'`);
    await db.run(`UPDATE improvements SET kind = 'x' WHERE id = 'i-named'`);
    await expect(erasePerson(parts, PERSON, 'asked for it', asked)).rejects.toEqual(
      problem('improvement_not_intact', { found: { improvement: 'i-named' } }),
    );
    await db.run(`UPDATE improvements SET kind = 'process' WHERE id = 'i-named'`);
  });

  test('a document that cannot be read is named, and nothing is begun', async () => {
    const bytes = Buffer.from('no archive');
    const key = { id: 'e-broken', incidentId: 'other', format: 'docx', lang: 'en' };
    await db.store.saveDocument({ ...key, kind: 'sitrep', contentType: 'x', bytes, sha256: sha256(bytes) });
    await expect(erasePerson(parts, PERSON, 'asked for it', asked)).rejects.toEqual(
      problem('document_unreadable', { found: { document: 'e-broken (docx, en)', owner: 'other' } }),
    );
    expect(await db.store.unfinishedErasures()).toEqual([]);
    await db.run(`DELETE FROM documents WHERE id = 'e-broken'`);
  });

  test('the person is gone, broken off and completed, and the record is intact', async () => {
    breaks = true;
    await expect(erasePerson(parts, PERSON, 'asked for it', asked)).rejects.toThrow('killed');
    expect(await db.store.unfinishedErasures()).toMatchObject([{ kind: 'person', subject: PERSON }]);
    breaks = false;
    expect((await verdict()).faults).toEqual([]);
    const outcome = await erasePerson(parts, PERSON, 'asked for it', { ...asked, evidence: [sha256('cd')] });
    expect(outcome).toMatchObject({ done: true, left: [], pending: [] });
    expect(outcome.counts).toMatchObject({
      ...{ incidents: 1, improvements: 2, texts: 3 + 4, messages: 2, documentsRewritten: 4, evidence: 1, registers: 2 },
    });
    expect(outcome.idRows).toBeGreaterThan(5);
    expect(forgotten.sort()).toEqual(['e', 'other']);
    expect(forgottenImprovements).toEqual(['i-named', 'i-owned', 'i-visited']);

    const all = await everything();
    expect(found(all)).toEqual([]);
    expect(all).not.toContain('5qKB5oKm');
    expect(all).toContain('The disk is full');
    for (const id of ['i-named', 'i-owned', 'i-visited']) {
      const proof = checkImprovement((await db.store.keptImprovement(id))!);
      expect(proof.faults).toEqual([]);
    }
    const { state } = (await db.store.getImprovement('i-named'))!;
    expect(state).toMatchObject({ status: 'verified', texts: { finding: '', action: 'Check it', reference: '' } });

    const { faults, remarks, checked } = await verdict();
    expect(faults).toEqual([]);
    expect(checked.documents).toBe(4);
    expect(remarks).toContainEqual({ code: 'texts_erased', count: 3 });
    expect(remarks).toContainEqual({ code: 'messages_erased', count: 2 });
    expect(remarks.find(({ code }) => code === 'document_erased')).toMatchObject({ count: 4 });
    expect((await verdict('other')).faults).toEqual([]);
    const taken = await bundle('e');
    expect(taken.faults).toEqual([]);
    expect(found(taken.text)).toEqual([]);
    expect((await db.store.getIncident('e'))?.state.phase).toBe('closed');
    const roster = (await db.store.currentRoster())!.document as RosterDocument;
    expect(roster.people.some(({ id }) => id === PERSON)).toBe(false);
    expect((await createDirectory(db.store).people()).some(({ id }) => id === PERSON)).toBe(false);
    expect(await db.run(`SELECT status, address FROM outbox WHERE id IN ('a', 'b')`)).toEqual([
      { status: 'cancelled', address: '' },
      { status: 'cancelled', address: '' },
    ]);
  });

  test('a late repeat of a report under a key that named the person begins no incident anew', async () => {
    const { store } = db;
    expect(await store.claimReport({ ...KEYED, incidentId: 'anew' })).toEqual({ outcome: 'repeated', incidentId: 'e' });
    const other = { ...KEYED, fingerprint: 'other', incidentId: 'anew' };
    expect(await store.claimReport(other)).toEqual({ outcome: 'conflict', incidentId: 'e' });
    expect(await store.claimLiveKey(LIVE_KEY, 'anew')).toBe('runs');
    expect(await store.liveIncidentUnder(LIVE_KEY)).toBe('runs');
    expect(await store.claimLiveKey(LIVE_KEY, 'anew', 'runs')).toBe('anew');
    expect(found(await everything())).toEqual([]);
  });

  test('a second time it is said to be done', async () => {
    await expect(erasePerson(parts, PERSON, 'asked for it', asked)).rejects.toEqual(problem('already_erased'));
    expect(await db.store.listErasures(5)).toHaveLength(1);
  });

  /** Changes something, looks at what is found, and puts it back. */
  async function whenChanged(table: string, set: string, where: string): Promise<RecordVerdict['faults']> {
    await db.run(`CREATE TABLE kept AS SELECT * FROM ${table} WHERE ${where}`);
    await db.run(`UPDATE ${table} SET ${set} WHERE ${where}`);
    const { faults } = await verdict();
    const column = set.split(' = ')[0]!;
    await db.run(`UPDATE ${table} SET ${column} = (SELECT ${column} FROM kept) WHERE ${where}`);
    await db.run(`DROP TABLE kept`);
    expect((await verdict()).faults).toEqual([]);
    return faults;
  }

  test('what is changed afterwards is found, what is left of erased messages included', async () => {
    const [fact] = await db.run<{ seq: number; message: number }>(
      `SELECT seq FROM incident_events WHERE incident_id = 'e' AND event ->> 'type' = 'factAdded' ORDER BY seq LIMIT 1`,
    );
    const at = `incident_id = 'e' AND seq = ${fact!.seq}`;
    const first = `incident_id = 'e' AND first_seq = ${fact!.seq}`;
    expect(
      await whenChanged('incident_events', `event = replace(event::text, 'likely', 'likelx')::json`, at),
    ).toMatchObject([{ code: 'event_changed', seq: fact!.seq }]);
    expect(
      await whenChanged('incident_messages', `message = replace(message::text, 'likely', 'likelx')::json`, first),
    ).toMatchObject([{ code: 'message_changed' }]);
    // Also with a checksum that fits: the chain has its own.
    await db.run(`CREATE TABLE kept AS SELECT * FROM incident_messages WHERE ${first}`);
    await db.run(
      `UPDATE incident_messages SET message = replace(message::text, 'likely', 'likelx')::json WHERE ${first}`,
    );
    await db.run(
      `UPDATE incident_messages SET sha256 = encode(sha256(convert_to(message::text, 'UTF8')), 'hex') WHERE ${first}`,
    );
    expect((await verdict()).faults).toMatchObject([{ code: 'message_changed' }]);
    await db.run(
      `UPDATE incident_messages SET message = (SELECT message FROM kept), sha256 = (SELECT sha256 FROM kept) WHERE ${first}`,
    );
    await db.run(`DROP TABLE kept`);
    expect(
      await whenChanged(
        'incidents',
        `state = replace(state::text, '"mode":"real"', '"mode":"drill"')::json`,
        `id = 'e'`,
      ),
    ).toMatchObject([{ code: 'state_changed', item: 'report.mode' }]);
  });

  test('an erasure that did not happen cannot be claimed', async () => {
    const title = `incident_id = 'e' AND seq = 1`;
    const gone = `texts = (texts::jsonb #- '{title,text}' #- '{title,salt}')::json`;
    expect(await whenChanged('incident_events', gone, title)).toMatchObject([
      { code: 'text_taken_out', item: 'title' },
    ]);
    // The act in the chain names every text: one more changes the chain.
    const act = `incident_id = 'e' AND event ->> 'type' = 'personalDataErased'`;
    const named = `event = jsonb_set(event::jsonb, '{erased,texts,0}', '{"seq": 1, "fields": ["title"]}')::json`;
    expect((await whenChanged('incident_events', named, act)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['event_changed']),
    );
    await db.run(`CREATE TABLE kept AS SELECT * FROM documents WHERE incident_id = 'e'`);
    await db.run(`DELETE FROM documents WHERE incident_id = 'e'`);
    expect((await verdict()).faults.map(({ code }) => code)).toEqual(Array(4).fill('document_missing'));
    await db.run(`INSERT INTO documents SELECT * FROM kept`);
    await db.run(`DROP TABLE kept`);
  });

  describe('of an incident', () => {
    test('is due on the day that the plan sets, and needs a reason before', async () => {
      const { destroyBy } = (await db.store.getIncident('e'))!.state.aftermath;
      expect(destroyBy).toBeDefined();
      const other = expect.objectContaining({ incidentId: 'other' });
      expect(await db.store.dueDestructions(destroyBy! - 1)).toEqual([other]);
      expect(await db.store.dueDestructions(destroyBy!)).toEqual([other, { incidentId: 'e', destroyBy }]);
      const early = { ...parts, settings: { ...parts.settings, now: () => destroyBy! - 1 } };
      await expect(eraseIncident(early, 'e', undefined, asked)).rejects.toEqual(problem('erasure_reason_required'));
    });

    test('takes visitors, contacts, mails and chosen files with it, and the record is intact', async () => {
      const all = await everything();
      expect(all).toContain(VISITOR);
      const [file] = (await db.store.listEvidence('e')).filter(({ size }) => size === EVIDENCE.length);
      const evidence = [file!.sha256];
      await db.run(`UPDATE improvements SET status = 'open' WHERE id = 'i-visited'`);
      await expect(eraseIncident(parts, 'e', 'asked for it', { ...asked, preview: true })).rejects.toEqual(
        problem('personal_data_in_open_improvement', { found: { incidentId: 'e', improvements: ['i-visited'] } }),
      );
      await db.run(`UPDATE improvements SET status = 'cancelled' WHERE id = 'i-visited'`);
      const preview = await eraseIncident(parts, 'e', 'asked for it', { ...asked, preview: true });
      expect(preview.doubts).toContainEqual({ kind: 'short', word: '张三' });
      expect(preview.improvements).toMatchObject([
        { id: 'i-visited', places: [{ field: 'finding' }, { field: 'reason' }] },
      ]);
      breaks = true;
      await expect(eraseIncident(parts, 'e', 'asked for it', { ...asked, evidence })).rejects.toThrow('killed');
      breaks = false;
      // The record says that it is done, and it is chased until it is.
      expect((await db.store.getIncident('e'))?.state.aftermath.erasedAt).toBe(NOW);
      expect(await db.store.dueDestructions(NOW)).toContainEqual({ incidentId: 'e', destroyBy: NOW });
      const outcome = await eraseIncident(parts, 'e', 'asked for it', { ...asked, evidence });
      // Of each name and purpose, and what was said at the end of the cordon; of the improvement its finding, and why it was given up.
      expect(outcome).toMatchObject({
        done: true,
        counts: { improvements: 1, texts: 5 + 2, messages: 3, evidence: 1 },
      });
      const left = await everything();
      for (const gone of [VISITOR, '更换硬盘', '13800138000', 'lin-wei@secret.example'])
        expect(left).not.toContain(`"${gone}`);
      for (const gone of [VISITOR, '李四', '62345678']) expect(left).not.toContain(gone);
      expect(left).not.toContain('13800138000');
      const { faults, remarks } = await verdict();
      expect(faults).toEqual([]);
      expect(remarks).toContainEqual({ code: 'evidence_erased', count: 1, item: file!.sha256 });
      expect((await bundle('e')).faults).toEqual([]);
      expect(checkImprovement((await db.store.keptImprovement('i-visited'))!).faults).toEqual([]);
      expect(await db.store.dueDestructions(Date.UTC(9999, 0))).toMatchObject([{ incidentId: 'other' }]);
      await expect(eraseIncident(parts, 'e', 'again', asked)).rejects.toEqual(problem('already_erased'));
    });

    test('also where there was nothing, on the record', async () => {
      const { seq } = (await db.store.getIncident('other'))!.state;
      expect(await eraseIncident(parts, 'other', 'early', asked)).toMatchObject({ done: true, counts: { texts: 0 } });
      expect((await db.store.getIncident('other'))!.state).toMatchObject({
        seq: seq + 1,
        aftermath: { erasedAt: NOW },
      });
      expect((await verdict('other')).faults).toEqual([]);
    });
  });
});
