import { setTimeout as sleep } from 'node:timers/promises';
import type { Decision } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';

const CONFIRM: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };

describe('an incident in which hundreds of decisions are taken', () => {
  let muster: TestMuster;
  beforeAll(async () => {
    // Each change of level would ask the ledger for a dozen resources: this is about decisions.
    muster = await TestMuster.start({ change: (plan) => delete plan.allocation });
  });
  afterAll(() => muster.close());

  test('goes on deciding while a flood of the longest reasons is being recorded', async () => {
    const id = await muster.report();
    await muster.says(id, 'lin-wei', CONFIRM);
    const handle = muster.handle(id);
    const reason = '长'.repeat(1_990);
    const flood = Array.from({ length: 400 }, (_, i) =>
      handle.signal('changeLevel', {
        requestId: `flood-${i}`,
        actor: { kind: 'person', id: 'lin-wei' },
        level: i % 2 === 0 ? 'II' : 'III',
        reason,
      }),
    );
    await Promise.all(flood);
    const answer = await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'I', reason: 'after the flood' });
    expect(answer.refusal).toBeUndefined();
    await muster.until(id, (state) => state.seq >= answer.seq);
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  });

  test('continues as new before its history gets long, and loses nothing', async () => {
    const id = await muster.report();
    await muster.says(id, 'lin-wei', CONFIRM);
    const { runId: first } = await muster.handle(id).describe();
    for (let i = 0; i < 150; i++) {
      await muster.says(id, 'lin-wei', { type: 'changeLevel', level: i % 2 === 0 ? 'II' : 'III', reason: 'worse' });
    }
    const state = await muster.until(
      id,
      (_, events) => events.filter((e) => e.type === 'levelChanged').length === 150,
      60_000,
    );
    expect(state.grading.level).toBe('III');
    // A full run waits for what is on its way, some seconds at most.
    const isFirst = async () => (await muster.handle(id).describe()).runId === first;
    for (const giveUpAt = Date.now() + 90_000; (await isFirst()) && Date.now() < giveUpAt;) await sleep(200);
    expect(await isFirst()).toBe(false);
    expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
    const seen = new Set(muster.sink.mails.map((m) => m.messageId));
    expect(seen.size).toBe(muster.sink.mails.length);
  });
});
