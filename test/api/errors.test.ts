import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR } from '../../src/domain/time.js';
import { COMMANDER, REPORT, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];

describe('bad input', () => {
  test.each(['{"title":', 'null}', '', '{"a":1}{"b":2}'])('%j is not JSON', async (raw) => {
    const answer = await api.ask('/api/v1/incidents', { raw, method: 'POST' });
    expect(code(answer)).toEqual(raw === '' ? [422, 'invalid_request'] : [400, 'malformed_json']);
  });

  test.each(['null', '[]', '"text"', '7', '{"__proto__":{"title":"x"}}'])('%s is JSON but no report', async (raw) => {
    expect(code(await api.ask('/api/v1/incidents', { raw }))).toEqual([422, 'invalid_request']);
  });

  test('of 2 MB is refused by its size', async () => {
    const answer = await api.ask('/api/v1/incidents', { body: { ...REPORT, cause: 'x'.repeat(2 * 1024 * 1024) } });
    expect(code(answer)).toEqual([413, 'body_too_large']);
    expect(answer.body['needed']).toEqual({ limit: 256 * 1024 });
  });

  test.each([
    ['another type', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no type', { 'content-type': '' }],
    ['a compressed body', { 'content-encoding': 'gzip' }],
    ['an unknown encoding', { 'content-type': 'application/json; charset=klingon' }],
  ])('of %s is refused by its type', async (_, headers) => {
    expect(code(await api.ask('/api/v1/incidents', { body: REPORT, headers }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  test('names every wrong field, in the language of the request', async () => {
    const ask = (language: string) =>
      api.ask<{ errors: { path: string; message: string }[] }>('/api/v1/incidents', {
        body: { category: 7, place: '', facts: { usersAffected: ['many'] } },
        headers: { 'accept-language': language },
      });
    const { body } = await ask('en-GB');
    expect(body.errors.map((error) => error.path)).toEqual(['category', 'title', 'place', 'facts.usersAffected']);
    expect((await ask('zh-CN')).body.errors[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('of an address that cannot be decoded is refused', async () => {
    expect(code(await api.ask('/api/v1/incidents/%E0%A4%A'))).toEqual([400, 'malformed_request']);
  });
});

describe('an address', () => {
  test('that nobody knows is 404', async () => {
    const answer = await api.ask('/nowhere');
    expect(code(answer)).toEqual([404, 'not_found']);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('that is known takes only its methods', async () => {
    const answer = await api.ask('/api/v1/incidents', { method: 'DELETE' });
    expect(code(answer)).toEqual([405, 'method_not_allowed']);
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD');
    expect(code(await api.ask('/ack/abc', { method: 'PUT', as: null }))).toEqual([405, 'method_not_allowed']);
  });
});

describe('a token', () => {
  test.each([
    ['none', {}, 'token_required'],
    ['another scheme', { authorization: 'Basic abc' }, 'token_required'],
    ['a foreign one', { authorization: 'Bearer muster_foreign' }, 'token_invalid'],
  ])('is needed: %s is 401', async (_, headers, problem) => {
    const answer = await api.ask('/api/v1/incidents', { as: null, headers });
    expect(code(answer)).toEqual([401, problem]);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('expires', async () => {
    const token = await api.token({ kind: 'person', id: COMMANDER }, api.clock.now + HOUR);
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.ask('/api/v1/roster', { as: null, headers })).status).toBe(200);
    api.clock.now += HOUR;
    expect(code(await api.ask('/api/v1/roster', { as: null, headers }))).toEqual([401, 'token_invalid']);
  });

  test('is made, listed and revoked by the operator, and shown once', async () => {
    const made = await api.ask<{ id: string; token: string; expiresAt: string }>('/api/v1/tokens', {
      as: 'operator',
      body: { person: 'zhao-lei', label: 'telephone', expiresInDays: 1 },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(made.body.expiresAt).toBe(new Date(api.clock.now + 24 * HOUR).toISOString());
    const headers = { authorization: `Bearer ${made.body.token}` };
    expect((await api.ask('/api/v1/roster', { as: null, headers })).status).toBe(200);

    const list = await api.ask('/api/v1/tokens', { as: 'operator' });
    expect(list.text).toContain(made.body.id);
    expect(list.text).not.toContain(made.body.token);

    const revoke = () => api.ask(`/api/v1/tokens/${made.body.id}`, { as: 'operator', method: 'DELETE' });
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(204);
    expect(code(await api.ask('/api/v1/roster', { as: null, headers }))).toEqual([401, 'token_invalid']);
    expect(code(await api.ask('/api/v1/tokens/none', { as: 'operator', method: 'DELETE' }))).toEqual([
      404,
      'token_not_found',
    ]);
  });

  test('of no post makes tokens, not even the commander’s', async () => {
    const body = { person: COMMANDER };
    expect(code(await api.ask('/api/v1/tokens', { body }))).toEqual([403, 'operator_required']);
    expect(code(await api.ask('/api/v1/tokens'))).toEqual([403, 'operator_required']);
    expect(code(await api.ask('/api/v1/tokens/x', { method: 'DELETE' }))).toEqual([403, 'operator_required']);
    expect(code(await api.ask('/metrics'))).toEqual([403, 'operator_required']);
    expect(code(await api.ask('/metrics', { as: null }))).toEqual([401, 'token_required']);
  });

  test.each([[{}], [{ person: COMMANDER, operator: true }], [{ person: COMMANDER, expiresInDays: 0 }]])(
    'request %j is refused',
    async (body) => {
      expect(code(await api.ask('/api/v1/tokens', { as: 'operator', body }))).toEqual([422, 'invalid_request']);
    },
  );

  test('for somebody whom the roster does not know is refused', async () => {
    const answer = await api.ask('/api/v1/tokens', { as: 'operator', body: { person: 'nobody' } });
    expect(code(answer)).toEqual([422, 'unknown_person']);
  });
});

test('too many requests are told to wait', async () => {
  const small = await startTestApi({ limits: { api: 3, links: 2, failures: 2 } });
  try {
    const statuses = async (ask: () => Promise<{ status: number }>, times: number) => {
      const found = [];
      for (let i = 0; i < times; i++) found.push((await ask()).status);
      return found;
    };
    expect(await statuses(() => small.ask('/api/v1/roster'), 4)).toEqual([200, 200, 200, 429]);
    // Others are not held up.
    expect((await small.ask('/api/v1/roster', { as: 'operator' })).status).toBe(200);
    const limited = await small.ask('/api/v1/roster');
    expect(code(limited)).toEqual([429, 'rate_limited']);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await statuses(() => small.ask('/ack/x', { as: null }), 3)).toEqual([400, 400, 429]);
    expect(await statuses(() => small.ask('/api/v1/roster', { as: null }), 3)).toEqual([401, 401, 429]);
    expect((await small.ask('/api/v1/roster', { as: 'operator' })).status).toBe(200);
  } finally {
    await small.close();
  }
});

test('a database that fails is 503, and the answer keeps the reason to itself', async () => {
  const broken = await startTestApi();
  await broken.ask('/api/v1/roster');
  await broken.store.close();
  const answer = await broken.ask('/api/v1/incidents');
  expect(code(answer)).toEqual([503, 'store_unavailable']);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(answer.text).not.toMatch(/PGlite|closed/i);
  expect(answer.body['instance']).toBe(answer.headers.get('x-request-id'));
  await broken.close().catch(() => undefined);
});

test('what is no HTTP is answered with 400 and cut off', async () => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET / HTTP/1.1\r\nBad header\r\n\r\n');
  const text = await new Promise<string>((resolve) => {
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    socket.on('close', () => resolve(received));
  });
  expect(text).toMatch(/^HTTP\/1\.1 400/);
});
