import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Incident, RegisterImported, TimelineItem } from '../../src/api/contract.js';
import { startPeopleTeller } from '../../src/api/peopleTeller.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadRoster } from '../../src/planfiles/index.js';
import { createDirectory, firstBasis } from '../../src/store/index.js';
import { COMMANDER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const SAMPLE = loadRoster('plans/software-incident/roster.yaml').document;
const headers = { 'accept-language': 'en' };
const BRIEF = { situation: 'one region is down', objectives: 'fail over' };
const NEWCOMER: RosterDocument['people'][number] = {
  id: 'fan-li',
  name: 'Fan Li',
  languages: ['en'],
  contacts: { email: 'fan-li@example.com' },
};

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

/** The sample roster, changed as a test needs it, with the newcomer among the people. */
async function bringRoster(change: (roster: RosterDocument) => void, more: object = {}): Promise<RegisterImported> {
  const document = structuredClone(SAMPLE);
  document.people.push(NEWCOMER);
  change(document);
  const { status, body } = await api.ask<RegisterImported>('/api/v1/roster', {
    as: 'operator',
    headers,
    body: { document, ...more },
  });
  expect(status).toBe(200);
  return body;
}

const timeline = async (id: string): Promise<TimelineItem[]> =>
  (await api.ask<{ items: TimelineItem[] }>(`/api/v1/incidents/${id}/timeline?limit=1000`, { headers })).body.items;
const changes = async (id: string) => (await timeline(id)).filter(({ type }) => type === 'peopleChanged');
const end = async (id: string) => {
  await api.ask(`/api/v1/incidents/${id}/verification`, { body: { outcome: 'rejected', reason: 'a test' } });
};

describe('a roster that is imported while an incident runs', () => {
  test('lets somebody new be called with the team and be handed command', async () => {
    const id = await api.confirmed();
    const answer = await bringRoster(({ holders }) => {
      holders['deputy-commander']!.push('fan-li');
      holders['developer']!.push('fan-li');
    });
    expect(answer).toMatchObject({ saved: true, incidents: { told: 1, waiting: 0 } });

    const [told] = await changes(id);
    expect(told).toMatchObject({ actor: { kind: 'system' }, via: 'system' });
    expect(told!.words).toBe(
      `The roster has changed (version ${answer.version}): “Deputy commander”: Fan Li added; “Developer”: Fan Li added.`,
    );
    const called = (await timeline(id)).filter(({ type, cause }) => type === 'called' && cause === told!.seq);
    expect(called.map(({ event }) => event)).toMatchObject([
      { calls: [{ target: { kind: 'team', id: 'technical-rescue' }, people: ['fan-li'] }] },
    ]);

    const handover = `/api/v1/incidents/${id}/handover`;
    await api.ask(handover, { body: { action: 'offer', to: 'fan-li', brief: BRIEF } });
    expect((await api.ask(handover, { as: 'fan-li', body: { action: 'accept' } })).status).toBe(200);
    const { body } = await api.ask<Incident>(`/api/v1/incidents/${id}`, { headers });
    expect(body.command.inCommand).toMatchObject({ id: 'fan-li', name: 'Fan Li' });
    expect((await api.store.verifyIncident(id)).intact).toBe(true);

    const { state } = (await api.store.getIncident(id))!;
    expect((await firstBasis(api.store, state)).holders).toEqual(SAMPLE.holders);
  });

  test('is told to whoever is still in action, once, and only where it changes something', async () => {
    const before = await api.store.liveIncidents();
    const [one, other, over] = [await api.report(), await api.report(), await api.report()];
    await end(over);
    const { incidents } = await bringRoster(
      ({ people }) => (people[0]!.away = [{ from: '2026-01-01', to: '2026-01-02' }]),
    );
    expect(incidents).toEqual({ told: before.length + 2, waiting: 0 });
    expect(await changes(one)).toHaveLength(1);
    expect(await changes(other)).toHaveLength(1);
    expect(await changes(over)).toEqual([]);
    const contact = await bringRoster(({ people }) => {
      people[0]!.away = [{ from: '2026-01-01', to: '2026-01-02' }];
      people[0]!.contacts.mobile = '+861000007777';
    });
    expect(contact).toMatchObject({ saved: true, incidents: { told: 0, waiting: 0 } });
    expect(await changes(one)).toHaveLength(1);
  });

  test('is no news when it is a preview, or what is in force already', async () => {
    const id = await api.report();
    const inForce = (await api.store.currentRoster())!.document as RosterDocument;
    const same = await api.ask<RegisterImported>('/api/v1/roster', { as: 'operator', body: { document: inForce } });
    expect(same.body).not.toHaveProperty('incidents');
    const preview = await bringRoster(({ holders }) => holders['developer']!.reverse(), { preview: true });
    expect(preview).not.toHaveProperty('incidents');
    expect(await changes(id)).toEqual([]);
  });

  test('shows nobody when somebody is away, and keeps who commands', async () => {
    const id = await api.confirmed();
    await bringRoster(({ people }) => {
      people.find((person) => person.id === COMMANDER)!.away = [{ from: '2026-01-01', to: '2036-01-01' }];
    });
    const [told] = await changes(id);
    expect(told!.words).toContain('away now: Lin Wei');
    expect(told!.event).toMatchObject({ people: expect.arrayContaining([COMMANDER]) as unknown });
    const { body } = await api.ask<Incident>(`/api/v1/incidents/${id}`, { headers });
    expect(body.command.inCommand).toMatchObject({ id: COMMANDER });
  });

  test('that comes while Temporal does not answer is told afterwards', async () => {
    const id = await api.confirmed();
    api.incidents.down = true;
    const live = (await api.store.liveIncidents()).length;
    const { seq } = (await api.store.getIncident(id))!.state;
    const answer = await bringRoster(({ holders }) => holders['developer']!.reverse());
    expect(answer.incidents).toEqual({ told: 0, waiting: live });
    api.incidents.down = false;
    // As after a restart: another process on the same record. The first one may try again just now.
    const { store, incidents } = api;
    const restarted = startPeopleTeller({
      store,
      incidents,
      directory: createDirectory(store),
      log: pino({ level: 'silent' }),
    });
    await restarted.tell();
    await restarted.close();
    const since = (await store.eventsOf(id, seq, 10)).map(({ event }) => event.type);
    expect(since).toEqual(['peopleChanged']);
  });
});
