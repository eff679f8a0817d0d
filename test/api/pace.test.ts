import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Incident } from '../../src/api/contract.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { COMMANDER, CONFIRM, REPORT, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const iso = (at: number) => new Date(at).toISOString();
const view = async (id: string) => (await api.ask<Incident>(`/api/v1/incidents/${id}`)).body;

async function drill(pace: number): Promise<string> {
  const { basis } = api.incidents.stateOf(await api.report());
  const incidentId = `d-${randomUUID().slice(0, 8)}`;
  const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
  const report = { ...REPORT, incidentId, mode: 'drill', pace, facts: {} } as const;
  await api.incidents.start(incidentId, { basis, opening: { report, by, at: api.clock.now } });
  return incidentId;
}

test('the operator sets the pace of a drill, which is shown with both its times', async () => {
  const id = await drill(60);
  const began = api.clock.now;
  api.clock.now += MINUTE;
  const clock = { now: iso(began + HOUR), realNow: iso(began + MINUTE), pace: 60 };
  expect(await view(id)).toMatchObject({ mode: 'drill', clock });

  const path = `/api/v1/incidents/${id}/pace`;
  expect(await api.ask(path, { body: { pace: 0 }, as: COMMANDER })).toMatchObject({
    status: 403,
    body: { code: 'operator_only' },
  });
  expect(await api.ask(path, { body: { pace: 3_601 }, as: 'operator' })).toMatchObject({
    status: 422,
    body: { code: 'pace_out_of_range' },
  });
  const foretold = await api.ask(path, { body: { pace: 0, preview: true }, as: 'operator' });
  expect(foretold.body).toMatchObject({ allowed: true });
  expect(await api.ask(path, { body: { pace: 0 }, as: 'operator' })).toMatchObject({ status: 200 });
  api.clock.now += HOUR;
  expect(await view(id)).toMatchObject({ clock: { now: clock.now, pace: 0 } });

  const { body } = await api.ask<{ items: { type: string; words: string; event: object }[] }>(
    `/api/v1/incidents/${id}/timeline`,
  );
  const set = body.items.find(({ type }) => type === 'paceSet');
  expect(set).toMatchObject({ words: expect.stringContaining('paused the clock'), event: { realAt: began + MINUTE } });
});

test('a real incident has no clock of its own and no pace', async () => {
  const id = await api.report();
  expect(await view(id)).not.toHaveProperty('clock');
  expect(await api.ask(`/api/v1/incidents/${id}/pace`, { body: { pace: 2 }, as: 'operator' })).toMatchObject({
    status: 409,
    body: { code: 'not_a_drill' },
  });
});

test('what is overdue in a drill is so by its own clock', async () => {
  const id = await drill(0);
  await api.ask(`/api/v1/incidents/${id}/verification`, { body: CONFIRM });
  const overdue = async () => (await view(id)).tasks.some((task) => task.overdue);
  api.clock.now += 100 * HOUR;
  expect(await overdue()).toBe(false);
  await api.ask(`/api/v1/incidents/${id}/pace`, { body: { pace: 3_600 }, as: 'operator' });
  api.clock.now += MINUTE;
  expect(await overdue()).toBe(true);
});
