import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident, Problem } from '../../src/api/contract.js';
import { COMMANDER, DEVELOPER, startTestApi } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const say = (id: string, what: string, body: object, as = DEVELOPER): Promise<Answer<Problem & { seq: number }>> =>
  api.ask(`/api/v1/incidents/${id}/${what}`, { body, as, headers: { 'accept-language': 'en' } });
const incident = async (id: string): Promise<Incident> =>
  (await api.ask<Incident>(`/api/v1/incidents/${id}`, { headers: { 'accept-language': 'en' } })).body;

describe('what is learnt while an incident runs', () => {
  test('stands in its view beside what was reported', async () => {
    const id = await api.report({ facts: { dataLost: false } });
    const told = { values: { usersAffected: 5200 }, source: 'Dashboard', confidence: 'likely' };
    const at = '2026-11-22T03:10:00.000+08:00';
    const { status } = await say(id, 'facts', { ...told, statement: 'Rising slowly', observedAt: at });
    expect(status).toBe(200);
    const { situation, report } = await incident(id);
    const event = (await api.store.eventsOf(id, 0, 100)).find((row) => row.event.type === 'factAdded');
    const seq = event?.event.seq;
    expect(report.facts).toEqual({ dataLost: false });
    expect(situation.facts).toEqual([
      expect.objectContaining({ fact: expect.objectContaining({ id: 'dataLost' }), value: false, seq: 1 }),
      expect.objectContaining({ words: expect.stringContaining('5'), confidence: 'likely', seq }),
    ]);
    const by = expect.objectContaining({ kind: 'person', id: DEVELOPER });
    const source = { by, source: 'Dashboard', observedAt: '2026-11-21T19:10:00.000Z', confidence: 'likely', seq };
    expect(situation.facts[1]).toMatchObject(source);
    expect(situation.facts[0]).toMatchObject({ by: { id: COMMANDER } });
    expect(situation.facts[0]).not.toHaveProperty('source');
    expect(situation).toMatchObject({ statements: [{ text: 'Rising slowly', ...source }], earlierStatements: 0 });
    expect(event!.event).toMatchObject({ observedAt: Date.parse(at), texts: { statement: 'Rising slowly' } });
  });

  test('is told in words by the latest twenty, read together, and by how many came before', async () => {
    const id = await api.report();
    for (let i = 1; i <= 60; i++) {
      await say(id, 'facts', { statement: `no. ${i}`, source: 'Bridge', confidence: 'confirmed' });
    }
    const { situation } = await incident(id);
    expect(situation.statements.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => `no. ${i + 41}`));
    expect(situation.earlierStatements).toBe(40);
  });

  test('is refused with what to do, whoever cannot have it', async () => {
    const id = await api.report();
    const body = { source: 'x', confidence: 'confirmed' };
    expect(await say(id, 'facts', { ...body, values: { usersAffected: true } })).toMatchObject({
      status: 422,
      body: { code: 'wrong_fact_type', found: { fact: 'usersAffected' } },
    });
    expect(await say(id, 'facts', body)).toMatchObject({ status: 422, body: { code: 'nothing_told' } });
    expect(await say(id, 'facts', { ...body, confidence: 'sure' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_request' },
    });
    expect(await say(id, 'facts', { ...body, statement: 'x' }, 'operator')).toMatchObject({
      status: 403,
      body: { code: 'not_involved' },
    });
  });
});

test('a question is open until it is answered', async () => {
  const id = await api.report();
  const { body } = await say(id, 'questions', { text: 'Are all orders in the ledger?' }, COMMANDER);
  const question = `q${body.seq}`;
  expect((await incident(id)).situation.questions).toEqual([
    expect.objectContaining({ id: question, text: 'Are all orders in the ledger?' }),
  ]);
  const foretold = await say(id, `questions/${question}/answer`, { text: 'Yes', preview: true });
  expect(foretold.body).toMatchObject({ preview: true, allowed: true });
  expect((await say(id, `questions/${question}/answer`, { text: 'Yes' })).status).toBe(200);
  expect((await incident(id)).situation.questions).toEqual([]);
  expect(await say(id, `questions/${question}/answer`, { text: 'Yes' })).toMatchObject({
    status: 409,
    body: { code: 'no_such_question' },
  });
});
