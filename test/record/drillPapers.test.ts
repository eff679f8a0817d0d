import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CONTENT_TYPES } from '../../src/domain/contentTypes.js';
import { drillKey, evolve, fold, hear } from '../../src/domain/drill/index.js';
import type { DrillFile } from '../../src/domain/drill/index.js';
import { checkDrill } from '../../src/record/index.js';
import { sha256 } from '../../src/seal/index.js';
import type { Store } from '../../src/store/index.js';
import { drillOn } from '../documents/drillStory.js';
import { inMemory, openDatabase } from '../support/databases.js';

const FORMATS = ['docx', 'html'] as const;
let store: Store;
let run: <T>(statement: string) => Promise<T[]>;
let files: DrillFile[] = [];

/** A drill whose report is accepted, with the files that were written for it. */
beforeAll(async () => {
  ({ store, run } = await openDatabase(inMemory()));
  const { recorded } = drillOn('ransomware', 'accepted', { drill: 'd' });
  const events = recorded.map(({ event }) => event);
  let state = fold(events);
  await store.recordDrill({ drill: 'd', events });
  for (const effect of [...state.effects]) {
    if (effect.kind !== 'write') continue;
    const written: DrillFile[] = [];
    for (const paper of effect.papers) {
      for (const format of FORMATS) {
        const bytes = new TextEncoder().encode(`${effect.id} ${paper} as ${format}, as it was handed out`);
        const id = `${drillKey('d')}-${effect.id}-${paper}`;
        const file = { id, format, lang: 'en' as const, sha256: sha256(bytes) };
        await store.saveDocument({
          ...file,
          incidentId: drillKey('d'),
          kind: paper,
          contentType: CONTENT_TYPES[format],
          bytes,
        });
        written.push({ documentId: id, paper, format, lang: 'en', sha256: file.sha256 });
      }
    }
    const settled = hear(state, { type: 'settled', effectId: effect.id, files: written }, events.at(-1)!.at);
    state = settled.reduce(evolve, state);
    await store.recordDrill({ drill: 'd', events: settled });
    files = [...files, ...written];
  }
});
afterAll(() => store.close());

const proof = async () => checkDrill((await store.keptDrill('d'))!);
const faults = async () => (await proof()).faults;
const nameOf = ({ documentId, format, lang }: DrillFile) => `${documentId} ${format} ${lang}`;
const where = ({ documentId, format }: DrillFile) => `id = '${documentId}' AND format = '${format}' AND lang = 'en'`;

test('papers that are as they were handed out are whole; what was said without a name is not covered', async () => {
  const { faults: found, checked, remarks } = await proof();
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(2);
  expect(checked.documents).toBe(files.length);
  expect(remarks.map(({ code }) => code)).toContain('drill_not_covered');
});

test('any byte of any paper that is another is found, by the event that names it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, by) => {
      const file = files[which % files.length]!;
      const flip = `UPDATE documents SET bytes = set_byte(bytes, ${at} % length(bytes),
        get_byte(bytes, ${at} % length(bytes)) # ${by}) WHERE ${where(file)}`;
      await run(flip);
      const found = await faults();
      await run(flip);
      expect(found).toMatchObject([
        { code: 'document_changed', type: 'settled', item: nameOf(file), needed: file.sha256 },
      ]);
    }),
    { numRuns: 25 },
  );
  expect(await faults()).toEqual([]);
});

test('so is a hash beside it that fits other bytes, a paper that is gone, and one that nothing names', async () => {
  const [first] = files as [DrillFile];
  const event = { type: 'settled', item: nameOf(first) };
  await run(`CREATE TABLE kept AS SELECT * FROM documents WHERE ${where(first)}`);
  const bytes = new TextEncoder().encode('quite another report');
  const hex = Buffer.from(bytes).toString('hex');
  await run(`UPDATE documents SET bytes = decode('${hex}', 'hex'), sha256 = '${sha256(bytes)}' WHERE ${where(first)}`);
  expect(await faults()).toMatchObject([{ code: 'document_changed', ...event, found: sha256(bytes) }]);
  await run(`DELETE FROM documents WHERE ${where(first)}`);
  expect(await faults()).toMatchObject([{ code: 'document_missing', ...event }]);
  await run(`INSERT INTO documents SELECT * FROM kept`);
  expect(await faults()).toEqual([]);
  await run(`UPDATE documents SET kind = 'scheme2' WHERE ${where(first)}`);
  expect(await faults()).toMatchObject([{ code: 'document_differs', ...event, needed: first.paper }]);
  await run(`UPDATE documents SET kind = '${first.paper}' WHERE ${where(first)}`);
  await run(`UPDATE kept SET lang = 'zh-CN'`);
  await run(`INSERT INTO documents SELECT * FROM kept`);
  expect(await faults()).toMatchObject([{ code: 'document_stray', item: `${first.documentId} ${first.format} zh-CN` }]);
  await run(`DELETE FROM documents WHERE lang = 'zh-CN'`);
});

test('what is asked for by an event that is not recorded yet may be there already', async () => {
  const id = `${drillKey('d')}-d9999-report`;
  const bytes = new Uint8Array([1]);
  const more = { contentType: CONTENT_TYPES.html, bytes, sha256: sha256(bytes) };
  await store.saveDocument({ id, incidentId: drillKey('d'), kind: 'report', format: 'html', lang: 'en', ...more });
  const { faults: found, remarks } = await proof();
  expect(found).toEqual([]);
  expect(remarks).toContainEqual({ code: 'not_recorded_yet', count: 1, item: 'documents' });
});
