import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/incident/index.js';
import { improvementKey } from '../../src/store/index.js';
import { improvementWorkflowId } from '../../src/workflows/messages.js';
import type { ImprovementInput, IncidentInput } from '../../src/workflows/messages.js';
import { Story } from '../improvement/story.js';
import { TestMuster } from '../support/muster.js';

describe('an older backup of the database under a running incident', () => {
  let muster: TestMuster;
  beforeAll(async () => void (muster = await TestMuster.start()));
  afterAll(() => muster.close());

  test('is named by the log and by the store; the incident goes on, and a repaired database heals the record', async () => {
    const incidentId = `t-${randomUUID().slice(0, 8)}`;
    const basis = (await muster.directory.basis())!;
    const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
    const report = { incidentId, mode: 'real', category: 'security', title: 'x', place: 'y', facts: {} } as const;
    const events = open(report, basis, by, Date.now());
    const { basis: _, ...state } = fold(basis, events);

    // The backup ends after the first event; the incident has three recorded and goes on with the fourth.
    await muster.store.record({ incidentId, basis, events: events.slice(0, 1), messages: [] });
    const unrecorded = { events: events.slice(3), messages: [] };
    const input: IncidentInput = { basis, carried: { state, lastAt: Date.now(), unrecorded } };
    const { taskQueue } = muster;
    await muster.client.workflow.start('incident', { workflowId: `incident-${incidentId}`, taskQueue, args: [input] });

    const blocked = await eventually(async () => (await muster.store.blockedRecords())[0]);
    expect(blocked).toMatchObject({ incidentId, code: 'record_gap' });
    const line = await eventually(async () => muster.logged.find((l) => l.includes('record_gap')));
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      incidentId,
      found: { seq: 4, recordedUpTo: 1 },
      needed: { seq: 2 },
      do: expect.stringContaining('Restore the newest backup'),
    });
    const commander = basis.holders[basis.plan.command.commander]![0]!;
    const confirm = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' } as const;
    expect(await muster.says(incidentId, commander, confirm)).toMatchObject({ phase: 'responding' });
    // It is tried again every second or so by now, and said once.
    expect(muster.logged.filter((l) => l.includes('record_gap'))).toHaveLength(1);

    await muster.store.record({ incidentId, events: events.slice(0, 3), messages: [] });
    await muster.until(incidentId, (s) => s.phase === 'responding');
    expect(await muster.store.blockedRecords()).toEqual([]);
    expect(await muster.store.verifyIncident(incidentId)).toMatchObject({ intact: true });
  });

  test('is named for an improvement too, which goes on and is recorded as soon as it can be', async () => {
    const one = new Story({ improvement: `t-${randomUUID().slice(0, 8)}` });
    one.says('sun-yu', { type: 'cancel', reason: 'not worth it' });
    const { state, events } = one;
    const { improvement } = state;
    const input: ImprovementInput = { carried: { state, lastAt: Date.now(), unrecorded: events.slice(1) } };
    const { taskQueue } = muster;
    const workflowId = improvementWorkflowId(improvement);
    await muster.client.workflow.start('improvement', { workflowId, taskQueue, args: [input] });

    const blocked = await eventually(async () => (await muster.store.blockedRecords())[0]);
    expect(blocked).toMatchObject({ incidentId: improvementKey(improvement), code: 'record_gap' });
    const line = await eventually(async () => muster.logged.find((l) => l.includes(improvement)));
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      code: 'record_gap',
      improvement,
      found: { seq: 2, recordedUpTo: 0 },
      needed: { seq: 1 },
      do: expect.stringMatching(/^The improvement goes on.*Restore the newest backup/),
    });

    await muster.store.recordImprovement({ improvement, events: events.slice(0, 1) });
    await muster.store.waitForImprovement(improvement, state.seq, 60_000);
    // Whoever is to be told of it may have been by now.
    expect((await muster.store.improvementEventsOf(improvement)).slice(0, state.seq)).toEqual(events);
    expect(await muster.store.blockedRecords()).toEqual([]);
  });
});

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 1200; i++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}
