import { loadRoster } from '../../src/planfiles/index.js';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

interface View {
  tasks: { id: string; name: string; status: string; overdue: boolean; waitsFor: { id: string }[] }[];
  scene: { cordon?: object; inside: object[] };
  openItems: { code: string; id?: string; words: string }[];
}
const view = async (id: string) => (await api.ask<View>(`/api/v1/incidents/${id}`)).body;
const task = async (id: string, name: string) => (await view(id)).tasks.find((t) => t.id === name);
const act = (id: string, body: object, as?: string) =>
  api.ask<{ code: string; words: string[] }>(`/api/v1/incidents/${id}/tasks`, { body, ...(as ? { as } : {}) });
const FILE = Buffer.from('signed list, \u00e4\u00f6 and more');
const SHA = createHash('sha256').update(FILE).digest('hex');
const store = (id: string, as: string, raw: Uint8Array = FILE, name = '验证清单.pdf') =>
  api.ask<{ sha256: string; url: string; code: string }>(
    `/api/v1/incidents/${id}/evidence?name=${encodeURIComponent(name)}`,
    { raw, as, headers: { 'content-type': 'application/pdf' } },
  );

describe('tasks over HTTP', () => {
  test('are shown with owner, due time and what they wait for', async () => {
    const id = await api.confirmed();
    expect(await task(id, 'repair')).toMatchObject({
      name: 'Repair and restore service',
      status: 'open',
      mandatory: true,
      owner: { post: { id: 'technical-lead' }, person: { id: TECH_LEAD } },
      overdue: false,
      waitsFor: [{ id: 'diagnose', name: 'Find the fault' }],
      needs: 'link',
    });
    expect(await task(id, 'restored')).toMatchObject({ verifies: { id: 'repair' } });
    expect((await view(id)).openItems).toContainEqual({
      code: 'task_open',
      id: 'diagnose',
      words: 'Mandatory task not done yet: Find the fault',
    });
  });

  test('are started and finished with evidence and a finding, after a preview', async () => {
    const id = await api.confirmed();
    const start = { action: 'start', task: 'diagnose' };
    expect((await act(id, { ...start, preview: true }, TECH_LEAD)).body.words[0]).toBe(
      'Starts the task Find the fault (diagnose)',
    );
    expect((await act(id, start, TECH_LEAD)).status).toBe(200);
    const finish = { action: 'finish', task: 'diagnose' };
    expect(await act(id, finish, TECH_LEAD)).toMatchObject({ status: 422, body: { code: 'evidence_required' } });
    await act(id, { ...finish, note: 'log 17', finding: 'the disk is full' }, TECH_LEAD);
    expect(await task(id, 'diagnose')).toMatchObject({
      status: 'finished',
      by: [{ id: TECH_LEAD }],
      evidence: { note: 'log 17' },
      finding: 'the disk is full',
    });
    expect(await task(id, 'repair')).toMatchObject({ waitsFor: [], due: expect.any(String) });
  });

  test('are refused to others, and in a form that nobody sends', async () => {
    const id = await api.confirmed();
    const skip = { action: 'skip', task: 'diagnose', reason: 'no' };
    expect(await act(id, skip, DEPUTY)).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
    expect(await act(id, { action: 'dance', task: 'diagnose' })).toMatchObject({ status: 422 });
    expect(await act(id, { action: 'finish', task: 'diagnose', link: 'javascript:alert(1)' })).toMatchObject({
      body: { code: 'invalid_request' },
    });
  });

  test('are skipped, reassigned and added by command', async () => {
    const id = await api.confirmed();
    await act(id, { action: 'skip', task: 'diagnose', reason: 'known from the drill' });
    expect(await task(id, 'diagnose')).toMatchObject({ status: 'skipped', reason: 'known from the drill' });
    await act(id, { action: 'reassign', task: 'repair', to: { person: DEVELOPER }, reason: 'knows the module' });
    expect(await task(id, 'repair')).toMatchObject({ owner: { person: { id: DEVELOPER } } });
    const due = new Date(api.clock.now + 600_000).toISOString();
    await act(id, { action: 'add', title: 'Ask the supplier', owner: { post: 'liaison-lead' }, due });
    expect(await task(id, 'added.1')).toMatchObject({ name: 'Ask the supplier', mandatory: false, due });
  });

  test('restoration is verified by somebody else than the repairer', async () => {
    const id = await api.confirmed();
    await act(id, { action: 'finish', task: 'diagnose', note: 'x' }, TECH_LEAD);
    await act(id, { action: 'finish', task: 'repair', link: 'https://git.example/1' }, DEPUTY);
    await store(id, DEPUTY);
    const verify = { action: 'finish', task: 'restored', file: { sha256: SHA, name: 'list.pdf' } };
    expect(await act(id, verify, DEPUTY)).toMatchObject({ status: 403, body: { code: 'repairer_cannot_verify' } });
    expect((await act(id, verify, COMMANDER)).status).toBe(200);
  });
});

