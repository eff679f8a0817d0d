import { hasInterest } from '../../domain/plan/lifecycle/index.js';
import type { LifecycleFacts } from '../../domain/plan/rules/index.js';
import type { Instant } from '../../domain/time.js';
import { formatInstant } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { PlanVersion } from '../../store/index.js';

/** What the record says of a version, as the rules of the check read it. */
export function lifecycleFacts({ document, standing, steps }: PlanVersion, zone: Zone): LifecycleFacts {
  const { approval, status, interests, reviews } = standing;
  const day = (at: Instant) => dayOf(at, document.calendar?.zone ?? zone);
  const took = steps.findLast(({ type }) => type === 'tookEffect' || type === 'broughtIn');
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
    ...(took ? { publishedAt: day(took.at) } : {}),
    ...(filed ? { filedAt: filed.on } : {}),
    ...(evaluated ? { lastEvaluatedAt: evaluated.on } : {}),
    distributed: standing.addressees.flatMap(({ person, posts }) => {
      const at = standing.receipts.get(person);
      return posts.map((post) => ({ post, person, ...(at === undefined ? {} : { acknowledgedAt: day(at) }) }));
    }),
  };
}

/** `2026-11-22` where the plan's people are. */
export function dayOf(at: Instant, zone: Zone): string {
  return formatInstant(at, 'en', zone).slice(0, 10);
}
