import { describe, expect, test } from '@jest/globals';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

const OPERATOR = { kind: 'operator', tokenId: 't1' } as const;
const COUNTS = { added: 2, removed: 0, changed: 1 };

describe.each(ENGINES)('versions of roster and ledger on %s', (engine) => {
  const db = useStore(engine);

  test('who imported a version and what it changed is kept with it; a start leaves neither', async () => {
    const first = await db.store.saveRoster({ people: ['a'] });
    expect(first).toMatchObject({ importedBy: null, summary: null });
    const second = await db.store.saveRoster(
      { people: ['a', 'b'] },
      { importedBy: OPERATOR, summary: COUNTS, after: first.version },
    );
    expect(second).toMatchObject({ importedBy: OPERATOR, summary: COUNTS });
    expect(await db.store.currentRoster()).toEqual(second);
  });

  test('history lists the newest first, page by page, without the documents', async () => {
    await db.store.saveRoster({ people: ['a', 'b', 'c'] }, { importedBy: OPERATOR });
    const [newest, ...older] = await db.store.listRosters(10);
    expect(older).toHaveLength(2);
    expect(newest).toMatchObject({ importedBy: OPERATOR });
    expect(newest).not.toHaveProperty('document');
    expect(await db.store.listRosters(1, newest!.version)).toEqual([older[0]]);
    expect(await db.store.listRosters(10, older[1]!.version)).toEqual([]);
  });

  test('an old version reads as it was; one that never was is undefined', async () => {
    const versions = await db.store.listRosters(10);
    expect(await db.store.rosterNumbered(versions.at(-1)!.version)).toMatchObject({ document: { people: ['a'] } });
    expect(await db.store.rosterNumbered(9_999)).toBeUndefined();
  });

  test('what was compared with an older version is refused and leaves nothing behind', async () => {
    const before = await db.store.currentRoster();
    const stale = db.store.saveRoster({ people: [] }, { importedBy: OPERATOR, after: before!.version - 1 });
    await expect(stale).rejects.toMatchObject({ code: 'register_changed' });
    expect(await db.store.currentRoster()).toEqual(before);
  });

  test('of two imports at once, both compared with the same version, one stands', async () => {
    const { version } = (await db.store.currentRoster())!;
    const imports = [db.store, db.other].map((store, i) => store.saveRoster({ people: [i] }, { after: version }));
    const settled = await Promise.allSettled(imports);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await db.store.listRosters(10)).filter((entry) => entry.version > version)).toHaveLength(1);
  });

  test('another process knows of a new roster as soon as it has heard', async () => {
    const before = await db.other.currentRosterVersion();
    const { version } = await db.store.saveRoster({ people: ['new'] });
    expect(version).not.toBe(before);
    for (let tries = 0; tries < 100 && (await db.other.currentRosterVersion()) !== version; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await db.other.currentRosterVersion()).toBe(version);
  });

  test('the ledger has versions of its own', async () => {
    expect(await db.store.currentLedger()).toBeUndefined();
    const first = await db.store.saveLedger({ items: [1] }, { importedBy: OPERATOR, after: 0 });
    expect(await db.store.saveLedger({ items: [1] }, { after: first.version })).toEqual(first);
    const second = await db.store.saveLedger({ items: [2] }, { summary: COUNTS, after: first.version });
    expect(await db.store.currentLedger()).toMatchObject(second);
    expect((await db.store.listLedgers(10)).map(({ version }) => version)).toEqual([second.version, first.version]);
    expect(await db.store.ledgerNumbered(first.version)).toEqual(first);
    await expect(db.store.saveLedger({ items: [3] }, { after: 0 })).rejects.toMatchObject({ code: 'register_changed' });
  });
});
