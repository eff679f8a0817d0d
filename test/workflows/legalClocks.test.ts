import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/incident/index.js';
import type { Duty } from '../../src/domain/incident/state.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import type { IncidentInput } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';

/** From the start of the test until the first limit passes: time to end a run and to stop the worker. */
const UNTIL_FIRST_LIMIT_MS = 45_000;

let muster: TestMuster;
afterEach(() => muster.close());

test('all legal clocks survive continue-as-new, and a limit that passes while no worker runs is told once, by that clock', async () => {
  muster = await TestMuster.start();
  const basis = (await muster.directory.basis())!;
  const id = `t-${randomUUID().slice(0, 8)}`;
  const { events, reportedAt } = reportedLongAgo(basis, id);
  const { basis: _, ...state } = fold(basis, events);
  const clocks = timesOf(state.obligations.duties);
  const [first, firstLimit] = Object.entries(clocks).sort(([, a], [, b]) => a.due - b.due)[0]!;
  expect(Object.keys(clocks).length).toBeGreaterThan(3);

  await muster.store.record({ incidentId: id, basis, events, messages: [] });
  const input: IncidentInput = {
    basis,
    carried: { state, lastAt: reportedAt, unrecorded: { events: [], messages: [] } },
  };
  const { taskQueue } = muster;
  await muster.client.workflow.start('incident', { workflowId: `incident-${id}`, taskQueue, args: [input] });
  const { runId } = await muster.handle(id).describe();
  // Past 1,000 events of history, by refused signals.
  await Promise.all(Array.from({ length: 1_050 }, () => muster.handle(id).signal('verify', null)));
  const continued = await muster.until(id, (s) => s.seq >= state.seq && Object.keys(s.effects.pending).length === 0);
  await newRun(id, runId);
  expect(timesOf(continued.obligations.duties)).toEqual(clocks);

  expect(Date.now()).toBeLessThan(firstLimit.due);
  let back = 0;
  await muster.restartWorker(async () => {
    await passed(firstLimit.due);
    back = Date.now();
  });
  const after = await muster.until(id, (s) => s.obligations.duties[first]?.missedAt !== undefined);
  expect(after.obligations.duties[first]).toMatchObject({ ...firstLimit, missedAt: firstLimit.due });
  expect(timesOf(after.obligations.duties)).toEqual(clocks);
  const missed = (await muster.events(id)).filter(
    (e) => e.type === 'obligationsMissed' && e.obligations.includes(first),
  );
  expect(missed).toHaveLength(1);
  expect(missed[0]).not.toHaveProperty('again');
  expect(missed[0]!.at).toBeGreaterThanOrEqual(back);
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
});

function reportedLongAgo(basis: Basis, incidentId: string) {
  const by = { actor: { kind: 'operator' }, via: 'api', requestId: randomUUID() } as const;
  const report = { incidentId, mode: 'real', category: 'security', title: 'x', place: 'y', facts: {} } as const;
  const probe = fold(basis, open(report, basis, by, 0)).obligations.duties;
  const shortest = Math.min(...Object.values(probe).flatMap(({ due }) => (due === undefined ? [] : [due])));
  const reportedAt = Date.now() - shortest + UNTIL_FIRST_LIMIT_MS;
  return { events: open(report, basis, by, reportedAt), reportedAt };
}

function timesOf(duties: Record<string, Pick<Duty, 'start' | 'due'>>) {
  return Object.fromEntries(
    Object.entries(duties).flatMap(([id, { start, due }]) =>
      start === undefined || due === undefined ? [] : [[id, { start, due }] as const],
    ),
  );
}

async function newRun(id: string, first: string): Promise<void> {
  while ((await muster.handle(id).describe()).runId === first) await new Promise((done) => setTimeout(done, 100));
}

function passed(at: number): Promise<void> {
  return new Promise((done) => setTimeout(done, at + 500 - Date.now()));
}
