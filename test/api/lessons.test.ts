import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident, Lessons, Problem, Summary } from '../../src/api/contract.js';
import { DAY } from '../../src/domain/time.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const headers = { 'accept-language': 'en' };
const say = (id: string, what: string, body: object, as = COMMANDER): Promise<Answer<Problem & { seq: number }>> =>
  api.ask(`/api/v1/incidents/${id}/${what}`, { body, as, headers });
const read = async <B>(id: string, what = '', lang = 'en'): Promise<B> =>
  (await api.ask<B>(`/api/v1/incidents/${id}${what}`, { headers: { 'accept-language': lang } })).body;

/** At level III, where the plan wants a summary evaluation; over at once, and watched. */
async function ended(): Promise<string> {
  const id = await api.confirmed();
  await say(id, 'termination', { action: 'override', reason: 'over' });
  await say(id, 'termination', { action: 'confirm' }, DEPUTY);
  return id;
}

const give = (answers: object, more: object = {}) => ({ action: 'give', post: 'technical-lead', answers, ...more });

describe('lessons', () => {
  test('are asked, given, improved and collected', async () => {
    const id = await ended();
    const before = await read<Lessons>(id, '/lessons');
    expect(before.questions).toHaveLength(8);
    expect(before.questions[6]).toEqual({ number: 7, text: 'Where were you lucky?' });
    expect(before.departments.map(({ post, given }) => [post.id, given])).toContainEqual(['technical-lead', undefined]);
    expect(before).toMatchObject({ asked: { dueAt: expect.any(String) }, collector: { id: 'planning-officer' } });

    expect((await say(id, 'lessons', give({ '1': 'By the alarm' }), TECH_LEAD)).status).toBe(200);
    await say(
      id,
      'lessons',
      give({ '1': 'By the alarm', '8': 'Rehearse' }, { free: 'Thanks', findings: ['8'] }),
      TECH_LEAD,
    );
    const { departments } = await read<Lessons>(id, '/lessons');
    expect(departments.find(({ post }) => post.id === 'technical-lead')?.given).toMatchObject({
      version: 2,
      by: { id: TECH_LEAD },
      onBehalf: false,
      answers: [
        { question: '1', text: 'By the alarm' },
        { question: '8', text: 'Rehearse', finding: 'lesson technical-lead q8' },
        { question: 'free', text: 'Thanks' },
      ],
    });

    const refused = await say(id, 'lessons', { action: 'collect' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'lessons_missing' } });
    expect(refused.body.detail).toContain('Missing: ');
    const reason = 'They are abroad';
    const foretold = await say(id, 'lessons', { action: 'collect', reason, preview: true });
    expect(foretold.body).toMatchObject({
      allowed: true,
      words: expect.arrayContaining([expect.stringContaining('missing: ')]),
    });
    await say(id, 'lessons', { action: 'collect', reason });
    expect((await read<Lessons>(id, '/lessons')).collected).toMatchObject({ reason, by: { id: COMMANDER } });
    expect(await say(id, 'lessons', give({ '1': 'x' }), TECH_LEAD)).toMatchObject({
      status: 409,
      body: { code: 'lessons_collected' },
    });
  });

  test('are refused to others, before the end, and in a wrong form', async () => {
    const id = await ended();
    expect(await say(id, 'lessons', give({ '1': 'x' }))).toMatchObject({
      status: 403,
      body: { code: 'not_authorised' },
    });
    expect(await say(id, 'lessons', give({ '9': 'x' }), TECH_LEAD)).toMatchObject({
      status: 422,
      body: { code: 'unknown_question' },
    });
    for (const wrong of [
      give({ one: 'x' }),
      give({ '1': 'x' }, { findings: ['q1'] }),
      { action: 'give', answers: {} },
    ]) {
      expect(await say(id, 'lessons', wrong, TECH_LEAD)).toMatchObject({
        status: 422,
        body: { code: 'invalid_request' },
      });
    }
    const running = await api.confirmed();
    expect(await read<Lessons>(running, '/lessons')).not.toHaveProperty('asked');
    expect(await say(running, 'lessons', give({ '1': 'x' }), TECH_LEAD)).toMatchObject({
      status: 409,
      body: { code: 'wrong_phase' },
    });
  });
});

