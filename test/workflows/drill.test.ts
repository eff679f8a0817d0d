import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import { everybody } from '../../src/domain/drill/index.js';
import { nameIn } from '../../src/domain/lang.js';
import { HOUR } from '../../src/domain/time.js';
import { checkRecord } from '../../src/record/index.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { readDrillFeedbackLink } from '../../src/seal/index.js';
import { SIGNING_KEY, TestMuster } from '../support/muster.js';
import { approveInto, withControl } from '../support/plans.js';
import { drillsOf } from './drillStory.js';

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
});
afterAll(() => muster.close());

describe('a drill', () => {
  test('plays its scenario on an incident of its own, tells only who takes part, and goes to an accepted report', async () => {
    const { drill, incidentId, roles, scenario } = await drills.running();
    const [first] = scenario.injects;
    await drills.until(drill, ({ injects }) => injects[first!.id]?.status === 'played');
    const state = await muster.until(incidentId, ({ seq }) => seq > 0);
    expect(state.report).toMatchObject({ mode: 'drill' });
    await drills.says(drill, { type: 'setPace', pace: 0 });
    const paused = await drills.until(drill, ({ clock }) => clock?.pace === 0);
    expect((await muster.until(incidentId, ({ clock }) => clock?.pace === 0)).clock?.at).toBe(paused.clock?.at);
    await drills.says(drill, { type: 'stop', reason: 'enough' });
    const ended = await drills.until(drill, ({ status, effects }) => status === 'evaluating' && effects.length === 0);
    expect(ended.ended?.why).toBe('stopped');

    const proof = await checkRecord((await storedRecord(muster.store, incidentId))!);
    expect(proof).toMatchObject({ faults: [], faultsInAll: 0 });

    // Whoever answers for a department is asked as well.
    const concerned = new Set([...everybody({ roles }), ...ended.rules.feedback.asked]);
    const people = await muster.directory.people();
    const addresses = people.filter(({ id }) => concerned.has(id)).map(({ contacts }) => contacts.email);
    const mails = muster.sink.mails;
    expect(mails.length).toBeGreaterThan(concerned.size);
    for (const { recipients: to, subject } of mails) {
      expect(addresses).toEqual(expect.arrayContaining(to));
      expect(subject).toMatch(/演练|DRILL/);
    }

    const { document } = (await muster.store.effectivePlan())!;
    const [question] = document.drills!.feedback.questions;
    const asking = mails.filter(({ subject }) => /Your feedback: |请填写演练反馈：/.test(subject));
    expect(asking.length).toBeGreaterThan(concerned.size / 2);
    for (const { text, recipients } of asking) {
      const [, token = ''] = /http\S+\/drill-feedback\/(\S+)/.exec(text) ?? [];
      const link = readDrillFeedbackLink(SIGNING_KEY, token, Date.now());
      const addressee = people.find(({ contacts }) => contacts.email === recipients[0]);
      expect(link).toMatchObject({ drill, person: addressee?.id });
      expect(text).toMatch(new RegExp(`muster drill feedback ${drill} --answer 1=`));
      expect(text.includes(nameIn(question!, 'zh-CN')) || text.includes(nameIn(question!, 'en'))).toBe(true);
    }

    expect((await drills.says(drill, { type: 'submit', problems: 'slow', suggestions: '' }))?.refusal?.code).toBe(
      'feedback_outstanding',
    );
    const [criterion] = ended.rules.evaluation!.criteria;
    await drills.says(drill, { type: 'rate', criterion: criterion!.id, rating: 'P', reason: 'as the plan says' });
    await drills.says(drill, { type: 'submit', problems: 'slow', suggestions: 'cards', despite: true });
    await drills.says(drill, { type: 'accept' });
    expect(await muster.client.workflow.getHandle(drillWorkflowId(drill)).result()).toMatchObject({ status: 'closed' });
    expect(await drills.says(drill, { type: 'accept' })).toBeUndefined();
  });

  test('goes by the pace of its incident, whoever has set it, and takes up that after a pause', async () => {
    const { drill, incidentId } = await drills.running();
    const atTheIncident = { requestId: randomUUID(), actor: { kind: 'operator' }, via: 'api' } as const;
    await muster.incidents.decide(incidentId, { ...atTheIncident, type: 'setPace', pace: 0 });
    await drills.until(drill, ({ clock, pace }) => clock?.pace === 0 && pace === 0);
    // Of these only the last need reach it, and nothing is sent after it.
    for (const pace of [30, 0])
      expect(await drills.says(drill, { type: 'setPace', pace })).not.toHaveProperty('refusal');
    const resumed = await drills.says(drill, { type: 'setPace' });
    expect(resumed).not.toHaveProperty('refusal');
    // The record may still be behind what was answered.
    const { clock } = await drills.until(drill, ({ seq, effects }) => {
      return seq >= (resumed?.seq ?? 0) && effects.every(({ kind }) => kind !== 'pace');
    });
    expect(clock?.pace).toBe(30);
    expect((await muster.store.getIncident(incidentId))?.state.clock).toEqual(clock);
    await drills.says(drill, { type: 'stop' });
    await drills.cleared(drill);
    await muster.until(incidentId, (state) => state.clock?.pace === 0);
  });

  test('whose time went by before command had approved it is planned anew, and the scheme handed out again', async () => {
    const planned = { occurrence: '2026-11', whenMissed: 'replan' } as const;
    const before = Date.now();
    const { drill } = await drills.opened('ransomware', { plannedAt: before - 2 * HOUR, planned });
    await drills.approved(drill);
    const state = await drills.until(drill, ({ status, plannedAt = 0, effects }) => {
      return status === 'ready' && plannedAt > before && effects.length === 0;
    });
    expect(state.planned?.missed).toEqual({ dueAt: before - 2 * HOUR, how: 'replan' });
    expect(new Set(state.papers.map(({ documentId }) => documentId)).size).toBe(4);
    const subjects = muster.sink.mails.map(({ subject }) => subject);
    expect(subjects.some((subject) => /Held at another time|演练改期/.test(subject))).toBe(true);
    await drills.says(drill, { type: 'callOff', reason: 'seen' });
  });

  test('a real incident takes its people, who are told that it is no drill, and the story stands still', async () => {
    const { drill, roles } = await drills.running();
    const handle = muster.client.workflow.getHandle(drillWorkflowId(drill));
    for (const nonsense of [null, 7, { people: ['x'] }, { incidentId: 'i', people: 'x' }]) {
      await handle.signal('preempt', nonsense);
    }
    const real = await muster.report({ title: 'Payments fail' });
    // One is held for its command, the other called to verify: they leave together or one after the other.
    await drills.until(drill, ({ preempted, clock, effects }) => {
      return preempted?.people.length === 2 && clock?.pace === 0 && effects.length === 0;
    });
    const staff = [roles.director, ...roles.controllers, ...roles.safety];
    const third = roles.players.find((person) => !['lin-wei', 'chen-jing', ...staff].includes(person))!;
    await handle.signal('preempt', { incidentId: real, people: [third] });
    const state = await drills.until(drill, ({ preempted, effects }) => {
      return preempted?.people.includes(third) === true && effects.length === 0;
    });
    expect(state.preempted?.incidentId).toBe(real);
    const taken = state.preempted?.people ?? [];
    expect([...taken].sort()).toEqual(['lin-wei', 'chen-jing', third].sort());
    const contacts = await muster.directory.people();
    const addresses = contacts.filter(({ id }) => taken.includes(id)).map((one) => one.contacts.email);
    const mails = muster.sink.mails.filter(({ subject }) => /NOT A DRILL|不是演练/.test(subject));
    const released = mails.filter(({ subject }) => /you are released|请立即退出/.test(subject));
    expect(released.flatMap(({ recipients }) => recipients).sort()).toEqual(addresses.sort());
    // Everybody else hears of it once, in a mail that cannot be taken for one of the drill; who runs it, of each step.
    const rest = mails.filter((mail) => !released.includes(mail)).flatMap(({ recipients }) => recipients);
    const heard = contacts.flatMap(({ id, contacts: { email } }) => {
      const times = rest.filter((address) => address === email).length;
      return times === 0 ? [] : [[id, times] as const];
    });
    const steps = (await muster.store.drillEventsOf(drill)).flatMap((event) => {
      return event.type === 'preempted' ? [event.people] : [];
    });
    expect(steps.length).toBeGreaterThanOrEqual(2);
    const expected = everybody(state).flatMap((person) => {
      if (steps[0]!.includes(person)) return [];
      return [[person, staff.includes(person) ? steps.length : 1] as const];
    });
    expect(new Map(heard)).toEqual(new Map(expected));
    expect(mails.every(({ text }) => text.includes(real))).toBe(true);
    await drills.says(drill, { type: 'stop', reason: 'real incident' });
    await drills.until(drill, ({ status }) => status === 'evaluating');
  });

  test('is played by the plan that is in force when it begins, and its record says so', async () => {
    const { drill, incidentId, rules } = await drills.opened();
    const { document, version } = (await muster.store.effectivePlan())!;
    await approveInto(muster.store, withControl(document, version + 1));
    await drills.says(drill, { type: 'submitScheme' });
    await drills.approved(drill);
    await drills.says(drill, { type: 'start' });
    const { playedOn } = await drills.until(drill, ({ status, playedOn: plan }) => status === 'running' && !!plan);
    expect(playedOn).toMatchObject({ id: rules.plan.id, version: rules.plan.version + 1 });
    const [reported] = await muster.store.eventsOf(incidentId, 0, 1);
    expect(reported?.event).toMatchObject({ plan: playedOn });
    // Players have different languages.
    const { report } = document.scenarios!.find(({ id }) => id === 'ransomware')!;
    const { title } = (reported!.event as { texts: { title: string } }).texts;
    for (const lang of document.languages) expect(title).toContain(nameIn(report!.title!, lang));
    await drills.says(drill, { type: 'stop', reason: 'seen' });
  });
});
