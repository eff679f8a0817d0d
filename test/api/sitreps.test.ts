import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident, Problem, Sitrep, SitrepItem } from '../../src/api/contract.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { signSitrepLink } from '../../src/seal/index.js';
import { COMMANDER, DEVELOPER, PRESS, SIGNING_KEY, startTestApi } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const headers = { 'accept-language': 'en' };
const say = (id: string, what: string, body: object, as = COMMANDER): Promise<Answer<Problem & { seq: number }>> =>
  api.ask(`/api/v1/incidents/${id}/${what}`, { body, as, headers });
const read = async <B>(id: string, what = ''): Promise<B> =>
  (await api.ask<B>(`/api/v1/incidents/${id}${what}`, { headers })).body;
const list = async (id: string): Promise<SitrepItem[]> => (await read<{ items: SitrepItem[] }>(id, '/sitreps')).items;

/** At level I, where one is due every half hour and goes to the chief executive as well. */
async function atLevelOne(): Promise<string> {
  const id = await api.report();
  await say(id, 'verification', { outcome: 'confirmed', level: 'I', reason: 'Seen on the dashboards' });
  return id;
}

async function passes(id: string, ms: number): Promise<void> {
  api.clock.now += ms;
  await api.incidents.tick(id);
}

describe('a SITREP', () => {
  test('is drafted in time, read, edited, released exactly as read, written and sent', async () => {
    const id = await atLevelOne();
    expect((await read<Incident>(id)).sitreps).toMatchObject({ next: { dueAt: expect.any(String) } });
    await passes(id, 23 * MINUTE);
    await say(id, 'facts', { statement: 'Two hosts are back', source: 'Dashboard', confidence: 'likely' });

    const draft = await read<Sitrep>(id, '/sitreps/1');
    expect(draft).toMatchObject({ number: 1, kind: 'first', status: 'draft', since: 0 });
    expect(draft.sections.find(({ section }) => section === 'situation')?.lines.join()).toContain('Two hosts are back');
    const page = await api.ask(`/api/v1/incidents/${id}/sitreps/1/html?lang=zh-CN`);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(page.text).toContain('草稿，尚未发布');

    await say(id, 'sitreps/1/edit', { sections: { outlook: 'Over by <b>noon</b>', decisions: '' } });
    expect((await read<Incident>(id)).sitreps.open).toMatchObject({ number: 1, edited: ['outlook'] });
    await say(id, 'facts', { statement: 'Not read by anybody', source: 'x', confidence: 'likely' });
    const foretold = await say(id, 'sitreps/1/release', { upTo: draft.upTo, preview: true });
    expect(foretold.body).toMatchObject({
      allowed: true,
      words: [
        expect.stringContaining('Releases SITREP no. 1'),
        expect.anything(),
        expect.anything(),
        expect.anything(),
      ],
    });
    expect((await say(id, 'sitreps/1/release', { upTo: draft.upTo })).status).toBe(200);

    const released = await read<Sitrep>(id, '/sitreps/1');
    expect(released).toMatchObject({ status: 'released', upTo: draft.upTo });
    const text = JSON.stringify(released.sections);
    expect(text).toContain('Over by <b>noon</b>');
    expect(text).not.toContain('Not read by anybody');
    expect(await list(id)).toEqual([
      expect.objectContaining({
        number: 1,
        kind: 'first',
        status: 'released',
        late: false,
        releasedBy: expect.objectContaining({ id: COMMANDER }),
        document: expect.objectContaining({ kind: 'sitrep' }),
      }),
    ]);
    const [item] = await list(id);
    const file = await api.ask(item!.document!.files[0]!.url);
    expect(file.status).toBe(200);
    // What follows from the written document goes out with the next turn.
    await api.incidents.tick(id);
    const { body: notices } = await api.ask<{ items: { subject: string }[] }>(`/api/v1/incidents/${id}/notices`);
    expect(notices.items.filter(({ subject }) => subject === 'sitrep').length).toBeGreaterThanOrEqual(2);
    expect((await read<Incident>(id)).documents).toEqual([]);
  });

  test('asked for between the others leaves their times as they are', async () => {
    const id = await atLevelOne();
    const before = (await read<Incident>(id)).sitreps.next;
    expect((await say(id, 'sitreps', {})).status).toBe(200);
    expect(await say(id, 'sitreps', {})).toMatchObject({ status: 409, body: { code: 'sitrep_open' } });
    await say(id, 'sitreps/1/release', {});
    expect((await read<Incident>(id)).sitreps.next).toEqual(before);
  });

  test('that is overdue is told as late, and after a missed moment as missed', async () => {
    const id = await atLevelOne();
    await passes(id, 25 * MINUTE);
    expect(await list(id)).toEqual([expect.objectContaining({ status: 'draft', late: false, missed: 0 })]);
    await passes(id, HOUR);
    expect(await list(id)).toEqual([expect.objectContaining({ status: 'draft', late: true, missed: 1 })]);
  });

  test('is refused to whoever may not, and under a number that there is not', async () => {
    const id = await atLevelOne();
    expect(await say(id, 'sitreps', {}, DEVELOPER)).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
    expect(await say(id, 'sitreps/7/release', {})).toMatchObject({ status: 409, body: { code: 'no_such_draft' } });
    expect(await say(id, 'sitreps/7/edit', { sections: { weather: 'x' } })).toMatchObject({
      status: 422,
      body: { code: 'invalid_request' },
    });
    expect(await api.ask(`/api/v1/incidents/${id}/sitreps/7`, { headers })).toMatchObject({
      status: 404,
      body: { code: 'sitrep_not_found' },
    });
    expect(await list(id)).toEqual([]);
  });
});

