import type { MovePlan, State } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import { basisOf } from '../domain/plan/basis.js';
import { compilePlan } from '../domain/plan/compile.js';
import { diffGroups, diffPlans } from '../domain/plan/diff/index.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { StoredPlan } from '../store/index.js';
import type { PreviewAnswer } from './contract.js';
import type { ApiDeps } from './deps.js';
import { rosterIssues } from './plans/rosterIssues.js';
import { ProblemError, unavailable } from './problemError.js';

/**
 * What a running incident would be pinned to under this version: its rules, and who holds its posts today. Only a version
 * that is in effect is approved for this, and only people who can run it. `isAnswered`: the incident has answered this
 * request before and will say the same again, whatever has become of the version and the people since.
 */
export async function basisToMoveTo(
  { store }: ApiDeps,
  { basis }: State,
  version: number,
  { isAnswered }: { isAnswered: boolean },
): Promise<MovePlan['basis']> {
  const planId = basis.plan.id;
  const plan = await store.getPlan(planId, version);
  if (isAnswered && plan) return { ...basis, plan: compilePlan(plan.document, plan.hash) };
  const { document, hash } = effectiveVersion(plan, planId, version);
  const roster = await store.currentRoster();
  if (!roster) throw unavailable('no_plan');
  const issues = rosterIssues(roster.document, document);
  if (issues.length > 0) {
    const posts = issues.map(({ path }) => String(path.at(-1)));
    throw new ProblemError('roster_does_not_fit', { posts, version }, { roster: roster.version });
  }
  return basisOf(document, hash, roster.document as RosterDocument);
}

/** What the version changes against the one that the incident runs by, for people who have to decide on the move. */
export async function differenceFor(
  { store }: ApiDeps,
  { basis }: State,
  to: MovePlan['basis'],
  lang: Lang,
): Promise<NonNullable<PreviewAnswer['difference']>> {
  const [before, after] = await Promise.all(
    [basis.plan, to.plan].map(async ({ id, version }) => (await store.getPlan(id, version))?.document),
  );
  return before && after ? diffGroups(diffPlans(before, after), before, after, lang) : [];
}

function effectiveVersion(plan: StoredPlan | undefined, planId: string, version: number): StoredPlan {
  if (!plan) throw new ProblemError('plan_version_not_found', { plan: planId, version });
  if (plan.status === 'effective') return plan;
  throw new ProblemError('plan_not_effective', { version, status: plan.status }, { status: 'effective' });
}
