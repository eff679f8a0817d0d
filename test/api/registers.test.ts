import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Problem,
  RegisterCheck,
  RegisterDocument,
  RegisterImported,
  RegisterVersionList,
  ResourceList,
  Roster,
} from '../../src/api/contract.js';
import type { LedgerDocument } from '../../src/domain/plan/ledger.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadLedger, loadRoster } from '../../src/planfiles/index.js';
import { COMMANDER, startTestApi } from './harness.js';
import type { Answer, Asked, TestApi } from './harness.js';

const ROSTER = '/api/v1/roster';
const RESOURCES = '/api/v1/resources';
const asOperator = { as: 'operator' };
const inEnglish = { as: 'operator', headers: { 'accept-language': 'en' } };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  // The samples were verified and inspected in November 2026.
  api.clock.now = Date.parse('2026-11-26T10:00:00+08:00');
});
afterAll(() => api.close());

const sampleRoster = (): RosterDocument => loadRoster('plans/software-incident/roster.yaml').document;
const sampleLedger = (): LedgerDocument => loadLedger('plans/software-incident/ledger.yaml').document;

function bring<B = RegisterImported>(path: string, body: object, asked: Asked = inEnglish): Promise<Answer<B>> {
  return api.ask<B>(path, { ...asked, body });
}

const current = async () => (await api.store.currentRosterVersion()) ?? 0;

