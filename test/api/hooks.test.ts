import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signBody } from '../../src/seal/index.js';
import { CONFIRM, HOOK_SECRET, REPORT, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

interface Delivery {
  payload?: unknown;
  /** Seconds before now. */
  age?: number;
  secret?: string;
  headers?: Record<string, string>;
}

function deliver({ payload = REPORT, age = 0, secret = HOOK_SECRET, headers = {} }: Delivery = {}) {
  const raw = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const timestamp = String(Math.floor(api.clock.now / 1000) - age);
  return api.ask<{ id: string; code: string }>('/hooks/generic', {
    as: null,
    raw,
    headers: {
      'x-muster-source': 'monitor',
      'x-muster-timestamp': timestamp,
      'x-muster-signature': `sha256=${signBody(secret, timestamp, raw)}`,
      ...headers,
    },
  });
}

describe('a signed delivery', () => {
  test('opens an incident in the name of its source', async () => {
    const { status, body, headers } = await deliver({ payload: { ...REPORT, facts: { usersAffected: 200 } } });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/incidents/${body.id}`);
    const { body: incident } = await api.ask(`/api/v1/incidents/${body.id}`);
    expect(incident).toMatchObject({ report: { reporter: { kind: 'integration', id: 'monitor' } }, phase: 'reported' });
  });

  test('that comes twice gets the same incident', async () => {
    const payload = { ...REPORT, title: 'Twice' };
    const first = await deliver({ payload });
    api.clock.now += 1_000;
    const again = await deliver({ payload, age: 1 });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('at another time is another incident', async () => {
    const one = await deliver({ payload: { ...REPORT, title: 'Later' } });
    const two = await deliver({ payload: { ...REPORT, title: 'Later' }, age: 30 });
    expect(two.body.id).not.toBe(one.body.id);
  });

  test('delivered again gets its incident even when that is over', async () => {
    const payload = { ...REPORT, title: 'Over' };
    const first = await deliver({ payload });
    await api.ask(`/api/v1/incidents/${first.body.id}/verification`, { body: { ...CONFIRM, outcome: 'rejected' } });
    expect((await deliver({ payload })).body.id).toBe(first.body.id);
  });
});

describe('a delivery is refused', () => {
  const MINUTES_6 = 360;
  test.each<[string, Delivery, number, string]>([
    ['when it is too old', { age: MINUTES_6 }, 401, 'stale_signature'],
    ['when it is from the future', { age: -MINUTES_6 }, 401, 'stale_signature'],
    ['when another secret signed it', { secret: 'something else' }, 401, 'bad_signature'],
    ['when its source is unknown', { headers: { 'x-muster-source': 'nobody' } }, 401, 'bad_signature'],
    ['when its source is a name of JavaScript', { headers: { 'x-muster-source': '__proto__' } }, 401, 'bad_signature'],
    ['when the signature is cut off', { headers: { 'x-muster-signature': 'sha256=ab' } }, 401, 'bad_signature'],
    ['when it is no JSON', { payload: '{"title":' }, 400, 'malformed_json'],
    ['when it has unknown keys', { payload: { ...REPORT, level: 'I' } }, 422, 'invalid_request'],
    ['when the plan has no such category', { payload: { ...REPORT, category: 'x' } }, 422, 'unknown_category'],
    ['when it is no JSON by type', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
  ])('%s', async (_, delivery, status, code) => {
    const before = await api.store.headPosition();
    const answer = await deliver(delivery);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await api.store.headPosition()).toBe(before);
  });

  test('when something follows the signature, which would make it look like another delivery', async () => {
    const raw = JSON.stringify(REPORT);
    const timestamp = String(Math.floor(api.clock.now / 1000));
    const signature = `sha256=${signBody(HOOK_SECRET, timestamp, raw)}zz`;
    expect((await deliver({ headers: { 'x-muster-signature': signature } })).body.code).toBe('bad_signature');
  });
});
