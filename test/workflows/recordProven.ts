import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ImprovementDecision, ImprovementState } from '../../src/domain/improvement/index.js';
import { groundFor } from '../../src/domain/improvement/today.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

type Opening = NonNullable<Parameters<TestMuster['improvements']['start']>[1]['opening']>;

/** Improvements that only a drill closes, on a real server. */
export function provenBy(muster: TestMuster) {
  const drills = drillsOf(muster);

  /** Held, rated and accepted, by the operator; who drafted its scheme does not approve it. */
  async function held(drill: string, criterion: string, rating: 'P' | 'U'): Promise<void> {
    await begun(drill);
    await drills.says(drill, { type: 'stop', reason: 'seen enough' });
    await concluded(drill, criterion, rating);
  }

  /** The same, with the plan put to the test: command starts level II, and something that it asks for is too few. */
  async function tried(drill: string, criterion: string, rating: 'P' | 'U'): Promise<void> {
    await begun(drill);
    const { incidentId, roles } = await drills.until(drill, ({ status }) => status === 'running');
    const answer = await muster.incidents.decide(incidentId, {
      ...{ requestId: randomUUID(), actor: { kind: 'person', id: 'lin-wei' }, via: 'api' },
      ...{ type: 'verify', outcome: 'confirmed', incidentLevel: 'serious', level: 'II', reason: 'seen' },
    });
    if (!roles.players.includes('lin-wei') || answer?.refusal) throw new Error('the response was not started');
    for (let after = 0; ; after++) {
      if (!(await muster.store.waitForSeq(incidentId, after + 1, 60_000))) throw new Error('nothing was too few');
      const allocated = await muster.store.eventsOfTypes(incidentId, ['stockAllocated']);
      if (allocated.some(({ event }) => event.type === 'stockAllocated' && event.missing > 0)) break;
    }
    await drills.says(drill, { type: 'stop', reason: 'seen enough' });
    await concluded(drill, criterion, rating);
  }

  async function begun(drill: string): Promise<void> {
    await drills.approved(drill);
    const answer = await drills.says(drill, { type: 'start' });
    if (answer?.refusal) throw new Error(`start was refused: ${answer.refusal.code}`);
    await drills.until(drill, ({ status }) => status === 'running');
  }

  async function concluded(drill: string, criterion: string, rating: 'P' | 'U'): Promise<void> {
    await drills.cleared(drill);
    await drills.says(drill, { type: 'rate', criterion, rating, reason: 'as seen' });
    await drills.says(drill, { type: 'submit', problems: 'as rated', suggestions: '', despite: true });
    await drills.says(drill, { type: 'accept' });
    await drills.until(drill, ({ status }) => status === 'closed');
  }

  /** A drill that went badly, and what is to be done about it. */
  async function found(scenario: string, more: Partial<Opening>) {
    const opening = await drills.opened(scenario);
    const { drill } = opening;
    const criterion = opening.scenario.objectives[0]!.criteria[0]!;
    await drills.says(drill, { type: 'submitScheme' });
    await held(drill, criterion, 'U');
    const improvement = `imp-${randomUUID().slice(0, 8)}`;
    const at = Date.now();
    await muster.improvements.start(improvement, {
      opening: {
        ...{ improvement, origin: { kind: 'drill', drill, criterion, scenario }, at },
        ...{
          kind: 'process',
          priority: 'high',
          owner: { person: 'zhao-lei' },
          dueAt: at + 30 * DAY,
          planChange: false,
        },
        texts: { finding: 'Nobody stood in', action: 'Name a deputy' },
        verifiedBy: 'drill',
        by: { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() },
        ...more,
      },
    });
    return { drill, criterion, improvement };
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

  /** The drill that was planned for it, once its scheme is with command. */
  async function planned(improvement: string, attempt: number): Promise<string> {
    const { planned: one } = await until(
      improvement,
      (state) => state.planned !== undefined && state.drills === attempt,
    );
    await drills.until(one!.drill, ({ status }) => status === 'review');
    return one!.drill;
  }

  return { drills, held, tried, found, says, until, planned };
}

/** The history of an improvement that a first drill sent back, and a second one closed. */
export async function recordProven(muster: TestMuster): Promise<string> {
  const { found, held, says, planned } = provenBy(muster);
  const { criterion, improvement } = await found('ransomware', {});
  for (const [i, rating] of (['U', 'P'] as const).entries()) {
    await says(improvement, 'zhao-lei', { type: 'handIn', note: 'practised' });
    await held(await planned(improvement, i + 1), criterion, rating);
    if (rating === 'U') await provenBy(muster).until(improvement, ({ status }) => status === 'open');
  }
  const handle = muster.client.workflow.getHandle(improvementWorkflowId(improvement));
  await handle.result();
  return `${historyToJSON(await handle.fetchHistory())}\n`;
}
