import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import { NoBundle, ZipReader } from '../../src/record/bundle/readZip.js';
import { bundleOf, checkBundle, checkRecord } from '../../src/record/index.js';
import type { BundleVerdict } from '../../src/record/index.js';
import type { KnownHead } from '../../src/domain/record.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { CHAIN_START, canonical, sealAfter } from '../../src/seal/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { inMemory } from '../support/databases.js';
import { EVIDENCE, provableIncident } from '../store/provable.js';
import { collected, exportedFrom, packed, shaOf, VERSION, writtenAnew } from './bundles.js';
import type { Files } from './bundles.js';
import { runs } from '../support/runs.js';

const ID = 'inc-1';
const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'));
const file = join(folder, 'bundle.zip');

let store: Store;
let bundle: Buffer;
let files: Files;

beforeAll(async () => {
  store = await openStore(inMemory());
  await provableIncident(store, ID);
  bundle = await exported();
  files = unzipSync(bundle);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const exported = (may?: Parameters<typeof exportedFrom>[2]) => exportedFrom(store, ID, may);

async function verdictOn(bytes: Uint8Array, sha256?: string): Promise<BundleVerdict> {
  writeFileSync(file, bytes);
  return checkBundle(file, { sha256, version: VERSION });
}

const text = (path: string) => strFromU8(files[path]!);
const linesOf = (path: string) => text(path).trimEnd().split('\n');

interface Line {
  seq: number;
  hash: string;
  event: { seq: number; type: string };
  texts: Record<string, { digest: string; salt: string; text: string }>;
}

describe('a bundle', () => {
  test('is whole, and the same for the same record', async () => {
    const { faults, faultsInAll, checked, remarks, exported: by } = await verdictOn(bundle, shaOf(bundle));
    expect({ faults, faultsInAll }).toEqual({ faults: [], faultsInAll: 0 });
    expect(checked).toMatchObject({ evidence: 1, plans: 1, repeated: checked.messages });
    expect(remarks.map(({ code }) => code)).not.toContain('state_unchecked');
    expect(by).toEqual({ at: '2026-03-02T00:00:00.000Z', by: 'person:lin-wei', version: VERSION });
    expect((await exported()).equals(bundle)).toBe(true);
  });

  test('holds everything that it says it holds, and opens with any ZIP program', () => {
    const paths = Object.keys(files);
    for (const path of ['README.txt', 'incident.json', 'events.jsonl', 'messages.jsonl', 'notices.jsonl']) {
      expect(paths).toContain(path);
    }
    expect(paths.filter((path) => path.startsWith('documents/')).length).toBeGreaterThan(1);
    const evidence = paths.find((path) => path.startsWith('evidence/'))!;
    expect(Buffer.from(files[evidence]!).equals(EVIDENCE)).toBe(true);
    const plan = paths.find((path) => path.startsWith('plans/'))!;
    expect(JSON.parse(text(plan))).toMatchObject({ id: 'software-incident', document: { plan: { version: 1 } } });
    expect(linesOf('events.jsonl')).toHaveLength((JSON.parse(text('manifest.json')) as { seq: number }).seq);
  });

  test('tells nobody how to reach people, and opens nothing', () => {
    for (const [path, bytes] of Object.entries(files)) {
      expect(`${path} ${strFromU8(bytes)}`).not.toMatch(/secret\.example|secret-token/);
    }
  });

  test('has receipts by ids alone: no word that an incident was called by stands in them', () => {
    const receipts = linesOf('notices.jsonl').map((line) => JSON.parse(line) as Record<string, unknown>);
    const known = ['noticeId', 'effectId', 'person', 'channel', 'status', 'attempts', 'possibleRepeats', 'lastCode'];
    for (const receipt of receipts) expect(Object.keys(receipt)).toEqual([...known, 'createdAt', 'acceptedAt']);
    expect(text('notices.jsonl')).not.toContain('subject');
  });

  test('can be checked by hand, as its README says', () => {
    let prev = CHAIN_START;
    for (const line of linesOf('events.jsonl')) {
      const { hash, event, texts } = JSON.parse(line) as Line;
      const digests = Object.fromEntries(
        Object.entries(texts).map(([field, { digest, salt, text }]) => {
          expect(shaOf(Buffer.from(salt + text))).toBe(digest);
          return [field, digest];
        }),
      );
      expect(shaOf(Buffer.from(canonical({ event, incidentId: ID, prev, texts: digests })))).toBe(hash);
      prev = hash;
    }
    expect(JSON.parse(text('manifest.json'))).toMatchObject({ head: prev });
  });

  test('leaves files of evidence out for whoever may not read them, and says so', async () => {
    const without = await exported({ readsEvidence: false });
    const { faults, remarks } = await verdictOn(without);
    expect(faults).toEqual([]);
    expect(remarks).toContainEqual({ code: 'evidence_withheld', count: 1 });
    expect(Object.keys(unzipSync(without)).filter((path) => path.startsWith('evidence/'))).toEqual([]);
  });

  test('leaves out what is more than a bundle can hold, and says so', async () => {
    const withheld = async (mostFileBytes: number) =>
      (await verdictOn(await exported({ mostFileBytes }))).remarks.find(({ code }) => code === 'evidence_withheld');
    expect(await withheld(EVIDENCE.length)).toBeUndefined();
    expect(await withheld(EVIDENCE.length - 1)).toMatchObject({ count: 1 });
  });
});

describe('what a newer release wrote', () => {
  /** With a room and a field that this release does not know, and perhaps an event. */
  async function newer(more: object, type?: string, version = '1.3.0'): Promise<Buffer> {
    const record = (await storedRecord(store, ID))!;
    const { incident } = record;
    const event: IncidentEvent[] =
      type === undefined
        ? []
        : [{ seq: incident.seq + 1, at: incident.updatedAt, actor: { kind: 'operator' }, via: 'api', type } as never];
    const [sealed] = sealAfter(incident.headHash, ID, event);
    const seq = incident.seq + event.length;
    const verdict = await checkRecord(record);
    const { state } = (await store.getIncident(ID))!;
    const { basis, ...kept } = JSON.parse(JSON.stringify({ ...state, seq, ...more })) as { basis: object };
    const source = {
      ...record,
      incident: {
        ...incident,
        seq,
        lastSeq: seq,
        headHash: sealed?.hash ?? incident.headHash,
        state: JSON.stringify(kept),
      },
      async *events() {
        yield* record.events();
        const { hash, texts, event: bare } = sealed ?? {};
        if (hash !== undefined) yield { seq, hash, texts: JSON.stringify(texts), event: JSON.stringify(bare) };
      },
    };
    const about = { version, exportedAt: '2026-03-02T00:00:00.000Z', exportedBy: 'operator' };
    const given = { ...verdict, seq, state: shaOf(Buffer.from(canonical({ ...kept, basis }))) };
    return collected(bundleOf(source, { ...about, verdict: given }));
  }

  test('is told as a remark, not as a fault', async () => {
    const fields = await verdictOn(await newer({ newRoom: { some: 1 } }));
    expect(fields.faults).toEqual([]);
    expect(fields.remarks).toContainEqual({ code: 'other_release', item: 'newRoom' });
    const events = await verdictOn(await newer({ newRoom: { some: 1 }, phase: 'later' }, 'somethingNew'));
    expect(events.faults).toEqual([]);
    expect(events.remarks).toContainEqual({ code: 'other_release', item: 'somethingNew' });
  });

  test('is a fault where the manifest says that this release wrote it', async () => {
    const { faults } = await verdictOn(await newer({ newRoom: { some: 1 } }, undefined, VERSION));
    expect(faults).toMatchObject([
      { code: 'state_changed', item: 'newRoom' },
      { code: 'manifest_differs', item: 'state' },
    ]);
  });

  test('is a fault as ever where a byte of it was changed', async () => {
    const bytes = await newer({ newRoom: { some: 1 } }, 'somethingNew');
    const from = bytes.indexOf('incident.json{');
    for (const text of ['"some":1', '"mode":"real"']) {
      const changed = Buffer.from(bytes);
      changed[bytes.indexOf(text, from) + text.length - 2]! ^= 1;
      expect((await verdictOn(changed)).faults.length).toBeGreaterThan(0);
    }
    const inEvent = Buffer.from(bytes);
    inEvent[bytes.indexOf('"somethingNew"') + 1]! ^= 1;
    expect((await verdictOn(inEvent)).faults[0]).toMatchObject({ code: 'event_changed' });
    // What this release knows is computed by it as well.
    const other = await verdictOn(await newer({ phase: 'later' }));
    expect(other.faults).toContainEqual(expect.objectContaining({ code: 'state_changed', item: 'phase' }));
  });
});

describe('a byte that was changed', () => {
  test('is found wherever it stands', async () => {
    const places = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.nat(bundle.length - 1),
          // Where the ZIP keeps its own.
          fc.integer({ min: bundle.length - 1_500, max: bundle.length - 1 }),
        ),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bundle);
          changed[at]! ^= by;
          const { faults } = await verdictOn(changed);
          expect(faults.length).toBeGreaterThan(0);
          places.add(faults[0]!.code);
        },
      ),
      runs(100),
    );
    expect(places.size).toBeGreaterThan(2);
  });

  test('is found in the bytes around the files, one by one', async () => {
    writeFileSync(file, bundle);
    const zip = await ZipReader.open(file);
    const within = [...zip.entries.values()];
    await zip.close();
    const around = [...bundle.keys()].filter((at) => !within.some(({ from, size }) => at >= from && at < from + size));
    expect(around.length).toBeGreaterThan(1_000);
    const fd = openSync(file, 'r+');
    // Every fourth, from another one each time; all of them where more runs are asked for.
    const step = runs(0).numRuns > 0 ? 1 : 4;
    const from = Math.floor(Math.random() * step);
    for (const at of around.filter((_, i) => i % step === from)) {
      writeSync(fd, Buffer.of(bundle[at]! ^ (1 << (at % 8))), 0, 1, at);
      expect({ at, found: await departs(file) }).toEqual({ at, found: true });
      writeSync(fd, bundle, at, 1, at);
    }
    closeSync(fd);
    expect(await departs(file)).toBe(false);
  });

  test('is named by event where it stands in one, and nothing else is accused', async () => {
    const from = bundle.indexOf(files['events.jsonl']!);
    const lines = linesOf('events.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(), async (line, position) => {
        const before = Buffer.byteLength(
          lines
            .slice(0, line)
            .map((l) => `${l}\n`)
            .join(''),
        );
        const at = from + before + (position % Buffer.byteLength(lines[line]!));
        const changed = Buffer.from(bundle);
        changed[at]! ^= 4;
        const { faults } = await verdictOn(changed);
        const named = faults.flatMap(({ seq }) => seq ?? []);
        // A change that does not alter what a line says, such as of a space, is named by file.
        expect(new Set(named).size).toBeLessThanOrEqual(1);
        expect(named.every((seq) => seq === line + 1)).toBe(true);
        expect(faults.filter(({ seq }) => seq === undefined)).toMatchObject([
          { code: 'file_changed', item: 'events.jsonl' },
        ]);
      }),
      runs(20),
    );
  });

  test('does not pass for a text that was erased', async () => {
    const changed = Buffer.from(bundle);
    const at = bundle.indexOf('"text":', bundle.indexOf(files['events.jsonl']!)) + 1;
    changed[at]! ^= 4;
    const { faults } = await verdictOn(changed);
    expect(faults).toMatchObject([
      { code: 'text_changed', seq: 1 },
      { code: 'file_changed', item: 'events.jsonl' },
    ]);
  });

  test('is found against the SHA-256 that the export printed, even where everything was written anew', async () => {
    const other = await exported({ readsEvidence: false });
    expect((await verdictOn(other)).faults).toEqual([]);
    expect((await verdictOn(other, shaOf(bundle))).faults).toMatchObject([
      { code: 'bundle_hash_differs', found: shaOf(other), needed: shaOf(bundle) },
    ]);
  });
});

