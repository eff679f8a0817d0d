import { describe, expect, test } from '@jest/globals';
import { bringIn, draft, redraft, review, submit } from '../../src/domain/plan/lifecycle/index.js';
import type { Act, Decided, PlanActor } from '../../src/domain/plan/lifecycle/index.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import type { Store } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { approveInto, bringInPlan, withControl } from '../support/plans.js';
import { useStore } from './harness.js';

const { document, hash } = loadPlan('plans/hospital-it');
const roster = loadRoster('plans/hospital-it/roster.yaml', document).document;
const { id } = document.plan;
const OPERATOR: PlanActor = { kind: 'operator' };
const REVIEWER = { kind: 'person' as const, id: roster.holders['deputy-controller']![0]! };

/** A draft of this version, by the operator. */
function drafted(store: Store, version: number, request?: { key: string; hash: string }) {
  const written = withControl(document, version);
  const content = { hash: `hash ${version}`, document: written };
  const act = { by: OPERATOR, at: Date.now(), holders: roster.holders };
  return store.actOnPlan({
    plan: { id, version },
    content,
    ...(request ? { request } : {}),
    decide: ({ version: known, newest }) =>
      draft(act, { ...content, summary: 'Why', authors: ['dot'] }, { known: known?.standing, newest }),
  });
}

function acts(
  store: Store,
  version: number,
  by: PlanActor,
  decide: (act: Act) => Decided,
  request?: { key: string; hash: string },
) {
  return store.actOnPlan({
    plan: { id, version },
    ...(request ? { request } : {}),
    decide: ({ version: known }) =>
      decide({ by, at: Date.now(), holders: roster.holders, document: known!.document, standing: known!.standing }),
  });
}

const agree = (act: Act) => review(act, { outcome: 'approve', remarks: '' });

