import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident, Problem, PublicOpinion } from '../../src/api/contract.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { signBody } from '../../src/seal/index.js';
import { createDirectory } from '../../src/store/index.js';
import { COMMANDER, CONFIRM, DEVELOPER, HOOK_SECRET, REPORT, startTestApi } from './harness.js';
import type { Answer, TestApi } from './harness.js';

const LISTENER_SECRET = 'a-secret-of-the-listener-for-tests';
const EN = { 'accept-language': 'en' };

let api: TestApi;
beforeAll(async () => (api = await startTestApi({ hookSecrets: { monitor: HOOK_SECRET, listener: LISTENER_SECRET } })));
afterAll(() => api.close());

const say = (id: string, body: object, as = COMMANDER): Promise<Answer<Problem & { seq: number }>> =>
  api.ask(`/api/v1/incidents/${id}/public-opinion`, { body, as, headers: EN });
const opinion = async (id: string, query = ''): Promise<PublicOpinion> =>
  (await api.ask<PublicOpinion>(`/api/v1/incidents/${id}/public-opinion${query}`, { headers: EN })).body;

interface Delivery {
  age?: number;
  secret?: string;
  source?: string;
  hook?: string;
}

function deliver(payload: object, { age = 0, secret = LISTENER_SECRET, source = 'listener', hook }: Delivery = {}) {
  const raw = JSON.stringify(payload);
  const timestamp = String(Math.floor(api.clock.now / 1_000) - age);
  return api.ask<Problem & { id: string; seq: number }>(`/hooks/${hook ?? 'public-opinion'}`, {
    as: null,
    raw,
    headers: {
      ...EN,
      'x-muster-source': source,
      'x-muster-timestamp': timestamp,
      'x-muster-signature': `sha256=${signBody(secret, timestamp, raw)}`,
    },
  });
}

describe('what is said in public', () => {
  test('is entered, listed with its trend, answered, and stands in the incident', async () => {
    const id = await api.confirmed();
    const entry = { action: 'record', source: 'Microblogs', usual: 200 };
    expect((await say(id, { ...entry, volume: 300, sentiment: 0 })).status).toBe(200);
    const seenAt = new Date(api.clock.now - 10 * MINUTE).toISOString();
    const told = { volume: 1_200, sentiment: -1, claim: 'Money is lost', link: 'https://x.example/1', untrue: true };
    await say(id, { ...entry, ...told, observedAt: seenAt });
    api.clock.now += HOUR;
    await say(id, { action: 'reply', entry: 'o2', reply: 'Your money is safe' });

    const answer = await opinion(id);
    expect(answer).toMatchObject({
      id,
      count: 2,
      earlier: 0,
      volume: { source: 'Microblogs', count: 1_200, usual: 200, before: 300 },
      sentiment: { value: -1, words: 'negative' },
      raised: [{ id: 'volume-jump' }, { id: 'untrue-claim' }],
    });
    expect(answer).not.toHaveProperty('ended');
    expect(answer.entries.map((one) => one.id)).toEqual(['o2', 'o1']);
    expect(answer.entries[0]).toMatchObject({
      by: { kind: 'person', id: COMMANDER },
      observedAt: seenAt,
      untrue: true,
      claim: 'Money is lost',
      link: 'https://x.example/1',
      told: [{ id: 'volume-jump', name: expect.stringContaining('five times') }, { id: 'untrue-claim' }],
      reply: { text: 'Your money is safe', by: { id: COMMANDER }, after: HOUR + 10 * MINUTE },
    });
    expect((await opinion(id, '?limit=1')).entries).toHaveLength(1);
    expect(await opinion(id, '?limit=1')).toMatchObject({ count: 2, earlier: 1 });
    const { body } = await api.ask<Incident>(`/api/v1/incidents/${id}`, { headers: EN });
    expect(body.publicOpinion).toMatchObject({ count: 2, volume: { count: 1_200 }, dueAt: answer.dueAt });
  });

  test('is refused with what to do', async () => {
    const id = await api.confirmed();
    const entry = { action: 'record', source: 'Microblogs' };
    const codes = async (body: object, as = COMMANDER) => {
      const answer = await say(id, body, as);
      return [answer.status, answer.body.code];
    };
    expect(await codes(entry)).toEqual([422, 'opinion_empty']);
    expect(await codes({ ...entry, volume: 1, alerts: ['nope'] })).toEqual([422, 'unknown_alert']);
    expect(await codes({ ...entry, sentiment: 3 })).toEqual([422, 'invalid_request']);
    expect(await codes({ ...entry, volume: 1 }, DEVELOPER)).toEqual([403, 'not_authorised']);
    expect(await codes({ action: 'reply', entry: 'o9', reply: 'x' })).toEqual([409, 'no_such_opinion']);
    expect(await codes({ action: 'end', reason: 'x' })).toEqual([409, 'wrong_phase']);
  });

  test('is foretold without being entered', async () => {
    const id = await api.confirmed();
    const { body } = await say(id, { action: 'record', source: 'Microblogs', volume: 900, usual: 100, preview: true });
    expect(body).toMatchObject({ preview: true, allowed: true });
    expect(JSON.stringify(body)).toContain('of which people are told');
    expect((await opinion(id)).count).toBe(0);
  });
});

