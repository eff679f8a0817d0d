import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { checkRecord } from '../../src/record/index.js';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { IncidentInput } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';

let muster: TestMuster;
beforeAll(async () => (muster = await TestMuster.start()));
afterAll(() => muster.close());

const OPERATOR = { actor: { kind: 'operator' } } as const;
const setPace = (id: string, pace: number) => muster.says(id, '', { type: 'setPace', pace }, OPERATOR);
const fact: Decision = { type: 'addFact', statement: 'two regions', source: 'monitoring', confidence: 'confirmed' };
const count = (events: IncidentEvent[], type: IncidentEvent['type']) => events.filter((e) => e.type === type).length;

function expectBothTimes(events: IncidentEvent[]): void {
  for (const times of [events.map(({ at }) => at), events.map(({ realAt }) => realAt!)]) {
    expect(times.every(Number.isSafeInteger)).toBe(true);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
}

test('a quick drill reaches its reminders by itself, stands still while paused, and goes on after its worker was lost', async () => {
  const id = await muster.report({ mode: 'drill', pace: 600 });
  await muster.until(id, (_, events) => count(events, 'verificationReminded') > 0);

  expect(await setPace(id, 0)).not.toHaveProperty('refusal');
  const paused = (await muster.until(id, (state) => state.clock?.pace === 0)).clock!;
  await muster.restartWorker();
  // What people decide meanwhile happens at the moment at which the clock stands.
  expect(await muster.says(id, 'lin-wei', fact)).not.toHaveProperty('refusal');
  await muster.until(id, (_, events) => count(events, 'factAdded') === 1);
  const still = await muster.events(id);
  const since = still.filter(({ realAt }) => realAt! >= paused.realAt && realAt !== undefined);
  expect(since.filter(({ at }) => at > paused.at)).toEqual([]);

  await setPace(id, 3_600);
  const before = count(still, 'verificationReminded');
  await muster.until(id, (_, events) => count(events, 'verificationReminded') > before);
  await setPace(id, 0);
  await muster.until(id, (state) => state.clock?.pace === 0 && Object.keys(state.effects.pending).length === 0);

  const events = await muster.events(id);
  expectBothTimes(events);
  expect(events.at(-1)!.at - events[0]!.at).toBeGreaterThan(events.at(-1)!.realAt! - events[0]!.realAt!);
  const verdict = await checkRecord((await storedRecord(muster.store, id))!);
  expect(verdict.faults).toEqual([]);
  expect(verdict.remarks.filter(({ code }) => code === 'messages_not_repeated')).toEqual([]);
});

test('the clock goes on in the next run of its workflow', async () => {
  const basis = (await muster.directory.basis())!;
  const incidentId = `t-${randomUUID().slice(0, 8)}`;
  const by = { ...OPERATOR, via: 'api', requestId: randomUUID() } as const;
  const category = basis.plan.categories[0]!;
  const report = { incidentId, mode: 'drill', pace: 600, category, title: 'x', place: 'y', facts: {} } as const;
  const reportedAt = Date.now();
  const events = open(report, basis, by, reportedAt);
  await muster.store.record({ incidentId, basis, events, messages: [] });
  const { basis: _, ...state } = fold(basis, events);
  const input: IncidentInput = {
    basis,
    carried: { state, lastAt: reportedAt, unrecorded: { events: [], messages: [] } },
  };
  const { taskQueue } = muster;
  await muster.client.workflow.start('incident', { workflowId: `incident-${incidentId}`, taskQueue, args: [input] });

  await muster.until(incidentId, (_state, all) => count(all, 'verificationReminded') > 0);
  const all = await muster.events(incidentId);
  expectBothTimes(all);
  const reminded = all.find(({ type }) => type === 'verificationReminded')!;
  expect(reminded.at - reportedAt).toBeGreaterThanOrEqual(5 * MINUTE);
  await setPace(incidentId, 0);
});

test('what is no message is refused at the time of the drill', async () => {
  const id = await muster.report({ mode: 'drill', pace: 0 });
  await muster.handle(id).signal('verify', 'nonsense');
  await muster.until(id, (_, events) => count(events, 'refused') === 1);
  const events = await muster.events(id);
  expectBothTimes(events);
  expect(new Set(events.map(({ at }) => at)).size).toBe(1);
});
