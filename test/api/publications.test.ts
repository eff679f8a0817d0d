import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { evolve } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, Message } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import type { PublicationList, PublicationTemplate, PublicFeed } from '../../src/api/contract.js';
import { confirmed, draft, on, publicationBasis, published, withdraw } from '../incident/publicationPlan.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
let holders: Record<string, string[]>;
beforeAll(async () => {
  api = await startTestApi();
  const id = await api.confirmed();
  holders = api.incidents.stateOf(id).basis.holders;
});
afterAll(() => api.close());

const holder = (post: string) => holders[post]![0]!;
const act = (id: string, body: object, as: string) =>
  api.ask<{ code: string; words: string[] }>(`/api/v1/incidents/${id}/publications`, { body, as });
const list = async (id: string) => (await api.ask<PublicationList>(`/api/v1/incidents/${id}/publications`)).body;
const open = (path: string, headers: Record<string, string> = {}) => api.ask(path, { as: null, headers });
const EVIL = '<script>alert(1)</script> & "quoted"';
const texts = (word: string) => ({
  'zh-CN': { title: `说明${word}`, body: `第一行${word}\n第二行` },
  en: { title: `Notice ${word}`, body: `First line ${word}\nSecond line` },
});

async function publish(id: string, publication: string, word: string, more: object = {}): Promise<string> {
  const draft = { action: 'draft', kind: 'first', texts: texts(word), ...more };
  expect((await act(id, draft, holder('press-officer'))).status).toBe(200);
  const which = { publication, version: 1 };
  expect((await act(id, { action: 'check', ...which }, holder('legal-counsel'))).status).toBe(200);
  expect((await act(id, { action: 'approve', ...which }, COMMANDER)).status).toBe(200);
  await api.incidents.tick(id);
  const url = (await list(id)).items.find((one) => one.id === publication)?.url;
  return new URL(url!).pathname;
}

describe('what is published', () => {
  test('is out word by word once it is approved, escaped, in both languages, without a token, and nothing before', async () => {
    const id = await api.confirmed();
    const draft = { action: 'draft', kind: 'first', texts: texts('secret draft') };
    expect((await act(id, draft, holder('press-officer'))).status).toBe(200);
    expect((await act(id, { action: 'approve', publication: 'p1', version: 1 }, COMMANDER)).body.code).toBe(
      'legal_check_required',
    );
    expect((await open('/public')).text).not.toContain('secret draft');
    const path = await publish(id, 'p2', EVIL);
    const page = await open(`${path}?lang=en`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(
      '<div class="words">First line &#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;quoted&#34;\nSecond line</div>',
    );
    expect(page.text).toContain('<article lang="zh-CN">');
    expect(page.text).not.toContain('<script>');
    expect(page.text).not.toContain(id);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await open(`${path}?lang=zh-CN`)).text).toContain('<html lang="zh-CN">');
    expect((await open('/public?lang=en')).text).toContain(path);
    expect((await open('/public?lang=en')).text).not.toContain('secret draft');
  });

  test('is answered with 304 to whoever has it already', async () => {
    const path = await publish(await api.confirmed(), 'p1', 'kept');
    const first = await open(`${path}?lang=en`);
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    // Without it, fetch asks for an answer that was not kept.
    const mayBeKept = { 'Cache-Control': 'max-age=0' };
    const again = await open(`${path}?lang=en`, { ...mayBeKept, 'If-None-Match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  test('is corrected with a link both ways, and withdrawn to a line that says so', async () => {
    const id = await api.confirmed();
    const wrong = await publish(id, 'p1', 'wrong');
    const right = await publish(id, 'p2', 'right', { kind: 'correction', corrects: 'p1' });
    expect((await open(`${wrong}?lang=en`)).text).toMatch(new RegExp(`corrected.*${right}`));
    expect((await open(`${wrong}?lang=en`)).text).toContain('First line wrong');
    expect((await open(`${right}?lang=en`)).text).toMatch(new RegExp(`This corrects: .*${wrong}`));
    expect((await act(id, { action: 'withdraw', publication: 'p1', reason: 'untrue' }, COMMANDER)).status).toBe(200);
    await api.incidents.tick(id);
    for (const path of [wrong, '/public', '/public/feed.json']) {
      const { text } = await open(`${path}?lang=en`);
      expect(text).toContain('withdrawn');
      expect(text).not.toContain('First line wrong');
      expect(text).not.toContain('untrue');
    }
  });

  test('is a feed in the wanted language', async () => {
    const path = await publish(await api.confirmed(), 'p1', 'fed');
    const { headers, body } = await api.ask<PublicFeed>('/public/feed.json?lang=zh-CN', { as: null });
    expect(headers.get('content-type')).toContain('application/feed+json');
    expect(body).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'zh-CN' });
    expect(body.items[0]).toMatchObject({ url: `http://muster.test${path}`, title: '说明fed', language: 'zh-CN' });
  });

  test('of what nobody approved nothing is out, whoever asks the store', async () => {
    const id = await api.confirmed();
    await act(id, { action: 'draft', kind: 'first', texts: texts('never approved') }, holder('press-officer'));
    const key = { incidentId: id, publication: 'p1', version: 1, at: 1 };
    await expect(api.store.publish(key)).rejects.toMatchObject({ code: 'not_approved' });
    await expect(api.store.withdrawPublication(key)).rejects.toMatchObject({ code: 'not_approved' });
    expect((await open('/public')).text).not.toContain('never approved');
  });

  test('of a drill the store lets nothing out that was approved in it', async () => {
    const basis = publicationBasis();
    const drill = confirmed('L2', { mode: 'drill' }, basis);
    published(drill, 'p1');
    const { incidentId } = drill.state;
    await api.store.record({ incidentId, basis, events: drill.events, messages: [] });
    const key = { incidentId, publication: 'p1', version: 1, at: 1 };
    await expect(api.store.publish(key)).rejects.toMatchObject({ code: 'drill_not_published' });
    await expect(api.store.withdrawPublication(key)).rejects.toMatchObject({ code: 'drill_not_published' });
    expect((await open('/public')).text).not.toContain('支付服务出现异常');
  });

  test('what was withdrawn by the record before it was out never gets out', async () => {
    const basis = publicationBasis();
    const story = confirmed('L2', { incidentId: 'i-withdrawn' }, basis);
    story.says('gao-yang', draft());
    story.says('wang-fang', on('check'));
    story.says('lin-wei', on('approve'));
    story.says('lin-wei', withdraw());
    const { incidentId } = story.state;
    await api.store.record({ incidentId, basis, events: story.events, messages: [] });
    const key = { incidentId, publication: 'p1', version: 1, at: 1 };
    expect(await api.store.publish(key)).toEqual({ shows: 'withdrawn' });
    expect(await api.store.withdrawPublication(key)).toEqual({ shows: 'withdrawn' });
    expect((await open('/public')).text).not.toContain('支付服务出现异常');
  });

  test('asked for again, as after a crash, it stands as it was, under the same address', async () => {
    const id = await api.confirmed();
    const path = await publish(id, 'p1', 'once');
    const again = await api.store.publish({ incidentId: id, publication: 'p1', version: 1, at: 1 });
    expect(again).toEqual({ shows: 'text', publicId: path.split('/').at(-1) });
    await expect(api.store.publish({ incidentId: id, publication: 'p1', version: 2, at: 1 })).rejects.toMatchObject({
      code: 'not_approved',
    });
    expect((await open(`${path}?lang=en`)).text).toContain('First line once');
  });

  test('an address that nobody was given is not found', async () => {
    expect((await open('/public/0000')).status).toBe(404);
  });
});

