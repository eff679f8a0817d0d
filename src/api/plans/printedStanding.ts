import type { PlanLifecycle } from '../../documents/index.js';
import type { PlanStep } from '../../domain/plan/lifecycle/index.js';
import type { PlanVersion } from '../../store/index.js';

/** The record of a version, as the printed plan shows it: approval, reviewers, filing, and who was given it. */
export function printedStanding({ version, standing, steps }: PlanVersion): PlanLifecycle {
  const { status, summary, reviews, approval, effectiveFrom } = standing;
  const filed = standing.filings.at(-1);
  const began = steps[0]?.at;
  return {
    standing: status,
    ...(began === undefined
      ? {}
      : { versions: [{ version, at: approval?.at ?? began, summary, ...approvedBy(approval?.by) }] }),
    reviews: reviews.flatMap(({ by, post, at, outcome, remarks }) =>
      by.kind === 'person' ? [{ person: by.id, post, at, outcome, remarks }] : [],
    ),
    ...(approval?.by.kind === 'person' ? { approval: { person: approval.by.id, at: approval.at } } : {}),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(filed === undefined ? {} : { filing: { on: filed.on, reference: filed.reference } }),
    distribution: standing.addressees.map(({ person, posts, givenAt }) => {
      const received = standing.receipts.get(person);
      return { person, posts, sentAt: givenAt, ...(received === undefined ? {} : { acknowledgedAt: received }) };
    }),
  };
}

function approvedBy(by: PlanStep['by'] | undefined): { approvedBy?: string } {
  return by?.kind === 'person' ? { approvedBy: by.id } : {};
}
