import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerDocument } from '../src/domain/plan/ledger.js';
import type { RosterDocument } from '../src/domain/plan/roster.js';
import { bringInPlan } from '../src/firstStart.js';
import { openStore } from '../src/store/index.js';
import type { Store } from '../src/store/index.js';
import { scratchFolder } from './plans/broken.js';
import { inMemory } from './support/databases.js';

let store: Store;
let folder: string;
let dataFolder: string;
beforeAll(async () => {
  store = await openStore(inMemory());
  folder = scratchFolder();
  dataFolder = scratchFolder();
  cpSync('plans/hospital-it', folder, { recursive: true });
});
afterAll(() => store.close());

async function start(): Promise<string> {
  const said: string[] = [];
  await bringInPlan(store, { planDir: folder, dir: dataFolder }, (line) => said.push(line));
  return said.join('\n');
}

function edit(file: string, find: string, replace: string): void {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(find)) throw new Error(`"${find}" does not stand in ${file}`);
  writeFileSync(path, source.replace(find, replace));
}

const roster = async () => (await store.currentRoster())?.document as RosterDocument;
const ledger = async () => (await store.currentLedger())?.document as LedgerDocument;

describe('starts of one installation, one after the other', () => {
  test('the first brings in the roster beside the plan; there need be no ledger', async () => {
    renameSync(join(folder, 'ledger.yaml'), join(folder, 'ledger.later'));
    await start();
    expect((await roster()).people[0]?.id).toBe('amara-okafor');
    const entries = (await roster()).people.length + Object.keys((await roster()).holders).length;
    expect(await store.listRosters(10)).toMatchObject([
      { importedBy: null, summary: { added: entries, removed: 0, changed: 0 } },
    ]);
    expect(await store.currentLedger()).toBeUndefined();
  });

  test('a ledger is brought in as soon as it is there', async () => {
    renameSync(join(folder, 'ledger.later'), join(folder, 'ledger.yaml'));
    await start();
    expect((await ledger()).items[0]?.id).toBe('packs-on-wards');
    expect(await start()).toBe('');
  });

  test('changed files are brought in, as long as nothing was imported', async () => {
    edit('roster.yaml', 'amara.okafor@', 'amara@');
    edit('ledger.yaml', 'onHand: 9', 'onHand: 12');
    expect(await start()).toMatch(/changed roster.*\n.*changed ledger/);
    expect((await roster()).people[0]?.contacts.email).toBe('amara@stmary.example');
    expect((await ledger()).items[1]?.onHand).toBe(12);
    expect((await store.listRosters(1))[0]?.summary).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  test('a broken file keeps nobody from starting again, and what is in force stays', async () => {
    const before = [await roster(), await ledger()];
    edit('ledger.yaml', 'custodian: grace-bennett', 'custodian: nobody');
    expect(await start()).toMatch(/ledger\.yaml:\d+:\d+ unknown_person/);
    expect([await roster(), await ledger()]).toEqual(before);
    edit('ledger.yaml', 'custodian: nobody', 'custodian: grace-bennett');
  });

  test('none undoes an import; that the file differs is mentioned', async () => {
    const imported = await roster();
    imported.people[0]!.contacts.mobile = '+447700900001';
    const { version } = await store.saveRoster(imported, { importedBy: { kind: 'operator', tokenId: 't1' } });
    const told = `roster.yaml beside the plan differs from version ${version}, which was imported and stays.`;
    expect(await start()).toBe(told);
    edit('roster.yaml', 'amara@', 'okafor@');
    expect(await start()).toBe(told);
    expect(await roster()).toEqual(imported);
  });
});

test('a ledger in which something was moved is not undone by its file', async () => {
  const { version } = (await store.currentLedger())!;
  const move = { item: 'packs-on-wards', quantity: 1, as: 'consumed', requestKey: 'k1', today: '2026-11-26' } as const;
  await store.moveStock({ ...move, by: { kind: 'operator', tokenId: 't1' } });
  const used = await ledger();
  edit('ledger.yaml', 'onHand: 12', 'onHand: 13');
  const told = `ledger.yaml beside the plan differs from version ${version}, which was kept up to date since and stays.`;
  expect(await start()).toContain(told);
  expect(await ledger()).toEqual(used);
  edit('ledger.yaml', 'onHand: 13', 'onHand: 12');
});

describe('files that have not changed since', () => {
  const memo = () => join(dataFolder, 'plan-files.json');

  test('are not read again, and what was found is said again', async () => {
    const told = await start();
    expect(told).toMatch(/differs from version/);
    const remembered = JSON.parse(readFileSync(memo(), 'utf8')) as { found: string[] };
    writeFileSync(memo(), JSON.stringify({ ...remembered, found: ['as remembered'] }));
    expect(await start()).toBe('as remembered');
  });

  test('are read when something in the store, or one of them, has changed, or the memory is broken', async () => {
    const remembered = JSON.parse(readFileSync(memo(), 'utf8')) as { found: string[] };
    const forget = () => writeFileSync(memo(), JSON.stringify({ ...remembered, found: ['as remembered'] }));
    expect(await start()).toBe('as remembered');
    const changed = await roster();
    changed.people[0]!.contacts.mobile = '+447700900002';
    await store.saveRoster(changed, { importedBy: { kind: 'operator', tokenId: 't2' } });
    expect(await start()).toMatch(/^roster\.yaml beside the plan differs/);
    forget();
    edit('roster.yaml', 'okafor@', 'amara@');
    expect(await start()).toMatch(/^roster\.yaml beside the plan differs/);
    writeFileSync(memo(), '{');
    expect(await start()).toMatch(/^roster\.yaml beside the plan differs/);
  });
});
