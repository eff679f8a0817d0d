import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { DrillRules } from '../../src/domain/drill/messages.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { HOUR } from '../../src/domain/time.js';
import type { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

/** From its scheme to a report that command has accepted, with a pause and another pace on the way. */
export async function recordDrill(muster: TestMuster): Promise<string> {
  const { running, says, until } = drillsOf(muster);
  const { drill, scenario, rules } = await running();
  await until(drill, ({ injects }) => injects[scenario.injects[0]!.id]?.status === 'played');
  // Slow enough that no other inject falls due before it is stopped.
  for (const pace of [0, 30]) {
    await says(drill, { type: 'setPace', pace });
    await until(drill, ({ clock }) => clock?.pace === pace);
  }
  return closed(muster, drill, rules);
}

/** A real incident takes people out of it. */
export async function recordPreempted(muster: TestMuster): Promise<string> {
  const { running, until } = drillsOf(muster);
  const { drill, rules } = await running();
  await muster.report();
  await until(drill, ({ preempted, clock, effects }) => {
    return preempted !== undefined && clock?.pace === 0 && effects.length === 0;
  });
  return closed(muster, drill, rules);
}

/** A real incident takes people one after the other, while the drill stands still, and after it has gone on. */
export async function recordTakenInTurn(muster: TestMuster): Promise<string> {
  const { running, says, until } = drillsOf(muster);
  const { drill, roles, rules } = await running();
  const handle = muster.client.workflow.getHandle(drillWorkflowId(drill));
  const staff = [roles.director, ...roles.controllers, ...roles.safety];
  const [first, second, third] = roles.players.filter((person) => !staff.includes(person));
  const takes = async (person = '') => {
    await handle.signal('preempt', { incidentId: 'real-1', people: [person] });
    await until(drill, ({ preempted, clock, effects }) => {
      return preempted?.people.includes(person) === true && clock?.pace === 0 && effects.length === 0;
    });
  };
  await takes(first);
  await takes(second);
  await says(drill, { type: 'setPace' });
  await until(drill, ({ clock, effects }) => clock?.pace !== 0 && effects.length === 0);
  await takes(third);
  return closed(muster, drill, rules);
}

/** Real incidents have people of it before it begins. */
export async function recordBegunInEarnest(muster: TestMuster): Promise<string> {
  const { running, until } = drillsOf(muster);
  const real = await muster.report();
  await muster.until(real, ({ effects }) => Object.keys(effects.pending).length === 0);
  const { drill, rules } = await running();
  await until(drill, ({ preempted, clock, effects }) => {
    return preempted !== undefined && clock?.pace === 0 && effects.length === 0;
  });
  return closed(muster, drill, rules);
}

async function closed(muster: TestMuster, drill: string, rules: DrillRules): Promise<string> {
  await drillsOf(muster).says(drill, { type: 'stop', reason: 'enough' });
  return reported(muster, drill, rules);
}

async function reported(muster: TestMuster, drill: string, { evaluation }: DrillRules): Promise<string> {
  const { cleared, says } = drillsOf(muster);
  await cleared(drill);
  await says(drill, { type: 'rate', criterion: evaluation!.criteria[0]!.id, rating: 'P', reason: 'by the plan' });
  await says(drill, { type: 'submit', problems: 'slow', suggestions: '', despite: true });
  await says(drill, { type: 'accept' });
  return historyOf(muster, drill);
}

/**
 * Returned, changed, approved too late and held at another time; then several paces in a row, a real incident, and an end before
 * everything was done.
 */
export async function recordReplanned(muster: TestMuster): Promise<string> {
  const { approved, opened, says, until } = drillsOf(muster);
  const before = Date.now();
  const planned = { occurrence: '2026-11', whenMissed: 'replan' } as const;
  const { drill, rules } = await opened('ransomware', { plannedAt: before - 2 * HOUR, planned });
  const { rules: now } = await until(drill, ({ status }) => status === 'review');
  await says(drill, { type: 'giveBack', remarks: 'slower' }, { kind: 'person', id: now.approvers[0]! });
  await says(drill, { type: 'revise', pace: 30 });
  await says(drill, { type: 'submitScheme' });
  await approved(drill);
  await until(drill, ({ plannedAt = 0, effects }) => plannedAt > before && effects.length === 0);
  await says(drill, { type: 'start' });
  await until(drill, ({ status }) => status === 'running');
  for (const pace of [0, 60, 0, 20]) await says(drill, { type: 'setPace', pace });
  await until(drill, ({ clock, effects }) => clock?.pace === 20 && effects.every(({ kind }) => kind !== 'pace'));
  await muster.report();
  await until(drill, ({ preempted, clock }) => preempted !== undefined && clock?.pace === 0);
  await says(drill, { type: 'setPace' });
  await until(drill, ({ clock }) => clock?.pace === 20);
  await says(drill, { type: 'end' });
  return reported(muster, drill, rules);
}

/** Approved long after the time that somebody had set, so that it does not begin; changed, approved anew and begun by hand. */
export async function recordRevised(muster: TestMuster): Promise<string> {
  const { approved, opened, says, until } = drillsOf(muster);
  const { drill, rules } = await opened('ransomware', { plannedAt: Date.now() - 2 * HOUR });
  await says(drill, { type: 'submitScheme' });
  await approved(drill);
  await until(drill, ({ status, plannedAt, effects }) => {
    return status === 'ready' && plannedAt === undefined && effects.length === 0;
  });
  await says(drill, { type: 'revise', pace: 30 });
  await until(drill, ({ status, effects }) => status === 'drafting' && effects.length === 0);
  await says(drill, { type: 'submitScheme' });
  await approved(drill);
  await says(drill, { type: 'start' });
  await until(drill, ({ status }) => status === 'running');
  return closed(muster, drill, rules);
}

/** Nobody is there: approved, begun, played, rated, handed in and accepted by the simulator. */
export async function recordSimulatedDrill(muster: TestMuster): Promise<string> {
  const { drill } = await drillsOf(muster).simulated('insider-mistake', 960, 3);
  return historyOf(muster, drill);
}

async function historyOf(muster: TestMuster, drill: string): Promise<string> {
  const handle = muster.client.workflow.getHandle(drillWorkflowId(drill));
  await handle.result();
  return `${historyToJSON(await handle.fetchHistory())}\n`;
}