describe.each(ENGINES)('versions of a plan on %s', (engine) => {
  const db = useStore(engine);

  test('the sample comes into force once, and nothing past it without an approval', async () => {
    expect(await db.store.effectivePlan()).toBeUndefined();
    await db.store.saveRoster(roster);
    await bringInPlan(db.store, document, hash);
    expect(await db.store.effectivePlan()).toMatchObject({ id, version: 1, hash, status: 'effective' });
    const again = await db.store.actOnPlan({
      plan: { id: 'other', version: 1 },
      content: { hash, document },
      decide: ({ inForce }) => bringIn(Date.now(), hash, inForce),
    });
    expect(again).toMatchObject({ outcome: 'refused', refusal: { code: 'plan_in_force' } });
    expect(await db.store.planVersion('other', 1)).toBeUndefined();
  });

  test('a version keeps its content and every step, and lists tell where it stands', async () => {
    await drafted(db.store, 2);
    await acts(db.store, 2, OPERATOR, submit);
    const version = await db.store.planVersion(id, 2);
    expect(version).toMatchObject({ hash: 'hash 2', standing: { status: 'inReview', summary: 'Why' } });
    expect(version?.document.plan.version).toBe(2);
    expect(version?.steps.map(({ type }) => type)).toEqual(['drafted', 'submitted']);
    expect(await db.other.listPlans()).toMatchObject([
      { id, version: 2, hash: 'hash 2', title: document.plan.title, standing: { status: 'inReview' } },
      { id, version: 1, hash, standing: { status: 'effective' } },
    ]);
    expect(await db.store.planVersion(id, 9)).toBeUndefined();
  });

  test('what is refused leaves nothing behind', async () => {
    const refused = await acts(db.store, 2, OPERATOR, (act) =>
      redraft(act, { document: act.document, hash: 'other', summary: 'x', authors: ['dot'] }),
    );
    expect(refused).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'wrong_status', found: { status: 'inReview' } },
    });
    expect(await db.store.planVersion(id, 2)).toMatchObject({ hash: 'hash 2', steps: { length: 2 } });
    const thrown = acts(db.store, 2, OPERATOR, () => {
      throw new Error('a bug');
    });
    await expect(thrown).rejects.toThrow('a bug');
    expect((await db.store.planVersion(id, 2))?.steps).toHaveLength(2);
  });

  test('posts of a version on its way are known before it takes effect', async () => {
    const posts = await db.store.comingPosts();
    expect(posts.toSorted()).toEqual(document.posts.map((post) => post.id).toSorted());
  });

  test('of two at the same moment the second is judged by what the first did', async () => {
    const [one, two] = await Promise.all([acts(db.store, 2, REVIEWER, agree), acts(db.other, 2, REVIEWER, agree)]);
    expect([one.outcome, two.outcome].toSorted()).toEqual(['recorded', 'refused']);
    expect([one, two].find(({ outcome }) => outcome === 'refused')).toMatchObject({
      refusal: { code: 'already_reviewed' },
    });
    const numbers = await db.run<{ n: number }>(`SELECT n FROM plan_steps WHERE version = 2 ORDER BY n`);
    expect(numbers.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  test('two drafts of the same number at once: one is there, the other is told the next number', async () => {
    const both = await Promise.all([drafted(db.store, 3), drafted(db.other, 3)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['recorded', 'refused']);
    expect(both.find(({ outcome }) => outcome === 'refused')).toMatchObject({
      refusal: { code: 'version_exists', needed: { version: 4 } },
    });
  });

  test('the same request is carried out once, its key stands for nothing else', async () => {
    const request = { key: 'person:x k1', hash: 'a' };
    const first = await acts(db.store, 3, OPERATOR, submit, request);
    const second = await acts(db.other, 3, OPERATOR, submit, request);
    expect([first.outcome, second.outcome]).toEqual(['recorded', 'repeated']);
    expect(await acts(db.store, 3, OPERATOR, submit, { ...request, hash: 'b' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'key_reused' },
    });
    expect((await db.store.planVersion(id, 3))?.steps).toHaveLength(2);
  });

  test('one version is in force; its successor and what it overtook are on the record', async () => {
    expect(await db.other.effectivePlanKey()).toMatchObject({ version: 1 });
    await approveInto(db.store, withControl(document, 4));
    expect(await db.store.effectivePlanKey()).toMatchObject({ version: 4 });
    const before = await db.store.planVersion(id, 1);
    expect(before?.standing.status).toBe('superseded');
    expect(before?.steps.at(-1)).toMatchObject({ type: 'superseded', successor: { id, version: 4 } });
    const inForce = await db.run(`SELECT version FROM plans WHERE status = 'effective'`);
    expect(inForce).toEqual([{ version: 4 }]);
  });

  test('other processes hear that the plan in force has changed', async () => {
    let told = 0;
    const stop = db.other.onChanged(() => (told += 1));
    await db.other.effectivePlanKey();
    await approveInto(db.store, withControl(document, 5));
    for (let i = 0; i < 100 && (await db.other.effectivePlanKey())?.version !== 5; i++)
      await new Promise((done) => setTimeout(done, 20));
    expect(await db.other.effectivePlanKey()).toMatchObject({ version: 5 });
    expect(told).toBeGreaterThan(0);
    stop();
  });
});

describe.each(ENGINES)('versions with a date on %s', (engine) => {
  const db = useStore(engine);

  test('are told in the order of their dates, and an older one never comes after a newer', async () => {
    await db.store.saveRoster(roster);
    await bringInPlan(db.store, document, hash);
    const later = Date.now() + 60_000;
    await approveInto(db.store, withControl(document, 2), later + 1_000);
    await approveInto(db.store, withControl(document, 3), later);
    expect(await db.store.datedPlans()).toEqual([
      { id, version: 3, effectiveFrom: later },
      { id, version: 2, effectiveFrom: later + 1_000 },
    ]);
    await approveInto(db.store, withControl(document, 4));
    expect(await db.store.datedPlans()).toEqual([]);
    expect((await db.store.planVersion(id, 3))?.standing.status).toBe('superseded');
  });
});