describe('of the incident', () => {
  test('every version is listed with who drafted, returned, checked and approved it', async () => {
    const id = await api.confirmed();
    const body = { action: 'draft', kind: 'first', texts: { 'zh-CN': { title: '说明', body: '预计两小时内恢复。' } } };
    const foretold = await act(id, { ...body, preview: true }, holder('press-officer'));
    expect(foretold.body.words[0]).toContain('预计两小时内恢复');
    await act(id, body, holder('press-officer'));
    const which = { publication: 'p1', version: 1 };
    await act(id, { action: 'return', ...which, remarks: 'no time of repair' }, COMMANDER);
    const { items, approvers, legalCheck } = await list(id);
    expect(approvers.map((post) => post.id)).toEqual(['commander', 'deputy-commander']);
    expect(legalCheck?.id).toBe('legal-counsel');
    expect(items).toMatchObject([
      {
        id: 'p1',
        status: 'returned',
        waitsFor: [{ id: 'press-officer' }],
        versions: [
          {
            repairTime: '预计两小时内恢复',
            drafted: { by: { id: holder('press-officer') } },
            returned: { by: { id: COMMANDER }, remarks: 'no time of repair' },
          },
        ],
      },
    ]);
    expect((await act(id, body, DEVELOPER)).status).toBe(403);
  });

  test('a template is filled in as far as the record answers it', async () => {
    const id = await api.confirmed();
    const path = `/api/v1/incidents/${id}/publications/template`;
    const { body } = await api.ask<PublicationTemplate>(`${path}?template=public-statement`);
    expect(body.texts['zh-CN']?.body).toContain('{service}');
    expect(body.blanks).toContain('workaround');
    expect(body.blanks).not.toContain('organisation');
    expect(body.blanks).not.toContain('respondedAt');
    expect((await api.ask(`${path}?template=police-report`)).status).toBe(404);
  });

  test('a template has its kind: by its id, or by where the incident stands', async () => {
    const id = await api.confirmed();
    const kinds = async () => {
      const path = `/api/v1/incidents/${id}/publications/template?template=`;
      const all = ['public-statement', 'public-update', 'public-final'].map((template) =>
        api.ask<PublicationTemplate>(`${path}${template}`),
      );
      return (await Promise.all(all)).map(({ body }) => body.kind);
    };
    expect(await kinds()).toEqual(['first', 'update', 'final']);
    await publish(id, 'p1', 'out');
    expect(await kinds()).toEqual(['update', 'update', 'final']);
    const says = (decision: Decision, person: string) =>
      api.incidents.decide(id, {
        ...{ requestId: randomUUID(), actor: { kind: 'person', id: person }, via: 'api' },
        ...decision,
      });
    await says({ type: 'terminate', action: 'override', reason: 'stable' }, COMMANDER);
    await says({ type: 'terminate', action: 'confirm' }, DEPUTY);
    expect(await kinds()).toEqual(['final', 'update', 'final']);
    await publish(id, 'p2', 'over', { kind: 'final' });
    expect(await kinds()).toEqual(['update', 'update', 'final']);
  });
});

