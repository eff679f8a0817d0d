import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fail } from '../../src/domain/incident/index.js';
import { COMMANDER, CONFIRM, DEPUTY, DEVELOPER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
let id: string;
/** A second incident, whose documents are not the first one's. */
let other: string;
beforeAll(async () => {
  api = await startTestApi();
  id = await terminated();
  other = await api.confirmed();
});
afterAll(() => api.close());

async function terminated(): Promise<string> {
  const incidentId = await api.report();
  const at = (what: string, body: object, as = COMMANDER) =>
    api.ask(`/api/v1/incidents/${incidentId}/${what}`, { body, as });
  await at('verification', { ...CONFIRM, level: 'IV' });
  await at('termination', { action: 'override', reason: 'Restored' });
  await at('termination', { action: 'confirm' }, DEPUTY);
  return incidentId;
}

const en = { 'accept-language': 'en' };

describe('the view of an incident', () => {
  test('says where the program failed, and nothing of it where it did not', async () => {
    const incidentId = await api.report();
    const view = () => api.ask<{ failures?: object }>(`/api/v1/incidents/${incidentId}`, { headers: en });
    expect((await view()).body.failures).toBeUndefined();
    const failure = { error: 'TypeError: x is not a function', during: 'changeLevel' } as const;
    const events = fail(api.incidents.stateOf(incidentId), failure, Date.UTC(2026, 1, 1));
    await api.store.record({ incidentId, events, messages: [] });
    const latest = { at: '2026-02-01T00:00:00.000Z', error: failure.error, notCarriedOut: 'change of level' };
    expect((await view()).body.failures).toEqual({ count: 1, latest });
  });
});

describe('the timeline', () => {
  interface Timeline {
    seq: number;
    next?: number;
    items: { seq: number; at: string; type: string; words: string; actor: object; event: { at: number } }[];
  }

  test('tells every event in words and as recorded, page by page', async () => {
    const all: Timeline['items'] = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const { body }: { body: Timeline } = await api.ask(`/api/v1/incidents/${id}/timeline?after=${after}&limit=7`, {
        headers: en,
      });
      all.push(...body.items);
      after = body.next;
    }
    const { seq } = api.incidents.stateOf(id);
    expect(all.map((item) => item.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
    expect(all[0]).toMatchObject({ type: 'reported', actor: { kind: 'person', id: COMMANDER, name: 'Lin Wei' } });
    expect(all.every((item) => item.words !== '' && item.at === new Date(item.event.at).toISOString())).toBe(true);
  });

  test('speaks Chinese to whom asks for it', async () => {
    const { body } = await api.ask<Timeline>(`/api/v1/incidents/${id}/timeline`, {
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });
    expect(body.items[0]?.words).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each(['after=-1', 'limit=5000', 'after=x'])('refuses ?%s', async (query) => {
    expect((await api.ask(`/api/v1/incidents/${id}/timeline?${query}`)).status).toBe(422);
  });
});

test('notices say what became of each, and keep addresses and links to themselves', async () => {
  const { body, text } = await api.ask<{ items: { person: { id: string } }[] }>(`/api/v1/incidents/${id}/notices`, {
    headers: en,
  });
  expect(body.items.find((notice) => notice.person.id === COMMANDER)).toMatchObject({
    person: { id: COMMANDER, name: 'Lin Wei' },
    channel: 'email',
    status: 'accepted',
    attempts: 1,
    possibleRepeats: 0,
  });
  expect(text).not.toContain('secret');
});

describe('documents', () => {
  const documents = (incidentId: string) => `/api/v1/incidents/${incidentId}/documents`;

  test('are listed with where to get them', async () => {
    const { body } = await api.ask<{ items: { files: { url: string; format: string }[] }[] }>(documents(id));
    const files = body.items.flatMap((item) => item.files);
    expect(files.map((file) => file.format).sort()).toEqual(['docx', 'docx', 'html', 'html']);
    for (const { url } of files) expect((await api.ask(url)).status).toBe(200);
    expect((await api.ask<{ items: object[] }>(documents(other))).body.items).toEqual([]);
  });

  test('come with type, name and language, and run no scripts', async () => {
    const docx = await api.ask(`${documents(id)}/${documentOf()}/docx`, { headers: { 'accept-language': 'zh' } });
    expect(docx.headers.get('content-type')).toContain('wordprocessingml');
    expect(docx.headers.get('content-disposition')).toBe(`attachment; filename="${id}-incidentReport-zh-CN.docx"`);
    const page = await api.ask(`${documents(id)}/${documentOf()}/html?lang=en`);
    expect(page.text).toBe('<p>html en</p>');
    expect(page.headers.get('content-disposition')).toContain('inline');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('that do not exist, or belong to another incident, are 404', async () => {
    for (const path of [
      `${documents(id)}/nothing/docx`,
      `${documents(id)}/${documentOf()}/pdf`,
      `${documents(other)}/${documentOf()}/docx`,
    ]) {
      expect(await api.ask(path)).toMatchObject({ status: 404, body: { code: 'document_not_found' } });
    }
  });

  function documentOf(): string {
    return api.incidents.stateOf(id).incidentReport.draft?.documentId ?? '';
  }
});

describe('the roster', () => {
  interface Roster {
    people: { id: string; name: string; posts: string[]; contacts?: { email: string } }[];
    posts: { id: string; holders: { id: string }[] }[];
  }

  test('shows people, posts and teams, and contacts only to the operator', async () => {
    const { body } = await api.ask<Roster>('/api/v1/roster', { headers: en });
    expect(body.people.find((person) => person.id === DEVELOPER)).toMatchObject({
      name: 'Qian Rong',
      posts: ['developer'],
    });
    expect(body.people.some((person) => person.contacts)).toBe(false);
    expect(body.posts.find((post) => post.id === 'commander')?.holders[0]?.id).toBe(COMMANDER);
    const all = await api.ask<Roster>('/api/v1/roster', { as: 'operator' });
    expect(all.body.people.every((person) => person.contacts?.email)).toBe(true);
  });
});

test('what falls due by itself is in the state: reminder, and when the next step comes', async () => {
  const incidentId = await api.report();
  const { body: before } = await api.ask<{ nextWake: string }>(`/api/v1/incidents/${incidentId}`);
  api.clock.now = Date.parse(before.nextWake);
  await api.incidents.tick(incidentId);
  const { body: after } = await api.ask<{ nextWake: string; seq: number }>(`/api/v1/incidents/${incidentId}`);
  expect(Date.parse(after.nextWake)).toBeGreaterThan(Date.parse(before.nextWake));
});
