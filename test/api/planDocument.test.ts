import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { HeldPress } from '../support/heldPress.js';
import { approveInto, withControl } from '../support/plans.js';
import { DEPUTY, startTestApi, TECH_LEAD } from './harness.js';
import type { Asked, TestApi } from './harness.js';

const { document } = loadPlan('plans/software-incident');
const { id } = document.plan;

const press = new HeldPress();
let api: TestApi;
let version = 1;
let closed: Promise<void> | undefined;
beforeAll(async () => {
  api = await startTestApi({}, press);
});
afterAll(() => closed ?? api.close());

/** What is printed of one version is kept for the next test. */
beforeEach(async () => {
  version += 1;
  await approveInto(api.store, withControl(document, version));
  press.asked.length = 0;
});

const ask = (format: string, lang: string, asked: Asked = {}, of = version) =>
  api.ask(`/api/v1/plans/${id}/versions/${of}/document/${format}?lang=${lang}`, asked);

async function withNumber(mobile: string): Promise<void> {
  const roster = structuredClone((await api.store.currentRoster())!.document) as RosterDocument;
  roster.people.find((person) => person.id === DEPUTY)!.contacts.mobile = mobile;
  await api.store.saveRoster(roster);
}

describe('a print is made once', () => {
  test('for the same version, language and people', async () => {
    const first = await ask('html', 'en');
    api.clock.now += 60_000;
    const again = await ask('html', 'en', { as: TECH_LEAD });
    expect([first.status, again.status, press.asked.length]).toEqual([200, 200, 1]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('cache-control')).toBe('no-store');
    expect((await ask('html', 'zh-CN')).text).not.toBe(first.text);
    expect((await ask('docx', 'en')).headers.get('content-type')).toContain('wordprocessingml');
    expect(press.asked.length).toBe(3);
  });

  test('for all who ask while it is under way', async () => {
    press.hold('docx');
    const all = [ask('docx', 'en'), ask('docx', 'en', { as: TECH_LEAD }), ask('docx', 'en')];
    await press.begun(1);
    press.release('docx');
    expect((await Promise.all(all)).map(({ status, text }) => [status, text])).toEqual(
      all.map(() => [200, 'print 1 in en']),
    );
  });

  test('and names and contacts are in no print but the operator’s, whoever asks first', async () => {
    const operators = await ask('html', 'en', { as: 'operator' });
    const others = await ask('html', 'en');
    expect(operators.text).toContain('@yunfan.example');
    expect(others.text).not.toContain('@yunfan.example');
    expect((await ask('html', 'en', { as: 'operator' })).text).toBe(operators.text);
    expect((await ask('html', 'en', { as: TECH_LEAD })).text).toBe(others.text);
    expect(press.asked.length).toBe(2);
  });

  test('and again when somebody’s number has changed', async () => {
    await withNumber('+8613800000001');
    expect((await ask('html', 'en', { as: 'operator' })).text).toContain('+8613800000001');
    await ask('html', 'en');
    await withNumber('+8613800000002');
    const { text } = await ask('html', 'en', { as: 'operator' });
    expect([text.includes('+8613800000001'), text.includes('+8613800000002')]).toEqual([false, true]);
    // Nobody's number is in it.
    await ask('html', 'en');
    expect(press.asked.length).toBe(3);
  });

  test('and again when the record of the version has changed', async () => {
    await ask('html', 'en', { as: 'operator' });
    const path = `/api/v1/plans/${id}/versions/${version}/acknowledgement`;
    expect((await api.ask(path, { as: DEPUTY, method: 'POST', body: {} })).status).toBe(200);
    await ask('html', 'en', { as: 'operator' });
    const receipts = press.asked.map(({ lifecycle }) =>
      lifecycle?.distribution?.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).map(({ person }) => person),
    );
    expect(receipts).toEqual([[], [DEPUTY]]);
  });

  test('and again after a LibreOffice that failed', async () => {
    press.notes = [{ code: 'noPageNumbers', because: { code: 'timedOut', detail: '120000 ms' } }];
    expect((await ask('docx', 'en')).text).toBe('print 1 in en');
    expect(api.logged.filter((line) => line.includes('120000 ms'))).toHaveLength(1);
    press.notes = [{ code: 'noPageNumbers', because: { code: 'notFound', detail: 'soffice' } }];
    expect((await ask('docx', 'en')).text).toBe('print 2 in en');
    expect((await ask('docx', 'en')).text).toBe('print 2 in en');
  });
});

describe('while a DOCX is printed', () => {
  beforeEach(() => press.hold('docx'));
  afterEach(() => press.release('docx'));

  test('HTML does not wait', async () => {
    const docx = ask('docx', 'en');
    await press.begun(1);
    expect((await ask('html', 'en')).status).toBe(200);
    press.release('docx');
    expect((await docx).status).toBe(200);
  });

  test('more than five are too many: come back later, in the language of whoever asks', async () => {
    const chinese = { 'accept-language': 'zh-CN' };
    const different = [version - 1, version].flatMap((of) =>
      ['en', 'zh-CN'].flatMap((lang) => ['operator', TECH_LEAD].map((as) => ({ as, lang, of }))),
    );
    const six = different.slice(0, 6).map(({ as, lang, of }) => ask('docx', lang, { as, headers: chinese }, of));
    const refused = await Promise.race(six);
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([
      503,
      'printing_busy',
      '30',
    ]);
    expect(refused.body['title']).toBe('等待打印的请求过多');
    const english = await ask('docx', 'zh-CN', { as: TECH_LEAD });
    expect([english.status, english.body['title']]).toEqual([503, 'Too many prints are waiting']);
    press.release('docx');
    const statuses = (await Promise.all(six)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 503]);
    expect(press.asked.length).toBe(5);
  });

  test('whoever goes away is not printed for', async () => {
    const first = ask('docx', 'en');
    await press.begun(1);
    const leaving = new AbortController();
    const token = await api.token({ kind: 'operator' });
    const left = fetch(`${api.url}/api/v1/plans/${id}/versions/${version}/document/docx?lang=zh-CN`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    }).catch(() => undefined);
    // Its turn has not come: another one that was asked for after it is let in and answered.
    await ask('html', 'en');
    leaving.abort();
    await left;
    while (!api.logged.some((line) => line.includes('"status":499'))) await new Promise((go) => setTimeout(go, 10));
    press.release('docx');
    await first;
    await ask('docx', 'en', { as: 'operator' });
    expect(press.asked.filter(({ format }) => format === 'docx').map(({ lang }) => lang)).toEqual(['en', 'en']);
  });

  test('the end of the product gives it up, and says so', async () => {
    const docx = ask('docx', 'en');
    await press.begun(1);
    closed = api.close();
    const { status, body, headers } = await docx;
    expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'printing_stopped', '10']);
  });
});
