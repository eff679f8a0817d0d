import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/incident/index.js';
import type { Decision, State } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import type { IncidentInput } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';

const confirm: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };
const standby: Decision = { type: 'verify', outcome: 'standby', reason: 'unclear' };

/** A compiled plan with a hole in it is what makes the real machine throw. */
describe('a bug in the machine', () => {
  let muster: TestMuster;
  let basis: Basis;
  let commander: string;
  let deputy: string;
  beforeAll(async () => {
    muster = await TestMuster.start();
    basis = (await muster.directory.basis())!;
    commander = basis.holders[basis.plan.command.commander]![0]!;
    deputy = basis.holders[basis.plan.command.deputies[0]!]![0]!;
  });
  afterAll(() => muster.close());

  async function start(on: Basis, change?: (state: State) => void): Promise<string> {
    const incidentId = `t-${randomUUID().slice(0, 8)}`;
    const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
    const report = { incidentId, mode: 'real', category: 'security', title: 'x', place: 'y', facts: {} } as const;
    const opening = { report, by, at: Date.now() };
    const events = open(report, on, by, opening.at);
    const { basis: _, ...state } = fold(on, events);
    change?.(state as State);
    const carried = { state, lastAt: opening.at, unrecorded: { events: [], messages: [] } };
    if (change) await muster.store.record({ incidentId, basis: on, events, messages: [] });
    const input: IncidentInput = change ? { basis: on, carried } : { basis: on, opening };
    const { taskQueue } = muster;
    await muster.client.workflow.start('incident', { workflowId: `incident-${incidentId}`, taskQueue, args: [input] });
    return incidentId;
  }

  const mailsAbout = (id: string, words: RegExp) =>
    muster.sink.mails.filter((mail) => mail.messageId.includes(id) && words.test(mail.subject));

  test('in `evolve` is told to command by mail, once; the incident stands as it stood and goes on', async () => {
    const notification = { ...basis.plan.notification, call: undefined as never };
    const id = await start({ ...basis, plan: { ...basis.plan, notification } });

    const answer = await muster.says(id, commander, confirm);
    expect(answer).toMatchObject({ phase: 'reported', refusal: { code: 'machine_error' } });
    await muster.says(id, deputy, confirm);
    const state = await muster.until(id, (s) => s.failures.count === 2 && Object.keys(s.effects.pending).length === 0);

    expect(state.failures.latest).toMatchObject({ during: 'verify', error: expect.stringContaining('TypeError') });
    const mails = mailsAbout(id, /failed|出错/);
    expect(mails.map((mail) => mail.recipients.join()).sort()).toEqual(
      ['chen.jing@yunfan.example', 'lin.wei@yunfan.example'].sort(),
    );
    expect(mails[0]!.text).toMatch(/TypeError/);
    expect(await muster.says(id, commander, standby)).toMatchObject({ phase: 'standby' });
    await muster.until(id, (s) => s.phase === 'standby');
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  test('in what tells people is recorded all the same, and every message is still answered', async () => {
    const id = await start(basis, (state) => {
      state.mobilisation.bodies['post/nobody'] = null as never;
    });

    const answer = await muster.says(id, commander, standby);
    expect(answer).toMatchObject({ phase: 'reported', refusal: { code: 'machine_error' } });
    const state = await muster.until(id, (s) => s.failures.count >= 2);
    expect(state.failures.toldAt).toBeUndefined();
    const during = (await muster.events(id)).flatMap((e) => (e.type === 'machineFailed' ? [e.during] : []));
    // A mail that is answered meanwhile is one more thing that fails.
    expect(during).toEqual(expect.arrayContaining(['wake', 'verify']));
    const again = await muster.says(id, deputy, { type: 'changeLevel', level: 'II', reason: 'worse' });
    expect(again.refusal?.code).toBe('wrong_phase');
  });

  test('in what an effect answers does not spin: it is asked for again only after a while', async () => {
    const id = await start(basis, (state) => {
      // Delivery is noted in the calls; nothing else reads them before somebody is called.
      for (const body of Object.values(state.mobilisation.bodies)) body.people = null as never;
    });
    const answers = (events: { type: string; during?: string }[]) =>
      events.filter((e) => e.type === 'machineFailed' && e.during === 'noticeAttempted').length;
    await muster.until(id, (_, events) => answers(events) > 0);
    const sent = muster.sink.mails.length;
    // Each of these takes a task of the workflow: what spins would have had as many turns.
    for (let i = 0; i < 30; i++)
      await muster.says(id, commander, { type: 'changeLevel', level: 'II', reason: 'worse' });
    expect(answers(await muster.events(id))).toBeLessThanOrEqual(3);
    expect(muster.sink.mails.length).toBeLessThanOrEqual(sent + 2);
  });
});
