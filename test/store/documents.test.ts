import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('documents on %s', (engine) => {
  const db = useStore(engine);

  const document = {
    id: 'doc1',
    incidentId: 'inc',
    kind: 'incidentReport',
    format: 'docx',
    lang: 'zh-CN',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256),
    sha256: 'aa',
  };

  test('are read back byte by byte', async () => {
    const saved = await db.store.saveDocument(document);
    const { bytes, ...entry } = document;
    expect(saved).toEqual({ ...entry, createdAt: expect.any(Number) });
    const read = await db.store.readDocument(document);
    expect(read).toMatchObject(entry);
    expect(Buffer.from(read!.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test('the first one stays when the same is written again', async () => {
    const again = await db.store.saveDocument({ ...document, bytes: new Uint8Array([1]), sha256: 'bb' });
    expect(again.sha256).toBe('aa');
    expect((await db.store.readDocument(document))?.bytes).toHaveLength(100_000);
  });

  test('exist in formats and languages, and are listed without their bytes', async () => {
    await db.store.saveDocument({ ...document, format: 'html' });
    await db.store.saveDocument({ ...document, lang: 'en' });
    await db.store.saveDocument({ ...document, id: 'doc2', incidentId: 'other' });
    const listed = await db.store.listDocuments('inc');
    expect(new Set(listed.map((d) => `${d.format} ${d.lang}`))).toEqual(
      new Set(['docx zh-CN', 'html zh-CN', 'docx en']),
    );
    expect(listed.every((entry) => !('bytes' in entry))).toBe(true);
  });

  test('an unknown one is undefined', async () => {
    expect(await db.store.readDocument({ id: 'doc1', format: 'pdf', lang: 'en' })).toBeUndefined();
    expect(await db.store.listDocuments('unknown')).toEqual([]);
  });
});
