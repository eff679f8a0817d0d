import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Improvement, ImprovementList, ImprovementRecord, Incident } from '../../src/api/contract.js';
import { DAY } from '../../src/domain/time.js';
import { putInForce } from '../support/plans.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const ALL = '/api/v1/improvements';
const iso = (at: number) => new Date(at).toISOString();
const body = (more: object = {}) => ({
  finding: 'Nobody could fail over',
  action: 'Write the run book, and practise it',
  type: 'process',
  priority: 'high',
  owner: { post: 'technical-lead' },
  dueAt: iso(api.clock.now + 30 * DAY),
  ...more,
});
const opened = async (more: object = {}) => (await api.ask<Improvement>(ALL, { body: body(more) })).body.id;
const show = async (id: string) => (await api.ask<ImprovementRecord>(`${ALL}/${id}`)).body;
const act = (id: string, decision: object, as = COMMANDER, headers: Record<string, string> = {}) =>
  api.ask<{ code: string; status: string; words: string[]; allowed: boolean }>(`${ALL}/${id}/decisions`, {
    body: decision,
    as,
    headers,
  });
const list = async (query: string) => (await api.ask<ImprovementList>(`${ALL}?${query}`)).body;

describe('improvements over HTTP', () => {
  test('are opened by whoever keeps them, command or the operator, and named as plan and roster name them', async () => {
    const { status, body: view } = await api.ask<Improvement>(ALL, { body: body({ origin: 'drill' }), as: 'operator' });
    expect(status).toBe(201);
    expect(view).toMatchObject({
      status: 'open',
      words: 'open',
      type: { id: 'process' },
      owner: { post: { id: 'technical-lead' }, person: { id: TECH_LEAD } },
      origin: { kind: 'drill', words: 'a drill' },
      overdue: false,
      planChange: false,
    });
    expect(await api.ask(ALL, { body: body(), as: DEVELOPER })).toMatchObject({
      status: 403,
      body: { code: 'not_authorised' },
    });
    expect(await api.ask(ALL, { body: body({ type: 'nope' }) })).toMatchObject({ body: { code: 'unknown_type' } });
    expect(await api.ask(ALL, { body: body({ owner: { person: 'gone' } }) })).toMatchObject({
      status: 422,
      body: { code: 'unknown_owner' },
    });
    expect(await api.ask(ALL, { body: body({ dueAt: iso(api.clock.now - 1) }) })).toMatchObject({
      body: { code: 'due_passed' },
    });
  });

  test('the same key opens one, and stands for nothing else', async () => {
    const asked = { body: body(), headers: { 'Idempotency-Key': 'open-1' } };
    const first = await api.ask<Improvement>(ALL, asked);
    const again = await api.ask<Improvement>(ALL, asked);
    expect(again.body.id).toBe(first.body.id);
    expect(await api.ask(ALL, { ...asked, body: body({ priority: 'low' }) })).toMatchObject({
      status: 409,
      body: { code: 'request_id_reused' },
    });
    expect((await api.ask<Improvement>(ALL, { ...asked, as: DEPUTY })).body.id).not.toBe(first.body.id);
  });

  test('are handed in with a file by the owner, and verified by somebody else', async () => {
    const id = await opened();
    const file = Buffer.from('run book');
    const sha256 = '5e0d35d2b3f8f1bb2c8ee46d1c2c7d6c7a7e6c3b8a5f8a2f3d7f4b1e1b0a9c8d';
    expect(await act(id, { action: 'done', file: { sha256, name: 'x' } }, TECH_LEAD)).toMatchObject({
      status: 404,
      body: { code: 'improvement_evidence_not_found' },
    });
    const stored = await api.ask<{ sha256: string; url: string }>(`${ALL}/${id}/evidence?name=book.pdf`, {
      raw: file,
      as: TECH_LEAD,
    });
    expect(stored.status).toBe(201);
    const handedIn = { action: 'done', file: { sha256: stored.body.sha256, name: 'book.pdf' } };
    expect(await act(id, handedIn, DEPUTY)).toMatchObject({ status: 403, body: { code: 'not_owner' } });
    expect((await act(id, handedIn, TECH_LEAD)).body).toMatchObject({ status: 'done' });
    expect((await api.ask(stored.body.url, { as: COMMANDER })).text).toBe('run book');
    const byOwner = () => act(id, { action: 'verify' }, TECH_LEAD, { 'Idempotency-Key': 'own-1' });
    const refused = { status: 403, body: { code: 'owner_cannot_verify' } };
    expect(await byOwner()).toMatchObject(refused);
    expect((await act(id, { action: 'verify', note: 'read' })).body).toMatchObject({ status: 'verified' });
    const record = await show(id);
    expect(record).toMatchObject({ status: 'verified', chain: { intact: true } });
    expect(record.events.map(({ type }) => type).filter((type) => type !== 'told')).toEqual([
      'opened',
      // By the deputy, who is not its owner.
      'refused',
      'handedIn',
      // By its owner.
      'refused',
      'verified',
    ]);
    // It is over: the record answers.
    expect(await act(id, { action: 'cancel', reason: 'no' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_status' },
    });
    expect(await byOwner()).toMatchObject(refused);
  });

  test('a preview says what would become of it, and records nothing', async () => {
    const id = await opened();
    const { seq } = await show(id);
    const may = await act(id, { action: 'done', note: 'x', preview: true }, TECH_LEAD);
    expect(may.body).toMatchObject({ allowed: true, words: [expect.stringContaining('handed in')] });
    const mayNot = await act(id, { action: 'done', note: 'x', preview: true });
    expect(mayNot.body).toMatchObject({ allowed: false, code: 'not_owner' });
    expect((await show(id)).seq).toBe(seq);
    expect(await act(id, { action: 'done', note: 'x', ifSeq: 0 }, TECH_LEAD)).toMatchObject({
      status: 409,
      body: { code: 'changed' },
    });
  });

  test('a change of the plan waits for the version that brings it', async () => {
    const id = await opened({ type: 'plan' });
    await act(id, { action: 'done', note: 'drafted' }, TECH_LEAD);
    expect((await act(id, { action: 'verify' })).body.code).toBe('link_required');
    const plan = (await api.store.effectivePlanKey())!;
    const next = { plan: plan.id, version: plan.version + 1 };
    expect((await act(id, { action: 'link', ...next })).body.code).toBe('unknown_version');
    const { document } = (await api.store.effectivePlan())!;
    const changed = structuredClone(document);
    changed.plan.version = next.version;
    const by = { kind: 'operator' } as const;
    const hash = 'a'.repeat(64);
    await api.store.actOnPlan({
      plan: { id: plan.id, version: next.version },
      content: { hash, document: changed },
      decide: () => ({ steps: [{ at: api.clock.now, by, type: 'drafted', hash, summary: 'x', authors: [] }] }),
    });
    expect((await act(id, { action: 'link', ...next })).status).toBe(200);
    expect((await show(id)).planNow).toMatchObject({ status: 'draft', hash });
    expect((await act(id, { action: 'verify' })).body.code).toBe('version_not_in_force');
    await putInForce(api.store, changed, hash);
    expect((await show(id)).planNow).toMatchObject({ status: 'effective', effectiveAt: expect.any(String) });
    expect((await act(id, { action: 'verify' })).body.status).toBe('verified');
  });

  test('are listed by status, owner, origin and what is overdue, page by page', async () => {
    const dueAt = iso(api.clock.now + DAY);
    const mine = await opened({ owner: { person: DEVELOPER }, dueAt });
    const later = await opened({ owner: { person: DEVELOPER }, origin: 'planEvaluation' });
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids(`owner=${DEVELOPER}`)).toEqual([mine, later]);
    expect(await ids(`owner=${DEVELOPER}&origin=planEvaluation`)).toEqual([later]);
    expect(await ids(`owner=${DEVELOPER}&overdue=true`)).toEqual([]);
    const page = await list(`owner=${DEVELOPER}&limit=1`);
    expect(page.items.map(({ id }) => id)).toEqual([mine]);
    expect(await ids(`owner=${DEVELOPER}&limit=1&cursor=${page.next}`)).toEqual([later]);
    api.clock.now += 2 * DAY;
    const [late] = (await list(`owner=${DEVELOPER}&overdue=true`)).items;
    expect(late).toMatchObject({ id: mine, overdue: true });
    await api.improvements.tick(mine);
    expect((await show(mine)).events.map(({ words }) => words)).toContain(
      'It is overdue: its owner and whoever keeps improvements reminded.',
    );
    api.clock.now -= 2 * DAY;
    expect(await api.ask(`${ALL}?cursor=nonsense`)).toMatchObject({ status: 422, body: { code: 'bad_cursor' } });
    expect(await api.ask(`${ALL}/nope`)).toMatchObject({ status: 404, body: { code: 'improvement_not_found' } });
    expect(await act('nope', { action: 'verify' })).toMatchObject({
      status: 404,
      body: { code: 'improvement_not_found' },
    });
  });

  test('in time or not, they count in readiness', async () => {
    const dueAt = iso(api.clock.now + DAY);
    const inTime = await opened({ dueAt });
    await opened({ dueAt });
    await act(inTime, { action: 'done', note: 'x' }, TECH_LEAD);
    await act(inTime, { action: 'verify' });
    api.clock.now += 2 * DAY;
    const { body: metrics } = await api.ask<{ readiness: { metric: string; met?: number; of?: number }[] }>(
      `/api/v1/metrics`,
    );
    const actions = metrics.readiness.find(({ metric }) => metric === 'actions')!;
    expect(actions.met).toBeGreaterThanOrEqual(1);
    expect(actions.of).toBeGreaterThan(actions.met!);
    api.clock.now -= 2 * DAY;
  });
});

