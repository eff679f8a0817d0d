import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeOutOfDrill } from '../../src/activities/drillIncident.js';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { IncidentEvent, State } from '../../src/domain/incident/index.js';
import { checkRecord } from '../../src/record/index.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start({ sharedPeople: true });
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

/** Two people end a response against what is still open. */
async function ends(incidentId: string): Promise<void> {
  await muster.says(incidentId, 'lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(incidentId, 'chen-jing', { type: 'terminate', action: 'confirm' });
  const isQuiet = (state: State) => state.phase === 'watching' && Object.keys(state.effects.pending).length === 0;
  await muster.until(incidentId, isQuiet);
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
  // The deputy is held by no ledger, and is called to verify all the same.
  expect(taken).toEqual(expect.arrayContaining(['lin-wei', 'chen-jing']));
  const paused = await muster.until(incidentId, (_, events) => isTold(taken, events));
  const before = await muster.events(incidentId);
  expect(new Set(before.flatMap((event) => (event.type === 'preempted' ? [event.heldBy] : [])))).toEqual(
    new Set([real]),
  );
  const off = before.flatMap((event) => (event.type === 'takenOff' && event.why === 'preempted' ? [event.person] : []));
  expect(off.length).toBeGreaterThan(0);
  expect(off.every((person) => taken.includes(person))).toBe(true);
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
  // The next drill has everybody.
  await ends(real);
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

test('whoever is called to verify when a drill begins has no part in it, though no ledger holds them', async () => {
  const real = await muster.report({ title: 'Payments fail' });
  await muster.until(real, (state) => state.seq > 0 && Object.keys(state.effects.pending).length === 0);
  const { drill } = await drills.running();
  const { preempted } = await drills.until(drill, ({ clock, effects }) => clock?.pace === 0 && effects.length === 0);
  expect(preempted!.incidentId).toBe(real);
  expect(new Set(preempted!.people)).toEqual(new Set(['lin-wei', 'chen-jing']));
  await drills.says(drill, { type: 'stop', reason: 'real incident' });
  await drills.cleared(drill);
  await muster.says(real, 'lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test of the alarm' });
});

test('whom a real incident has already gets nothing of a drill that begins, and does not command it', async () => {
  const real = await muster.report({ title: 'Payments fail' });
  await muster.says(real, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  await muster.says(real, 'chen-jing', { type: 'decline', person: 'chen-jing', reason: 'conducts a drill' });
  await muster.until(real, (state) => Object.keys(state.effects.pending).length === 0);
  const { drill, incidentId } = await drills.running();
  const { preempted } = await drills.until(drill, ({ clock, effects }) => clock?.pace === 0 && effects.length === 0);
  expect(preempted).toMatchObject({ incidentId: real });
  const taken = preempted!.people;
  expect(taken).toContain('lin-wei');
  // Called, and not coming: the drill keeps its deputy.
  expect(taken).not.toContain('chen-jing');
  const state = await muster.until(incidentId, (_, events) => events.some(({ type }) => type === 'preempted'));
  expect(state.command.posts['commander']).toBe('chen-jing');
  const events = await muster.events(incidentId);
  const told = events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'notify' ? event.effect.recipients : [],
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ person }) => taken.includes(person))).toEqual([]);

  // Nobody is called in their place any more, however late it is told.
  await drills.says(drill, { type: 'stop', reason: 'real incident' });
  await drills.cleared(drill);
  const { seq } = (await muster.store.getIncident(incidentId))!.state;
  await takeOutOfDrill(muster)({ drill, incidentId, effectId: 't99', heldBy: real, people: ['chen-jing'] });
  expect((await muster.store.getIncident(incidentId))!.state.seq).toBe(seq);
  expect(await muster.store.whoCommands('drill', ['chen-jing'])).toEqual([]);
});