/** Refused, or not what is written for what it holds. */
async function departs(path: string): Promise<boolean> {
  try {
    const zip = await ZipReader.open(path);
    return (await zip.firstDifference().finally(() => zip.close())) !== undefined;
  } catch (error) {
    return error instanceof NoBundle;
  }
}

const rewritten = (change: (all: Files) => void): Promise<BundleVerdict> => writtenAnew(files, file, change);

const changedText = (bytes: Uint8Array, from: string, to: string) => Buffer.from(strFromU8(bytes).replace(from, to));

describe('a bundle that was written anew with a manifest that fits', () => {
  test.each([
    ['an event', 'events.jsonl', '"at":', '"at":1', 'event_changed'],
    ['a text', 'events.jsonl', '上海机房', '北京机房', 'text_changed'],
    ['a message', 'messages.jsonl', '监控', '监视', 'message_changed'],
    ['the state', 'incident.json', '"commander":"lin-wei"', '"commander":"chen-jing"', 'state_changed'],
    ['the phase', 'incident.json', '"phase":"', '"phase":"x', 'state_changed'],
    ['a receipt', 'notices.jsonl', '"status":"accepted"', '"status":"rejected"', 'notice_differs'],
  ])('is caught by its events when %s is another', async (_what, path, from, to, code) => {
    const { faults } = await rewritten((all) => (all[path] = changedText(all[path]!, from, to)));
    expect(faults[0]).toMatchObject({ code, seq: expect.any(Number) });
  });

  test.each([
    ['documents/', 'document_changed'],
    ['evidence/', 'evidence_changed'],
  ])('is caught by its events when a file of %s is another', async (prefix, code) => {
    const path = Object.keys(files).find((name) => name.startsWith(prefix))!;
    const { faults } = await rewritten((all) => (all[path] = Buffer.from('something else')));
    expect(faults).toMatchObject([{ code, seq: expect.any(Number), found: shaOf(Buffer.from('something else')) }]);
  });

  test('is caught by its events when a document is said to be of another kind', async () => {
    const { faults } = await writtenAnew(files, file, (_all, manifest) => {
      (manifest['documents'] as { kind: string }[])[0]!.kind = 'sitrep';
    });
    expect(faults).toMatchObject([
      {
        ...{ code: 'document_differs', seq: expect.any(Number), type: 'documentWritten' },
        ...{ found: 'sitrep', needed: 'incidentReport' },
      },
    ]);
  });

  test('is caught by its events when the plan is another', async () => {
    const path = Object.keys(files).find((name) => name.startsWith('plans/'))!;
    const { faults } = await rewritten(
      (all) => (all[path] = changedText(all[path]!, '"document": {', '"document": { "x": 1,')),
    );
    expect(faults).toMatchObject([{ code: 'plan_changed', seq: 1, type: 'reported' }]);
  });

  test('is caught when lines are taken out, or added', async () => {
    const lines = linesOf('events.jsonl');
    const without = await rewritten((all) => {
      all['events.jsonl'] = Buffer.from([...lines.slice(0, 7), ...lines.slice(8)].join('\n') + '\n');
    });
    expect(without.faults).toMatchObject([{ code: 'event_missing', seq: 8 }]);
    const cut = await rewritten((all) => (all['events.jsonl'] = Buffer.from(lines.slice(0, -1).join('\n') + '\n')));
    expect(cut.faults).toMatchObject([{ code: 'event_missing', seq: lines.length }]);
    const twice = await rewritten((all) => (all['events.jsonl'] = Buffer.from([...lines, lines[4]].join('\n') + '\n')));
    expect(twice.faultsInAll).toBeGreaterThan(0);
  });

  test('is caught when a broken line end makes one line of two', async () => {
    const at = 4;
    const lines = linesOf('events.jsonl');
    const joined = [...lines.slice(0, at), `${lines[at]} ${lines[at + 1]}`, ...lines.slice(at + 2)].join('\n');
    const { faults } = await rewritten((all) => (all['events.jsonl'] = Buffer.from(`${joined}\n`)));
    expect(faults).toMatchObject([
      { code: 'event_unreadable', seq: at + 1 },
      { code: 'event_missing', seq: at + 2 },
    ]);
  });
});

