import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { Drill, DrillRecord } from '../../src/api/contract.js';
import { everybody } from '../../src/domain/drill/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY, MINUTE } from '../../src/domain/time.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ALL = '/api/v1/drills';

async function opened(more: object = {}): Promise<Drill> {
  const { status, body } = await api.ask<Drill>(ALL, { as: 'operator', body: { scenario: 'ransomware', ...more } });
  expect(status).toBe(201);
  return body;
}

const act = (id: string, body: object, as: string = 'operator', headers: Record<string, string> = {}) =>
  api.ask(`${ALL}/${id}/decisions`, { as, body, headers });

const show = async (id: string, as: string = 'operator') => (await api.ask<DrillRecord>(`${ALL}/${id}`, { as })).body;

/** Begun, as its incident would show it. */
async function begun(more: object = {}): Promise<string> {
  const { id } = await opened(more);
  const steps = [
    ['submitScheme', 'operator'],
    ['approve', 'lin-wei'],
    ['start', 'operator'],
  ] as const;
  for (const [action, as] of steps) expect((await act(id, { action }, as)).status).toBe(200);
  const fields = { realAt: api.clock.now, pace: 1 };
  await api.drills.hear(id, { type: 'seen', events: [{ seq: 1, type: 'reported', at: api.clock.now, fields }] });
  return id;
}

