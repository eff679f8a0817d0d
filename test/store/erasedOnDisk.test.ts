import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiParts } from '../../src/api/deps.js';
import { erasePerson } from '../../src/api/erasure/erase.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadRoster } from '../../src/planfiles/index.js';
import { createDirectory, openStore, planOutbox } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { provableIncident } from './provable.js';

const NAME = 'Zebulon Quaxley';
const PERSON = 'n-4711';
const NOW = Date.UTC(2026, 11, 1, 8);

const folder = mkdtempSync(join(tmpdir(), 'muster-on-disk-'));
const dataDir = join(folder, 'database');
let store: Store;

beforeAll(async () => {
  store = await openStore({ kind: 'pglite', dataDir });
  await provableIncident(store, 'e', {
    more: [['zhao-lei', { type: 'addFact', statement: `${NAME} said so`, source: NAME, confidence: 'likely' }]],
    inDocuments: `by ${NAME}`,
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Which files of the database have the name in them. */
function naming(): string[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(dataDir, name);
    return statSync(file).isFile() && readFileSync(file).includes(NAME);
  });
}

test('nothing of somebody who was erased is left in the files of the embedded database', async () => {
  const { document } = (await store.currentRoster())! as { document: RosterDocument };
  const person = { ...document.people[0]!, id: PERSON, name: NAME, contacts: { email: 'zebulon@quaxley.example' } };
  await store.saveRoster({ ...document, people: [...document.people, person] });
  const outbox = { incidentId: planOutbox({ id: 'p', version: 1 }), effectId: 'x' };
  await store.enqueueNotices([
    {
      ...{ id: 'a', ...outbox, noticeId: 'n', person: PERSON, channel: 'email', address: 'zebulon@quaxley.example' },
      ...{ subject: `To ${NAME}`, text: `Dear ${NAME}`, messageId: 'one@muster' },
    },
  ]);
  // What was written stands in the log alone until then.
  await store.close();
  store = await openStore({ kind: 'pglite', dataDir });
  expect(naming().length).toBeGreaterThan(2);

  const gone = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
  const silent = () => undefined;
  const parts = {
    ...{ store, incidents: gone, improvements: gone, drills: gone, directory: createDirectory(store) },
    ...{ settings: { now: () => NOW, zone: 'Asia/Shanghai' }, log: { info: silent, warn: silent } },
  } as unknown as ApiParts;
  const asked = { by: { kind: 'operator' as const, tokenId: 'op' }, evidence: [], preview: false };
  // The disk is full. By then the roster has the person no more, and the same command completes it.
  const full = { ...parts, store: { ...store, clearDeleted: () => Promise.reject(new Error('no space left')) } };
  await expect(erasePerson(full, PERSON, 'left', asked)).rejects.toThrow('no space left');
  expect(naming()).not.toEqual([]);
  expect(await erasePerson(parts, PERSON, 'left', asked)).toMatchObject({ done: true, left: [], cleared: true });
  expect(naming()).toEqual([]);

  await store.close();
  expect(naming()).toEqual([]);
  store = await openStore({ kind: 'pglite', dataDir });
  expect((await store.getIncident('e'))?.state.phase).toBe('closed');
  const roster = (await store.currentRoster())!.document as RosterDocument;
  expect(roster.people.length).toBe(
    loadRoster('plans/software-incident/roster.yaml', (await store.effectivePlan())!.document).document.people.length,
  );
});