describe('a hash that was kept elsewhere', () => {
  const lineAt = (seq: number) => JSON.parse(linesOf('events.jsonl')[seq - 1]!) as Line;

  test('tells a chain that was written anew as a whole, by the event', async () => {
    const record = (await storedRecord(store, ID))!;
    // The same events under other salts: everything fits together.
    const events = sealAfter(
      CHAIN_START,
      ID,
      (await store.eventsOf(ID, 0, 10_000)).map(({ event }) => event),
    );
    const anew = {
      ...record,
      incident: { ...record.incident, headHash: events.at(-1)!.hash },
      async *events() {
        for (const { event, texts, hash } of events) {
          yield { seq: event.seq, hash, event: JSON.stringify(event), texts: JSON.stringify(texts) };
        }
      },
    };
    expect((await checkRecord(anew)).faults).toEqual([]);
    const { hash, event } = lineAt(5);
    const { faults } = await checkRecord(anew, undefined, { heads: [{ seq: 5, hash }] });
    expect(faults).toEqual([{ code: 'head_differs', seq: 5, type: event.type, found: events[4]!.hash, needed: hash }]);
    expect((await checkRecord(record, undefined, { heads: [{ seq: 5, hash }] })).faults).toEqual([]);
  });

  test('is compared with a bundle, as far as it was written down', async () => {
    writeFileSync(file, bundle);
    const last = lineAt(linesOf('events.jsonl').length);
    const found = async (...heads: KnownHead[]) =>
      (await checkBundle(file, { sha256: undefined, version: VERSION, heads })).faults;
    expect(await found({ seq: last.seq, hash: last.hash }, { seq: 3, hash: lineAt(3).hash.slice(0, 16) })).toEqual([]);
    expect(await found({ seq: 3, hash: lineAt(4).hash })).toMatchObject([{ code: 'head_differs', seq: 3 }]);
    // Of a record that went on once.
    expect(await found({ seq: last.seq + 1, hash: last.hash })).toEqual([
      { code: 'head_differs', seq: last.seq + 1, needed: last.hash },
    ]);
  });
});

