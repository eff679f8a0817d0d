import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Drill, DrillRecord, Improvement, ImprovementChain, ImprovementRecord } from '../../src/api/contract.js';
import { proofOf } from '../../src/domain/improvement/index.js';
import { DAY } from '../../src/domain/time.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const DRILLS = '/api/v1/drills';
const IMPROVEMENTS = '/api/v1/improvements';

const act = (id: string, body: object, as = 'operator') => api.ask(`${DRILLS}/${id}/decisions`, { as, body });

/** Conducted, with its criterion rated; `accepted`: by whom its report was. */
async function held(
  rating: string,
  accepted: 'inPerson' | 'simulated' | 'no',
): Promise<{ id: string; criterion: string }> {
  const simulated = accepted === 'simulated' ? { simulateAbsent: true, present: [] } : {};
  const { body } = await api.ask<Drill>(DRILLS, { as: 'operator', body: { scenario: 'ransomware', ...simulated } });
  const { id } = body;
  const steps = [
    ['submitScheme', 'operator'],
    ['approve', 'lin-wei'],
    ['start', 'operator'],
  ] as const;
  for (const [action, as] of steps) expect((await act(id, { action }, as)).status).toBe(200);
  const fields = { realAt: api.clock.now, pace: 1 };
  await api.drills.hear(id, { type: 'seen', events: [{ seq: 1, type: 'reported', at: api.clock.now, fields }] });
  const criterion = api.drills.stateOf(id).scenario.objectives[0]!.criteria[0]!;
  await act(id, { action: 'stop', reason: 'seen enough' });
  await api.drills.clears(id);
  await act(id, { action: 'rate', criterion, rating, reason: 'as seen' });
  await act(id, { action: 'submit', problems: 'nobody stood in', suggestions: '', despite: true });
  if (accepted === 'inPerson') expect((await act(id, { action: 'accept' })).status).toBe(200);
  if (accepted === 'simulated') {
    const [person = ''] = api.drills.stateOf(id).rules.submittedTo;
    const head = { requestId: `${id}-accept`, actor: { kind: 'person', id: person }, via: 'simulator' } as const;
    expect(await api.drills.decide(id, { ...head, simulated: true, type: 'accept' })).toMatchObject({
      status: 'closed',
    });
  }
  return { id, criterion };
}

const wanted = (criterion: string, more: object = {}) => ({
  ...{ criterion, action: 'Name a deputy', type: 'process', priority: 'high', owner: { post: 'technical-lead' } },
  dueAt: new Date(api.clock.now + 30 * DAY).toISOString(),
  verifiedBy: 'drill',
  ...more,
});
const improve = (drill: string, body: object, as: string = COMMANDER) =>
  api.ask<Improvement & { code: string }>(`${DRILLS}/${drill}/improvements`, { body, as });
const decide = (id: string, body: object, as: string = COMMANDER) =>
  api.ask<{ code: string; status: string }>(`${IMPROVEMENTS}/${id}/decisions`, { body, as });

test('a finding of a report becomes an improvement, once', async () => {
  const { id, criterion } = await held('U', 'no');
  const left = async () => (await api.ask<DrillRecord>(`${DRILLS}/${id}`)).body.unimproved?.map((one) => one.id);
  expect(await left()).toContain(criterion);
  const { status, body } = await improve(id, wanted(criterion));
  expect(await left()).not.toContain(criterion);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    origin: { kind: 'drill', drill: id, criterion, scenario: 'ransomware' },
    verifiedBy: 'drill',
    finding: expect.stringContaining(criterion),
  });
  const later = { dueAt: new Date(api.clock.now + 40 * DAY).toISOString() };
  expect((await improve(id, wanted(criterion, later))).body).toMatchObject({ id: body.id, dueAt: body.dueAt });
  expect((await improve(id, wanted(criterion, { action: 'Practise' }))).body.id).not.toBe(body.id);
});

test('asked for again with more than before it is refused, and once the first is given up there is another one', async () => {
  const { id, criterion } = await held('U', 'no');
  const asked = wanted(criterion, { verifiedBy: undefined });
  const { body } = await improve(id, asked);
  expect((await improve(id, asked)).body.id).toBe(body.id);
  for (const more of [{ verifiedBy: 'drill' }, { planChange: true }, { finding: 'Nobody knew the number' }]) {
    expect(await improve(id, { ...asked, ...more })).toMatchObject({
      status: 409,
      body: { code: 'request_id_reused' },
    });
  }
  await decide(body.id, { action: 'cancel', reason: 'it was to be shown by a drill' });
  const second = await improve(id, wanted(criterion));
  expect(second).toMatchObject({ status: 201, body: { status: 'open', verifiedBy: 'drill' } });
  expect(second.body.id).not.toBe(body.id);
  expect((await improve(id, wanted(criterion))).body.id).toBe(second.body.id);
});

