import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { checkRecord } from '../../src/record/index.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
});
afterAll(() => muster.close());

/** Whom these events ask for something, wait for or tell. */
function concerned(events: IncidentEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'called':
      case 'reminded':
      case 'silent':
        return event.calls.flatMap(({ people }) => people);
      case 'checkInReminded':
      case 'commandAsked':
      case 'postFilled':
        return [event.person];
      case 'effectRequested':
        return event.effect.kind === 'notify' ? event.effect.recipients.map(({ person }) => person) : [];
      default:
        return [];
    }
  });
}

test('whom a real incident takes the incident of the drill waits for no more, and its record can be proven', async () => {
  const { drill, incidentId } = await drills.running();
  await muster.says(incidentId, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'I', reason: 'as played' });
  const real = await muster.report({ title: 'Payments fail' });
  await muster.says(real, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  const isTold = (who: string[], events: IncidentEvent[]) =>
    who.every((person) => events.some((event) => event.type === 'preempted' && event.people.includes(person)));
  const { preempted } = await drills.until(drill, (state) => {
    return (state.preempted?.people.length ?? 0) > 2 && state.clock?.pace === 0 && state.effects.length === 0;
  });
  const taken = preempted!.people;
  expect(taken).toContain('lin-wei');
  const paused = await muster.until(incidentId, (_, events) => isTold(taken, events));
  const before = await muster.events(incidentId);
  expect(new Set(before.flatMap((event) => (event.type === 'preempted' ? [event.heldBy] : [])))).toEqual(
    new Set([real]),
  );
  const off = before.flatMap((event) => (event.type === 'takenOff' && event.why === 'preempted' ? [event.person] : []));
  expect(off.length).toBeGreaterThan(0);
  expect(off.every((person) => taken.includes(person))).toBe(true);
  expect(taken).not.toContain(paused.command.posts['commander']);
  expect(before.find(({ type }) => type === 'commandPassed')).toMatchObject({ from: 'lin-wei', why: 'preempted' });

  await drills.says(drill, { type: 'setPace', pace: 3_600 });
  const state = await muster.until(incidentId, ({ seq }, events) => {
    return events.some((event) => event.type === 'silent' && event.seq > paused.seq && seq > event.seq);
  });
  const after = (await muster.events(incidentId)).filter(({ seq }) => seq > paused.seq);
  expect(after.some(({ type }) => type === 'reminded')).toBe(true);
  const about = new Set(concerned(after));
  expect(taken.filter((person) => about.has(person))).toEqual([]);
  expect(state.mobilisation).not.toEqual(paused.mobilisation);

  await drills.says(drill, { type: 'stop', reason: 'real incident' });
  await drills.cleared(drill);
  expect(await checkRecord((await storedRecord(muster.store, incidentId))!)).toMatchObject({
    faults: [],
    faultsInAll: 0,
  });
});

test('whoever is needed when the drill is over already holds up nothing', async () => {
  const { drill, incidentId, roles, rules } = await drills.running();
  await drills.says(drill, { type: 'stop', reason: 'enough' });
  await drills.cleared(drill);
  const [person] = roles.players;
  const asked = { incidentId: 'real-9', people: [person!] };
  await muster.client.workflow.getHandle(drillWorkflowId(drill)).signal('preempt', asked);
  const [criterion] = rules.evaluation!.criteria;
  await drills.says(drill, { type: 'rate', criterion: criterion!.id, rating: 'P', reason: 'as the plan says' });
  const answer = await drills.says(drill, { type: 'submit', problems: 'slow', suggestions: '', despite: true });
  expect(answer).not.toHaveProperty('refusal');
  expect((await drills.until(drill, (state) => state.seq >= answer!.seq)).preempted).toBeUndefined();
  expect((await muster.events(incidentId)).some(({ type }) => type === 'preempted')).toBe(false);
});
