import type { Instant } from '../../time.js';
import type { Holders, PersonId } from '../compiled.js';
import type { PlanDocument } from '../schema.js';
import { approverOf, steps, unlessPostHolder, unlessResponsible, unlessStatus, unlessWords } from './act.js';
import type { Act, Decided, InForce, Refused } from './act.js';
import { refuse } from './refusals.js';
import type { PlanStanding } from './standing.js';

export interface Draft {
  document: PlanDocument;
  /** Of the document. */
  hash: string;
  /** What is new in this version and why. */
  summary: string;
  /** People besides whoever brings it in who wrote it; they count as authors when it comes to reviewers. */
  authors: PersonId[];
}

/** A new version. `known`: the version with this number, if there is one; `newest`: the highest number of this plan. */
export function draft(
  act: Pick<Act, 'by' | 'at'> & { holders: Holders },
  { document, hash, summary, authors }: Draft,
  { known, newest }: { known: PlanStanding | undefined; newest: number | undefined },
): Decided {
  const { version } = document.plan;
  const refused = unlessPostHolder(act) ?? unlessAuthors(act, authors) ?? unlessWords(summary, 'summary');
  if (refused) return refused;
  if (known) return refuse('version_exists', { version, status: known.status }, { version: (newest ?? version) + 1 });
  // No gaps: an auditor asks for the missing numbers, and one huge number would leave none for later versions.
  if (newest !== undefined && version !== newest + 1)
    return refuse('version_not_next', { version, newest }, { version: newest + 1 });
  return steps(act, { type: 'drafted', hash, summary, authors });
}

/** The same version, written anew. */
export function redraft(act: Act, { document, hash, summary, authors }: Draft): Decided {
  const { plan } = act.document;
  const { id, version } = document.plan;
  const refused =
    unlessResponsible(act, ...approverOf(act)) ??
    unlessStatus(act, 'draft') ??
    unlessAuthors(act, authors) ??
    unlessWords(summary, 'summary');
  if (refused) return refused;
  if (id !== plan.id || version !== plan.version) {
    return refuse('other_version', { id, version }, { id: plan.id, version: plan.version });
  }
  return steps(act, { type: 'drafted', hash, summary, authors });
}

/** The operator only carries what others wrote: without their names, a reviewer could be the author and nobody would know. */
function unlessAuthors({ by }: Pick<Act, 'by'>, authors: PersonId[]): Refused | undefined {
  return by.kind !== 'operator' || authors.length > 0 ? undefined : refuse('authors_missing');
}

/** The sample of a fresh installation. Only where nothing is in force: it is the one way past an approval. */
export function bringIn(at: Instant, hash: string, inForce: InForce | undefined): Decided {
  if (inForce) {
    const { id, version, hash } = inForce;
    return refuse('plan_in_force', { id, version, hash });
  }
  return steps({ by: { kind: 'operator' }, at }, { type: 'broughtIn', hash });
}
