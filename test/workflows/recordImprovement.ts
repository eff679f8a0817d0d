import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ImprovementDecision, ImprovementOpening } from '../../src/domain/improvement/index.js';
import { groundFor } from '../../src/domain/improvement/today.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';

/** The history of an improvement that was late, returned, handed in again and verified. */
export async function recordImprovement({ store, client, improvements }: TestMuster): Promise<string> {
  const improvement = `t-${randomUUID().slice(0, 8)}`;
  const at = Date.now() - 32 * DAY;
  const opening: ImprovementOpening = {
    origin: { kind: 'other' },
    ...{ improvement, kind: 'process', priority: 'high', owner: { person: 'zhao-lei' } },
    ...{
      dueAt: at + 29 * DAY,
      planChange: false,
      at,
      texts: { finding: 'Nobody could fail over', action: 'Practise' },
    },
    by: { actor: { kind: 'operator' }, via: 'api', requestId: 'opened' },
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
  await says('lin-wei', { type: 'move', dueAt: Date.now() + DAY, reason: 'no room for it' });
  await says('zhao-lei', { type: 'handIn', note: 'done' });
  await says('lin-wei', { type: 'return', remarks: 'not practised' });
  await says('zhao-lei', { type: 'handIn', note: 'practised' });
  await says('lin-wei', { type: 'verify' });
  const handle = client.workflow.getHandle(improvementWorkflowId(improvement));
  await handle.result();
  return `${historyToJSON(await handle.fetchHistory())}\n`;
}
