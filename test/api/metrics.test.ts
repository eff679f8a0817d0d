import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentMetrics, Metrics } from '../../src/api/contract.js';
import { MINUTE } from '../../src/domain/time.js';
import { BASIS, Story } from '../incident/story.js';
import { COMMANDER, CONFIRM, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const iso = (at: number) => new Date(at).toISOString();

/** Reported twelve minutes after it began, acknowledged after two, confirmed after five. */
async function incident(more: Record<string, unknown> = {}): Promise<string> {
  const id = await api.report({ occurredAt: iso(api.clock.now - 12 * MINUTE), ...more });
  const say = (path: string, body: object) => api.ask(`/api/v1/incidents/${id}/${path}`, { body });
  api.clock.now += 2 * MINUTE;
  await say('acknowledgements', {});
  await api.incidents.tick(id);
  api.clock.now += 3 * MINUTE;
  await say('verification', CONFIRM);
  return id;
}

const metricsOf = async (id: string) => (await api.ask<IncidentMetrics>(`/api/v1/incidents/${id}/metrics`)).body;
const overTime = async (query = '') => (await api.ask<Metrics>(`/api/v1/metrics${query}`)).body;
const timeOf = ({ times }: IncidentMetrics, metric: string) => times.find((one) => one.metric === metric)!;

describe('metrics of an incident', () => {
  test('are taken from its events, with their numbers, or say why they are unknown', async () => {
    const metrics = await metricsOf(await incident());
    expect(metrics.mode).toBe('real');
    expect(timeOf(metrics, 'detection')).toMatchObject({ value: 12 * MINUTE, seqs: [1] });
    expect(timeOf(metrics, 'grading')).toMatchObject({ value: 5 * MINUTE, name: expect.stringContaining('TTG') });
    expect(timeOf(metrics, 'activation').value).toBe(0);
    const running = timeOf(metrics, 'response');
    expect(running).toMatchObject({ unknown: 'running', why: 'the response runs' });
    expect(running).not.toHaveProperty('value');
    expect(metrics.filings.items.length).toBeGreaterThan(3);
    expect(metrics.filings.items.every(({ outcome }) => outcome === 'open')).toBe(true);
    expect(metrics.filings.onTime).toMatchObject({ unknown: 'none_due' });
    expect(metrics.reach.byChannel.unknown).toBe('channel_not_recorded');
  });

  test('say by what the plan sees that it is contained and restored', async () => {
    const id = await incident();
    api.clock.now += 15 * MINUTE;
    const confirm = (criterion: string, as: string) =>
      api.ask(`/api/v1/incidents/${id}/criteria`, { as, body: { action: 'confirm', criteria: [criterion] } });
    expect(await confirm('under-control', TECH_LEAD)).toMatchObject({ status: 200 });
    expect(await confirm('service-restored', DEPUTY)).toMatchObject({ status: 200 });
    const metrics = await metricsOf(id);
    expect(timeOf(metrics, 'containment').value).toBe(20 * MINUTE);
    expect(timeOf(metrics, 'restoration').value).toBe(32 * MINUTE);
    expect(timeOf(metrics, 'dwell').unknown).toBe('not_security');
  });

  test('are taken of one incident after the other, however many ask at once', async () => {
    const [one, other] = [await incident(), await incident()];
    const { store } = api;
    const measuredEvents = store.measuredEvents.bind(store);
    let underWay = 0;
    let atOnce = 0;
    store.measuredEvents = async (ids, types) => {
      underWay += 1;
      atOnce = Math.max(atOnce, underWay);
      return measuredEvents(ids, types).finally(() => (underWay -= 1));
    };
    try {
      const answers = await Promise.all([one, one, one, other, one, other].map(metricsOf));
      expect(answers.map(({ id }) => id)).toEqual([one, one, one, other, one, other]);
      expect(atOnce).toBe(1);
    } finally {
      store.measuredEvents = measuredEvents;
    }
  });

  test('are told in the language that is asked for', async () => {
    const path = `/api/v1/incidents/${await incident()}/metrics`;
    const { body } = await api.ask<IncidentMetrics>(path, { headers: { 'accept-language': 'zh-CN' } });
    expect(timeOf(body, 'response').why).toBe('响应尚未终止');
  });

  test('are for whoever has a token, and of an incident that there is', async () => {
    expect((await api.ask('/api/v1/incidents/i-none/metrics')).body).toMatchObject({ code: 'incident_not_found' });
    expect((await api.ask('/api/v1/metrics', { as: null })).status).toBe(401);
    expect((await api.ask('/api/v1/metrics', { as: DEVELOPER })).status).toBe(200);
  });
});

describe('metrics over time', () => {
  let from: string;
  beforeAll(async () => {
    api.clock.now += 60 * MINUTE;
    from = iso(api.clock.now);
    await incident();
    await incident({ category: 'security' });
    const drill = new Story({ mode: 'drill', incidentId: 'drill-1' }, BASIS, [], api.clock.now);
    await api.store.record({ incidentId: 'drill-1', basis: BASIS, events: drill.events, messages: [] });
    const alarm = await api.report();
    await api.ask(`/api/v1/incidents/${alarm}/verification`, {
      body: { outcome: 'rejected', reason: 'a test' },
      as: COMMANDER,
    });
    api.clock.now += MINUTE;
  });
  const since = (more = '') => overTime(`?from=${encodeURIComponent(from)}${more}`);

  test('count real incidents, and drills only where they are asked for', async () => {
    const real = await since();
    expect(real).toMatchObject({ mode: 'real', by: 'month', leftOut: { rejected: 1, merged: 0 }, complete: true });
    expect(real.overall.incidents).toBe(2);
    expect(real.overall.times.find(({ metric }) => metric === 'grading')).toMatchObject({
      n: 2,
      unknown: 0,
      median: 5 * MINUTE,
      p90: 5 * MINUTE,
    });
    expect(real.overall.times.find(({ metric }) => metric === 'response')).toEqual({
      metric: 'response',
      name: expect.any(String),
      n: 0,
      unknown: 2,
    });
    const drill = await since('&mode=drill');
    expect(drill).toMatchObject({ mode: 'drill', leftOut: { rejected: 0, merged: 0 }, overall: { incidents: 1 } });
  });

  test('stand in groups, and are narrowed down', async () => {
    const groups = (await since('&by=category')).groups.map(({ key, name, incidents }) => [key, name, incidents]);
    expect(groups).toEqual([
      ['operation-failure', expect.stringMatching(/[a-z]/), 1],
      ['security', expect.stringMatching(/[a-z]/), 1],
    ]);
    expect((await since('&by=level')).groups).toMatchObject([{ key: 'III', incidents: 2 }]);
    expect((await since('&category=security')).overall.incidents).toBe(1);
    expect((await since('&level=I')).overall.incidents).toBe(0);
    expect((await overTime(`?to=${encodeURIComponent('2020-01-01T00:00:00Z')}`)).overall.incidents).toBe(0);
  });

  test('say how ready the organisation is, and what cannot be said', async () => {
    const { readiness } = await since();
    const of = (name: string) => readiness.find(({ metric }) => metric === name);
    expect(of('posts')).toMatchObject({ met: expect.any(Number), of: expect.any(Number) });
    expect(of('contacts')!.share).toBeGreaterThanOrEqual(0);
    expect(of('drills')).toMatchObject({ unknown: 'none_due' });
    expect(of('resources')).toMatchObject({ unknown: 'no_ledger' });
  });

  test.each(['?by=week', '?mode=both', '?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', '?limit=5'])(
    'refuse %s',
    async (query) => {
      expect(await api.ask(`/api/v1/metrics${query}`)).toMatchObject({
        status: 422,
        body: { code: 'invalid_request' },
      });
    },
  );
});