test('a SITREP for a partner outside is brought to whoever speaks with it, to be passed on', async () => {
  const own = await startTestApi({}, undefined, (plan) => {
    plan.sitreps!.cadence.find(({ levels }) => levels.includes('I'))!.partners = ['cloud-provider'];
  });
  try {
    const id = await own.report();
    const say = (what: string, body: object) => own.ask(`/api/v1/incidents/${id}/${what}`, { body });
    await say('verification', { outcome: 'confirmed', level: 'I', reason: 'Seen on the dashboards' });
    await say('sitreps', {});
    await say('sitreps/1/release', {});
    await own.incidents.tick(id);
    const { items } = (await own.ask<Notices>(`/api/v1/incidents/${id}/notices`)).body;
    const owner = own.incidents.stateOf(id).basis.holders['supplier-manager']![0];
    expect(items.filter(({ subject }) => subject === 'sitrepPassOn')).toMatchObject([{ person: { id: owner } }]);
  } finally {
    await own.close();
  }
});

interface Notices {
  items: { subject: string; person: { id: string } }[];
}

describe('the link in a mail', () => {
  const HOSTS_BACK = 'Two hosts are back';
  const link = (incidentId: string, more: { documentId?: string; person?: string; expiresAt?: number } = {}) =>
    `/sitrep/${signSitrepLink(SIGNING_KEY, { incidentId, number: 1, person: COMMANDER, expiresAt: api.clock.now + HOUR, ...more })}`;
  const open = (path: string, method = 'GET') => api.ask(path, { as: null, method, headers });

  async function drafted(): Promise<string> {
    const id = await atLevelOne();
    await say(id, 'facts', { statement: HOSTS_BACK, source: 'Dashboard', confidence: 'likely' });
    await say(id, 'sitreps', {});
    return id;
  }

  test('shows the draft as of now, then what was released, without a token and without scripts', async () => {
    const id = await drafted();
    const draft = await open(link(id));
    expect(draft).toMatchObject({ status: 200, text: expect.stringContaining(HOSTS_BACK) });
    expect(draft.headers.get('content-security-policy')).toContain('sandbox');
    expect(draft.text).toMatch(/尚未发布|not released/i);

    await say(id, 'sitreps/1/release', {});
    const documentId = (await list(id))[0]!.document!.documentId;
    await say(id, 'facts', { statement: 'Known only later', source: 'Dashboard', confidence: 'likely' });
    const released = await open(link(id));
    expect(released.text).toContain(HOSTS_BACK);
    expect(released.text).not.toMatch(/尚未发布|not released|Known only later/i);
    const file = await open(link(id, { documentId, person: PRESS }));
    const zh = await api.ask(`/api/v1/incidents/${id}/documents/${documentId}/html?lang=zh-CN`);
    const again = await api.ask(`/api/v1/incidents/${id}/sitreps/1/html?lang=zh-CN`);
    expect(again.headers.get('etag')).toBe(zh.headers.get('etag'));
    expect([file.status, file.text]).toEqual([200, zh.text]);
    expect(zh.text).toContain('zh-CN');
  });

  test('opens nothing once it is old, changed, of another key, or of somebody who left', async () => {
    const id = await drafted();
    expect((await open(link(id, { expiresAt: api.clock.now }))).status).toBe(410);
    expect((await open(`${link(id)}x`)).status).toBe(400);
    const foreign = { incidentId: id, number: 1, person: COMMANDER, expiresAt: api.clock.now + HOUR };
    expect((await open(`/sitrep/${signSitrepLink('another key', foreign)}`)).status).toBe(400);
    const left = await open(link(id, { person: 'who-left' }));
    expect([left.status, left.text.includes(HOSTS_BACK)]).toEqual([403, false]);
    expect(await open(link(id), 'POST')).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
  });

  test('of a report that there is no more says so', async () => {
    const id = await atLevelOne();
    expect((await open(link(id))).status).toBe(404);
    expect((await open(link(id, { documentId: 'none' }))).status).toBe(404);
  });
});
