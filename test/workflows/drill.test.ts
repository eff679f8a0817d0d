import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { drillRules, everybody, usualRoles } from '../../src/domain/drill/index.js';
import type { DrillDecision, DrillOpening, DrillState } from '../../src/domain/drill/index.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import type { DrillDecisionAnswer } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';

const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 50;

let muster: TestMuster;
beforeAll(async () => {
  muster = await TestMuster.start();
});
afterAll(() => muster.close());

async function opened(scenario = 'ransomware', more: Partial<DrillOpening> = {}): Promise<DrillOpening> {
  const { document, version, hash } = (await muster.store.effectivePlan())!;
  const roster = (await muster.store.currentRoster())!.document as RosterDocument;
  const plan = { ...document, drills: document.drills! };
  const drill = `d-${randomUUID()}`;
  const opening: DrillOpening = {
    ...{ drill, incidentId: `${drill}-incident`, scenario: compileScenario(document, scenario) },
    roles: usualRoles(plan, roster),
    rules: drillRules(plan, { id: document.plan.id, version, hash }, roster),
    ...{ pace: 60, simulateAbsent: true },
    by: { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() },
    at: Date.now(),
    ...more,
  };
  await muster.drills.start(drill, { opening });
  return opening;
}

function says(drill: string, decision: DrillDecision): Promise<DrillDecisionAnswer | undefined> {
  return muster.drills.decide(drill, { requestId: randomUUID(), actor: { kind: 'operator' }, via: 'api', ...decision });
}

async function until(drill: string, holds: (state: DrillState) => boolean): Promise<DrillState> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const state = (await muster.store.getDrill(drill))?.state;
    if (state !== undefined && holds(state)) return state;
    if (Date.now() > giveUpAt) throw new Error(`the drill stands at ${JSON.stringify(state?.status)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function running(scenario?: string, more?: Partial<DrillOpening>): Promise<DrillOpening> {
  const opening = await opened(scenario, more);
  const { drill } = opening;
  for (const type of ['submitScheme', 'approve', 'start'] as const) {
    expect(await says(drill, { type })).not.toHaveProperty('refusal');
  }
  await until(drill, ({ status }) => status === 'running');
  return opening;
}

describe('a drill', () => {
  test('plays its scenario on an incident of its own, tells only who takes part, and goes to an accepted report', async () => {
    const { drill, incidentId, roles, scenario } = await running();
    const [first] = scenario.injects;
    await until(drill, ({ injects }) => injects[first!.id]?.status === 'played');
    const state = await muster.until(incidentId, ({ phase }) => phase !== 'reported' || true);
    expect(state.report).toMatchObject({ mode: 'drill' });
    await says(drill, { type: 'setPace', pace: 0 });
    const paused = await until(drill, ({ clock }) => clock?.pace === 0);
    expect((await muster.until(incidentId, ({ clock }) => clock?.pace === 0)).clock?.at).toBe(paused.clock?.at);
    await says(drill, { type: 'stop', reason: 'enough' });
    const ended = await until(drill, ({ status, effects }) => status === 'evaluating' && effects.length === 0);
    expect(ended.ended?.why).toBe('stopped');

    const people = new Set(everybody({ roles }));
    const addresses = (await muster.directory.people())
      .filter(({ id }) => people.has(id))
      .map(({ contacts }) => contacts.email);
    const mails = muster.sink.mails;
    expect(mails.length).toBeGreaterThan(people.size);
    for (const { recipients: to, subject } of mails) {
      expect(addresses).toEqual(expect.arrayContaining(to));
      expect(subject).toMatch(/演练|DRILL/);
    }

    expect((await says(drill, { type: 'submit', problems: 'slow', suggestions: '' }))?.refusal?.code).toBe(
      'feedback_outstanding',
    );
    const [criterion] = ended.rules.evaluation!.criteria;
    await says(drill, { type: 'rate', criterion: criterion!.id, rating: 'P', reason: 'as the plan says' });
    await says(drill, { type: 'submit', problems: 'slow', suggestions: 'cards', despite: true });
    await says(drill, { type: 'accept' });
    expect(await muster.client.workflow.getHandle(drillWorkflowId(drill)).result()).toMatchObject({ status: 'closed' });
    expect(await says(drill, { type: 'accept' })).toBeUndefined();
  });

  test('a real incident takes its people, who are told that it is no drill, and the story stands still', async () => {
    const { drill, roles } = await running();
    const real = await muster.report({ title: 'Payments fail' });
    const state = await until(drill, ({ preempted, clock, effects }) => {
      return preempted !== undefined && clock?.pace === 0 && effects.length === 0;
    });
    expect(state.preempted?.incidentId).toBe(real);
    const taken = state.preempted?.people ?? [];
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.every((person) => roles.players.includes(person))).toBe(true);
    const contacts = await muster.directory.people();
    const addresses = contacts.filter(({ id }) => taken.includes(id)).map((one) => one.contacts.email);
    const told = muster.sink.mails.filter(({ subject }) => /NOT A DRILL|不是演练/.test(subject));
    expect(told.flatMap(({ recipients }) => recipients).sort()).toEqual(addresses.sort());
    await says(drill, { type: 'stop', reason: 'real incident' });
    await until(drill, ({ status }) => status === 'evaluating');
  });
});
