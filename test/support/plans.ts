import { approve, bringIn, draft, putIntoEffect, review, submit } from '../../src/domain/plan/lifecycle/index.js';
import type { Act, Decided, PlanActor, PlanStep, PlanStepBody } from '../../src/domain/plan/lifecycle/index.js';
import { holdersOf } from '../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { canonical, sha256 } from '../../src/seal/index.js';
import type { Instant } from '../../src/domain/time.js';
import type { Store } from '../../src/store/index.js';

/** In force without an approval, as the sample of a first start. */
export async function bringInPlan(store: Store, document: PlanDocument, hash: string): Promise<void> {
  await recorded(store, document, ({ inForce }) => bringIn(Date.now(), hash, inForce), hash);
}

/** In force with an approval that nobody had to give, where a test is about what comes after it. */
export async function putInForce(store: Store, document: PlanDocument, hash: string): Promise<void> {
  const at = Date.now();
  const bodies: PlanStepBody[] = [
    { type: 'drafted', hash, summary: 'Next', authors: ['author'] },
    { type: 'submitted', hash },
    { type: 'approved', hash, reviewDue: at + 1_000, remarks: '', review: 'full' },
    { type: 'effectDated', from: at },
    { type: 'tookEffect' },
  ];
  const steps = bodies.map((body): PlanStep => ({ at, by: { kind: 'operator' }, ...body }));
  await recorded(store, document, () => ({ steps }), hash);
}

/** One reviewer is asked for; the commander's post signs, the first deputy's reviews. */
export function withControl(document: PlanDocument, version: number): PlanDocument {
  const { commander, deputies } = document.command;
  return {
    ...structuredClone(document),
    plan: { ...document.plan, version },
    control: {
      approver: commander,
      reviewers: { atLeast: 1, posts: deputies },
      distribution: [commander, ...deputies],
      reviewEvery: '365d',
      revisionTriggers: [Object.fromEntries(document.languages.map((lang) => [lang, 'A change of the law']))],
    },
  };
}

/** Written by the operator, reviewed, signed and put into effect by the people of the roster, as the acts demand. */
export async function approveInto(store: Store, document: PlanDocument, from?: Instant): Promise<void> {
  const roster = await store.currentRoster();
  if (!roster || !document.control) throw new Error('needs a roster and a plan that says who approves it');
  const holders = holdersOf(roster.document as Parameters<typeof holdersOf>[0]);
  const holder = (post: string | undefined): PlanActor => ({ kind: 'person', id: holders[post ?? '']?.[0] ?? '' });
  const { approver, reviewers } = document.control;
  const at = Date.now();
  const hash = sha256(canonical(document));
  const act = (by: PlanActor, decide: (act: Act) => Decided) =>
    recorded(store, document, ({ version }) => {
      if (!version) throw new Error('no such version');
      return decide({ by, at, holders, document, standing: version.standing });
    });

  await recorded(
    store,
    document,
    ({ newest }) =>
      draft(
        { by: { kind: 'operator' }, at, holders },
        { document, hash, summary: 'Next', authors: ['author'] },
        { known: undefined, newest },
      ),
    hash,
  );
  await act({ kind: 'operator' }, submit);
  await act(holder(reviewers.posts[0]), (a) => review(a, { outcome: 'approve', remarks: '' }));
  const check = { errors: [], warnings: [] };
  await act(holder(approver), (a) =>
    approve(a, { acceptances: [], remarks: '' }, { check, reviewKind: { review: 'full' }, inForce: undefined }),
  );
  await act(holder(approver), (a) => putIntoEffect(a, from, { inForce: undefined, rosterIssues: [] }));
}

async function recorded(
  store: Store,
  document: PlanDocument,
  decide: Parameters<Store['actOnPlan']>[0]['decide'],
  hash?: string,
): Promise<void> {
  const { id, version } = document.plan;
  const content = hash === undefined ? {} : { content: { hash, document } };
  const acted = await store.actOnPlan({ plan: { id, version }, ...content, decide });
  if (acted.outcome === 'refused') throw new Error(`${acted.refusal.code} ${JSON.stringify(acted.refusal.found)}`);
}