describe('after the close', () => {
  async function closed(): Promise<{ id: string; path: string }> {
    const id = await api.confirmed();
    const path = await publish(id, 'p1', 'out');
    await api.incidents.decide(id, by({ type: 'terminate', action: 'override', reason: 'stable' }, COMMANDER));
    await api.incidents.decide(id, by({ type: 'terminate', action: 'confirm' }, DEPUTY));
    api.clock.now += 2 * DAY;
    await api.incidents.tick(id);
    const close = by({ type: 'close', despite: true, reason: 'done' }, COMMANDER);
    expect(await api.incidents.decide(id, close)).toMatchObject({ phase: 'closed' });
    expect(await api.incidents.hasEnded(id)).toBe(true);
    return { id, path };
  }
  const by = (decision: Decision, person: string): Message => {
    return { requestId: randomUUID(), actor: { kind: 'person', id: person }, via: 'api', ...decision };
  };

  test('what is out is corrected and withdrawn by the same calls, and by nobody else', async () => {
    const { id, path } = await closed();
    const correction = { action: 'draft', kind: 'correction', corrects: 'p1', texts: texts('mended') };
    const before = await api.store.getIncident(id);
    expect((await act(id, correction, DEVELOPER)).status).toBe(403);
    expect((await act(id, { action: 'waive', reason: 'x' }, COMMANDER)).body.code).toBe('only_corrections');
    expect((await act(id, { ...correction, preview: true }, holder('press-officer'))).status).toBe(200);
    // Whoever is refused, or only asks, begins nothing.
    expect(await api.store.getIncident(id)).toEqual(before);
    const mended = await publish(id, 'p2', 'mended', { kind: 'correction', corrects: 'p1' });
    expect((await open(`${path}?lang=en`)).text).toMatch(new RegExp(`corrected.*${mended}`));
    expect((await act(id, { action: 'withdraw', publication: 'p1', reason: 'untrue' }, COMMANDER)).status).toBe(200);
    expect((await open(`${path}?lang=en`)).text).not.toContain('First line out');
    expect(await api.store.verifyIncident(id)).toMatchObject({ intact: true });
    const level = { level: 'II', reason: 'x' };
    expect((await api.ask<{ code: string }>(`/api/v1/incidents/${id}/level`, { body: level })).body.code).toBe(
      'incident_closed',
    );
  });

  test('it goes on from what an erasure left, and no erasure is written while it runs', async () => {
    const { id, path } = await closed();
    expect(await erase(id, () => Promise.resolve())).toBe(true);
    expect((await act(id, { action: 'withdraw', publication: 'p1', reason: 'untrue' }, COMMANDER)).status).toBe(200);
    expect((await open(`${path}?lang=en`)).text).toContain('withdrawn');
    const { state } = (await api.store.getIncident(id))!;
    expect(state.aftermath.erasedAt).toBeUndefined();
    await expect(erase(id, () => Promise.reject(new Error('it runs')))).rejects.toThrow('it runs');
    expect((await api.store.getIncident(id))?.state.seq).toBe(state.seq);
    expect(await api.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  async function erase(incidentId: string, mustHaveEnded: () => Promise<void>): Promise<boolean> {
    const { state, headHash } = (await api.store.getIncident(incidentId))!;
    const event: EventOf<'personalDataErased'> = {
      ...{ seq: state.seq + 1, at: api.clock.now, actor: { kind: 'operator' }, via: 'api' },
      ...{ type: 'personalDataErased', erasure: 'e', scope: 'incident', texts: { reason: 'due' } },
      erased: { texts: [], messages: [], documents: [], evidence: [] },
    };
    const nothing = { texts: [], messages: [], documents: [], evidence: [], publications: [] };
    const erasure = { incidentId, headHash, ...nothing, event, state: evolve(state, event) };
    return api.store.eraseInIncident(erasure, mustHaveEnded);
  }
});
