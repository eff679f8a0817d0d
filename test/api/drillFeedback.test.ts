import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Drill, DrillRecord } from '../../src/api/contract.js';
import { UnavailableError } from '../../src/api/incidents.js';
import { StoreError } from '../../src/store/index.js';
import { DAY } from '../../src/domain/time.js';
import { signDrillFeedbackLink } from '../../src/seal/index.js';
import { SIGNING_KEY, startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ALL = '/api/v1/drills';
const act = (id: string, body: object, as = 'operator') => api.ask(`${ALL}/${id}/decisions`, { as, body });

const LATE = /somebody may tell that it is yours|可能因提交时间被认出/;

/** Over: everybody is asked. */
async function over(): Promise<{ drill: string; asked: string[] }> {
  const { id: drill } = (await api.ask<Drill>(ALL, { as: 'operator', body: { scenario: 'ransomware' } })).body;
  await act(drill, { action: 'submitScheme' });
  await act(drill, { action: 'approve' }, 'lin-wei');
  await act(drill, { action: 'start' });
  const fields = { realAt: api.clock.now, pace: 1 };
  await api.drills.hear(drill, { type: 'seen', events: [{ seq: 1, type: 'reported', at: api.clock.now, fields }] });
  expect((await act(drill, { action: 'end' })).status).toBe(200);
  return { drill, asked: api.drills.stateOf(drill).feedback!.asked };
}

const link = (drill: string, person: string, expiresAt = api.clock.now + DAY) =>
  `/drill-feedback/${signDrillFeedbackLink(SIGNING_KEY, { drill, person, expiresAt })}`;

const look = (path: string) => api.ask(path, { as: null });

async function handIn(path: string, answers: Record<string, string>) {
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(answers) });
  return { status: answer.status, text: await answer.text() };
}

const feedbackOf = async (drill: string) =>
  (await api.ask<DrillRecord>(`${ALL}/${drill}`, { as: 'operator' })).body.feedback!;

test('looking at the link shows the questions and changes nothing; the button hands the sheet in, once, without a name', async () => {
  const { drill, asked } = await over();
  const [person = ''] = asked;
  const { questions } = await feedbackOf(drill);
  const page = await look(link(drill, person));
  expect(page.status).toBe(200);
  expect(page.text.match(/<textarea /g)).toHaveLength(questions.length);
  expect(page.text).toContain('DRILL');
  expect((await feedbackOf(drill)).given).toEqual([]);

  const answers = { q1: 'by telephone,\r\ntwice', q2: ' ', q99: 'of no question' };
  expect(await handIn(link(drill, person), answers)).toMatchObject({ status: 200 });
  expect((await feedbackOf(drill)).given.map(({ id }) => id)).toEqual([person]);
  expect(await api.store.sheetsOf(drill)).toEqual([{ q1: 'by telephone,\ntwice' }]);
  const kept = JSON.stringify(await api.store.drillEventsOf(drill));
  expect(kept).not.toContain('by telephone');
  expect(kept).toContain('"via":"link"');

  const again = await handIn(link(drill, person), { q1: 'another' });
  expect([again.status, again.text.includes('<form')]).toEqual([200, false]);
  expect((await look(link(drill, person))).text).not.toContain('<form');
  expect(await api.store.sheetsOf(drill)).toHaveLength(1);
});

test('two presses of the button at once leave one sheet', async () => {
  const { drill, asked } = await over();
  const path = link(drill, asked[0]!);
  const both = await Promise.all([handIn(path, { q1: 'first' }), handIn(path, { q1: 'second' })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await api.store.sheetsOf(drill)).toHaveLength(1);
});

test('what cannot be taken comes back with every word that was written', async () => {
  const { drill, asked } = await over();
  const path = link(drill, asked[0]!);
  expect((await handIn(path, { q1: ' ' })).status).toBe(422);
  const long = await handIn(path, { q1: 'x'.repeat(2_001), q3: '<b>"kept" & whole' });
  expect(long.status).toBe(422);
  expect(long.text).toContain('&#60;b&#62;&#34;kept&#34; &#38; whole');
  expect((await feedbackOf(drill)).given).toEqual([]);

  const written = { q1: 'written with care', q2: '<i>' };
  const comesBack = async (away: Error, of: 'temporal' | 'store') => {
    const [decide, getDrill] = [api.drills.decide.bind(api.drills), api.store.getDrill.bind(api.store)];
    if (of === 'temporal') api.drills.decide = () => Promise.reject(away);
    else api.store.getDrill = () => Promise.reject(away);
    const { status, text } = await handIn(path, written).finally(() => {
      api.drills.decide = decide;
      api.store.getDrill = getDrill;
    });
    expect(status).toBe(503);
    expect(text).toContain('written with care</textarea>');
    expect(text).toContain('&#60;i&#62;</textarea>');
  };
  await comesBack(new UnavailableError('Temporal is away'), 'temporal');
  await comesBack(new StoreError('database_failed', 'the database is away'), 'store');
  expect((await handIn(path, { q1: 'written with care' })).status).toBe(200);
  expect(await api.store.sheetsOf(drill)).toEqual([{ q1: 'written with care' }]);
  // Others are still to be read by nobody.
  expect((await look(link(drill, asked[1]!))).text).not.toMatch(LATE);
  api.clock.now += 4 * DAY;
  await api.drills.wakes(drill);
  expect((await look(link(drill, asked[1]!))).text).toMatch(LATE);
});

test('a sheet as full as it may be is taken', async () => {
  const { drill, asked } = await over();
  const { questions } = await feedbackOf(drill);
  const full = Object.fromEntries(questions.map(({ id }) => [id, '演'.repeat(2_000)]));
  expect((await handIn(link(drill, asked[0]!), full)).status).toBe(200);
  expect(await api.store.sheetsOf(drill)).toEqual([full]);
});

test('whoever is not asked, a changed, foreign or old link, and an accepted report take nothing', async () => {
  const { drill, asked } = await over();
  const path = link(drill, asked[0]!);
  const answers = { q1: 'x' };
  expect((await handIn(link(drill, 'nobody-of-ours'), answers)).status).toBe(403);
  expect((await handIn(`${path}x`, answers)).status).toBe(400);
  expect((await handIn(link(drill, asked[0]!, api.clock.now), answers)).status).toBe(410);
  const foreign = signDrillFeedbackLink('another key', { drill, person: asked[0]!, expiresAt: api.clock.now + DAY });
  expect((await handIn(`/drill-feedback/${foreign}`, answers)).status).toBe(400);

  for (const effect of api.drills.stateOf(drill).effects) {
    await api.drills.hear(drill, { type: 'settled', effectId: effect.id });
  }
  await act(drill, { action: 'submit', problems: 'none', suggestions: 'none', despite: true });
  expect((await act(drill, { action: 'accept' }, 'lin-wei')).status).toBe(200);
  expect((await handIn(path, answers)).status).toBe(409);
  expect((await look(path)).text).not.toContain('<form');
  expect((await feedbackOf(drill)).given).toEqual([]);
});
