import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/api/contract.js';
import { CONFIRM, DEVELOPER, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  api.incidents.sharedPeople = true;
});
afterAll(() => api.close());

const view = async (id: string) => (await api.ask<Incident>(`/api/v1/incidents/${id}`)).body;
const say = (id: string, what: string, body: object, as: string) =>
  api.ask(`/api/v1/incidents/${id}/${what}`, { body, as });

/** Reported and confirmed by whoever commands it. */
async function confirmed(): Promise<{ id: string; commander: string }> {
  const id = await api.report();
  const commander = (await view(id)).command.inCommand!.id;
  await say(id, 'verification', CONFIRM, commander);
  return { id, commander };
}

describe('somebody whom two incidents want', () => {
  let first: string;
  let second: { id: string; commander: string };
  let people: string[];
  beforeAll(async () => {
    ({ id: first } = await confirmed());
    second = await confirmed();
    people = (await view(second.id)).claims.contested
      .filter(({ role }) => role === 'team')
      .map(({ person }) => person.id);
  });

  test('is contested in the later one, whose commander is another', async () => {
    const { claims, command } = await view(second.id);
    expect(claims.contested[0]).toMatchObject({ heldBy: first, role: 'team' });
    expect(command.inCommand!.id).not.toBe((await view(first)).command.inCommand!.id);
    expect((await view(first)).claims).toMatchObject({ contested: [], shared: [] });
    expect(people.length).toBeGreaterThan(1);
  });

  test('is decided about by whoever has the authority, with a reason, once', async () => {
    const body = { person: people[0]!, decision: 'share', reason: 'Nobody else knows the module' };
    const { id, commander } = second;
    expect(await say(id, 'claims', { ...body, reason: '' }, commander)).toMatchObject({
      status: 422,
      body: { code: 'reason_required' },
    });
    expect(await say(id, 'claims', { ...body, decision: 'both' }, commander)).toMatchObject({ status: 422 });
    expect(await say(id, 'claims', body, DEVELOPER)).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
    expect(await say(first, 'claims', body, (await view(first)).command.inCommand!.id)).toMatchObject({
      status: 409,
      body: { code: 'not_contested' },
    });
  });

  test('serves both when they are shared, and both incidents say so', async () => {
    const [person] = people;
    const body = { person, decision: 'share', reason: 'Nobody else knows the module' };
    const preview = await say(second.id, 'claims', { ...body, preview: true }, second.commander);
    expect(preview.body).toMatchObject({ allowed: true });
    expect((await say(second.id, 'claims', body, second.commander)).status).toBe(200);
    const shared = (claims: Incident['claims']) => claims.shared.find((entry) => entry.person.id === person)?.with;
    expect(shared((await view(second.id)).claims)).toEqual([first]);
    expect(shared((await view(first)).claims)).toEqual([second.id]);
    expect((await view(second.id)).claims.contested.map((entry) => entry.person.id)).not.toContain(person);
    expect(await say(second.id, 'claims', body, second.commander)).toMatchObject({ body: { code: 'not_contested' } });
  });

  test('is called here no more when they are left to the other one', async () => {
    const person = people[1]!;
    const body = { person, decision: 'yield', reason: 'The other one is worse' };
    expect((await say(second.id, 'claims', body, second.commander)).status).toBe(200);
    const { claims } = await view(second.id);
    expect([...claims.contested, ...claims.shared].map((entry) => entry.person.id)).not.toContain(person);
    const calls = Object.values(api.incidents.stateOf(second.id).mobilisation.bodies).flatMap(({ people: pieces }) =>
      pieces.flatMap((piece) => (piece[person] === undefined ? [] : [piece[person].status])),
    );
    expect(new Set(calls)).toEqual(new Set(['takenOff']));
    const { body: log } = await api.ask<{ items: { type: string; reason?: string }[] }>(
      `/api/v1/incidents/${second.id}/decisions`,
    );
    expect(log.items.filter(({ type }) => type === 'claimResolved').map(({ reason }) => reason)).toEqual([
      'Nobody else knows the module',
      'The other one is worse',
    ]);
  });
});