describe('a signed delivery about public opinion', () => {
  const entry = { source: 'Microblogs', volume: 900, usual: 100, sentiment: -2, claim: 'All is gone', reach: 5_000 };

  test('is entered in the name of its source', async () => {
    const id = await api.confirmed();
    const { status, body } = await deliver({ ...entry, incidentId: id });
    expect([status, body.id]).toEqual([200, id]);
    const [first] = (await opinion(id)).entries;
    expect(first).toMatchObject({
      by: { kind: 'integration', id: 'listener' },
      ...entry,
      sentiment: { value: -2 },
      told: [{ id: 'volume-jump' }],
    });
  });

  test('finds the real incident that runs under the key of its own source, or of another that it names', async () => {
    const report = { ...REPORT, dedupKey: 'checkout-down' };
    const { body } = await deliver(report, { hook: 'generic', source: 'monitor', secret: HOOK_SECRET });
    await api.ask(`/api/v1/incidents/${body.id}/verification`, { body: CONFIRM });
    const named = { ...entry, dedupKey: 'checkout-down', dedupSource: 'monitor' };
    expect((await deliver(named)).body.id).toBe(body.id);
    const own = { ...entry, dedupKey: 'checkout-down' };
    expect((await deliver(own, { source: 'monitor', secret: HOOK_SECRET })).body.id).toBe(body.id);
    expect(await deliver(own)).toMatchObject({ status: 404, body: { code: 'incident_not_found' } });
  });

  test('that comes twice is entered once', async () => {
    const id = await api.confirmed();
    const first = await deliver({ ...entry, incidentId: id });
    api.clock.now += 1_000;
    const again = await deliver({ ...entry, incidentId: id }, { age: 1 });
    expect([again.status, again.body.id]).toEqual([200, id]);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await opinion(id)).count).toBe(1);
  });

  test('from a clock that is a little ahead is taken as of now', async () => {
    const id = await api.confirmed();
    const observedAt = new Date(api.clock.now + MINUTE).toISOString();
    expect((await deliver({ ...entry, incidentId: id, observedAt })).status).toBe(200);
    expect((await opinion(id)).entries[0]?.observedAt).toBe(new Date(api.clock.now).toISOString());
    const far = new Date(api.clock.now + HOUR).toISOString();
    expect((await deliver({ ...entry, incidentId: id, observedAt: far })).body.code).toBe('in_the_future');
  });

  test.each<[string, object, Delivery, number, string]>([
    ['when another secret signed it', {}, { secret: HOOK_SECRET }, 401, 'bad_signature'],
    ['when its source is unknown', {}, { source: 'nobody' }, 401, 'bad_signature'],
    ['when it is too old', {}, { age: 360 }, 401, 'stale_signature'],
    ['when there is no such incident', { incidentId: 'INC-2026-9999' }, {}, 404, 'incident_not_found'],
    ['when it names the incident twice', { dedupKey: 'x' }, {}, 422, 'invalid_request'],
    ['when it names none', { incidentId: undefined }, {}, 422, 'invalid_request'],
    ['when it judges what only a person can', { untrue: true }, {}, 422, 'invalid_request'],
    ['when it counts less than nothing', { volume: -1 }, {}, 422, 'invalid_request'],
  ])('is refused %s', async (_, more, delivery, status, code) => {
    const id = await api.confirmed();
    const answer = await deliver({ ...entry, incidentId: id, ...more }, delivery);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await opinion(id)).count).toBe(0);
  });

  test('is refused before the response runs, and once the incident is over', async () => {
    const id = await api.report();
    expect((await deliver({ ...entry, incidentId: id })).body.code).toBe('wrong_phase');
    await api.ask(`/api/v1/incidents/${id}/verification`, { body: { ...CONFIRM, outcome: 'rejected' } });
    expect((await deliver({ ...entry, incidentId: id, volume: 1 })).body.code).toBe('incident_closed');
  });

  test('gets into a drill only by its id', async () => {
    const basis = (await createDirectory(api.store).basis())!;
    const by = { actor: { kind: 'person', id: COMMANDER }, via: 'api', requestId: 'drill' } as const;
    const report = { ...REPORT, incidentId: 'DRILL-1', mode: 'drill' as const, facts: {} };
    await api.incidents.start('DRILL-1', { basis, opening: { report, by, at: api.clock.now } });
    await api.ask('/api/v1/incidents/DRILL-1/verification', { body: CONFIRM });
    await api.store.claimLiveKey('integration:listener in-the-drill', 'DRILL-1');
    const keyed = await deliver({ ...entry, dedupKey: 'in-the-drill' });
    expect([keyed.status, keyed.body.code]).toEqual([404, 'incident_not_found']);
    expect((await deliver({ ...entry, incidentId: 'DRILL-1' })).status).toBe(200);
    expect((await opinion('DRILL-1')).count).toBe(1);
  });
});