describe('a file in a bundle that was written anew with a manifest that fits', () => {
  const FORGED = Buffer.from('{"id":"software-incident","version":9,"hash":"x","document":{}}');

  test.each([
    'documents/9-incidentReport-en.docx',
    'evidence/9.txt',
    'plans/9-software-incident-v9.json',
    'bases/last.json',
    'improvements/9.json',
    'LIES-MICH.txt',
  ])('is a stray where nothing refers to it: %s', async (path) => {
    const { faults } = await rewritten((all) => (all[path] = FORGED));
    expect(faults).toEqual([{ code: 'file_stray', item: path }]);
  });

  test('is a stray where it is a plan twice', async () => {
    const plan = Object.keys(files).find((name) => name.startsWith('plans/'))!;
    const { faults } = await rewritten((all) => (all['plans/9-again.json'] = all[plan]!));
    expect(faults).toEqual([{ code: 'file_stray', item: 'plans/9-again.json' }]);
  });

  test('is the README of its release, and there', async () => {
    const reworded = await rewritten(
      (all) => (all['README.txt'] = Buffer.from(text('README.txt').replace('compare it', 'never compare it'))),
    );
    expect(reworded.faults).toMatchObject([{ code: 'file_changed', item: 'README.txt' }]);
    const without = await rewritten((all) => delete all['README.txt']);
    expect(without.faults).toEqual([{ code: 'file_missing', item: 'README.txt' }]);
    // Another release says it in its own words.
    const other = await writtenAnew(files, file, (all, manifest) => {
      all['README.txt'] = Buffer.from('otherwise');
      manifest['product'] = { name: 'muster', version: '1.1.0' };
    });
    expect(other.faults).toEqual([]);
  });

  test('has the size that the manifest says', async () => {
    const all = { ...files };
    const manifest = JSON.parse(text('manifest.json')) as { files: { path: string; size: number }[] };
    manifest.files[0]!.size += 1;
    all['manifest.json'] = Buffer.from(JSON.stringify(manifest));
    const { faults } = await verdictOn(await packed(Object.entries(all)));
    expect(faults).toMatchObject([{ code: 'manifest_differs', item: `${manifest.files[0]!.path} (size)` }]);
  });
});

