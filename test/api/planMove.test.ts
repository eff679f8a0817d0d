import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { putInForce } from '../support/plans.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi } from './harness.js';
import type { Answer, TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const SAMPLE = loadPlan('plans/software-incident').document;

interface Moved {
  code: string;
  detail: string;
  allowed: boolean;
  words: string[];
  difference: { heading: string; changes: { words: string }[] }[];
  found: Record<string, unknown>;
}

const move = (id: string, body: object, as = COMMANDER): Promise<Answer<Moved>> =>
  api.ask<Moved>(`/api/v1/incidents/${id}/plan`, { body, as, headers: { 'accept-language': 'en' } });

const planOf = async (id: string): Promise<{ version: number }> =>
  (await api.ask<{ plan: { version: number } }>(`/api/v1/incidents/${id}`)).body.plan;

/** Puts a changed copy of the sample plan into effect, as the version given. */
async function putIntoEffect(version: number, change: (plan: PlanDocument) => void): Promise<void> {
  const document = structuredClone(SAMPLE);
  document.plan.version = version;
  change(document);
  await putInForce(api.store, document, `${version}`.repeat(64));
}

describe('a running incident', () => {
  test('stays on its version while a newer one becomes effective, and moves when command says so', async () => {
    const id = await api.confirmed();
    await putIntoEffect(2, ({ mobilisation }) => {
      mobilisation.push({ team: 'publicity', levels: ['III'] });
    });
    expect(await planOf(id)).toMatchObject({ version: 1 });
    expect(await planOf(await api.report())).toMatchObject({ version: 2 });

    const foretold = await move(id, { version: 2, reason: 'It names the press', preview: true });
    expect(foretold.body).toMatchObject({ allowed: true });
    expect(foretold.body.difference.flatMap(({ changes }) => changes.map((c) => c.words))).toEqual(
      expect.arrayContaining([expect.stringMatching(/publicity/i)]),
    );
    expect(foretold.body.words).toEqual(
      expect.arrayContaining([
        'Goes on under version 2 of the plan, instead of version 1',
        expect.stringContaining('Calls 3 people of 1 team or post: Publicity'),
      ]),
    );
    expect(await planOf(id)).toMatchObject({ version: 1 });

    expect((await move(id, { version: 2, reason: 'It names the press' })).status).toBe(200);
    expect(await planOf(id)).toMatchObject({ version: 2 });
    const { body } = await api.ask<{ items: { type: string; words: string; event: object }[] }>(
      `/api/v1/incidents/${id}/timeline`,
      { headers: { 'accept-language': 'en' } },
    );
    const moved = body.items.find((item) => item.type === 'planMoved');
    expect(moved).toMatchObject({ event: { from: { version: 1 }, to: { version: 2 }, authority: 'commander' } });
    expect(moved?.event).not.toHaveProperty('basis');
    expect(moved?.words).toBe(
      'Lin Wei (Commander) decided that the incident goes on under version 2 of the plan, instead of version 1. Reason: It names the press.',
    );
    expect((await api.store.verifyIncident(id)).intact).toBe(true);
  });

  test('answers a repeated request as before, when the version and the people have changed since', async () => {
    const id = await api.report();
    await putIntoEffect(3, () => undefined);
    const asked = { version: 3, reason: 'Newer' };
    const key = { 'accept-language': 'en', 'idempotency-key': 'move-once' };
    const ask = () => api.ask(`/api/v1/incidents/${id}/plan`, { body: asked, as: COMMANDER, headers: key });
    const first = await ask();
    expect(first.status).toBe(200);
    await putIntoEffect(4, () => undefined);
    const roster = (await api.store.currentRoster())!.document as { holders: Record<string, string[]> };
    await api.store.saveRoster({ ...roster, holders: { ...roster.holders, 'operations-engineer': [] } });
    // The incident may have been told of the roster meanwhile.
    const seq = expect.any(Number) as unknown;
    expect(await ask()).toMatchObject({ status: 200, body: { ...first.body, seq } });
    await api.store.saveRoster(roster);
  });

  test('keeps what was said before a move, and what is new has its name before and after it', async () => {
    const id = await api.report({ facts: { usersAffected: 120_000 } });
    const decide = (action: string, body: object) =>
      api.ask(`/api/v1/incidents/${id}/${action}`, { body: { reason: 'Seen', ...body }, as: COMMANDER });
    await decide('verification', { outcome: 'confirmed', level: 'II' });
    await decide('level', { level: 'III' });
    const roster = (await api.store.currentRoster())!.document as { holders: Record<string, string[]> };
    await api.store.saveRoster({ ...roster, holders: { ...roster.holders, 'night-guard': [DEVELOPER] } });
    const criterion = SAMPLE.gradingCriteria.find((known) => known.id === 'users-100k')!;
    const lines = async () => {
      const { body } = await api.ask<{ items: { type: string; words: string }[] }>(
        `/api/v1/incidents/${id}/timeline?limit=200`,
        { headers: { 'accept-language': 'en' } },
      );
      return body.items.map(({ words }) => words);
    };
    const before = await lines();
    expect(before.join('\n')).toContain(criterion.text.en);
    expect(before.join('\n')).toContain('Publicity');

    await putIntoEffect(5, (plan) => {
      Object.assign(
        plan.gradingCriteria.find((known) => known.id === 'users-100k')!,
        {
          text: { en: 'Half a million users', 'zh-CN': '五十万用户' },
          when: { fact: 'usersAffected', atLeast: 500_000 },
        },
      );
      plan.teams = plan.teams.filter((team) => team.id !== 'publicity');
      plan.mobilisation = plan.mobilisation.filter((rule) => rule.team !== 'publicity');
      const { duties, ...rest } = plan.posts[0]!;
      const name = { en: 'Night watch', 'zh-CN': '夜间值守组' };
      plan.posts.push({ ...rest, id: 'night-guard', name, duties, team: 'night-watch' });
      plan.teams.push({ id: 'night-watch', name, duties, lead: 'night-guard' });
      plan.mobilisation.push({ team: 'night-watch', levels: ['III'] });
    });
    const foretold = await move(id, { version: 5, reason: 'Nights', preview: true });
    expect(foretold.body.words.join('\n')).toContain('Night watch');
    expect(foretold.body.words.join('\n')).not.toContain('night-watch');
    expect((await move(id, { version: 5, reason: 'Nights' })).status).toBe(200);
    const after = await lines();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).join('\n')).toContain('Night watch');
    await api.store.saveRoster(roster);
  });

  test('is not moved by anybody but the commander, nor to what is not in effect', async () => {
    const id = await api.report();
    await putIntoEffect(6, () => undefined);
    expect(await move(id, { version: 6, reason: 'x' }, DEPUTY)).toMatchObject({ status: 403 });
    expect(await move(id, { version: 1, reason: 'back' })).toMatchObject({
      status: 409,
      body: { code: 'plan_not_effective', found: { version: 1, status: 'superseded' } },
    });
    expect(await move(id, { version: 9, reason: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'plan_version_not_found' },
    });
    expect((await move(id, { version: 6 })).status).toBe(422);
  });

  test('is not moved to a version that lacks what is in use; the answer names it', async () => {
    const id = await api.confirmed();
    await putIntoEffect(7, (plan) => {
      plan.teams = plan.teams.filter((team) => team.id !== 'information-liaison');
      plan.mobilisation = plan.mobilisation.filter((rule) => rule.team !== 'information-liaison');
    });
    const refused = await move(id, { version: 7, reason: 'x' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'missing_in_plan', found: { missing: ['team/information-liaison'] } },
    });
    expect(refused.body.detail).toContain('team “Information liaison”');
    expect(await planOf(id)).not.toMatchObject({ version: 7 });
  });

  test('is not moved to a version that the people of the roster cannot run', async () => {
    const id = await api.report();
    await putIntoEffect(8, (plan) => {
      plan.posts.push({
        id: 'night-commander',
        name: { 'zh-CN': '夜间指挥长', en: 'Night commander' },
        duties: plan.posts[0]!.duties,
      });
      plan.command.deputies.push('night-commander');
    });
    expect(await move(id, { version: 8, reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'roster_does_not_fit', found: { posts: ['night-commander'] } },
    });
  });
});
