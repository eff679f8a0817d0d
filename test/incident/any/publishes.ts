import type { Decision, State } from '../../../src/domain/incident/index.js';
import { draft, on, withdraw } from '../publicationPlan.js';

/** What comes next with what is written for the public, and the posts that may do it. */
export function nextPublishing({ basis, grading, publication }: State, drops: boolean): [string[], Decision] {
  const { drafter = '', legalCheck, approvedBy = [] } = basis.plan.aftermath?.publication ?? {};
  const all = Object.entries(publication.items);
  const [id, open] = all.find(([, { status }]) => status === 'draft' || status === 'returned') ?? [];
  const [out] = all.findLast(([, { outAt, status }]) => outAt !== undefined && status !== 'withdrawn') ?? [];
  const approvers = approvedBy.flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels?.includes(grading.level ?? '') === false ? [] : rule.posts;
  });
  const remarks = 'say when it will be mended';
  if (id === undefined || open === undefined) {
    if (out === undefined) return [[drafter], draft()];
    return drops ? [approvers, withdraw(out)] : [[drafter], draft({ kind: 'update' })];
  }
  if (open.status === 'returned') return [[drafter], draft({ publication: id })];
  if (drops)
    return [approvers, { type: 'publication', action: 'return', publication: id, version: open.version, remarks }];
  if (legalCheck !== undefined && open.checked === undefined) return [[legalCheck], on('check', id, open.version)];
  return [approvers, on('approve', id, open.version)];
}
