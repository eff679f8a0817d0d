import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chainOf, effectOverTime } from '../../src/domain/improvement/chain.js';
import { checkImprovement } from '../../src/record/index.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';
import { approveInto, withControl } from '../support/plans.js';
import { provenBy } from './recordProven.js';

const [OWNER, COMMANDER] = ['zhao-lei', 'lin-wei'] as const;
const SCENARIO = 'ransomware';

let muster: TestMuster;
let story: ReturnType<typeof provenBy>;
beforeAll(async () => {
  muster = await TestMuster.start();
  story = provenBy(muster);
});
afterAll(() => muster.close());

test('a finding goes through a new version of the plan to a drill that shows it, and the record has the whole chain', async () => {
  const { drills, held, found, says, until, planned } = story;
  const { drill: first, criterion, improvement } = await found(SCENARIO, { kind: 'plan', planChange: true });
  const { id: plan, version } = (await muster.store.effectivePlanKey())!;
  const next = withControl((await muster.store.effectivePlan())!.document, version + 1);
  await says(improvement, OWNER, { type: 'handIn', note: 'a deputy stands in the new version' });
  await approveInto(muster.store, next);
  const { hash } = (await muster.store.planVersion(plan, version + 1))!;
  const linked = { plan, version: version + 1, hash, tookEffect: true };
  await says(improvement, OWNER, { type: 'link', plan, number: version + 1, version: linked });

  const proof = await planned(improvement, 1);
  const opened = await drills.until(proof, ({ status }) => status === 'review');
  expect(opened).toMatchObject({
    scenario: { id: SCENARIO },
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

test('where nothing in the plan in force could show it, people are told, and the drill is planned under the next version', async () => {
  const { found, says, until, planned } = story;
  const { criterion, improvement } = await found(SCENARIO, {});
  const { document: whole, version } = (await muster.store.effectivePlan())!;
  const without = withControl(structuredClone(whole), version + 1);
  without.drills!.evaluation.criteria = without.drills!.evaluation.criteria.filter(({ id }) => id !== criterion);
  for (const { objectives } of without.scenarios!) {
    for (const objective of objectives) objective.criteria = objective.criteria.filter((id) => id !== criterion);
  }
  for (const { expects = [] } of without.scenarios!.flatMap(({ injects }) => injects)) {
    for (const one of expects) if (one.shows?.includes(criterion)) delete one.shows;
  }
  await approveInto(muster.store, without);

  await says(improvement, OWNER, { type: 'handIn', note: 'practised' });
  const { id: plan } = whole.plan;
  const told = await until(
    improvement,
    ({ unplannable, telling }) => unplannable !== undefined && telling === undefined,
  );
  expect(told).toMatchObject({ status: 'done', unplannable: { plan, version: version + 1 } });
  const subjects = muster.sink.mails.map(({ subject }) => subject);
  expect(subjects.filter((subject) => /无法安排验证演练|no drill can show/.test(subject))).toHaveLength(2);

  await approveInto(muster.store, withControl(structuredClone(whole), version + 2));
  await planned(improvement, 1);
  const events = await muster.store.improvementEventsOf(improvement);
  expect(events.filter(({ type }) => type === 'drillUnplannable')).toHaveLength(1);
  expect(events.find(({ type }) => type === 'drillPlanned')).toMatchObject({ version: { plan, version: version + 2 } });
});