describe('evidence over HTTP', () => {
  test('is stored under its hash, and comes back as it was', async () => {
    const id = await api.confirmed();
    const stored = await store(id, DEVELOPER);
    expect(stored).toMatchObject({ status: 201, body: { sha256: SHA, name: '验证清单.pdf', size: FILE.length } });
    expect((await store(id, DEVELOPER)).status).toBe(201);
    const { headers, text } = await api.ask(stored.body.url);
    expect(text).toBe(FILE.toString());
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('验证清单.pdf')}`,
    );
  });

  test('is for those who hold a post in the incident', async () => {
    const id = await api.confirmed();
    const roster = loadRoster('plans/software-incident/roster.yaml').document;
    roster.people.push({ ...roster.people[0]!, id: 'holds-no-post' });
    await api.store.saveRoster(roster);
    for (const as of ['operator', 'holds-no-post']) {
      expect(await store(id, as)).toMatchObject({ status: 403, body: { code: 'post_in_incident_required' } });
    }
    await store(id, DEVELOPER);
    const { status } = await api.ask(`/api/v1/incidents/${id}/evidence/${SHA}`, { as: 'operator' });
    expect(status).toBe(403);
  });

  test('must be there before a task is finished with it', async () => {
    const id = await api.confirmed();
    const finish = { action: 'finish', task: 'diagnose', note: 'x', file: { sha256: SHA, name: 'a' } };
    expect(await act(id, finish, TECH_LEAD)).toMatchObject({ status: 404, body: { code: 'evidence_not_found' } });
    await store(id, TECH_LEAD);
    expect((await act(id, finish, TECH_LEAD)).status).toBe(200);
    expect(await task(id, 'diagnose')).toMatchObject({
      evidence: { file: { sha256: SHA, name: 'a', url: `/api/v1/incidents/${id}/evidence/${SHA}` } },
    });
  });

  test('is neither empty nor larger than 20 MB, and has a name', async () => {
    const id = await api.confirmed();
    expect(await store(id, DEVELOPER, new Uint8Array())).toMatchObject({ body: { code: 'evidence_empty' } });
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    expect(await store(id, DEVELOPER, large)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
    expect(await store(id, DEVELOPER, FILE, '')).toMatchObject({ status: 422 });
    expect(await api.ask(`/api/v1/incidents/${id}/evidence/${'0'.repeat(64)}`)).toMatchObject({ status: 404 });
  });
});

test('the scene is cordoned off, and shows who is inside', async () => {
  const id = await api.confirmed();
  const scene = (body: object) => api.ask(`/api/v1/incidents/${id}/scene`, { body });
  expect(await scene({ action: 'admit', name: 'a', area: 'b', purpose: 'c' })).toMatchObject({
    status: 409,
    body: { code: 'no_cordon' },
  });
  await scene({ action: 'cordon', area: 'machine room 2', rules: 'by pass' });
  await scene({ action: 'admit', name: 'an electrician', area: 'rack 7', purpose: 'power' });
  expect((await view(id)).scene).toMatchObject({
    cordon: { area: 'machine room 2', rules: 'by pass', by: { id: COMMANDER } },
    inside: [{ pass: 1, name: 'an electrician', area: 'rack 7', purpose: 'power' }],
  });
  await scene({ action: 'leave', pass: 1 });
  expect((await view(id)).scene.inside).toEqual([]);
});
