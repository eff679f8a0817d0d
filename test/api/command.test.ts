import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOUR } from '../../src/domain/time.js';
import { COMMANDER, DEPUTY, REPORT, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

interface View {
  phase: string;
  seq: number;
  command: { inCommand?: { id: string }; offer?: { to: { id: string }; brief: object }; checkIn?: { asked: object[] } };
  merging: { into?: string; absorbed: { from?: string }[] };
}
const BRIEF = { situation: 'Checkout is down in one region', objectives: 'Fail over, tell customers' };
const view = async (id: string) => (await api.ask<View>(`/api/v1/incidents/${id}`)).body;

describe('a handover over HTTP', () => {
  test('is offered with a brief, shown with it, and accepted', async () => {
    const id = await api.confirmed();
    const path = `/api/v1/incidents/${id}/handover`;
    const preview = await api.ask<{ words: string[] }>(path, {
      body: { action: 'offer', to: DEPUTY, brief: BRIEF, preview: true },
    });
    expect(preview.body.words[0]).toMatch(/Offers command to/);
    expect((await api.ask(path, { body: { action: 'offer', to: DEPUTY, brief: BRIEF } })).status).toBe(200);
    expect(await view(id)).toMatchObject({ command: { offer: { to: { id: DEPUTY }, brief: BRIEF } } });
    expect((await api.ask(path, { body: { action: 'accept' }, as: DEPUTY })).status).toBe(200);
    expect((await view(id)).command).toMatchObject({ inCommand: { id: DEPUTY } });
    const { body } = await api.ask(`/api/v1/incidents/${id}/level`, { body: { level: 'II', reason: 'worse' } });
    expect(body).toMatchObject({ code: 'not_authorised' });
  });

  test.each([
    ['an offer without a brief', { action: 'offer', to: DEPUTY }],
    ['an offer with an empty situation', { action: 'offer', to: DEPUTY, brief: { ...BRIEF, situation: '' } }],
    ['a refusal without a reason', { action: 'decline' }],
    ['an unknown action', { action: 'seize' }],
  ])('refuses %s', async (_, body) => {
    const id = await api.confirmed();
    const answer = await api.ask(`/api/v1/incidents/${id}/handover`, { body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
  });
});

describe('check-in over HTTP', () => {
  test('is shown as due, and is for whoever commands', async () => {
    const id = await api.confirmed();
    expect((await view(id)).command.checkIn).toMatchObject({ asked: [] });
    expect((await api.ask(`/api/v1/incidents/${id}/check-in`, { body: { note: 'here' } })).status).toBe(200);
    const refused = await api.ask(`/api/v1/incidents/${id}/check-in`, { body: {}, as: DEPUTY });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
  });

  test('nobody takes command who was not asked to', async () => {
    const id = await api.confirmed();
    const refused = await api.ask(`/api/v1/incidents/${id}/command`, { body: {}, as: DEPUTY });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_asked' } });
  });
});

describe('command that falls silent', () => {
  const passesUntilNextWake = async (id: string): Promise<void> => {
    const { body } = await api.ask<{ nextWake: string }>(`/api/v1/incidents/${id}`);
    api.clock.now = Date.parse(body.nextWake);
    await api.incidents.tick(id);
  };

  test('is taken over by the deputy who was asked, and the one before commands no more', async () => {
    const id = await api.confirmed();
    const path = `/api/v1/incidents/${id}/command`;
    const asked = async () => (await view(id)).command.checkIn?.asked ?? [];
    while ((await asked()).length === 0) await passesUntilNextWake(id);
    expect(await asked()).toMatchObject([{ id: DEPUTY }]);

    expect(await api.ask(path, { body: {}, as: TECH_LEAD })).toMatchObject({
      status: 403,
      body: { code: 'not_asked' },
    });
    const preview = await api.ask<{ allowed: boolean }>(path, { body: { preview: true }, as: DEPUTY });
    expect(preview.body).toMatchObject({ allowed: true });
    expect((await view(id)).command.inCommand).toMatchObject({ id: COMMANDER });
    expect((await api.ask(path, { body: {}, as: DEPUTY })).status).toBe(200);

    const { command } = await view(id);
    expect(command).toMatchObject({ inCommand: { id: DEPUTY }, checkIn: { asked: [] } });
    const { body: notices } = await api.ask<{ items: { subject: string; person: { id: string } }[] }>(
      `/api/v1/incidents/${id}/notices`,
    );
    const told = (subject: string) => notices.items.filter((n) => n.subject === subject).map((n) => n.person.id);
    expect(told('commandTaken')).toEqual([DEPUTY]);
    expect(told('relieved')).toEqual([COMMANDER]);
    const level = { body: { level: 'II', reason: 'worse' } };
    const refused = await api.ask(`/api/v1/incidents/${id}/level`, level);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
    expect((await api.ask(`/api/v1/incidents/${id}/level`, { ...level, as: DEPUTY })).status).toBe(200);
    expect(await api.ask(path, { body: {}, as: DEPUTY })).toMatchObject({ status: 403, body: { code: 'not_asked' } });
  });
});

describe('merging over HTTP', () => {
  test('is foretold, and asked of the other incident', async () => {
    const [id, into] = [await api.report(), await api.report()];
    const body = { into, reason: 'the same outage' };
    const preview = await api.ask<{ words: string[] }>(`/api/v1/incidents/${id}/merge`, {
      body: { ...body, preview: true },
    });
    expect(preview.body.words[0]).toContain(into);
    expect((await api.ask(`/api/v1/incidents/${id}/merge`, { body })).status).toBe(200);
    const itself = await api.ask(`/api/v1/incidents/${into}/merge`, { body });
    expect(itself).toMatchObject({ status: 422, body: { code: 'merge_with_itself' } });
  });
});

describe('further reports under the key of their source', () => {
  const report = (more: object, as = COMMANDER) =>
    api.ask<{ id: string; absorbed?: true }>('/api/v1/incidents', { body: { ...REPORT, ...more }, as });

  test('are added to the incident that runs', async () => {
    const first = await report({ dedupKey: 'alert-1' });
    expect(first.status).toBe(201);
    const again = await report({ dedupKey: 'alert-1', facts: { usersAffected: 900_000 } });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, absorbed: true } });
    expect(again.headers.get('location')).toBe(`/api/v1/incidents/${first.body.id}`);
    expect((await view(first.body.id)).merging.absorbed).toHaveLength(1);
    expect((await api.ask(`/api/v1/incidents/${first.body.id}`)).body).toMatchObject({
      proposal: { level: { id: 'II' } },
    });
  });

  test('open an incident of their own for another source, another key, and once it is over', async () => {
    const first = await report({ dedupKey: 'alert-2' });
    expect((await report({ dedupKey: 'alert-2' }, DEPUTY)).status).toBe(201);
    expect((await report({ dedupKey: 'alert-3' })).status).toBe(201);
    const rejected = { outcome: 'rejected', reason: 'a test' };
    await api.ask(`/api/v1/incidents/${first.body.id}/verification`, { body: rejected });
    const later = await report({ dedupKey: 'alert-2' });
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
    expect((await report({ dedupKey: 'alert-2' })).body).toMatchObject({ id: later.body.id, absorbed: true });
  });

  test('are added to it while it is watched after the end, and open an incident of their own after that', async () => {
    const first = await report({ dedupKey: 'alert-5' });
    const ask = (what: string, body: object, as = COMMANDER) =>
      api.ask(`/api/v1/incidents/${first.body.id}/${what}`, { body, as });
    await ask('verification', { outcome: 'confirmed', level: 'IV', reason: 'seen' });
    await ask('termination', { action: 'override', reason: 'restored' });
    await ask('termination', { action: 'confirm' }, DEPUTY);
    expect(api.incidents.stateOf(first.body.id).phase).toBe('watching');
    expect((await report({ dedupKey: 'alert-5' })).body).toMatchObject({ id: first.body.id, absorbed: true });
    api.clock.now += 8 * HOUR;
    await api.incidents.tick(first.body.id);
    // Somebody has to say whether it has come back; until then the watch goes on.
    expect(api.incidents.stateOf(first.body.id).phase).toBe('watching');
    await ask('recurrence/dismissal', { reason: 'a probe failed' });
    await api.incidents.tick(first.body.id);
    expect(api.incidents.stateOf(first.body.id).phase).toBe('aftermath');
    const later = await report({ dedupKey: 'alert-5' });
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });

  test('sent again under their own request key are added once', async () => {
    const first = await report({ dedupKey: 'alert-4' });
    const headers = { 'idempotency-key': 'again-4' };
    const ask = () => api.ask('/api/v1/incidents', { body: { ...REPORT, dedupKey: 'alert-4' }, headers });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect((await view(first.body.id)).merging.absorbed).toHaveLength(1);
  });

  test('of fifty at once make one incident', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => report({ dedupKey: 'storm' })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('the decision log', () => {
  test('tells each decision with who, by which authority, why, and what was known', async () => {
    const id = await api.report({ facts: { usersAffected: 20_000 } });
    const ask = (name: string, body: object) => api.ask(`/api/v1/incidents/${id}/${name}`, { body });
    await ask('verification', { outcome: 'confirmed', level: 'III', reason: 'Seen on the dashboards' });
    const told = { statement: 'Refunds fail too', source: 'Bridge', confidence: 'likely' };
    const { body: fact } = await ask('facts', told);
    await ask('questions', { text: 'Since when?' });
    await ask('level', { level: 'II', reason: 'A second region fails' });
    const { body } = await api.ask<{ items: object[] }>(`/api/v1/incidents/${id}/decisions`);
    const asked = (await api.store.eventsOf(id, 0, 100)).find(({ event }) => event.type === 'questionAsked');
    expect(body.items).toMatchObject([
      {
        type: 'confirmed',
        by: { kind: 'person', id: COMMANDER },
        authority: { id: 'commander' },
        reason: 'Seen on the dashboards',
        facts: { usersAffected: 20_000 },
      },
      {
        type: 'levelChanged',
        level: { id: 'III' },
        reason: 'A second region fails',
        statements: {
          count: 1,
          seqs: [fact['seq']],
          latest: [{ text: told.statement, source: 'Bridge', confidence: 'likely' }],
        },
        questions: { count: 1, ids: [`q${asked!.event.seq}`], latest: [{ text: 'Since when?' }] },
      },
    ]);
    expect(body.items[0]).not.toHaveProperty('level');
    expect(body.items[0]).toMatchObject({ statements: { count: 0 }, questions: { count: 0 } });
  });
});