test('only of a drill that has a report, by one of its criteria, by whoever keeps improvements', async () => {
  const { body } = await api.ask<Drill>(DRILLS, { as: 'operator', body: { scenario: 'ransomware' } });
  expect(await improve(body.id, wanted('E-11'))).toMatchObject({
    status: 409,
    body: { code: 'drill_not_reported', detail: expect.stringMatching(/^The drill: .+\. Its findings/) },
  });
  expect((await improve('none', wanted('E-11'))).body.code).toBe('drill_not_found');
  const { id, criterion } = await held('M', 'inPerson');
  const unknown = await improve(id, wanted('E-none'));
  expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_drill_criterion' } });
  expect((await improve(id, wanted(criterion), DEVELOPER)).body.code).toBe('not_authorised');
});

test('is closed by no word and no simulated acceptance, but by a drill that has shown it; one request shows the chain', async () => {
  const first = await held('U', 'inPerson');
  const { criterion } = first;
  const { id } = (await improve(first.id, wanted(criterion))).body;
  const early = await held('P', 'inPerson');
  api.clock.now += DAY;
  await decide(id, { action: 'done', note: 'practised' }, TECH_LEAD);
  const refusals: [object, string][] = [
    [{}, 'drill_required'],
    [{ drill: 'none' }, 'unknown_drill'],
    [{ drill: (await held('P', 'no')).id }, 'drill_not_accepted'],
    [{ drill: (await held('P', 'simulated')).id }, 'acceptance_simulated'],
    [{ drill: early.id }, 'drill_before_fix'],
    [{ drill: (await held('M', 'inPerson')).id }, 'criterion_not_passed'],
  ];
  for (const [more, code] of refusals) {
    expect((await decide(id, { action: 'verify', note: 'I saw it', ...more })).body.code).toBe(code);
  }

  const second = await held('S', 'inPerson');
  const { scenario, rules } = api.drills.stateOf(second.id);
  const version = { plan: rules.plan.id, version: rules.plan.version, hash: rules.plan.hash };
  const dueAt = api.clock.now + DAY;
  await api.improvements.proves(id, { type: 'drillPlanned', drill: second.id, scenario: scenario.id, dueAt, version });
  const planned = (await api.ask<ImprovementRecord>(`${IMPROVEMENTS}/${id}`)).body;
  expect(planned).toMatchObject({ status: 'done', verificationDrill: { drill: second.id } });
  await api.improvements.proves(id, { type: 'drillOver', proof: proofOf(api.drills.stateOf(second.id), criterion) });
  expect((await api.ask<ImprovementRecord>(`${IMPROVEMENTS}/${id}`)).body.status).toBe('verified');

  const { body: chain } = await api.ask<ImprovementChain>(`${IMPROVEMENTS}/${id}/chain`);
  expect(chain.links.map(({ kind }) => kind)).toEqual([
    ...['drill', 'criterion', 'finding', 'improvement', 'handedIn', 'verificationDrill', 'shown', 'closed'],
  ]);
  expect(chain.links.find(({ kind }) => kind === 'closed')).toMatchObject({ drill: second.id });
  expect(chain.overTime.at(0)).toMatchObject({ drill: first.id, rating: 'U', passed: false, accepted: true });
  expect(chain.overTime.map(({ drill }) => drill)).toContain(second.id);
  const zh = await api.ask<ImprovementChain>(`${IMPROVEMENTS}/${id}/chain`, {
    headers: { 'Accept-Language': 'zh-CN' },
  });
  for (const { words } of zh.body.links) expect(words).toMatch(/：/);
  for (const { words } of [...chain.links, ...zh.body.links]) expect(words).not.toMatch(/undefined|\[object|NaN/);
});

test('another drill may show it, named by somebody else than its owner', async () => {
  const first = await held('U', 'inPerson');
  const { id } = (await improve(first.id, wanted(first.criterion, { action: 'Practise again' }))).body;
  await decide(id, { action: 'done', note: 'practised' }, TECH_LEAD);
  const second = await held('P', 'inPerson');
  expect((await decide(id, { action: 'verify', drill: second.id }, TECH_LEAD)).body.code).toBe('owner_cannot_verify');
  expect((await decide(id, { action: 'verify', drill: second.id }, DEPUTY)).body).toMatchObject({ status: 'verified' });
});
