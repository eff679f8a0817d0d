import { parseDuration } from '../duration.js';
import { steps, unlessApprover, unlessApproverInForce, unlessRead, unlessStatus } from './act.js';
import type { Act, Decided, InForce, Refused } from './act.js';
import { refuse } from './refusals.js';
import { approvingReviewers, hasInterest, isAuthor } from './standing.js';
import type { PlanStep, ReviewKind } from './steps.js';
import { acceptWarning, names, openWarnings } from './warnings.js';
import type { Acceptance, CheckedContent } from './warnings.js';

export interface Approval {
  /** Warnings that the approver accepts together with the signature. */
  acceptances: Acceptance[];
  remarks: string;
}

export interface ApprovalBasis {
  check: CheckedContent;
  reviewKind: ReviewKind;
  inForce: InForce | undefined;
}

/** The signature under exactly this content. */
export function approve(act: Act, { acceptances, remarks }: Approval, basis: ApprovalBasis): Decided {
  const { check, reviewKind, inForce } = basis;
  const refused =
    unlessStatus(act, 'inReview') ??
    unlessApprover(act) ??
    unlessWithoutInterest(act) ??
    unlessRead(act) ??
    unlessApproverInForce(act, inForce) ??
    unlessNewer(act, inForce) ??
    unlessSound(check) ??
    (reviewKind.review === 'full' ? unlessReviewed(act) : unlessSecondPerson(act));
  if (refused) return refused;
  const { control } = act.document;
  if (control === undefined) return refuse('control_missing');

  const accepted = acceptAll(act, acceptances, check);
  if ('refusal' in accepted) return accepted;
  const standing = { ...act.standing, acceptances: accepted.acceptances };
  const open = openWarnings(standing, check.warnings);
  if (open.length > 0) return refuse('warnings_open', { count: open.length, warnings: names(open) });
  const { hash } = act.standing;
  const approved = steps(act, {
    type: 'approved',
    hash,
    reviewDue: act.at + parseDuration(control.reviewEvery),
    ...(control.evaluateEvery === undefined ? {} : { evaluationDue: act.at + parseDuration(control.evaluateEvery) }),
    remarks,
    ...reviewKind,
  });
  return { steps: [...accepted.steps, ...approved.steps] };
}

/** An older version than the one in force can never take effect: it lacks what came since. */
export function unlessNewer({ document }: Pick<Act, 'document'>, inForce: InForce | undefined): Refused | undefined {
  const { id, version } = document.plan;
  if (inForce?.id !== id || inForce.version < version) return undefined;
  return refuse('older_than_effective', { version, effective: inForce.version }, { version: inForce.version + 1 });
}

function unlessWithoutInterest({ by, standing }: Act): Refused | undefined {
  return by.kind === 'person' && hasInterest(standing, by.id) ? refuse('reviewer_withdrew') : undefined;
}

function unlessSound({ errors }: CheckedContent): Refused | undefined {
  return errors.length === 0 ? undefined : refuse('check_errors', { count: errors.length, errors: names(errors) });
}

function unlessReviewed({ standing, document }: Act): Refused | undefined {
  const { atLeast = 1, posts = [] } = document.control?.reviewers ?? {};
  const people = approvingReviewers(standing);
  if (people.length < atLeast)
    return refuse('reviews_missing', { reviewers: people.length }, { reviewers: atLeast, posts });
  return people.every((person) => isAuthor(standing, person))
    ? refuse('author_reviews_alone', { people }, { posts })
    : undefined;
}

/** A small change needs no review, but never is one person the author, the reviewer and the approver at once. */
function unlessSecondPerson({ by, standing, document }: Act): Refused | undefined {
  if (by.kind !== 'person' || !isAuthor(standing, by.id)) return undefined;
  return approvingReviewers(standing).some((person) => !isAuthor(standing, person))
    ? undefined
    : refuse('author_approves_alone', { people: [by.id] }, { posts: document.control?.reviewers.posts ?? [] });
}

/** One after the other, so that the second acceptance of the same warning is refused like a second click. */
function acceptAll(act: Act, acceptances: Acceptance[], check: CheckedContent) {
  const taken: PlanStep[] = [];
  let { standing } = act;
  for (const acceptance of acceptances) {
    const decided = acceptWarning({ ...act, standing }, acceptance, check);
    if ('refusal' in decided) return decided;
    taken.push(...decided.steps);
    const fresh = decided.steps.filter((step) => step.type === 'warningAccepted');
    standing = { ...standing, acceptances: [...standing.acceptances, ...fresh] };
  }
  return { steps: taken, acceptances: standing.acceptances };
}
