import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Called } from '../../src/api/contract.js';
import { HOUR } from '../../src/domain/time.js';
import { signLink } from '../../src/seal/index.js';
import { COMMANDER, DEPUTY, DEVELOPER, PRESS, SIGNING_KEY, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';
import { callIn } from '../support/calls.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const TEAM = 'technical-rescue';
/** Leads site security, which only level I calls. */
const GUARD = 'deng-qiang';
const at = (id: string, name: string) => `/api/v1/incidents/${id}/${name}`;
const send = (id: string, name: string, body: object, as = COMMANDER) =>
  api.ask<{ status: string; code: string; words: string[]; teams: Called[] }>(at(id, name), { as, body });
const callFor = (id: string, person: string, of = TEAM) => callIn(api.incidents.stateOf(id), `team/${of}`, person);
const statusOf = (id: string, person: string) => callFor(id, person)?.status;

/** On record too, by which the next answer is told apart from this one. */
const becomes = async (id: string, person: string, status: string) => {
  await eventually(
    () => statusOf(id, person) === status,
    () => `${person} is ${statusOf(id, person)}, not ${status}`,
  );
  await recorded(id);
};

const recorded = (id: string) => api.store.waitForSeq(id, api.incidents.stateOf(id).seq, 60_000);

async function eventually(holds: () => boolean, what = () => 'it never was so'): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The page behind the link in the first notice to this person. */
function linkOf(id: string, person: string) {
  const noticeId = callFor(id, person)!.notices[0]!;
  const token = signLink(SIGNING_KEY, { incidentId: id, person, noticeId, expiresAt: api.clock.now + HOUR });
  const ask = () => api.ask(`/ack/${token}`, { as: null });
  const post = (fields: Record<string, string>) =>
    api.ask(`/ack/${token}`, {
      as: null,
      method: 'POST',
      raw: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  return { ask, post };
}

async function team(id: string): Promise<Called> {
  const { seq } = api.incidents.stateOf(id);
  const { body } = await api.ask<{ teams: Called[] }>(`/api/v1/incidents/${id}?minSeq=${seq}`);
  return body.teams.find((called) => called.id === TEAM)!;
}

describe('an answer to a call', () => {
  test('declines, is taken back, and declines again: each of them counts', async () => {
    const id = await api.confirmed();
    // The clock of these tests stands still, and nobody answers twice in one moment.
    const decline = () => send(id, 'declines', { reason: 'On a plane' }, DEVELOPER);
    expect(await decline()).toMatchObject({ status: 202, body: { status: 'recorded' } });
    await becomes(id, DEVELOPER, 'declined');
    await api.ask(at(id, 'acknowledgements'), { as: DEVELOPER, body: {} });
    await becomes(id, DEVELOPER, 'acknowledged');
    api.clock.now += 1;
    expect((await decline()).body.status).toBe('recorded');
    await becomes(id, DEVELOPER, 'declined');
    await api.ask(at(id, 'acknowledgements'), { as: DEVELOPER, body: {} });
    await becomes(id, DEVELOPER, 'acknowledged');
    await send(id, 'arrivals', { note: 'On the bridge' }, DEVELOPER);
    await becomes(id, DEVELOPER, 'arrived');
  });

  test('of somebody else is taken at once, from those who may give it', async () => {
    const id = await api.confirmed();
    const body = { person: DEVELOPER, reason: 'Told me so' };
    expect(await send(id, 'declines', body, PRESS)).toMatchObject({ status: 403, body: { code: 'not_authorised' } });
    expect(await send(id, 'declines', body, TECH_LEAD)).toMatchObject({ status: 202, body: { status: 'recorded' } });
    expect(statusOf(id, DEVELOPER)).toBe('declined');
    await send(id, 'arrivals', { person: DEVELOPER }, TECH_LEAD);
    expect(statusOf(id, DEVELOPER)).toBe('arrived');
  });

  test('without a reason, by nobody who was called, or by the operator, is refused at once', async () => {
    const id = await api.confirmed();
    const codeOf = async (body: object, as: string) => (await send(id, 'declines', body, as)).body.code;
    expect(await codeOf({ reason: ' ' }, DEVELOPER)).toBe('reason_required');
    expect(await codeOf({ reason: 'x' }, PRESS)).toBe('not_called');
    expect(await codeOf({ reason: 'x' }, 'operator')).toBe('person_required');
  });
});

describe('a link', () => {
  test('declines with a reason, and takes it back', async () => {
    const id = await api.confirmed();
    const { ask, post } = linkOf(id, DEVELOPER);
    const heading = (page: string) => /<h1>(.*)<\/h1>/.exec(page)?.[1];
    expect((await post({ answer: 'decline', reason: ' ' })).status).toBe(422);
    expect(statusOf(id, DEVELOPER)).toBe('called');
    const declined = await post({ answer: 'decline', reason: '在飞机上' });
    expect([declined.status, heading(declined.text)]).toEqual([200, '已记录您不能参加']);
    await becomes(id, DEVELOPER, 'declined');
    const shown = await ask();
    expect(heading(shown.text)).toBe('您此前答复不能参加');
    expect(shown.text.match(/<button/g)).toHaveLength(1);
    await post({});
    await becomes(id, DEVELOPER, 'acknowledged');
  });
});

describe('whoever was released', () => {
  const releaseFrom = (id: string) =>
    send(id, 'releases', { people: [DEVELOPER], team: TEAM, reason: 'Twelve hours on end' }, TECH_LEAD);

  test('comes back by the link in the call, which then takes the same answers as before', async () => {
    const id = await api.confirmed();
    await api.ask(at(id, 'acknowledgements'), { as: DEVELOPER, body: {} });
    await becomes(id, DEVELOPER, 'acknowledged');
    await releaseFrom(id);
    const { ask, post } = linkOf(id, DEVELOPER);
    const shown = await ask();
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('我可以返回岗位');
    api.clock.now += 1;
    expect((await post({ minutes: '20' })).status).toBe(200);
    await becomes(id, DEVELOPER, 'acknowledged');
    expect(callFor(id, DEVELOPER)).toMatchObject({ dutySince: api.clock.now, afterAll: true });
    expect((await ask()).text).toContain('我已到位');
    await post({ answer: 'there' });
    await becomes(id, DEVELOPER, 'arrived');
  });

  test('comes back over the API as often as they are released, and each answer counts', async () => {
    const id = await api.confirmed();
    for (const name of ['acknowledgements', 'acknowledgements', 'arrivals']) {
      api.clock.now += 1;
      expect((await send(id, name, {}, DEVELOPER)).body.status).toBe('recorded');
      await becomes(id, DEVELOPER, name === 'arrivals' ? 'arrived' : 'acknowledged');
      api.clock.now += 1;
      await releaseFrom(id);
      await becomes(id, DEVELOPER, 'released');
    }
    expect((await send(id, 'declines', { reason: 'x' }, DEVELOPER)).body.code).toBe('not_called');
  });

  test('is shown as rested once the rest is over', async () => {
    const id = await api.confirmed();
    await releaseFrom(id);
    const shown = async () => (await team(id)).people.find((p) => p.id === DEVELOPER)!;
    expect(await shown()).not.toHaveProperty('rested');
    api.clock.now += 8 * HOUR;
    expect(await shown()).toMatchObject({ status: 'released', rested: true });
  });
});

describe('whoever was not called', () => {
  test('comes all the same where the team counts on their post, and answers like everybody else from then on', async () => {
    const id = await api.confirmed();
    expect((await send(id, 'arrivals', {}, GUARD)).body.code).toBe('not_called');
    // The press officer stands in for information liaison.
    expect(await send(id, 'arrivals', {}, PRESS)).toMatchObject({ status: 202, body: { status: 'recorded' } });
    const status = () => callFor(id, PRESS, 'information-liaison')?.status;
    expect(status()).toBe('arrived');
    for (const expected of ['declined', 'arrived', 'declined', 'arrived']) {
      api.clock.now += 1;
      const [name, body] = expected === 'arrived' ? ['arrivals', {}] : ['declines', { reason: 'Called away' }];
      expect((await send(id, name, body, PRESS)).body.status).toBe('recorded');
      await eventually(() => status() === expected);
      await recorded(id);
    }
  });
});

describe('a team', () => {
  test('shows what it needs, has and lacks', async () => {
    const id = await api.confirmed();
    await api.ask(at(id, 'acknowledgements'), { as: DEVELOPER, body: {} });
    await becomes(id, DEVELOPER, 'acknowledged');
    const { quorum, counts } = await team(id);
    expect(quorum).toMatchObject({ status: 'open', tier: 'members', have: { people: 1 }, need: { people: 4 } });
    expect(quorum?.need.qualifications).toHaveLength(3);
    expect(quorum?.missing.people).toBe(3);
    expect(counts).toMatchObject({ acknowledged: 1, declined: 0 });
  });

  test('lets people go, and goes on without those who are missing', async () => {
    const id = await api.confirmed();
    const release = { people: [DEVELOPER], team: TEAM, reason: 'Night shift takes over' };
    expect(await send(id, 'releases', release, DEVELOPER)).toMatchObject({ status: 403 });
    const foretold = await send(id, 'releases', { ...release, preview: true }, TECH_LEAD);
    expect(foretold.body.words[0]).toMatch(/^Releases/);
    expect(await send(id, 'releases', release, TECH_LEAD)).toMatchObject({ status: 200 });
    const { people } = await team(id);
    const released = people.find((p) => p.id === DEVELOPER)!;
    expect(Date.parse(released.restsUntil!) - Date.parse(released.since)).toBe(8 * HOUR);
    const shortage = { team: TEAM, reason: 'Enough for this' };
    expect(await send(id, 'shortages', shortage, DEPUTY)).toMatchObject({ status: 403 });
    expect(await send(id, 'shortages', shortage)).toMatchObject({ status: 200 });
    expect((await team(id)).quorum?.status).toBe('accepted');
    expect(await send(id, 'shortages', shortage)).toMatchObject({ status: 409, body: { code: 'no_shortage' } });
  });

  test('asks a partner when its own people cannot suffice, and counts whom it sends', async () => {
    const id = await api.confirmed();
    const partner = { partner: 'cloud-provider', team: TEAM, accepted: true, headcount: 2 };
    expect(await send(id, 'partners', partner)).toMatchObject({ status: 409, body: { code: 'partner_not_asked' } });
    const members = (await team(id)).people.map((p) => p.id);
    for (const person of members) await send(id, 'declines', { person, reason: 'Away' }, TECH_LEAD);
    expect((await team(id)).quorum).toMatchObject({ tier: 'partners', partners: [{ status: 'asked' }] });
    expect(await send(id, 'partners', partner)).toMatchObject({ status: 200 });
    expect((await team(id)).quorum).toMatchObject({ have: { people: 2 }, status: 'open' });
  });
});
