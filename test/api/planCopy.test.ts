import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PlanDistribution } from '../../src/api/contract.js';
import { ProblemError } from '../../src/api/problemError.js';
import { putIntoEffect, withdraw } from '../../src/domain/plan/lifecycle/index.js';
import type { Act, Decided } from '../../src/domain/plan/lifecycle/index.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { signPlanCopy } from '../../src/seal/index.js';
import { approveInto, withControl } from '../support/plans.js';
import { COMMANDER, DEPUTY, PRESS, SIGNING_KEY, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const { document } = loadPlan('plans/software-incident');
const { id } = document.plan;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await approveInto(api.store, withControl(document, 2));
});
afterAll(() => api.close());

const link = (person: string, version = 2, expiresAt = api.clock.now + 60_000) =>
  `/plan-copy/${signPlanCopy(SIGNING_KEY, { plan: id, version, person, expiresAt })}`;
const open = (path: string, method = 'GET') => api.ask(path, { as: null, method });
const receipts = async () => {
  const { body } = await api.ask<PlanDistribution>(`/api/v1/plans/${id}/versions/2/distribution`);
  return body.items.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).map(({ person }) => person.id);
};

test('looking at the link changes nothing; the button acknowledges, once', async () => {
  const page = await open(link(DEPUTY));
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<button type="submit">(签收|Acknowledge)<\/button>/);
  expect(await receipts()).toEqual([]);
  const pressed = await open(link(DEPUTY), 'POST');
  expect(pressed.text).toMatch(/已签收|Acknowledged/);
  expect(await receipts()).toEqual([DEPUTY]);
  const again = await open(link(DEPUTY), 'POST');
  expect([again.status, /此前已经签收|Already acknowledged/.test(again.text)]).toEqual([200, true]);
  expect((await open(link(DEPUTY))).text).not.toContain('<button');
});

test('the plan can be read there, without how people are reached', async () => {
  const { status, text } = await open(`${link(COMMANDER)}/document`);
  expect(status).toBe(200);
  expect(text.includes(document.plan.title['zh-CN']!)).toBe(true);
  expect(text.includes('@yunfan.example')).toBe(false);
});

test('a link of somebody who was not given it, a changed, foreign or old one opens nothing', async () => {
  expect((await open(link(PRESS), 'POST')).text).not.toMatch(/>已签收<|>Acknowledged</);
  expect(await receipts()).toEqual([DEPUTY]);
  expect((await open(`${link(COMMANDER)}x`)).status).toBe(400);
  expect((await open(link(COMMANDER, 2, api.clock.now), 'POST')).status).toBe(410);
  const foreign = signPlanCopy('another key', {
    plan: id,
    version: 2,
    person: COMMANDER,
    expiresAt: api.clock.now + 1_000,
  });
  expect((await open(`/plan-copy/${foreign}`, 'POST')).status).toBe(400);
  expect(await receipts()).toEqual([DEPUTY]);
});

test('a version that was superseded is no longer acknowledged', async () => {
  await approveInto(api.store, withControl(document, 3));
  expect((await open(link(COMMANDER), 'POST')).status).toBe(409);
  expect(await receipts()).toEqual([DEPUTY]);
});

test('another date, or that it was withdrawn, is told by the old link; a withdrawn one is no longer acknowledged', async () => {
  const at = Date.now() + 3_600_000;
  await approveInto(api.store, withControl(document, 4), at);
  const act = (decide: (by: Act) => Decided) => {
    const by = { by: { kind: 'person' as const, id: COMMANDER }, at: Date.now() };
    return api.store.actOnPlan({
      plan: { id, version: 4 },
      decide: ({ version }) =>
        decide({
          ...by,
          holders: { commander: [COMMANDER] },
          document: version!.document,
          standing: version!.standing,
        }),
    });
  };
  await act((by) => putIntoEffect(by, at + 86_400_000, { inForce: undefined, rosterIssues: [] }));
  expect((await open(link(DEPUTY, 4))).text).toMatch(/已变更|changed; it was/);
  expect((await open(link(DEPUTY, 4), 'POST')).status).toBe(200);
  await act((by) => withdraw(by, 'x'));
  for (const person of [DEPUTY, COMMANDER]) {
    const page = await open(link(person, 4));
    expect([page.status, page.text.includes('<button')]).toEqual([200, false]);
    expect(page.text).toMatch(/该版本已撤回|was withdrawn/);
    expect((await open(link(person, 4), 'POST')).status).toBe(409);
  }
});

test('where it cannot be printed now, the page says so and when to come back', async () => {
  const busy = new ProblemError('printing_busy', { waiting: 100 }, {}, { headers: { 'Retry-After': '5' } });
  const press = {
    print: () => Promise.reject(busy),
    printDrill: () => Promise.reject(busy),
    printReadiness: () => Promise.reject(busy),
    printCoverage: () => Promise.reject(busy),
    close: () => Promise.resolve(),
  };
  const other = await startTestApi({}, press);
  await approveInto(other.store, withControl(document, 2));
  const { status, headers, text } = await other.ask(`${link(COMMANDER, 2, other.clock.now + 60_000)}/document`, {
    as: null,
  });
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect(text).toMatch(/暂时无法处理|Not possible right now/);
  expect(other.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  await other.close();
});
