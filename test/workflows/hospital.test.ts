import type { Decision } from '../../src/domain/plan/compiled.js';
import { TestMuster } from '../support/muster.js';

/** Nothing of the default plan is built in: another organisation, other levels, posts, teams and language. */
test('the hospital plan runs the same journey from report to closure', async () => {
  const muster = await TestMuster.start({ plan: 'plans/hospital-it' });
  const { plan, holders } = (await muster.directory.basis())!;
  const [gravest] = plan.levels;
  const lowest = plan.levels.at(-1)!;
  const holderOf = (posts: string[], not?: string): string =>
    posts.flatMap((p) => holders[p] ?? []).find((p) => p !== not)!;
  const postsWith = (decision: Decision): string[] => plan.authority[decision].flatMap((rule) => rule.posts);

  const id = await muster.report();
  await muster.says(id, holderOf(lowest.decidedBy), {
    type: 'verify',
    outcome: 'confirmed',
    level: lowest.id,
    reason: 'seen',
  });
  const before = await muster.until(id, (s) => s.phase === 'responding');
  await muster.says(id, holderOf(gravest!.decidedBy), {
    type: 'changeLevel',
    level: gravest!.id,
    reason: 'wards affected',
  });
  const after = await muster.until(id, (s) => s.grading.level === gravest!.id);
  expect(Object.keys(after.mobilisation.bodies).length).toBeGreaterThan(Object.keys(before.mobilisation.bodies).length);

  for (const [task, { mandatory, phase }] of Object.entries(after.tasks.tasks)) {
    if (!mandatory || phase !== 'responding') continue;
    await muster.says(id, holderOf([plan.command.commander]), {
      type: 'task',
      action: 'skip',
      task,
      reason: 'not here',
    });
  }
  const proposer = holderOf(postsWith('proposeTermination'));
  const criteria = plan.termination.criteria.map((c) => c.id);
  await muster.says(id, proposer, { type: 'terminate', action: 'propose', criteria, reason: 'systems verified' });
  const signatory = holderOf(postsWith('confirmTermination'), proposer);
  await muster.says(id, signatory, { type: 'terminate', action: 'confirm' });
  await muster.until(id, (s) => s.incidentReport.draft !== undefined);
  expect((await muster.store.listDocuments(id)).map((d) => d.lang)).toEqual(['en', 'en']);
  await muster.says(id, holderOf(postsWith('close')), { type: 'close', despite: true, reason: 'report accepted' });
  await muster.handle(id).result();
  await muster.close();
});
