import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ObligationView } from '../../src/api/contract.js';
import { COMMANDER, DEVELOPER, LIAISON_LEAD, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const obligations = async (id: string) =>
  (await api.ask<{ obligations: ObligationView[] }>(`/api/v1/incidents/${id}`)).body.obligations;
const obligation = async (id: string, which: string) => (await obligations(id)).find((one) => one.id === which);
const act = (id: string, body: object, as = LIAISON_LEAD) =>
  api.ask<{ code: string; words: string[] }>(`/api/v1/incidents/${id}/obligations`, { body, as });
const FILE = Buffer.from('receipt 3391');
const SHA = createHash('sha256').update(FILE).digest('hex');
const file = (more: object = {}) => ({
  action: 'file',
  obligations: ['D-04'],
  to: 'Provincial administration',
  channel: '12387',
  reference: '2026-3391',
  ...more,
});

describe('legal reports over HTTP', () => {
  test('run from the report on, with addressee, owner and limit, and say that nobody has decided', async () => {
    const id = await api.report();
    const one = await obligation(id, 'D-04');
    expect(one).toMatchObject({
      status: 'provisional',
      addressee: 'The provincial cyberspace administration',
      own: false,
      theirs: false,
      verified: true,
      filings: 0,
      owner: { post: { id: 'liaison-lead' }, person: { id: LIAISON_LEAD } },
    });
    expect(Date.parse(one!.due!) - Date.parse(one!.start!)).toBe(4 * 60 * 60 * 1_000);
  });

  test('are judged with a reason, and filed with what shows it, after a preview', async () => {
    const id = await api.confirmed();
    const judged = { action: 'judge', obligations: ['D-04'], applies: true, reason: 'Counsel says so' };
    expect((await act(id, { ...judged, preview: true })).body.words[0]).toMatch(
      /^Judges that these are due: .*\(D-04\)/,
    );
    expect((await act(id, judged)).status).toBe(200);
    expect(await obligation(id, 'D-04')).toMatchObject({ status: 'confirmed', last: { reason: 'Counsel says so' } });

    const enclosed = { file: { sha256: SHA, name: 'receipt.pdf' } };
    expect(await act(id, file(enclosed))).toMatchObject({ status: 404, body: { code: 'evidence_not_found' } });
    const path = `/api/v1/incidents/${id}/evidence?name=receipt.pdf`;
    expect((await api.ask(path, { raw: FILE, as: LIAISON_LEAD })).status).toBe(201);
    expect((await act(id, file(enclosed))).status).toBe(200);
    expect(await obligation(id, 'D-04')).toMatchObject({
      status: 'filed',
      filings: 1,
      last: { to: 'Provincial administration', channel: '12387', reference: '2026-3391', file: SHA },
    });
    expect(await obligation(id, 'D-06-other')).toMatchObject({ own: true });
  });

  test('take another beginning of their clock, and the limit that is past by it is missed', async () => {
    const id = await api.confirmed();
    const { due } = (await obligation(id, 'D-04'))!;
    const start = new Date(Date.parse(due!) - 12 * 60 * 60 * 1_000).toISOString();
    const set = { action: 'setClock', obligation: 'D-04', start, reason: 'The alarm was earlier' };
    expect((await act(id, set)).status).toBe(200);
    await api.incidents.tick(id);
    const missedAt = new Date(Date.parse(due!) - 8 * 60 * 60 * 1_000).toISOString();
    expect(await obligation(id, 'D-04')).toMatchObject({ status: 'provisional', missedAt });
    expect(await act(id, file())).toMatchObject({ status: 422, body: { code: 'late_reason_required' } });
    expect((await act(id, file({ lateReason: 'The line was dead' }))).status).toBe(200);
    expect(await obligation(id, 'D-04')).toMatchObject({ status: 'filed', missedAt: expect.any(String) });
  });

  test('are drafted as of now, in the language of the addressee, for people who hold a post with the contact', async () => {
    const id = await api.confirmed();
    const draft = (query = '', as = LIAISON_LEAD, which = 'D-04') =>
      api.ask(`/api/v1/incidents/${id}/obligations/${which}/draft${query}`, { as });
    const page = await draft();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-language')).toBe('zh-CN');
    expect(Number(page.headers.get('muster-seq'))).toBeGreaterThan(1);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    const text = await draft('?format=text&lang=en');
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(text.text).toMatch(/^Telephone: \+86/m);
    expect(text.text).toContain('[to be filled in]');
    const word = await draft('?format=docx');
    expect(word.headers.get('content-disposition')).toBe(`attachment; filename="${id}-D-04-zh-CN.docx"`);
    expect(word.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(word.text.slice(0, 2)).toBe('PK');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await api.ask(`/api/v1/incidents/${id}/obligations/D-04/draft`, { as: null })).status).toBe(401);
    expect(await draft('', LIAISON_LEAD, 'D-20')).toMatchObject({
      status: 404,
      body: { code: 'filing_draft_not_found' },
    });
    expect(await draft('?format=pdf')).toMatchObject({ status: 422 });
    expect(await obligation(id, 'D-04')).toMatchObject({ language: 'zh-CN', filings: 0 });
  });

  test.each<[string, object, string, number, string]>([
    ['of somebody who neither files nor commands', file(), DEVELOPER, 403, 'not_authorised'],
    ['of what the plan does not have', file({ obligations: ['D-99'] }), COMMANDER, 422, 'unknown_obligation'],
    ['that nothing shows', file({ reference: undefined }), COMMANDER, 422, 'filing_evidence_required'],
    ['in the future', file({ filedAt: '2099-01-01T00:00:00Z' }), COMMANDER, 422, 'in_the_future'],
    ['of an unknown key', file({ who: 'me' }), COMMANDER, 422, 'invalid_request'],
  ])('a filing %s is refused', async (_, body, as, status, code) => {
    const id = await api.confirmed();
    expect(await act(id, body, as)).toMatchObject({ status, body: { code } });
  });
});
