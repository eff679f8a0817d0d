import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tracesOf } from '../../src/domain/erasure/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { checkBundle } from '../../src/record/index.js';
import type { BundleVerdict } from '../../src/record/index.js';
import { improvementKey, openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { DUE, START, Story } from '../improvement/story.js';
import { provableIncident } from '../store/provable.js';
import { inMemory } from '../support/databases.js';
import { exportedFrom, shaOf, VERSION, writtenAnew } from './bundles.js';
import type { Files } from './bundles.js';

const ID = 'inc-1';
const HANDED_IN = Buffer.from('exercised, see page 3');
const DESTROYED = Buffer.from('who stood by the rack');
const folder = mkdtempSync(join(tmpdir(), 'muster-improvements-'));
const file = join(folder, 'bundle.zip');

let store: Store;
let bundle: Buffer;
let files: Files;

beforeAll(async () => {
  store = await openStore(inMemory());
  const open: [string, Decision] = [
    'lin-wei',
    {
      type: 'improvement',
      ...{
        finding: '无人会切换',
        measure: '编写手册',
        kind: 'process',
        priority: 'high',
        owner: { person: 'zhao-lei' },
      },
      ...{ dueAt: DUE, planChange: false },
    },
  ];
  await provableIncident(store, ID, { afterwards: [open, open] });
  const practised = await cameOf('inc-1-i1', HANDED_IN);
  practised.says('sun-yu', { type: 'verify', note: 'seen' });
  await record(practised);
  const named = await cameOf('inc-1-i2', DESTROYED);
  named.says('sun-yu', { type: 'cancel', reason: 'Wu Kun has left' });
  await record(named);
  await store.eraseInImprovement({
    ...{ improvement: 'inc-1-i2', erasure: 'e1', person: 'wu-kun', finds: tracesOf(['Wu Kun']).finds },
    ...{ files: [shaOf(DESTROYED)], actor: { kind: 'operator' }, at: START },
  });
  bundle = await exportedFrom(store, ID);
  files = unzipSync(bundle);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function cameOf(improvement: string, bytes: Buffer): Promise<Story> {
  const one = new Story({ improvement, origin: { kind: 'incident', incidentId: ID } });
  const handedIn = { sha256: shaOf(bytes), name: 'list.txt' };
  const stored = { incidentId: improvementKey(improvement), contentType: 'text/plain', storedBy: 'zhao-lei' };
  await store.saveEvidence({ ...stored, ...handedIn, size: bytes.length, bytes });
  one.says('qian-rong', { type: 'handIn', note: 'done', file: handedIn });
  return one;
}

const record = ({ state: { improvement }, events }: Story) => store.recordImprovement({ improvement, events });

async function verdictOn(bytes: Uint8Array): Promise<BundleVerdict> {
  writeFileSync(file, bytes);
  return checkBundle(file, { sha256: undefined, version: VERSION });
}

const rewritten = (change: Parameters<typeof writtenAnew>[2]) => writtenAnew(files, file, change);
const pathsOf = (all: Files) => Object.keys(all).filter((path) => path.startsWith('improvements/'));
const FIRST = 'improvements/1-inc-1-i1';

describe('the improvements in a bundle', () => {
  test('are those that came of the incident, each with its events and files, whole', async () => {
    const { faults, checked, remarks } = await verdictOn(bundle);
    expect(faults).toEqual([]);
    expect(checked.improvements).toBe(2);
    expect(pathsOf(files)).toEqual([
      `${FIRST}.json`,
      `${FIRST}-events.jsonl`,
      `${FIRST}-evidence-1-${shaOf(HANDED_IN)}.txt`,
      'improvements/2-inc-1-i2.json',
      'improvements/2-inc-1-i2-events.jsonl',
    ]);
    expect(strFromU8(files[`${FIRST}-events.jsonl`]!)).toContain('Write the run book');
    const improvement = 'inc-1-i2';
    expect(remarks).toContainEqual({ code: 'texts_erased', improvement, count: 1 });
    expect(remarks).toContainEqual({ code: 'evidence_erased', improvement, count: 1, item: shaOf(DESTROYED) });
    expect(bundle.includes('Wu Kun')).toBe(false);
    expect(bundle.includes(DESTROYED)).toBe(false);
    expect((await exportedFrom(store, ID)).equals(bundle)).toBe(true);
  });

  test('come without files for whoever may not read them, and say so', async () => {
    const without = await exportedFrom(store, ID, { readsEvidence: false });
    const { faults, remarks } = await verdictOn(without);
    expect(faults).toEqual([]);
    expect(remarks).toContainEqual({ code: 'evidence_withheld', improvement: 'inc-1-i1', count: 1 });
    expect(pathsOf(unzipSync(without)).filter((path) => path.includes('evidence'))).toEqual([]);
  });

  const withoutThem = (version: string) =>
    rewritten((all, manifest) => {
      delete manifest['improvements'];
      manifest['product'] = { name: 'muster', version };
      for (const path of pathsOf(all)) delete all[path];
    });

  test('are not asked for in a bundle of an earlier release, which says which there were', async () => {
    const { faults, checked, remarks } = await withoutThem('0.0.9');
    expect(faults).toEqual([]);
    expect(checked.improvements).toBeUndefined();
    expect(remarks).toContainEqual({ code: 'improvements_unchecked', count: 2, item: 'inc-1-i1, inc-1-i2' });
  });

  test('are missed, whatever release the bundle names, by whoever has kept a hash of one', async () => {
    await withoutThem('0.0.9');
    const improvementHeads = [{ improvement: 'inc-1-i1', seq: 1, hash: 'a'.repeat(64) }];
    const { faults } = await checkBundle(file, { sha256: undefined, version: VERSION, improvementHeads });
    expect(faults).toMatchObject([{ code: 'head_differs', improvement: 'inc-1-i1', seq: 1 }]);
  });

  test.each([VERSION, '0.1.0', '0.10.0'])(
    'are missed where all of them were taken out of one of %s',
    async (version) => {
      const { faults, remarks } = await withoutThem(version);
      expect(faults).toMatchObject([{ code: 'improvement_missing', item: 'inc-1-i1', type: 'improvementStarted' }]);
      // The last thing that happened may not be through.
      expect(remarks).toContainEqual({ code: 'not_recorded_yet', count: 1, item: 'improvements' });
    },
  );
});

describe('a byte that was changed in an improvement', () => {
  test('is named by improvement and event where it stands in one, and nothing else is accused', async () => {
    for (const [improvement, path] of [
      ['inc-1-i1', `${FIRST}-events.jsonl`],
      ['inc-1-i2', 'improvements/2-inc-1-i2-events.jsonl'],
    ] as const) {
      const from = bundle.indexOf(files[path]!);
      const lines = strFromU8(files[path]!).trimEnd().split('\n');
      await fc.assert(
        fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(), async (line, position) => {
          const before = lines.slice(0, line).reduce((sum, one) => sum + Buffer.byteLength(one) + 1, 0);
          const changed = Buffer.from(bundle);
          changed[from + before + (position % Buffer.byteLength(lines[line]!))]! ^= 4;
          const { faults } = await verdictOn(changed);
          const named = faults.filter(({ seq }) => seq !== undefined);
          const isErasure = lines[line]!.includes('"textsErased"');
          // What it says was erased is no erasure any more where its name was changed.
          if (!isErasure) expect(named.every(({ seq }) => seq === line + 1)).toBe(true);
          expect(named.every((fault) => fault.improvement === improvement)).toBe(true);
          expect(faults.filter(({ seq }) => seq === undefined)).toMatchObject([{ code: 'file_changed', item: path }]);
        }),
        { numRuns: 12 },
      );
    }
  });

  test.each([`${FIRST}.json`, `${FIRST}-evidence-1-${shaOf(HANDED_IN)}.txt`])('is found in %s', async (path) => {
    const from = bundle.indexOf(files[path]!);
    await fc.assert(
      fc.asyncProperty(fc.nat(files[path]!.length - 1), async (at) => {
        const changed = Buffer.from(bundle);
        changed[from + at]! ^= 4;
        const { faults } = await verdictOn(changed);
        expect(faults).toContainEqual(expect.objectContaining({ code: 'file_changed', item: path }));
        const others = faults.filter(({ code }) => code !== 'file_changed');
        expect(others.every(({ improvement }) => improvement === 'inc-1-i1')).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('is caught by its events, though the manifest fits', async () => {
    const changed = (path: string, from: string, to: string) =>
      rewritten((all) => (all[path] = Buffer.from(strFromU8(all[path]!).replace(from, to))));
    const improvement = 'inc-1-i1';
    expect((await changed(`${FIRST}-events.jsonl`, '"text":"done"', '"text":"gone"')).faults).toMatchObject([
      { code: 'text_changed', improvement, seq: 2, type: 'handedIn', item: 'note' },
    ]);
    expect((await changed(`${FIRST}.json`, '"status":"verified"', '"status":"open"')).faults).toMatchObject([
      { code: 'state_changed', improvement, seq: 3 },
    ]);
    const evidence = await rewritten((all) => (all[pathsOf(all)[2]!] = Buffer.from('something else')));
    expect(evidence.faults).toMatchObject([
      { code: 'evidence_changed', improvement, seq: 2, type: 'handedIn', needed: shaOf(HANDED_IN) },
    ]);
    const cut = await rewritten((all) => {
      const path = `${FIRST}-events.jsonl`;
      const lines = strFromU8(all[path]!).trimEnd().split('\n');
      all[path] = Buffer.from(`${lines.slice(0, -1).join('\n')}\n`);
    });
    expect(cut.faults).toMatchObject([{ code: 'event_missing', improvement, seq: 3 }]);
  });
});

test('the head of each is told, and held against one that was kept elsewhere', async () => {
  const { improvements } = await verdictOn(bundle);
  const first = (await store.keptImprovement('inc-1-i1'))!;
  expect(improvements).toEqual([
    { id: 'inc-1-i1', seq: first.seq, head: first.headHash },
    { id: 'inc-1-i2', seq: expect.any(Number), head: expect.any(String) },
  ]);
  const found = async (improvement: string, seq: number, hash: string) =>
    (await checkBundle(file, { sha256: undefined, version: VERSION, improvementHeads: [{ improvement, seq, hash }] }))
      .faults;
  expect(await found('inc-1-i1', first.seq, first.headHash)).toEqual([]);
  expect(await found('inc-1-i1', 2, first.headHash)).toMatchObject([
    { code: 'head_differs', improvement: 'inc-1-i1', seq: 2, type: 'handedIn' },
  ]);
  expect(await found('inc-1-i3', 1, first.headHash)).toMatchObject([
    { code: 'head_differs', improvement: 'inc-1-i3', seq: 1 },
  ]);
});

describe('improvements of a bundle that was written anew', () => {
  interface Entry {
    id: string;
  }

  test('are missed where one was left out, by the event that started it', async () => {
    const { faults } = await rewritten((all, manifest) => {
      manifest['improvements'] = (manifest['improvements'] as Entry[]).slice(1);
      for (const path of pathsOf(all)) if (path.startsWith(FIRST)) delete all[path];
    });
    expect(faults).toMatchObject([
      { code: 'improvement_missing', item: 'inc-1-i1', type: 'improvementStarted', seq: expect.any(Number) },
    ]);
  });

  test('are no others under their names, and none of another incident', async () => {
    const renamed = await rewritten((_, manifest) => {
      const [first, second] = manifest['improvements'] as Entry[];
      manifest['improvements'] = [
        { ...first, id: second!.id },
        { ...second, id: first!.id },
      ];
    });
    expect(renamed.faults).toContainEqual(
      expect.objectContaining({ code: 'event_changed', improvement: 'inc-1-i2', seq: 1 }),
    );

    const other = new Story({ improvement: 'i-other', origin: { kind: 'incident', incidentId: 'inc-2' } });
    await record(other);
    const { state, columns, events, seq, headHash: head } = (await store.keptImprovement('i-other'))!;
    const foreign = await rewritten((all, manifest) => {
      const lines = events.map(({ seq, hash, event, texts }) =>
        JSON.stringify({ seq, hash, event: JSON.parse(event) as object, texts: JSON.parse(texts) as object }),
      );
      all['improvements/3.json'] = Buffer.from(JSON.stringify({ columns, state: JSON.parse(state) as object }));
      all['improvements/3-events.jsonl'] = Buffer.from(`${lines.join('\n')}\n`);
      const paths = { path: 'improvements/3.json', events: 'improvements/3-events.jsonl' };
      const entry = { id: 'i-other', seq, head, ...paths, evidence: [] };
      manifest['improvements'] = [...(manifest['improvements'] as Entry[]), entry];
    });
    expect(foreign.faults).toEqual([{ code: 'improvement_stray', item: 'i-other' }]);
  });
});
