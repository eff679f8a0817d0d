import type { PlanLifecycle } from '../../documents/index.js';
import { isUnapproved } from '../../domain/plan/lifecycle/index.js';
import type { PlanActor } from '../../domain/plan/lifecycle/index.js';
import type { PlanEntry, PlanVersion } from '../../store/index.js';

/** What the record says of a version, as the printed plan shows it. Of the sample in force the file itself says what it is. */
export function printLifecycle({ version, standing }: PlanVersion, known: PlanEntry[]): PlanLifecycle | undefined {
  if (isUnapproved(standing) && standing.status === 'effective') return undefined;
  const { status, reviews, approval, effectiveFrom, filings, addressees, receipts } = standing;
  const filed = filings.at(-1);
  return {
    standing: status,
    versions: known
      .filter((entry) => entry.version <= version)
      .flatMap((entry) => approvedVersion(entry))
      .toSorted((a, b) => a.version - b.version),
    reviews: reviews.flatMap(({ by, post, at, outcome, remarks }) =>
      by.kind === 'person' ? [{ person: by.id, post, at, outcome, remarks }] : [],
    ),
    ...(approval?.by.kind === 'person'
      ? { approval: { person: approval.by.id, at: approval.at, review: approval.review } }
      : {}),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(filed === undefined ? {} : { filing: { on: filed.on, reference: filed.reference } }),
    distribution: addressees.map(({ person, posts, givenAt: sentAt }) => {
      const at = receipts.get(person);
      return { person, posts, sentAt, ...(at === undefined ? {} : { acknowledgedAt: at }) };
    }),
  };
}

function approvedVersion({ version, standing }: PlanEntry): NonNullable<PlanLifecycle['versions']> {
  const { approval, summary } = standing;
  return approval === undefined ? [] : [{ version, at: approval.at, summary, ...personIn(approval.by) }];
}

function personIn(by: PlanActor): { approvedBy?: string } {
  return by.kind === 'person' ? { approvedBy: by.id } : {};
}