describe('the roster', () => {
  test('is compared and checked first, and a preview changes nothing', async () => {
    const before = await current();
    const document = sampleRoster();
    document.people[0]!.contacts.mobile = '+861000009999';
    document.people = document.people.filter(({ id }) => id !== 'xie-ting');
    document.holders['public-opinion-analyst'] = ['liang-yue'];
    const { status, body } = await bring(ROSTER, { document, preview: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ saved: false, version: before, counts: { added: 0, removed: 1, changed: 2 } });
    expect(body.words).toBe('1 removed, 2 changed');
    expect(body.changes.map(({ words }) => words)).toEqual([
      'Lin Wei (lin-wei), mobile: +8610000000001 → +861000009999',
      'Removed: Xie Ting (xie-ting)',
      'Public opinion analyst (public-opinion-analyst), holders: xie-ting → liang-yue',
    ]);
    expect(await current()).toBe(before);
  });

  test('that no longer lists somebody, or not as active, ends what their token may do', async () => {
    const asked = { as: 'xie-ting', headers: { 'accept-language': 'en' } };
    expect((await api.ask('/api/v1/incidents', asked)).status).toBe(200);
    const without = sampleRoster();
    without.people = without.people.filter(({ id }) => id !== 'xie-ting');
    without.holders['public-opinion-analyst'] = ['liang-yue'];
    const inactive = sampleRoster();
    inactive.people.find(({ id }) => id === 'xie-ting')!.active = false;
    inactive.holders['public-opinion-analyst'] = ['liang-yue'];
    for (const document of [without, inactive]) {
      expect((await bring(ROSTER, { document })).status).toBe(200);
      for (const to of ['/api/v1/incidents', '/api/v1/stream']) {
        expect(await api.ask<Problem>(to, asked)).toMatchObject({
          status: 403,
          body: { code: 'person_not_in_roster', found: { person: 'xie-ting' } },
        });
      }
    }
    expect((await bring(ROSTER, { document: sampleRoster() })).status).toBe(200);
    expect((await api.ask('/api/v1/incidents', asked)).status).toBe(200);
  });

  test('is imported from CSV, in force at once, and the version before is kept', async () => {
    const before = await current();
    const { text } = await api.ask(`${ROSTER}/versions/current/csv`, asOperator);
    const changed = text.replace('lin.wei@yunfan.example', 'lin@yunfan.example');
    const { body } = await bring(ROSTER, { format: 'csv', text: changed, ifVersion: before });
    expect(body).toMatchObject({ saved: true, version: before + 1, counts: { added: 0, removed: 0, changed: 1 } });
    const { body: roster } = await api.ask<Roster>(ROSTER, asOperator);
    expect(roster.people.find(({ id }) => id === COMMANDER)?.contacts?.['email']).toBe('lin@yunfan.example');

    const { body: old } = await api.ask<RegisterDocument>(`${ROSTER}/versions/${before}`, asOperator);
    expect(old).toEqual({ version: before, document: sampleRoster() });
    const { body: list } = await api.ask<RegisterVersionList>(`${ROSTER}/versions`, inEnglish);
    expect(list.items[0]).toMatchObject({ version: before + 1, importedBy: { label: 'test' }, words: '1 changed' });
    expect(list.items.at(-1)).not.toHaveProperty('importedBy');
  });

  test('with nothing new in it is no new version', async () => {
    const { text } = await api.ask(`${ROSTER}/versions/current/yaml`, asOperator);
    const { body } = await bring(ROSTER, { format: 'yaml', text });
    expect(body).toMatchObject({ saved: false, version: await current(), changes: [], words: 'no difference' });
  });

  test('that would leave the plan without a commander is refused, and nothing is lost', async () => {
    const before = await current();
    const document = sampleRoster();
    document.holders['commander'] = [];
    const { status, body } = await bring<Problem>(ROSTER, { document });
    expect([status, body.code]).toEqual([422, 'register_unusable']);
    expect(body.problems?.[0]).toMatchObject({ path: 'holders.commander', code: 'command_unfilled' });
    expect(await current()).toBe(before);
    expect((await api.ask<Roster>(ROSTER)).body.posts[0]?.holders).toHaveLength(1);
  });

  test('names line and heading of every wrong cell', async () => {
    const text = ['id,name,languages,email,mobile,posts', 'a,A,en,a@x.example,12,commander', 'b,B,en,nowhere,,'].join(
      '\n',
    );
    const { status, body } = await bring<Problem>(ROSTER, { format: 'csv', text });
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([
      { line: 2, column: 5, path: 'mobile', code: 'bad_phone' },
      { line: 3, column: 4, path: 'email', code: 'bad_email' },
    ]);
  });

  test('compared with a version that is no longer the newest is refused', async () => {
    const { status, body } = await bring<Problem>(ROSTER, { document: sampleRoster(), ifVersion: 1_000 });
    expect([status, body.code]).toEqual([409, 'register_changed']);
  });

  test('is imported and exported by the operator alone', async () => {
    const document = sampleRoster();
    for (const [path, asked] of [
      [ROSTER, { body: { document } }],
      [`${ROSTER}/versions/current`, {}],
      [`${ROSTER}/versions/current/csv`, {}],
    ] as const) {
      const { status, body } = await api.ask<Problem>(path, asked);
      expect([path, status, body.code]).toEqual([path, 403, 'operator_required']);
    }
    expect((await api.ask<RegisterVersionList>(`${ROSTER}/versions`)).status).toBe(200);
  });

  test('takes a document or a text, not both and not neither', async () => {
    const text = 'people: []';
    for (const body of [{}, { text }, { format: 'yaml' }, { format: 'yaml', text, document: {} }]) {
      expect((await bring<Problem>(ROSTER, body)).body.code).toBe('invalid_request');
    }
  });

  test('is checked as of today, with the days that are asked for', async () => {
    const check = async (query = '') => (await api.ask<RegisterCheck>(`${ROSTER}/check${query}`, inEnglish)).body;
    const codes = ({ remarks }: RegisterCheck) => new Set(remarks.map(({ code }) => code));
    expect(await check()).toMatchObject({ plan: { id: 'software-incident' }, issues: [] });
    expect(codes(await check())).not.toContain('contacts_unverified');
    const strict = await check('?verifiedWithinDays=7');
    expect(codes(strict)).toContain('contacts_unverified');
    expect(strict.remarks[0]?.found).toMatch(/last verified 24 days ago, on 2026-11-02/);
    expect((await api.ask<Problem>(`${ROSTER}/check?days=7`)).status).toBe(422);
  });

  test('of 10,000 people is imported, and lists its history page by page', async () => {
    const document = sampleRoster();
    for (let i = 0; i < 10_000; i += 1) {
      document.people.push({ id: `p-${i}`, name: `P ${i}`, languages: ['en'], contacts: { email: `p${i}@x.example` } });
    }
    document.holders['developer']!.push(...document.people.slice(-1_000).map(({ id }) => id));
    const { status, body } = await bring(ROSTER, { document });
    expect([status, body.counts.added]).toEqual([200, 10_000]);
    const page = async (query: string) => (await api.ask<RegisterVersionList>(`${ROSTER}/versions?${query}`)).body;
    const first = await page('limit=1');
    const second = await page(`limit=1&cursor=${first.next}`);
    expect([first.items[0]?.version, second.items[0]?.version]).toEqual([body.version, body.version - 1]);
    await bring(ROSTER, { document: sampleRoster() });
  });

  test('has no version that was never saved', async () => {
    const { status, body } = await api.ask<Problem>(`${ROSTER}/versions/999`, asOperator);
    expect([status, body.code]).toEqual([404, 'register_version_not_found']);
    expect((await api.ask<Problem>(`${ROSTER}/versions/first`, asOperator)).status).toBe(422);
    expect((await api.ask<Problem>(`${ROSTER}/versions/1/xlsx`, asOperator)).status).toBe(422);
  });
});

