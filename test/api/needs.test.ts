import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Needs } from '../../src/api/contract.js';
import { loadLedger } from '../../src/planfiles/index.js';
import { COMMANDER, DEVELOPER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.store.saveLedger(loadLedger('plans/software-incident/ledger.yaml').document);
});
afterAll(() => api.close());

const needs = async (id: string) => (await api.ask<Needs>(`/api/v1/incidents/${id}/resources`)).body;
const act = (id: string, body: object, as = COMMANDER) =>
  api.ask<{ code: string }>(`/api/v1/incidents/${id}/resources`, { body, as });

describe('the resources of an incident over HTTP', () => {
  test('what the plan gives is asked of the ledger at once, and waits to be sent out or is short', async () => {
    const { resources } = await needs(await api.confirmed());
    const bridge = resources.find(({ resource }) => resource.id === 'conference-bridge');
    expect(bridge).toMatchObject({ priority: 'urgent', quantity: 1, rules: ['every-incident'] });
    expect(bridge).toMatchObject({ status: 'ready', missing: 0 });
    expect(bridge!.amount).toMatch(/^1 line$/);
  });

  test('a person asks, command sends out, and it comes back, every unit accounted for', async () => {
    const id = await api.confirmed();
    const ask = { action: 'request', resource: 'forensic-storage', quantity: 1, purpose: 'Images of the disks' };
    expect((await act(id, { ...ask, preview: true }, DEVELOPER)).status).toBe(200);
    expect((await act(id, ask, DEVELOPER)).status).toBe(200);
    const one = async () => (await needs(id)).resources.find(({ by }) => by?.id === DEVELOPER)!;
    const { id: request, status } = await one();
    expect(status).toBe('ready');
    expect((await act(id, { action: 'dispatch', request })).status).toBe(200);
    expect((await one()).sums).toMatchObject({ ready: 0, sent: 1 });
    expect((await act(id, { action: 'return', requests: [request] }, DEVELOPER)).status).toBe(200);
    expect((await one()).sums).toMatchObject({ sent: 0, returned: 1 });
    expect((await act(id, { action: 'cancel', request: 'q999', reason: 'x' })).body.code).toBe('unknown_request');
    expect((await act(id, { ...ask, quantity: -1 })).status).toBe(422);
  });

  test('a partner that is asked is shown with how it is reached, and by which agreement it helps', async () => {
    const id = await api.confirmed();
    const ask = { action: 'requestPartner', purpose: 'More capacity' };
    expect((await act(id, { ...ask, partner: 'cloud-provider' })).status).toBe(200);
    const [asked] = (await needs(id)).partners;
    expect(asked).toMatchObject({
      partner: { id: 'cloud-provider' },
      contact: '24-hour hotline: contact sheet no. 1; critical@cloud.example',
      agreement: 'Cloud contract with enterprise support, a human answer within 15 minutes at the highest priority',
    });
  });
});