describe('a drill', () => {
  test('is drafted on a scenario of the plan with the people of the roster, and is listed', async () => {
    const drill = await opened();
    expect(drill).toMatchObject({ status: 'drafting', scenario: { id: 'ransomware' }, kind: 'live', pace: 1 });
    const record = await show(drill.id);
    expect(record.roles.players.length).toBeGreaterThan(5);
    expect(record.injects[0]).toMatchObject({ id: 'rw-01', status: 'waiting', expected: expect.any(String) });
    const { body } = await api.ask<{ items: Drill[] }>(`${ALL}?live=true&scenario=ransomware`, { as: 'operator' });
    expect(body.items.map(({ id }) => id)).toContain(drill.id);
    expect((await api.ask(`${ALL}?live=true`, { as: null })).status).toBe(401);
  });

  test('is approved by whoever holds the post by now, also when somebody else did when it was drafted', async () => {
    const { id } = await opened();
    await act(id, { action: 'submitScheme' });
    const roster = structuredClone((await api.store.currentRoster())!.document) as RosterDocument;
    expect((await act(id, { action: 'approve' }, 'xie-ting')).body['code']).toBe('not_authorised');
    await api.store.saveRoster({ ...roster, holders: { ...roster.holders, commander: ['xie-ting'] } });
    expect((await act(id, { action: 'approve' }, 'xie-ting')).status).toBe(200);
    await api.store.saveRoster(roster);
  });

  test('does not begin in the past, neither at first nor after a change', async () => {
    const past = new Date(api.clock.now - 2 * MINUTE).toISOString();
    const refused = await api.ask(ALL, { as: 'operator', body: { scenario: 'ransomware', plannedAt: past } });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'begins_in_the_past', found: { plannedAt: past } },
    ]);
    const { id } = await opened();
    expect((await act(id, { action: 'revise', plannedAt: past })).body['code']).toBe('begins_in_the_past');
    // The same request again, when its time has come, is the same drill.
    const key = { 'Idempotency-Key': randomUUID() };
    const body = { scenario: 'ransomware', plannedAt: new Date(api.clock.now + MINUTE).toISOString() };
    const first = await api.ask<Drill>(ALL, { as: 'operator', body, headers: key });
    api.clock.now += 10 * MINUTE;
    const again = await api.ask<Drill>(ALL, { as: 'operator', body, headers: key });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  test('is not approved by the operator who drafted it', async () => {
    const { id } = await opened();
    await act(id, { action: 'submitScheme' });
    const refused = await act(id, { action: 'approve' });
    expect([refused.status, refused.body]).toMatchObject([
      403,
      { code: 'own_scheme', needed: { people: ['lin-wei'] } },
    ]);
    expect((await act(id, { action: 'approve' }, 'lin-wei')).status).toBe(200);
  });

  test('whose scheme was returned is changed by whoever drafted it, with people of the roster, and approved as it is then', async () => {
    const { id } = await opened();
    await act(id, { action: 'submitScheme' });
    await act(id, { action: 'return', remarks: 'a safety officer, and not today' }, 'lin-wei');
    const before = await show(id);
    const plannedAt = new Date(api.clock.now + 3 * DAY).toISOString();
    const revise = { action: 'revise', roles: { safety: ['xie-ting'] }, plannedAt, pace: 60 };
    const stranger = { ...revise, roles: { safety: ['nobody-of-ours'] } };
    expect((await act(id, stranger)).body['code']).toBe('unknown_drill_people');
    expect((await act(id, { action: 'revise', seed: 3 })).status).toBe(422);
    expect((await act(id, revise, 'he-zhe')).body['code']).toBe('not_authorised');
    expect((await act(id, revise)).status).toBe(200);
    const key = { 'Idempotency-Key': randomUUID() };
    const absent = { action: 'revise', simulateAbsent: true, present: ['zhao-lei'], seed: 4 };
    expect((await act(id, absent, 'operator', key)).status).toBe(200);
    expect((await act(id, absent, 'operator', key)).status).toBe(200);
    const after = await show(id);
    expect(after).toMatchObject({ status: 'drafting', plannedAt, pace: 60, simulated: { seed: 4 } });
    expect(after.roles).toEqual({ ...before.roles, safety: [expect.objectContaining({ id: 'xie-ting' })] });
    expect(after.simulated?.people.map((one) => one.id)).not.toContain('zhao-lei');
    const back = { action: 'revise', simulateAbsent: false, plannedAt: null };
    expect((await act(id, back)).status).toBe(200);
    expect(await show(id)).not.toHaveProperty('simulated');
    const { events } = await show(id);
    expect(events.filter(({ type }) => type === 'schemeRevised')).toHaveLength(3);
    await act(id, { action: 'submitScheme' });
    expect((await act(id, { action: 'approve' }, 'lin-wei')).status).toBe(200);
    expect((await act(id, { action: 'start' })).status).toBe(200);
    expect((await act(id, back)).body['code']).toBe('wrong_status');
  });

  test('takes a sheet on paper from its director, for whoever filled it in', async () => {
    const id = await begun();
    await act(id, { action: 'end' });
    const { director, players } = api.drills.stateOf(id).roles;
    const [player = '', other = ''] = players;
    const sheet = { action: 'answer', answers: { q1: 'by telephone' }, for: player };
    expect((await act(id, sheet, other)).body['code']).toBe('not_authorised');
    expect((await act(id, sheet, director)).status).toBe(200);
    const { feedback, events } = await show(id);
    expect(feedback?.given.map((one) => one.id)).toEqual([player]);
    expect(await api.store.sheetsOf(id)).toEqual([{ q1: 'by telephone' }]);
    expect(events.at(-1)).toMatchObject({ type: 'feedbackCounted', by: { id: director } });
    expect((await act(id, { ...sheet, for: undefined }, player)).body['code']).toBe('already_answered');
    expect(await api.store.sheetsOf(id)).toHaveLength(1);
  });

  test('its record is held against its chain', async () => {
    const id = await begun();
    const proof = (of: string) => api.ask(`${ALL}/${of}/record/verification`, { as: 'operator' });
    const { seq } = await show(id);
    expect((await proof(id)).body).toMatchObject({ drillId: id, intact: true, seq, faults: [] });
    expect((await proof('none')).body['code']).toBe('drill_not_found');
  });

  test('is refused for what the plan and the roster do not know', async () => {
    const post = (body: object) => api.ask(ALL, { as: 'operator', body });
    expect((await post({ scenario: 'flood' })).body['code']).toBe('unknown_scenario');
    expect((await post({ scenario: 'ransomware', programme: 'x' })).body['code']).toBe('unknown_programme');
    const other = await post({ scenario: 'ransomware', programme: 'live-release' });
    expect(other.body).toMatchObject({ code: 'programme_other_scenario', needed: { scenarios: ['release-outage'] } });
    const roles = { observers: ['nobody-of-ours'] };
    expect((await post({ scenario: 'ransomware', roles })).body['code']).toBe('unknown_drill_people');
    expect((await post({ scenario: 'ransomware', pace: 9_999 })).status).toBe(422);
    expect((await api.ask(`${ALL}/none`, { as: 'operator' })).body['code']).toBe('drill_not_found');
  });

  test('under the same key is the same drill, and under a used key another one is refused', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const post = (body: object) => api.ask<Drill>(ALL, { as: 'operator', body, headers });
    const first = await post({ scenario: 'data-loss' });
    expect((await post({ scenario: 'data-loss' })).body.id).toBe(first.body.id);
    expect((await post({ scenario: 'ransomware' })).status).toBe(409);
  });

  test('shows players what happens as it happens, and not what is expected of them', async () => {
    const id = await begun({ roles: { safety: [], evaluators: ['cheng-xue'], players: ['zhao-lei', 'xu-na'] } });
    const player = 'zhao-lei';
    expect((await show(id, player)).injects).toEqual([]);
    expect((await act(id, { action: 'inject', inject: 'rw-01' })).status).toBe(200);
    const [inject] = (await show(id, player)).injects;
    expect(inject).toMatchObject({ id: 'rw-01', status: 'played', actions: [] });
    expect(inject).not.toHaveProperty('expected');
    expect((await show(id)).injects[0]).toHaveProperty('expected');
    expect((await show(id)).ratings).not.toEqual([]);
    // Nor whoever has no part in it: they might tell.
    expect(everybody(api.drills.stateOf(id))).not.toContain('tang-li');
    const seen = await show(id, 'tang-li');
    expect(seen.injects.map((one) => one.id)).toEqual(['rw-01']);
    expect(seen.injects[0]).not.toHaveProperty('expected');
    expect(seen.ratings).toEqual([]);
    expect((await act(id, { action: 'stop', reason: 'x' }, player)).body['code']).toBe('not_authorised');
  });

  test('is given injects that are judged, goes on as fast as before, and is stopped without a word of why', async () => {
    const id = await begun();
    const add = (more: object) => act(id, { action: 'addInject', event: 'A journalist calls.', ...more });
    const odd = await add({ players: ['comander'] });
    expect([odd.status, odd.body]).toMatchObject([422, { code: 'unknown_posts', found: { posts: ['comander'] } }]);
    const wrong = async (facts: object) => (await add({ players: ['commander'], facts })).body['code'];
    expect(await wrong({ nofact: 3 })).toBe('unknown_fact');
    expect(await wrong({ usersAffected: 'abc' })).toBe('wrong_fact_type');
    const expects = [{ event: 'sitrepReleased', within: '20m', anew: true }];
    expect((await add({ players: ['commander'], facts: { usersAffected: 7 }, expects })).status).toBe(200);
    const { added } = api.drills.stateOf(id);
    expect(added['added-1']).toMatchObject({
      ...{ facts: { usersAffected: 7 }, expects: [{ event: 'sitrepReleased', within: 20 * MINUTE, anew: true }] },
    });

    expect((await act(id, { action: 'pace', pace: 30 })).status).toBe(200);
    expect((await act(id, { action: 'pace', pace: 0 })).status).toBe(200);
    expect((await show(id)).pace).toBe(0);
    expect((await act(id, { action: 'pace' })).status).toBe(200);
    expect((await show(id)).pace).toBe(30);

    expect((await act(id, { action: 'stop' })).status).toBe(200);
    const { ended, events } = await show(id);
    expect(ended).toMatchObject({ why: 'stopped' });
    expect(events.find(({ type }) => type === 'conductEnded')?.words).toMatch(/no reason was given|未说明理由/);
  });

  test('keeps what people say after it without a name, once, and counts who has answered', async () => {
    const id = await begun();
    await act(id, { action: 'end' });
    const [player = ''] = api.drills.stateOf(id).roles.players;
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = { q1: 'by telephone, twice', q2: ' ' };
    expect((await act(id, { action: 'answer', answers: { q99: 'x' } }, player)).body['code']).toBe(
      'unknown_drill_question',
    );
    expect((await act(id, { action: 'answer', answers }, player, key)).status).toBe(200);
    expect((await act(id, { action: 'answer', answers }, player, key)).status).toBe(200);
    const { feedback, events } = await show(id);
    // Whoever is noted as having answered just when a sheet appears would have written it.
    expect(feedback).toMatchObject({ sheets: [], heldBack: 1 });
    expect(await api.store.sheetsOf(id)).toEqual([{ q1: 'by telephone, twice' }]);
    // Nothing that stands beside a name leads to the sheet.
    const known = createHash('sha256').update(`${id} ${key['Idempotency-Key']}`).digest('hex');
    await api.store.saveSheet({ drillId: id, id: known, answers: { q1: 'another' } });
    expect(await api.store.sheetsOf(id)).toHaveLength(2);
    expect(feedback?.given.map((one) => one.id)).toEqual([player]);
    expect(JSON.stringify([events, await api.store.drillEventsOf(id)])).not.toContain('by telephone');
    const outsider = (await api.store.currentRoster())!.document as { people: { id: string }[] };
    const takesPart = everybody(api.drills.stateOf(id));
    const other = outsider.people.find((one) => !takesPart.includes(one.id));
    if (other) await act(id, { action: 'answer', answers }, other.id);
    expect(await api.store.sheetsOf(id)).toHaveLength(2);
    api.clock.now += 4 * DAY;
    await api.drills.wakes(id);
    const over = (await show(id)).feedback;
    expect(over?.sheets).toHaveLength(2);
    expect(over).not.toHaveProperty('heldBack');
  });

  describe('without a name', () => {
    const answers = { q1: 'by telephone' };
    const keyed = () => ({ 'Idempotency-Key': randomUUID() });
    const over = async () => {
      const id = await begun();
      await act(id, { action: 'end' });
      const [player] = api.drills.stateOf(id).roles.players;
      return {
        id,
        answer: (headers: Record<string, string>) => act(id, { action: 'answer', answers }, player, headers),
      };
    };
    const sheets = async (id: string) => (await api.store.sheetsOf(id)).length;
    const whileAway = async <T>(how: 'unasked' | 'unanswered', work: () => Promise<T>): Promise<T> => {
      const decide = api.drills.decide.bind(api.drills);
      api.drills.decide = async (drill, message) => {
        if (how === 'unanswered') await decide(drill, message);
        throw new Error('Temporal is away');
      };
      return work().finally(() => (api.drills.decide = decide));
    };

    test('a request that was not answered is sent again under its key, or under another: one sheet is kept', async () => {
      for (const how of ['unasked', 'unanswered'] as const) {
        for (const again of ['the same', 'another'] as const) {
          const { id, answer } = await over();
          const key = keyed();
          expect((await whileAway(how, () => answer(key))).status).toBeGreaterThanOrEqual(500);
          expect(await sheets(id)).toBe(how === 'unanswered' ? 1 : 0);
          const { status } = await answer(again === 'the same' ? key : keyed());
          expect(status).toBe(how === 'unanswered' && again === 'another' ? 409 : 200);
          expect(await sheets(id)).toBe(1);
        }
      }
    });

    test('of two requests at once one is counted, and one sheet is kept', async () => {
      const { id, answer } = await over();
      const statuses = await Promise.all([answer(keyed()), answer(keyed())]);
      expect(statuses.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await sheets(id)).toBe(1);
    });

    test('the key, from which the sheet would be found, stands nowhere beside who has sent it', async () => {
      const { id, answer } = await over();
      const key = keyed();
      expect((await answer(key)).body).toMatchObject({ requestId: key['Idempotency-Key'] });
      expect(JSON.stringify(await api.store.drillEventsOf(id))).not.toContain(key['Idempotency-Key']);
    });
  });

  test('is rated by criteria, reported with a score, and accepted by command', async () => {
    const id = await begun();
    await act(id, { action: 'end' });
    api.clock.now += 4 * DAY;
    expect((await act(id, { action: 'rate', criterion: 'E-21', rating: 'P', reason: 'by the plan' })).status).toBe(200);
    const submit = { action: 'submit', problems: 'slow', suggestions: '', despite: true };
    expect((await act(id, submit)).body).toMatchObject({ code: 'clearing_up' });
    await api.drills.clears(id);
    expect((await act(id, submit)).status).toBe(200);
    const submitted = await show(id);
    expect(submitted).toMatchObject({ status: 'submitted', conclusion: { id: expect.any(String) } });
    expect(submitted.score).toBeGreaterThan(0);
    expect((await act(id, { action: 'return', remarks: 'and the suppliers?' })).status).toBe(200);
    await act(id, submit);
    expect((await act(id, { action: 'accept' })).status).toBe(200);
    expect(await show(id)).toMatchObject({ status: 'closed', report: { version: 2 } });
  });
});
