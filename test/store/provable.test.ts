import { beforeAll, describe, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { RecordVerdict } from '../../src/domain/record.js';
import { checkRecord } from '../../src/record/index.js';
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
  async function whenChanged(table: string, column: string, where: string, to: string): Promise<RecordVerdict['faults']> {
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
});
