import { diffPlans } from '../../domain/plan/diff/index.js';
import { hasInterest } from '../../domain/plan/lifecycle/index.js';
import type { LifecycleFacts } from '../../domain/plan/rules/index.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { formatInstant } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { PlanVersion } from '../../store/index.js';

/** What the record says of a version, as the rules of the check read it. `before`: the version that it followed. */
export function lifecycleFacts(
  { document, standing }: PlanVersion,
  before: PlanDocument | undefined,
  zone: Zone,
): LifecycleFacts {
  const { approval, status, interests, reviews, inForceSince } = standing;
  const day = (at: Instant) => dayOf(at, document.calendar?.zone ?? zone);
  const filed = standing.filings.at(-1);
  const evaluated = standing.evaluations.at(-1);
  return {
    status,
    authors: standing.authors.flatMap((author) => (author.kind === 'person' ? [author.id] : [])),
    reviewers: [
      ...reviews.flatMap(({ by, outcome }) =>
        by.kind === 'person' ? [{ person: by.id, interest: hasInterest(standing, by.id), outcome }] : [],
      ),
      ...interests.flatMap(({ by }) => (by.kind === 'person' ? [{ person: by.id, interest: true }] : [])),
    ],
    ...(approval?.by.kind === 'person' && document.control
      ? { approvedBy: { person: approval.by.id, post: document.control.approver } }
      : {}),
    ...(approval ? { approvedAt: day(approval.at), nextReviewDue: day(approval.reviewDue) } : {}),
    ...(inForceSince === undefined ? {} : { publishedAt: day(inForceSince) }),
    ...(filed ? { filedAt: filed.on } : {}),
    ...(evaluated ? { lastEvaluatedAt: evaluated.on } : {}),
    ...(approval && before
      ? { amendment: { substantial: isSubstantial(before, document), review: approval.review } }
      : {}),
    distributed: standing.addressees.flatMap(({ person, posts }) => {
      const at = standing.receipts.get(person);
      return posts.map((post) => ({ post, person, ...(at === undefined ? {} : { acknowledgedAt: day(at) }) }));
    }),
  };
}

function isSubstantial(before: PlanDocument, after: PlanDocument): boolean {
  return diffPlans(before, after).some(({ weight }) => weight === 'substantial');
}

/** `2026-11-22` where the plan's people are. */
export function dayOf(at: Instant, zone: Zone): string {
  return formatInstant(at, 'en', zone).slice(0, 10);
}
