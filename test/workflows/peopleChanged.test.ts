import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startPeopleTeller } from '../../src/api/peopleTeller.js';
import type { PeopleTeller } from '../../src/api/peopleTeller.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { TestMuster } from '../support/muster.js';

let muster: TestMuster;
let teller: PeopleTeller;
beforeAll(async () => {
  muster = await TestMuster.start();
  const { store, directory, incidents } = muster;
  teller = startPeopleTeller({ store, directory, incidents, log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await teller.close();
  await muster.close();
});

async function bringRoster(change: (roster: RosterDocument) => void): Promise<void> {
  const document = structuredClone((await muster.store.currentRoster())!.document as RosterDocument);
  change(document);
  await muster.store.saveRoster(document);
}

test('somebody new is called by mail, is handed command, and stays known in the next run', async () => {
  const id = await muster.report();
  await muster.says(id, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  await muster.until(id, (s) => s.phase === 'responding');
  await bringRoster(({ people, holders }) => {
    people.push({ id: 'fan-li', name: 'Fan Li', languages: ['en'], contacts: { email: 'fan-li@example.com' } });
    holders['developer']!.push('fan-li');
    holders['deputy-commander']!.push('fan-li');
  });
  await teller.tell();
  await muster.until(id, (s, events) => {
    const called = events.some((e) => e.type === 'called' && e.calls.some(({ people }) => people.includes('fan-li')));
    return called && Object.keys(s.effects.pending).length === 0;
  });
  expect(await muster.mailed()).toContain('fan-li');

  const brief = { situation: 'one region is down', objectives: 'fail over' };
  await muster.says(id, 'lin-wei', { type: 'handOver', action: 'offer', to: 'fan-li', brief });
  expect(await muster.says(id, 'fan-li', { type: 'handOver', action: 'accept' })).not.toHaveProperty('refusal');

  const { runId } = await muster.handle(id).describe();
  for (let i = 0; (await muster.handle(id).describe()).runId === runId; i++) {
    await muster.says(id, 'fan-li', { type: 'changeLevel', level: i % 2 === 0 ? 'II' : 'III', reason: 'again' });
  }
  await muster.says(id, 'fan-li', { type: 'changeLevel', level: 'I', reason: 'in the new run' });
  const carried = await muster.until(id, (s) => s.grading.level === 'I');
  expect(carried.basis.holders['developer']).toContain('fan-li');
  expect((await muster.events(id)).filter(({ type }) => type === 'peopleChanged')).toHaveLength(1);
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
});

test('a signal that is no change of people is on the record as refused, and the incident goes on', async () => {
  const id = await muster.report();
  for (const payload of [null, 7, { roster: 3, posts: 'x' }]) await muster.handle(id).signal('peopleChanged', payload);
  const state = await muster.until(id, (_, events) => events.filter(({ type }) => type === 'refused').length === 3);
  expect(state.phase).toBe('reported');
});
