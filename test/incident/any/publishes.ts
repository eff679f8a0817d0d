import { factsMoved, knownFacts } from '../../../src/domain/incident/index.js';
import type { Decision, State } from '../../../src/domain/incident/index.js';
import { draft, on, withdraw } from '../publicationPlan.js';

/** What comes next with what is written for the public, and the posts that may do it. */
export function nextPublishing(state: State, drops: boolean): [string[], Decision] {
  const { basis, grading, publication } = state;
  const { drafter = '', legalCheck, approvedBy = [] } = basis.plan.aftermath?.publication ?? {};
  const all = Object.entries(publication.items);
  const [id, open] = all.find(([, { status }]) => status === 'draft' || status === 'returned') ?? [];
  const [out] = all.findLast(([, { outAt, status }]) => outAt !== undefined && status !== 'withdrawn') ?? [];
  const approvers = approvedBy.flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels?.includes(grading.level ?? '') === false ? [] : rule.posts;
  });
  const facts = basis.plan.facts.map(({ id }) => id).filter((id) => id in knownFacts(state));
  const remarks = 'say when it will be mended';
  if (id === undefined || open === undefined) {
    if (out === undefined) return [[drafter], draft({ facts })];
    return drops ? [approvers, withdraw(out)] : [[drafter], draft({ kind: 'update', facts })];
  }
  const isToRedraft = open.status === 'returned' || factsMoved(state, open).length > 0;
  if (isToRedraft) return [[drafter], draft({ publication: id, facts })];
  if (drops)
    return [approvers, { type: 'publication', action: 'return', publication: id, version: open.version, remarks }];
  if (legalCheck !== undefined && open.checked === undefined) return [[legalCheck], on('check', id, open.version)];
  return [approvers, on('approve', id, open.version)];
}
