import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('evidence on %s', (engine) => {
  const db = useStore(engine);

  const file = {
    incidentId: 'inc',
    sha256: 'aa'.repeat(32),
    name: '清单.pdf',
    contentType: 'application/pdf',
    size: 100_000,
    bytes: Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256),
    storedBy: 'lin-wei',
  };
  const { bytes, ...entry } = file;

  test('is read back byte by byte, and found without its bytes', async () => {
    expect(await db.store.saveEvidence(file)).toMatchObject(entry);
    const read = await db.store.readEvidence(file);
    expect(Buffer.from(read!.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(await db.store.findEvidence(file)).not.toHaveProperty('bytes');
  });

  test('is stored once in an incident; the first name stays', async () => {
    expect(await db.store.saveEvidence({ ...file, name: 'other' })).toMatchObject({ name: '清单.pdf' });
    expect(await db.store.countEvidence('inc')).toBe(1);
  });

  test('belongs to one incident', async () => {
    expect(await db.store.findEvidence({ ...file, incidentId: 'other' })).toBeUndefined();
    expect(await db.store.countEvidence('other')).toBe(0);
  });
});
