import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Decision } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';

let muster: TestMuster;
beforeAll(async () => (muster = await TestMuster.start()));
afterAll(() => muster.close());

const CONFIRM: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };

test('an incident keeps its version while another becomes effective, moves, and stays moved in its next run', async () => {
  const id = await muster.report({ category: 'operation-failure' });
  await muster.says(id, 'lin-wei', CONFIRM);
  const basis = await muster.nextPlan(2, ({ mobilisation }) => {
    mobilisation.push({ team: 'site-security', levels: ['III'], categories: ['operation-failure'] });
  });

  // Under version 1 nothing of version 2 happens.
  await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'II', reason: 'worse' });
  const before = await muster.until(id, (s) => s.grading.level === 'II');
  expect(before.basis.plan.version).toBe(1);
  await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'III', reason: 'better' });
  const still = await muster.until(id, (s) => s.grading.level === 'III');
  expect(still.mobilisation.bodies).not.toHaveProperty(['team/site-security']);

  expect(
    await muster.says(id, 'lin-wei', { type: 'movePlan', basis, reason: 'it guards the site' }),
  ).not.toHaveProperty('refusal');
  const moved = await muster.until(
    id,
    (s) => s.basis.plan.version === 2 && 'team/site-security' in s.mobilisation.bodies,
  );
  expect(moved.plan.moves).toMatchObject([{ by: { id: 'lin-wei' }, from: { version: 1 }, to: { version: 2 } }]);
  await muster.until(id, (s) => Object.keys(s.effects.pending).length === 0);
  expect(await muster.mailed()).toEqual(expect.arrayContaining(['deng-qiang', 'lei-gang', 'bai-yong']));

  const { runId } = await muster.handle(id).describe();
  for (let i = 0; (await muster.handle(id).describe()).runId === runId; i++) {
    await muster.says(id, 'lin-wei', { type: 'changeLevel', level: i % 2 === 0 ? 'II' : 'III', reason: 'again' });
  }
  await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'I', reason: 'in the new run' });
  const carried = await muster.until(id, (s) => s.grading.level === 'I');
  expect(carried.basis).toEqual(moved.basis);
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
});

test('a plan that is none is refused by the running incident, which goes on', async () => {
  const id = await muster.report();
  const nonsense = { plan: { id: 'software-incident', version: 3 }, holders: {} } as never;
  const answer = await muster.says(id, 'lin-wei', { type: 'movePlan', basis: nonsense, reason: 'x' });
  expect(answer.refusal).toMatchObject({ code: 'malformed', found: { field: 'basis.plan.hash' } });
  expect(await muster.says(id, 'lin-wei', CONFIRM)).toMatchObject({ phase: 'responding' });
});

test('the report tells what was before a move in the words of then', async () => {
  const id = await muster.report({ facts: { usersAffected: 120_000 } });
  await muster.says(id, 'lin-wei', { ...CONFIRM, level: 'II' });
  await muster.says(id, 'lin-wei', { type: 'changeLevel', level: 'III', reason: 'better' });
  const text = (await muster.store.effectivePlan())!.document.gradingCriteria.find((c) => c.id === 'users-100k')!.text;
  const basis = await muster.nextPlan(3, (plan) => {
    plan.gradingCriteria.find((c) => c.id === 'users-100k')!.text = { en: 'Renamed', 'zh-CN': '改名' };
  });
  await muster.says(id, 'lin-wei', { type: 'movePlan', basis, reason: 'other words' });
  await muster.says(id, 'lin-wei', { type: 'terminate', action: 'override', reason: 'over' });
  await muster.says(id, 'chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.until(id, (state) => state.incidentReport.draft !== undefined);
  const entry = (await muster.store.listDocuments(id)).find((d) => d.format === 'html' && d.lang === 'en')!;
  const html = (await muster.store.readDocument(entry))!.bytes.toString();
  expect(html).toContain(text.en);
  expect(html).not.toContain('Renamed');
});