describe('the summary evaluation', () => {
  test('is called, held with ratings beside the figures of the record, and written', async () => {
    const id = await ended();
    const before = await read<Summary>(id, '/summary');
    expect(before.criteria).toHaveLength(21);
    const grading = before.criteria.find((criterion) => criterion.id === 'E-21')!;
    expect(grading).toMatchObject({ axis: 'speed', critical: false, measured: { measure: 'grading', words: '0 s' } });
    expect(grading).not.toHaveProperty('rating');
    expect(before.criteria.find((criterion) => criterion.id === 'E-01')).not.toHaveProperty('axis');
    expect(before.agenda).toHaveLength(8);
    expect(before.participants.map((person) => person.id)).toContain(COMMANDER);

    const at = new Date(api.clock.now + DAY).toISOString();
    expect((await say(id, 'summary', { action: 'call', at, place: 'Room 4' }, DEVELOPER)).status).toBe(403);
    await say(id, 'summary', { action: 'call', at, place: 'Room 4', participants: [COMMANDER, TECH_LEAD] });
    expect((await read<Summary>(id, '/summary')).called).toMatchObject({
      at,
      place: 'Room 4',
      participants: [{}, { id: TECH_LEAD }],
    });

    const hold = {
      action: 'hold',
      present: [COMMANDER, TECH_LEAD],
      ratings: [
        { criterion: 'E-13', rating: 'U' },
        { criterion: 'E-21', rating: 'P' },
        { criterion: 'E-41', rating: 'P' },
      ],
      conclusions: 'File sooner.',
      notes: { 'E-13': 'An hour late' },
    };
    expect(await say(id, 'summary', hold)).toMatchObject({ status: 409, body: { code: 'meeting_not_begun' } });
    api.clock.now += DAY;
    const foretold = await say(id, 'summary', { ...hold, preview: true });
    expect(foretold.body).toMatchObject({
      words: expect.arrayContaining([expect.stringContaining('score 73.1, grade: Poor')]),
    });
    expect((await say(id, 'summary', hold)).status).toBe(200);
    const after = await read<Summary>(id, '/summary');
    expect(after.held).toMatchObject({
      score: 73.1,
      conclusion: { id: 'poor', name: 'Poor' },
      conclusions: 'File sooner.',
    });
    expect(after.held!.how).toEqual([
      'Score: speed of response 50 × 53.8% + co-ordination 100 × 46.2% = 73.1.',
      'Not rated, and so left out: technical handling. The other weights were brought to a hundred per cent.',
      'Critical and rated “Unable to be performed”: E-13. So the grade is at most “Poor”.',
    ]);
    expect(after).not.toHaveProperty('called');
    expect(after.criteria.find((criterion) => criterion.id === 'E-13')).toMatchObject({
      rating: 'U',
      note: 'An hour late',
      measured: { name: 'Legal reports in time' },
    });
    expect((await read<Summary>(id, '/summary', 'zh-CN')).held!.conclusion!.name).toBe('差');

    const { document } = after.held!;
    expect(document).toMatchObject({ kind: 'summary' });
    expect((await api.ask(document!.files[0]!.url)).status).toBe(200);
    expect((await read<Incident>(id)).documents.map(({ kind }) => kind)).toContain('summary');
  });

  test('is refused in a wrong form, and says what the plan has', async () => {
    const id = await ended();
    const hold = { action: 'hold', present: [COMMANDER], ratings: [], conclusions: 'x' };
    const rated = (criterion: string, rating: string) => ({ ...hold, ratings: [{ criterion, rating }] });
    expect(await say(id, 'summary', rated('E-99', 'P'))).toMatchObject({
      status: 422,
      body: { code: 'unknown_rated_criteria' },
    });
    expect(await say(id, 'summary', rated('E-13', 'X'))).toMatchObject({
      status: 422,
      body: { code: 'invalid_request' },
    });
    expect(await say(id, 'summary', { ...hold, present: ['nobody'] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_people' },
    });
  });
});
