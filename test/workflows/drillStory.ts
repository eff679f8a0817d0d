import { randomUUID } from 'node:crypto';
import { drillRules, isClearing, usualRoles } from '../../src/domain/drill/index.js';
import type { DrillDecision, DrillOpening, DrillState } from '../../src/domain/drill/index.js';
import type { Actor } from '../../src/domain/incident/index.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { DrillDecisionAnswer } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';

const PATIENCE_MS = 60_000;

/** Drills on a real server, as the operator runs them. */
export function drillsOf(muster: TestMuster) {
  async function opened(scenario = 'ransomware', more: Partial<DrillOpening> = {}): Promise<DrillOpening> {
    const { document, version, hash } = (await muster.store.effectivePlan())!;
    const roster = (await muster.store.currentRoster())!.document as RosterDocument;
    const plan = { ...document, drills: document.drills! };
    const drill = `d-${randomUUID()}`;
    const opening: DrillOpening = {
      ...{ drill, incidentId: `${drill}-incident`, scenario: compileScenario(document, scenario) },
      roles: usualRoles(plan, roster),
      rules: drillRules(plan, { id: document.plan.id, version, hash }, roster),
      pace: 60,
      by: { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() },
      at: Date.now(),
      ...more,
    };
    await muster.drills.start(drill, { opening });
    return opening;
  }

  function says(
    drill: string,
    decision: DrillDecision,
    actor: Actor = { kind: 'operator' },
  ): Promise<DrillDecisionAnswer | undefined> {
    return muster.drills.decide(drill, { requestId: randomUUID(), actor, via: 'api', ...decision });
  }

  async function until(drill: string, holds: (state: DrillState) => boolean): Promise<DrillState> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const state = (await muster.store.getDrill(drill))?.state;
      if (state !== undefined && holds(state)) return state;
      const left = giveUpAt - Date.now();
      if (left <= 0) throw new Error(`the drill stands at ${JSON.stringify(state?.status)}`);
      await muster.store.waitForDrill(drill, (state?.seq ?? 0) + 1, left);
    }
  }

  /** Ended, and its incident out of the way: it may be reported. */
  function cleared(drill: string): Promise<DrillState> {
    return until(drill, (state) => state.status === 'evaluating' && !isClearing(state));
  }

  /** By somebody who may: nobody approves a scheme of their own, the operator neither. */
  async function approved(drill: string): Promise<void> {
    const { rules } = await until(drill, ({ status }) => status === 'review');
    const answer = await says(drill, { type: 'approve' }, { kind: 'person', id: rules.approvers[0]! });
    if (answer?.refusal) throw new Error(`approve was refused: ${answer.refusal.code}`);
  }

  async function running(): Promise<DrillOpening> {
    const opening = await opened();
    const { drill } = opening;
    await says(drill, { type: 'submitScheme' });
    await approved(drill);
    const answer = await says(drill, { type: 'start' });
    if (answer?.refusal) throw new Error(`start was refused: ${answer.refusal.code}`);
    await until(drill, ({ status }) => status === 'running');
    return opening;
  }

  /** Handed in; whoever is not there is played from here on. */
  async function simulated(scenario: string, pace: number, seed: number): Promise<DrillOpening> {
    const { holders } = (await muster.directory.basis())!;
    const people = [...new Set(Object.values(holders).flat())];
    const opening = await opened(scenario, { pace, simulateAbsent: { seed, people } });
    await says(opening.drill, { type: 'submitScheme' });
    return opening;
  }

  return { approved, cleared, opened, running, simulated, says, until };
}