describe('the ledger', () => {
  test('is not there at first: every resource of the plan is missing', async () => {
    const { body } = await api.ask<ResourceList>(RESOURCES, inEnglish);
    expect(body).not.toHaveProperty('version');
    expect(new Set(body.items.map(({ state }) => state))).toEqual(new Set(['missing']));
    expect((await api.ask<Problem>(`${RESOURCES}/check`)).body.code).toBe('register_version_not_found');
  });

  test('says what there is of each resource, where, in whose care, and what to do', async () => {
    const { body: imported } = await bring(RESOURCES, { document: sampleLedger() });
    expect(imported).toMatchObject({ saved: true, counts: { removed: 0, changed: 0 } });
    const { body } = await api.ask<ResourceList>(RESOURCES, inEnglish);
    const of = (id: string) => body.items.find((item) => item.id === id);
    expect(of('forensic-storage')).toMatchObject({
      onHand: 5,
      reorder: 5,
      state: 'reorder',
      words: 'to be replenished',
      custodian: { id: 'security-engineer', name: 'Security engineer' },
      items: [{ custodian: { id: 'cai-ming', name: 'Cai Ming' }, lastInspected: '2026-11-09', overdue: false }],
    });
    expect(of('first-aid-kit')).toMatchObject({ onHand: 2, state: 'sufficient' });
    expect(of('first-aid-kit')?.items.map(({ location }) => location)).toEqual([
      'Front desk at headquarters',
      'Duty room of the machine room',
    ]);
    const zh = await api.ask<ResourceList>(RESOURCES, { headers: { 'accept-language': 'zh-CN' } });
    expect(zh.body.items.find(({ id }) => id === 'access-passes')).toMatchObject({ words: '应补充', unit: '张' });
  });

  test('is checked: two resources are to be replenished, and later inspections are overdue', async () => {
    const codes = async () => {
      const { body } = await api.ask<RegisterCheck>(`${RESOURCES}/check`, inEnglish);
      expect(body.issues).toEqual([]);
      return body.remarks.map(({ code }) => code);
    };
    expect((await codes()).filter((code) => code.startsWith('stock_'))).toEqual([
      'stock_at_reorder',
      'stock_at_reorder',
    ]);
    expect(await codes()).not.toContain('inspection_overdue');
    const now = api.clock.now;
    api.clock.now = Date.parse('2026-12-24T10:00:00+08:00');
    expect(await codes()).toContain('inspection_overdue');
    api.clock.now = now;
  });

  test('goes out as CSV with Chinese headings and comes in again unchanged', async () => {
    const { text, headers } = await api.ask(`${RESOURCES}/versions/current/csv`, {
      as: 'operator',
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(headers.get('content-disposition')).toBe('attachment; filename=ledger-1.csv');
    expect(text).toContain('编号,资源,');
    const { body } = await bring(RESOURCES, { format: 'csv', text });
    expect(body).toMatchObject({ saved: false, changes: [] });
  });

  test('with an unknown resource, or in unknown hands, is refused', async () => {
    const document = sampleLedger();
    document.items[0]!.resource = 'standby-enginers';
    document.items[1]!.custodian = 'nobody';
    const { body } = await bring<Problem>(RESOURCES, { document });
    expect(body.problems).toMatchObject([
      { path: 'items[0].resource', code: 'unknown_resource', hint: 'did you mean "standby-engineers"?' },
      { path: 'items[1].custodian', code: 'unknown_person' },
    ]);
  });

  test('tells item by item what an import would change', async () => {
    const document = sampleLedger();
    document.items[1]!.onHand = 2;
    const added = { ...document.items[2]!, id: 'first-aid-garage' };
    const { body } = await bring(RESOURCES, {
      document: { items: [...document.items.slice(0, -1), added] },
      preview: true,
    });
    expect(body.changes.map(({ words }) => words)).toEqual([
      'First-aid kit with defibrillator (first-aid-desk), on hand: 1 → 2',
      'Added: First-aid kit with defibrillator (first-aid-garage)',
      'Removed: Night line of the law firm (counsel-night-line)',
    ]);
  });
});
