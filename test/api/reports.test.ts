import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR } from '../../src/domain/time.js';
import { CONFIRM, DEPUTY, REPORT, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

interface Reported {
  id: string;
  phase: string;
  seq: number;
  proposed: { level?: { id: string; name: string } };
}

describe('a report', () => {
  test('is answered with the incident, its place and what the criteria propose', async () => {
    const { status, headers, body } = await api.ask<Reported>('/api/v1/incidents', {
      body: { ...REPORT, facts: { usersAffected: 20_000 } },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ phase: 'reported', proposed: { level: { id: 'III' } } });
    expect(body.id).toMatch(/^\d{8}-[0-9a-z]{10}$/);
    expect(headers.get('location')).toBe(`/api/v1/incidents/${body.id}`);
    expect(body.seq).toBeGreaterThan(3);
  });

  test('at two in the morning in Shanghai is numbered by the day there', async () => {
    const DAY = 24 * HOUR;
    api.clock.now = Math.ceil(api.clock.now / DAY) * DAY + 18 * HOUR;
    const { body } = await api.ask<Reported>('/api/v1/incidents', { body: REPORT });
    const there = new Date(api.clock.now + 8 * HOUR).toISOString().slice(0, 10).replaceAll('-', '');
    expect(body.id.slice(0, 8)).toBe(there);
  });

  test('sent again under its key gets the same answer, and no second incident', async () => {
    const headers = { 'idempotency-key': 'report-1' };
    const first = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    api.clock.now += 5_000;
    const again = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
  });

  test('sent again after decisions were taken still gets the first answer', async () => {
    const headers = { 'idempotency-key': 'report-2' };
    const first = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    await api.ask(`/api/v1/incidents/${first.body.id}/verification`, { body: CONFIRM });
    const again = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    expect(again.body).toEqual(first.body);
  });

  test('under a key that another report has is refused', async () => {
    const headers = { 'idempotency-key': 'report-3' };
    await api.ask('/api/v1/incidents', { body: REPORT, headers });
    const other = await api.ask('/api/v1/incidents', { body: { ...REPORT, title: 'Another' }, headers });
    expect(other).toMatchObject({ status: 409, body: { code: 'report_key_reused' } });
  });

  test('under a key that somebody else uses is a report of its own', async () => {
    const headers = { 'idempotency-key': 'report-4' };
    const mine = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    const theirs = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers, as: DEPUTY });
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test('is started by its repetition when a crash came between claim and start', async () => {
    const headers = { 'idempotency-key': 'report-5' };
    api.incidents.down = true;
    const failed = await api.ask('/api/v1/incidents', { body: REPORT, headers });
    expect(failed).toMatchObject({ status: 503, body: { code: 'temporal_unavailable' } });
    expect(failed.headers.get('retry-after')).toBe('2');
    api.incidents.down = false;
    const { status, body } = await api.ask<Reported>('/api/v1/incidents', { body: REPORT, headers });
    expect(status).toBe(201);
    expect((await api.ask(`/api/v1/incidents/${body.id}`)).status).toBe(200);
  });

  test.each([
    ['an unknown category', { category: 'weather' }, 'unknown_category'],
    ['an unknown fact', { facts: { users: 3 } }, 'unknown_fact'],
    ['a fact of the wrong type', { facts: { usersAffected: true } }, 'wrong_fact_type'],
    ['an unknown key', { severity: 1 }, 'invalid_request'],
    ['a title of two lines', { title: 'a\nBcc: b' }, 'invalid_request'],
    ['a text with NUL', { cause: 'a\0b' }, 'invalid_request'],
    ['half a surrogate pair', { impact: '\ud800' }, 'invalid_request'],
    ['a time without offset', { occurredAt: '2026-11-22T10:00:00' }, 'invalid_request'],
    ['a text as a fact', { facts: { usersAffected: 'many' } }, 'wrong_fact_type'],
  ])('with %s is refused and opens nothing', async (_, more, code) => {
    const before = await api.store.headPosition();
    const { status, body } = await api.ask('/api/v1/incidents', { body: { ...REPORT, ...more } });
    expect(status).toBe(422);
    expect(body['code']).toBe(code);
    expect(await api.store.headPosition()).toBe(before);
  });

  test('a key that the server itself could mint is refused', async () => {
    const headers = { 'idempotency-key': 'ack/20261122-x/n5/lin-wei' };
    const { status, body } = await api.ask('/api/v1/incidents', { body: REPORT, headers });
    expect([status, body['code']]).toEqual([400, 'bad_header']);
  });
});

describe('the list', () => {
  test('is paged by cursor, the latest first, and filtered', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) {
      api.clock.now += 1_000;
      ids.unshift(await api.report({ title: `page ${i}` }));
    }
    type List = { items: { id: string; title: string; phase: string }[]; next?: string };
    const first = await api.ask<List>('/api/v1/incidents?limit=2&phase=reported');
    expect(first.body.items.map((item) => item.id)).toEqual(ids.slice(0, 2));
    const second = await api.ask<List>(`/api/v1/incidents?limit=2&phase=reported&cursor=${first.body.next}`);
    expect(second.body.items[0]?.id).toBe(ids[2]);
    const confirmed = await api.confirmed();
    const level = await api.ask<List>('/api/v1/incidents?level=III&mode=real');
    expect(level.body.items.map((item) => item.id)).toContain(confirmed);
    expect(level.body.items.every((item) => item.phase === 'responding')).toBe(true);
  });

  test.each(['limit=0', 'limit=1000', 'phase=burning', 'colour=red', 'limit=1&limit=2', 'cursor='])(
    'refuses ?%s',
    async (query) => {
      const { status, body } = await api.ask(`/api/v1/incidents?${query}`);
      expect([status, body['code']]).toEqual([422, 'invalid_request']);
    },
  );

  test('refuses a cursor that it did not give out', async () => {
    const { status, body } = await api.ask('/api/v1/incidents?cursor=nonsense');
    expect([status, body['code']]).toEqual([422, 'bad_cursor']);
  });
});

describe('one incident', () => {
  test('is there for its reporter although the record is a moment behind', async () => {
    let release = () => {};
    api.incidents.holdRecord = new Promise((resolve) => (release = resolve));
    const id = await api.report();
    setTimeout(() => release(), 200);
    const { status, body } = await api.ask(`/api/v1/incidents/${id}`);
    await api.incidents.holdRecord;
    api.incidents.holdRecord = undefined;
    expect([status, body['id']]).toEqual([200, id]);
  });

  test('waits for `minSeq` and says what it has when that does not come', async () => {
    const id = await api.report();
    const { body: now } = await api.ask<{ seq: number }>(`/api/v1/incidents/${id}`);
    const waiting = api.ask<{ seq: number }>(`/api/v1/incidents/${id}?minSeq=${now.seq + 1}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: CONFIRM });
    expect((await waiting).body.seq).toBeGreaterThan(now.seq);
    const never = await api.ask<{ incident: { id: string } }>(`/api/v1/incidents/${id}?minSeq=100000`);
    expect(never).toMatchObject({ status: 409, body: { code: 'not_yet', incident: { id } } });
  });

  test.each(['20200101-aaaaaaaaaa', 'no%20id', '..%2F..%2Fetc', 'x'.repeat(200)])('%s does not exist', async (id) => {
    const { status, body } = await api.ask(`/api/v1/incidents/${id}`);
    expect([status, body['code']]).toEqual([404, 'incident_not_found']);
  });
});