describe('a file that is no bundle', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('no ZIP at all, but long enough to be one if it were')],
    ['a ZIP of something else', Buffer.from(zipSync({ 'a.txt': [new Uint8Array([1]), { level: 0 }] }))],
    ['compressed', Buffer.from(zipSync({ 'a.txt': new Uint8Array(100_000) }))],
  ])('is told to be none: %s', async (_what, bytes) => {
    const { faults } = await verdictOn(bytes);
    expect(faults).toMatchObject([{ code: 'bundle_unreadable' }]);
  });

  test('is told to be none where it is packed again, cut off or added to', async () => {
    for (const bytes of [
      Buffer.from(zipSync(files)),
      bundle.subarray(0, -1),
      bundle.subarray(1),
      Buffer.concat([bundle, Buffer.from([0])]),
      Buffer.concat([Buffer.from([0]), bundle]),
    ]) {
      expect((await verdictOn(bytes)).faults).toMatchObject([{ code: 'bundle_unreadable' }]);
    }
  });

  test.each([
    '../evil.txt',
    '/evil.txt',
    'a/../../evil.txt',
    'C:\\evil.txt',
    'documents/a/b.txt',
    '.hidden',
    'MANIFEST.JSON',
  ])('holds a file of the name %s', async (name) => {
    const { faults } = await rewritten((all) => (all[name] = Buffer.from('x')));
    expect(faults).toMatchObject([{ code: 'bundle_unreadable' }]);
  });

  test('holds a file that the manifest does not list, or lacks one', async () => {
    const manifest = JSON.parse(text('manifest.json')) as { files: object[] };
    expect(manifest.files.length).toBeGreaterThan(8);
    expect(
      (await verdictOn(await packed(Object.entries({ ...files, 'extra.txt': Buffer.from('x') })))).faults,
    ).toMatchObject([{ code: 'file_stray', item: 'extra.txt' }]);
    const { ['README.txt']: _, ...lacking } = files;
    expect((await verdictOn(await packed(Object.entries(lacking)))).faults).toMatchObject([
      { code: 'file_missing', item: 'README.txt' },
    ]);
  });
});
