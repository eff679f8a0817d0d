import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chainOf, effectOverTime } from '../../src/domain/improvement/chain.js';
import type { ImprovementDecision, ImprovementState } from '../../src/domain/improvement/index.js';
import { groundFor } from '../../src/domain/improvement/today.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import { checkImprovement } from '../../src/record/index.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';
import { approveInto, withControl } from '../support/plans.js';
import { drillsOf } from './drillStory.js';

const [OWNER, COMMANDER] = ['zhao-lei', 'lin-wei'] as const;
const SCENARIO = 'ransomware';

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
});
afterAll(() => muster.close());

/** Held, rated and accepted, by the operator. */
async function held(drill: string, criterion: string, rating: 'P' | 'U'): Promise<void> {
  for (const type of ['approve', 'start'] as const)
    expect((await drills.says(drill, { type }))?.refusal).toBeUndefined();
  await drills.until(drill, ({ status }) => status === 'running');
  await drills.says(drill, { type: 'stop', reason: 'seen enough' });
  await drills.says(drill, { type: 'rate', criterion, rating, reason: 'as seen' });
  await drills.says(drill, { type: 'submit', problems: 'as rated', suggestions: '', despite: true });
  await drills.says(drill, { type: 'accept' });
  await drills.until(drill, ({ status }) => status === 'closed');
}

async function says(improvement: string, id: string, decision: ImprovementDecision) {
  const [plan, roster] = await Promise.all([muster.store.effectivePlan(), muster.store.currentRoster()]);
  const ground = groundFor(plan!.document, roster!.document as RosterDocument, id);
  const head = { requestId: randomUUID(), actor: { kind: 'person', id }, via: 'api', ground } as const;
  return muster.improvements.decide(improvement, { ...head, ...decision });
}

async function until(improvement: string, fits: (state: ImprovementState) => boolean): Promise<ImprovementState> {
  for (let seq = 1; ;) {
    if (!(await muster.store.waitForImprovement(improvement, seq, 90_000))) throw new Error('it did not get there');
    const { state } = (await muster.store.getImprovement(improvement))!;
    if (fits(state)) return state;
    seq = state.seq + 1;
  }
}

test('a finding goes through a new version of the plan to a drill that shows it, and the record has the whole chain', async () => {
  const { drill: first, scenario } = await drills.opened(SCENARIO);
  const criterion = scenario.objectives[0]!.criteria[0]!;
  await drills.says(first, { type: 'submitScheme' });
  await held(first, criterion, 'U');

  const improvement = `imp-${randomUUID().slice(0, 8)}`;
  const at = Date.now();
  await muster.improvements.start(improvement, {
    opening: {
      ...{ improvement, origin: { kind: 'drill', drill: first, criterion, scenario: scenario.id }, at },
      ...{ kind: 'plan', priority: 'high', owner: { person: OWNER }, dueAt: at + 30 * DAY, planChange: true },
      texts: { finding: 'Nobody stood in', action: 'Name a deputy' },
      verifiedBy: 'drill',
      by: { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() },
    },
  });
  const { id: plan, version } = (await muster.store.effectivePlanKey())!;
  const next = withControl((await muster.store.effectivePlan())!.document, version + 1);
  await says(improvement, OWNER, { type: 'handIn', note: 'a deputy stands in the new version' });
  await approveInto(muster.store, next);
  const { hash } = (await muster.store.planVersion(plan, version + 1))!;
  const linked = { plan, version: version + 1, hash, tookEffect: true };
  await says(improvement, OWNER, { type: 'link', plan, number: version + 1, version: linked });

  const { planned } = await until(improvement, (state) => state.planned !== undefined);
  expect(planned).toMatchObject({ scenario: SCENARIO });
  const proof = planned!.drill;
  const opened = await drills.until(proof, ({ status }) => status === 'review');
  expect(opened).toMatchObject({
    planned: { reason: improvement },
    rules: { plan: { id: plan, version: version + 1 } },
  });
  const by = { type: 'verify', note: 'I saw it' } as const;
  expect(await says(improvement, COMMANDER, by)).toMatchObject({ refusal: { code: 'drill_required' } });

  await held(proof, criterion, 'P');
  const closed = await until(improvement, ({ status }) => status === 'verified');
  expect(closed.status).toBe('verified');
  await muster.client.workflow.getHandle(improvementWorkflowId(improvement)).result();

  const events = await muster.store.improvementEventsOf(improvement);
  expect(events.find(({ type }) => type === 'verified')).toMatchObject({
    ...{ actor: { kind: 'system' }, version: { plan, version: version + 1, hash } },
    drill: { id: proof, criterion, rating: 'P', report: 1 },
  });
  expect(checkImprovement((await muster.store.keptImprovement(improvement))!)).toMatchObject({ faultsInAll: 0 });

  const states = await Promise.all([first, proof].map(async (id) => (await muster.store.getDrill(id))!.state));
  const origin = { state: states[0]!, events: await muster.store.drillEventsOf(first) };
  const { standing } = (await muster.store.planVersion(plan, version + 1))!;
  const chain = chainOf({ events, origin, linked: standing, drills: states });
  expect(chain.map(({ kind }) => kind)).toEqual([
    ...['drill', 'criterion', 'finding', 'improvement', 'handedIn', 'planChange', 'planVersion'],
    ...['verificationDrill', 'shown', 'closed'],
  ]);
  expect(chain.find(({ kind }) => kind === 'planVersion')).toMatchObject({ by: { kind: 'person' }, plan: { hash } });
  const ratings = effectOverTime(states, criterion).map(({ drill, rating }) => [drill, rating]);
  expect(ratings).toEqual([
    [first, 'U'],
    [proof, 'P'],
  ]);
});