describe('improvements of an incident', () => {
  test('are opened in its aftermath, and followed from then on', async () => {
    const id = await api.confirmed();
    const path = `/api/v1/incidents/${id}/improvements`;
    const view = async () => (await api.ask<Incident>(`/api/v1/incidents/${id}`)).body.improvements;
    expect(await view()).toBeUndefined();
    expect(await api.ask(path, { body: body() })).toMatchObject({ status: 409, body: { code: 'wrong_phase' } });
    await api.ask(`/api/v1/incidents/${id}/termination`, { body: { action: 'override', reason: 'stable' } });
    await api.ask(`/api/v1/incidents/${id}/termination`, { body: { action: 'confirm' }, as: DEPUTY });
    expect((await api.ask<{ words: string[] }>(path, { body: { ...body(), preview: true } })).body.words[0]).toContain(
      `${id}-i1`,
    );
    expect(await api.ask(path, { body: body(), as: DEVELOPER })).toMatchObject({ status: 403 });
    expect(await api.ask(path, { body: body({ type: 'nope' }) })).toMatchObject({
      body: { code: 'unknown_improvement_type' },
    });
    expect((await api.ask(path, { body: body() })).status).toBe(200);
    const { items } = await list(`incident=${id}`);
    expect(items).toMatchObject([{ id: `${id}-i1`, origin: { kind: 'incident', incidentId: id }, status: 'open' }]);
    expect((await api.ask(path, { body: body({ action: 'First', dueAt: iso(api.clock.now + DAY) }) })).status).toBe(
      200,
    );
    expect((await act(`${id}-i1`, { action: 'done', note: 'x' }, TECH_LEAD)).body.status).toBe('done');
    const owner = { post: { id: 'technical-lead' }, person: { id: TECH_LEAD } };
    const dueAt = new Date(api.clock.now + DAY).toISOString();
    expect(await view()).toMatchObject([
      {
        id: `${id}-i2`,
        action: 'First',
        status: 'open',
        words: 'open',
        owner,
        dueAt: expect.stringContaining(dueAt.slice(0, 19)),
      },
      { id: `${id}-i1`, status: 'done', words: expect.stringContaining('done'), overdue: false },
    ]);
  });
});
