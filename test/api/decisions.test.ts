import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Problem } from '../../src/api/contract.js';
import type { Incident } from '../../src/api/contract.js';
import { HOUR } from '../../src/domain/time.js';
import { COMMANDER, CONFIRM, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

interface Decided {
  id: string;
  requestId: string;
  seq: number;
  phase: string;
  code: string;
  title: string;
  detail: string;
  found: Record<string, unknown>;
  needed: Record<string, unknown>;
  newer: { type: string; words: string }[];
}

const decide = (
  incidentId: string,
  what: string,
  body: object,
  as = COMMANDER,
  headers = {},
): Promise<Answer<Decided>> => api.ask<Decided>(`/api/v1/incidents/${incidentId}/${what}`, { body, as, headers });

describe('a decision', () => {
  test('leads from report to closure, each step in the state', async () => {
    const id = await api.report();
    expect((await decide(id, 'verification', CONFIRM)).body).toMatchObject({ id, phase: 'responding' });
    expect((await decide(id, 'level', { level: 'II', reason: 'It spreads' })).status).toBe(200);

    expect((await decide(id, 'termination', { action: 'override', reason: 'Restored' })).body.phase).toBe('responding');
    expect((await decide(id, 'termination', { action: 'confirm' }, DEPUTY)).body.phase).toBe('watching');
    const watched = await api.ask<Incident>(`/api/v1/incidents/${id}`);
    const { terminatedAt = '', watchUntil = '' } = watched.body.termination;
    expect(Date.parse(watchUntil) - Date.parse(terminatedAt)).toBe(48 * HOUR);
    const early = await decide(id, 'closure', { reason: 'Report accepted' });
    expect(early).toMatchObject({ status: 409, body: { code: 'wrong_phase' } });

    const nothing = await decide(id, 'recurrence/dismissal', { reason: 'no' });
    expect(nothing).toMatchObject({ status: 409, body: { code: 'no_recurrence' } });
    const fact = { values: { usersAffected: 90_000_000 }, source: 'monitoring', confidence: 'confirmed' };
    const told = await decide(id, 'facts', fact);
    expect(told.status).toBe(200);
    const seen = await api.ask<Incident>(`/api/v1/incidents/${id}?minSeq=${told.body.seq}`);
    expect(seen.body.termination.recurrence).toEqual({ since: expect.any(String), asked: false });
    const dismissed = await decide(id, 'recurrence/dismissal', { reason: 'A probe failed' });
    expect(dismissed.body).toMatchObject({ phase: 'watching' });
    const quiet = await api.ask<Incident>(`/api/v1/incidents/${id}?minSeq=${dismissed.body.seq}`);
    expect(quiet.body.termination).not.toHaveProperty('recurrence');

    const reopened = await decide(id, 'reopening', { reason: 'Payments fail again' });
    expect(reopened.body.phase).toBe('responding');
    const again = await api.ask<Incident>(`/api/v1/incidents/${id}?minSeq=${reopened.body.seq}`);
    expect(again.body.termination).toMatchObject({ reopenedAt: expect.any(String) });
    expect(again.body.termination).not.toHaveProperty('watchUntil');
    await decide(id, 'termination', { action: 'override', reason: 'Restored for good' });
    await decide(id, 'termination', { action: 'confirm' }, DEPUTY);

    api.clock.now += 48 * HOUR;
    await api.incidents.tick(id);
    expect(await decide(id, 'reopening', { reason: 'again' })).toMatchObject({
      status: 409,
      body: { code: 'watch_over' },
    });
    const undone = await decide(id, 'closure', { reason: 'Report accepted' });
    expect(undone).toMatchObject({ status: 409, body: { code: 'aftermath_open' } });
    const closed = await decide(id, 'closure', { reason: 'Report accepted', despite: true });
    expect(closed.body.phase).toBe('closed');

    const { body } = await api.ask(`/api/v1/incidents/${id}?minSeq=${closed.body.seq}`, {
      headers: { 'accept-language': 'en' },
    });
    expect(body).toMatchObject({
      phase: 'closed',
      level: { id: 'II' },
      verification: { outcome: 'confirmed', by: { kind: 'person', id: COMMANDER, name: 'Lin Wei' } },
      termination: { proposed: { by: { id: COMMANDER }, override: true } },
      documents: [{ kind: 'incidentReport' }],
      openItems: [],
      pendingEffects: 0,
    });
  });

  test('that it is another kind of incident shows in its view and in the list', async () => {
    const id = await api.report();
    const changed = await decide(id, 'category', { category: 'security', reason: 'Somebody broke in' }, DEPUTY);
    expect(changed.status).toBe(200);
    const seen = await api.ask(`/api/v1/incidents/${id}?minSeq=${changed.body.seq}`);
    expect(seen.body).toMatchObject({ report: { category: { id: 'security' } } });
    const list = await api.ask<{ items: { id: string; category: { id: string } }[] }>('/api/v1/incidents?limit=50');
    expect(list.body.items.find((one) => one.id === id)?.category.id).toBe('security');
    expect(await decide(id, 'category', { category: 'fire', reason: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'unknown_category' },
    });
  });

  test('on a closed incident is refused as such, from the record', async () => {
    const id = await api.report();
    await decide(id, 'verification', { outcome: 'rejected', reason: 'False alarm' });
    expect(await decide(id, 'level', { level: 'II', reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'incident_closed' },
    });
  });

  test('repeated under its key is answered with the first answer, and happens once', async () => {
    const id = await api.confirmed();
    const headers = { 'idempotency-key': 'raise-1' };
    const first = await decide(id, 'level', { level: 'II', reason: 'It spreads' }, COMMANDER, headers);
    const again = await decide(id, 'level', { level: 'II', reason: 'It spreads' }, COMMANDER, headers);
    expect(again.body).toEqual(first.body);
    const other = await decide(id, 'level', { level: 'I', reason: 'More' }, COMMANDER, headers);
    expect(other).toMatchObject({ status: 409, body: { code: 'request_id_reused' } });
  });

  test('of two confirmations at the same instant exactly one stands', async () => {
    const id = await api.report();
    const answers = await Promise.all([
      decide(id, 'verification', CONFIRM),
      decide(id, 'verification', CONFIRM, DEPUTY),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('wrong_phase');
  });

  test('that rests on something that moved is refused with the newer events', async () => {
    const id = await api.confirmed();
    const { seq } = api.incidents.stateOf(id);
    await decide(id, 'level', { level: 'II', reason: 'It spreads' }, COMMANDER);
    const { status, body } = await decide(id, 'level', { level: 'I', reason: 'x', ifSeq: seq });
    expect([status, body.code]).toEqual([409, 'changed']);
    expect(body.newer[0]).toMatchObject({ type: 'levelChanged', seq: seq + 1 });
    expect(body.newer[0]?.words).toContain('It spreads');
    expect(Problem.parse(body).newer).toEqual(body.newer);
  });
});

describe('a refusal', () => {
  test.each([
    ['of somebody without authority', 'verification', CONFIRM, DEVELOPER, 403, 'not_authorised'],
    ['of the operator, who has none', 'verification', CONFIRM, 'operator', 403, 'not_authorised'],
    ['of an unknown level', 'verification', { ...CONFIRM, level: 'V' }, COMMANDER, 422, 'unknown_level'],
    [
      'of an unknown incident level',
      'verification',
      { ...CONFIRM, incidentLevel: 'x' },
      COMMANDER,
      422,
      'unknown_incident_level',
    ],
    ['for want of a level', 'verification', { outcome: 'confirmed', reason: 'x' }, COMMANDER, 422, 'level_required'],
    ['for want of a reason', 'verification', { ...CONFIRM, reason: ' ' }, COMMANDER, 422, 'reason_required'],
    ['in the wrong phase', 'termination', { action: 'propose' }, COMMANDER, 409, 'wrong_phase'],
    ['of a missing field', 'verification', { outcome: 'confirmed' }, COMMANDER, 422, 'invalid_request'],
    ['of an unknown outcome', 'verification', { outcome: 'perhaps', reason: 'x' }, COMMANDER, 422, 'invalid_request'],
    ['of an unknown key', 'level', { level: 'II', reason: 'x', actor: 'lin-wei' }, COMMANDER, 422, 'invalid_request'],
  ])('%s says what stands against it', async (_, what, body, as, status, code) => {
    const id = await api.report();
    const before = api.incidents.stateOf(id);
    const answer = await decide(id, what, body, as, { 'accept-language': 'en' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.title).not.toBe('');
    expect(answer.body.detail).not.toBe('');
    const { seq, moved, requests, ...rest } = api.incidents.stateOf(id);
    expect(rest).toEqual({ ...before, seq: undefined, moved: undefined, requests: undefined });
  });

  test('names the open termination criteria, and speaks Chinese to whom asks for it', async () => {
    const id = await api.confirmed();
    await decide(id, 'criteria', { action: 'confirm', criteria: ['under-control'], note: 'Seen' }, TECH_LEAD);
    const proposal = { action: 'propose', reason: 'Restored' };
    const { status, body, headers } = await decide(id, 'termination', proposal, COMMANDER, { 'accept-language': 'zh' });
    expect([status, body.code]).toEqual([409, 'end_not_reached']);
    expect(body.found['open']).toContain('criterion_open service-restored deputy-commander');
    expect(body.found['open']).not.toContain('criterion_open under-control technical-lead');
    expect(headers.get('content-language')).toBe('zh-CN');
    expect(body.detail).toMatch(/^- 终止条件尚未确认：[^\n]+（由副指挥长确认）（service-restored）$/m);
  });

  test('to end an incident of level III is one of command, not of the technical lead alone', async () => {
    const id = await api.confirmed();
    const proposal = { action: 'propose', criteria: ['under-control'], reason: 'Restored' };
    expect(await decide(id, 'termination', proposal, TECH_LEAD)).toMatchObject({
      status: 403,
      body: { code: 'not_authorised' },
    });
    expect(await decide(id, 'termination', proposal)).toMatchObject({
      status: 403,
      body: { code: 'criteria_of_others', needed: { posts: ['technical-lead'] } },
    });
  });

  test('of an incident that never was is 404', async () => {
    expect(await decide('20200101-aaaaaaaaaa', 'level', { level: 'II', reason: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'incident_not_found' },
    });
  });

  test('while Temporal is gone is 503 and safe to repeat', async () => {
    const id = await api.report();
    api.incidents.down = true;
    const answer = await decide(id, 'verification', CONFIRM);
    api.incidents.down = false;
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporal_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });
});

describe('a preview', () => {
  interface Preview {
    allowed: boolean;
    seq: number;
    phase: string;
    refusal?: { code: string; words: string };
    events: { type: string; words: string }[];
    effects: { notices: number; people: number; documents: number };
    words: string[];
  }
  const preview = (id: string, what: string, body: object, as = COMMANDER) =>
    api.ask<Preview>(`/api/v1/incidents/${id}/${what}`, {
      body: { ...body, preview: true },
      as,
      headers: { 'accept-language': 'en' },
    });

  test('tells the consequences and records nothing', async () => {
    const id = await api.report();
    const { seq } = api.incidents.stateOf(id);
    const { status, body } = await preview(id, 'verification', CONFIRM);
    expect(status).toBe(200);
    expect(body).toMatchObject({ preview: true, seq, allowed: true, phase: 'responding', effects: { documents: 0 } });
    expect(body.effects.people).toBeGreaterThan(5);
    expect(body.events.map((event) => event.type)).toContain('called');
    expect(body.words.length).toBeGreaterThan(0);
    expect(api.incidents.stateOf(id).seq).toBe(seq);
    const { body: now } = await api.ask(`/api/v1/incidents/${id}`);
    expect(now).toMatchObject({ seq, phase: 'reported' });
  });

  test('of what would be refused says why', async () => {
    const id = await api.report();
    const { status, body } = await preview(id, 'verification', CONFIRM, DEVELOPER);
    expect(status).toBe(200);
    expect(body).toMatchObject({ allowed: false, phase: 'reported', events: [], refusal: { code: 'not_authorised' } });
  });
});
