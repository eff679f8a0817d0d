import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { writeDocument } from '../../src/activities/writeDocument.js';
import type { ApiParts } from '../../src/api/deps.js';
import { erasePerson } from '../../src/api/erasure/erase.js';
import { createDesk } from '../../src/documents/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { canonical, sha256 } from '../../src/seal/index.js';
import { createDirectory } from '../../src/store/index.js';
import type { Directory, Store } from '../../src/store/index.js';
import { inMemory, openDatabase } from '../support/databases.js';
import { bringInPlan, putInForce } from '../support/plans.js';
import { REPORTED_AT } from './incidents.js';
import { provableIncident } from './provable.js';

const PERSON = 'liang-yue';
const TRACES = /梁悦|Liang Yue|liang-yue/;
const OWN_WORDS = 'nobody is to blame, says the board';
const ZONE = 'Asia/Shanghai';

const first = loadPlan('plans/software-incident');
const roster = loadRoster('plans/software-incident/roster.yaml', first.document).document;

/** Nobody has to write of responsibility any more, and teams are called otherwise. */
const second = structuredClone({
  ...first.document,
  plan: { ...first.document.plan, version: first.document.plan.version + 1 },
});
second.teams = second.teams.map((team) => ({ ...team, name: { 'zh-CN': '新名称组', en: 'Renamed team' } }));
const { report } = second.aftermath!;
report.sections = report.sections.filter(({ id }) => id !== 'responsibility');
const secondHash = sha256(canonical(second));

let store: Store;
let directory: Directory;

beforeAll(async () => {
  ({ store } = await openDatabase(inMemory()));
  await bringInPlan(store, first.document, first.hash);
  await store.saveRoster(roster);
  directory = createDirectory(store);
  await putInForce(store, second, secondHash);
});
afterAll(() => store.close());

const type = 'incidentReport' as const;
const SIGNED: [string, Decision][] = [
  ['zhao-lei', { type, action: 'edit', sections: { responsibility: OWN_WORDS } }],
  ['zhao-lei', { type, action: 'submit' }],
  ['chen-jing', { type, action: 'review', version: 1 }],
  ['lin-wei', { type, action: 'approve', version: 1 }],
];

async function pages(): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const entry of await store.listDocuments('e')) {
    if (entry.format !== 'html') continue;
    const { bytes } = (await store.readDocument(entry))!;
    all.set(`${entry.id} ${entry.lang}`, Buffer.from(bytes).toString().split(/(?=<)/));
  }
  return all;
}

test('a signed report that is written anew is the one that was signed, but for the person', async () => {
  const nothing = {} as Pick<ActivityDeps, 'incidents' | 'drills' | 'improvements' | 'channel' | 'urgent' | 'log'>;
  const write = writeDocument({
    ...nothing,
    ...{ store, directory, desk: createDesk(), zone: ZONE, publicUrl: '', signingKey: '' },
  });
  const fact = { type: 'addFact', source: 'monitoring', confidence: 'likely' } as const;
  await provableIncident(store, 'e', {
    by: basisOf(first.document, first.hash, roster),
    more: [
      ['zhao-lei', { ...fact, statement: '梁悦说日志已满' }],
      [PERSON, { ...fact, statement: 'The disk is full' }],
    ],
    afterwards: [
      ...SIGNED,
      ['lin-wei', { type: 'movePlan', basis: basisOf(second, secondHash, roster), reason: 'clearer' }],
    ],
    writes: ({ id: effectId, kind: _, ...asked }) => write({ incidentId: 'e', effectId, ...asked }),
  });
  const before = await pages();
  const signed = [...before.keys()].filter((key) => before.get(key)!.join('').includes(OWN_WORDS));
  // Submitted and approved, in both languages.
  expect(signed).toHaveLength(4);

  const holders = Object.fromEntries(
    Object.entries(roster.holders).map(([post, people]) => [post, people.filter((id) => id !== PERSON)] as const),
  );
  await store.saveRoster({ ...roster, holders });
  const ended = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
  const parts = {
    ...{ store, directory, incidents: ended, improvements: ended, drills: ended },
    settings: { now: () => REPORTED_AT + 40 * DAY, zone: ZONE },
    log: { info: () => undefined, warn: () => undefined },
  } as unknown as ApiParts;
  const by = { kind: 'operator' as const, tokenId: 'op' };
  const { counts, left } = await erasePerson(parts, PERSON, 'asked for it', { by, evidence: [], preview: false });
  expect(left).toEqual([]);
  expect(counts).toMatchObject({ documentsDestroyed: 0 });

  const after = await pages();
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [key, was] of before) {
    const now = after.get(key)!;
    expect(now).toHaveLength(was.length);
    const changed = was.flatMap((text, i) => (now[i] === text ? [] : [text]));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((text) => !TRACES.test(text))).toEqual([]);
  }
});
