import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ImprovementDecision, ImprovementOpening } from '../../src/domain/improvement/index.js';
import { groundFor } from '../../src/domain/improvement/today.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import type { Instant } from '../../src/domain/time.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';
import { putInForce } from '../support/plans.js';

/** One that was late, returned, handed in again and verified. */
export async function recordImprovement(muster: TestMuster): Promise<string> {
  const { says, history } = await begun(muster, Date.now() - 32 * DAY, { kind: 'process', planChange: false });
  await says('lin-wei', { type: 'move', dueAt: Date.now() + DAY, reason: 'no room for it' });
  await says('zhao-lei', { type: 'handIn', note: 'done' });
  await says('lin-wei', { type: 'return', remarks: 'not practised' });
  await says('zhao-lei', { type: 'handIn', note: 'practised' });
  await says('lin-wei', { type: 'verify' });
  return history();
}

/** One that changes the plan: handed in, linked to a draft, and verified once that version has taken effect. */
export async function recordInForce(muster: TestMuster): Promise<string> {
  const { store } = muster;
  const { id: plan, version: number } = (await store.effectivePlanKey())!;
  const next = structuredClone((await store.effectivePlan())!.document);
  next.plan.version = number + 1;
  const hash = 'a'.repeat(64);
  await store.actOnPlan({
    plan: { id: plan, version: number + 1 },
    content: { hash, document: next },
    decide: () => ({
      steps: [{ at: Date.now(), by: { kind: 'operator' }, type: 'drafted', hash, summary: 'x', authors: [] }],
    }),
  });
  const more = { kind: 'plan', planChange: true, reviewEvery: 30 * DAY };
  const { improvement, says, history } = await begun(muster, Date.now(), more);
  await says('zhao-lei', { type: 'handIn', note: 'it is in the draft' });
  const version = { plan, version: number + 1, hash, tookEffect: false };
  await says('zhao-lei', { type: 'link', plan, number: number + 1, version });
  await putInForce(store, next, hash);
  await until(muster, improvement, 'versionInForce');
  await says('lin-wei', { type: 'verify', version: { ...version, tookEffect: true } });
  return history();
}

async function until({ store }: TestMuster, improvement: string, type: string): Promise<void> {
  for (let seq = 1; ; seq += 1) {
    await store.waitForImprovement(improvement, seq, 120_000);
    const events = await store.improvementEventsOf(improvement);
    if (events.some((event) => event.type === type)) return;
    if (events.length < seq) throw new Error(`${type} did not come`);
  }
}

async function begun(
  { store, client, improvements }: TestMuster,
  at: Instant,
  more: Pick<ImprovementOpening, 'kind' | 'planChange'> & Partial<ImprovementOpening>,
) {
  const improvement = `t-${randomUUID().slice(0, 8)}`;
  const opening: ImprovementOpening = {
    origin: { kind: 'other' },
    ...{ improvement, priority: 'high', owner: { person: 'zhao-lei' }, dueAt: at + 29 * DAY, at },
    texts: { finding: 'Nobody could fail over', action: 'Practise' },
    by: { actor: { kind: 'operator' }, via: 'api', requestId: 'opened' },
    ...more,
  };
  await improvements.start(improvement, { opening });
  const [plan, roster] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
  const says = async (id: string, decision: ImprovementDecision) => {
    const ground = groundFor(plan!.document, roster!.document as RosterDocument, id);
    const head = { requestId: randomUUID(), actor: { kind: 'person', id }, via: 'api', ground } as const;
    const answer = await improvements.decide(improvement, { ...head, ...decision });
    if (answer === undefined || answer.refusal) throw new Error(JSON.stringify(answer));
    await store.waitForImprovement(improvement, answer.seq, 60_000);
  };
  const history = async (): Promise<string> => {
    const handle = client.workflow.getHandle(improvementWorkflowId(improvement));
    await handle.result();
    return `${historyToJSON(await handle.fetchHistory())}\n`;
  };
  return { improvement, says, history };
}
