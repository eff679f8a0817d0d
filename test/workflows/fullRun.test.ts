import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { Directory } from '../../src/store/index.js';
import type { IncidentInput } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';

const confirm: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };
const NOTHING_PENDING = (state: { effects: { pending: object } }) => Object.keys(state.effects.pending).length === 0;

/** Past 1,000 events of history, by refused signals. */
async function fill(muster: TestMuster, id: string): Promise<void> {
  const handle = muster.handle(id);
  await Promise.all(Array.from({ length: 1_050 }, () => handle.signal('verify', null)));
}

/** The first to ask for names, a notice that is being written, waits until it is released. */
function hangingOnce() {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let begin = (): void => undefined;
  const began = new Promise<void>((resolve) => (begin = resolve));
  let asked = 0;
  const around = (directory: Directory): Directory => ({
    ...directory,
    names: async (plan) => {
      asked += 1;
      begin();
      if (asked === 1) await released;
      return directory.names(plan);
    },
  });
  return { around, release, began };
}

describe('a full run', () => {
  let muster: TestMuster;
  let release = (): void => undefined;
  afterEach(async () => {
    release();
    await muster.close();
  });

  test('lets go of a hanging effect at once: new calls go out in the next run, and the effect ends well', async () => {
    const hanging = hangingOnce();
    release = hanging.release;
    muster = await TestMuster.start({ around: hanging.around });
    const id = await muster.report();
    const { runId: first } = await muster.handle(id).describe();
    await hanging.began;
    await fill(muster, id);
    expect((await muster.handle(id).describe()).runId).toBe(first);

    expect(await muster.says(id, 'lin-wei', confirm)).toMatchObject({ phase: 'responding' });
    // The hanging attempt may take five minutes, and is not over yet.
    await muster.sink.waitFor((mail) => mail.recipients.includes('zhao.lei@yunfan.example'));
    const { runId: second } = await muster.handle(id).describe();
    expect(second).not.toBe(first);

    const state = await muster.until(id, (s) => s.phase === 'responding' && NOTHING_PENDING(s));
    const alerted = (events: Awaited<ReturnType<typeof muster.events>>) =>
      events.filter(
        (e) => e.type === 'noticeAttempted' && e.noticeId === `n${events.find(({ type }) => type === 'called')?.seq}`,
      );
    expect(alerted(await muster.events(id))).toMatchObject([{ accepted: ['chen-jing', 'lin-wei'], delayed: [] }]);

    // The first attempt wakes up at last: it finds everything sent, and nobody hears it.
    hanging.release();
    await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'II', reason: 'worse' });
    await muster.until(id, (s) => s.grading.level === 'II' && s.seq > state.seq && NOTHING_PENDING(s));
    expect(alerted(await muster.events(id))).toHaveLength(1);
    const seen = new Set(muster.sink.mails.map((mail) => mail.messageId));
    expect(seen.size).toBe(muster.sink.mails.length);
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  test('that cannot leave because its record is refused goes on calling people, and leaves when the record is healed', async () => {
    muster = await TestMuster.start({ engine: 'PGlite' });
    const id = `t-${randomUUID().slice(0, 8)}`;
    const basis = (await muster.directory.basis())!;
    const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
    const report = { incidentId: id, mode: 'real', category: 'security', title: 'x', place: 'y', facts: {} } as const;
    const events = open(report, basis, by, Date.now());
    const { basis: _, ...state } = fold(basis, events);
    await muster.store.record({ incidentId: id, basis, events: events.slice(0, 1), messages: [] });
    const unrecorded = { events: events.slice(3), messages: [] };
    const input: IncidentInput = { basis, carried: { state, lastAt: Date.now(), unrecorded } };
    const { taskQueue } = muster;
    await muster.client.workflow.start('incident', { workflowId: `incident-${id}`, taskQueue, args: [input] });
    const { runId: first } = await muster.handle(id).describe();
    await fill(muster, id);

    expect(await muster.says(id, 'lin-wei', confirm)).toMatchObject({ phase: 'responding' });
    await muster.sink.waitFor((mail) => mail.recipients.includes('zhao.lei@yunfan.example'));
    expect((await muster.handle(id).describe()).runId).toBe(first);

    await muster.store.record({ incidentId: id, events: events.slice(0, 3), messages: [] });
    await muster.until(id, (s) => s.phase === 'responding' && NOTHING_PENDING(s));
    while ((await muster.handle(id).describe()).runId === first) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });
});
