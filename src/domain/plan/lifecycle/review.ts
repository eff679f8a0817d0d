import { reviewerOf, steps, unlessRead, unlessStatus, unlessWords } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';
import { approvingReviewers } from './standing.js';

export interface Review {
  outcome: 'approve' | 'return';
  /** Needed for a return: what is to be changed. */
  remarks: string;
}

/** One reviewer's word on the content under review. A return makes it a draft again, whatever others said. */
export function review(act: Act, { outcome, remarks }: Review): Decided {
  const refused = unlessStatus(act, 'inReview');
  if (refused) return refused;
  const reviewer = reviewerOf(act);
  if ('refusal' in reviewer) return reviewer;
  if (outcome === 'approve' && approvingReviewers(act.standing).includes(reviewer.person)) {
    return refuse('already_reviewed');
  }
  const against = outcome === 'return' ? unlessWords(remarks, 'remarks') : unlessRead(act);
  return against ?? steps(act, { type: 'reviewed', hash: act.standing.hash, post: reviewer.post, outcome, remarks });
}

/** A reviewer with an interest in the matter steps back; whatever that person has said does not count. */
export function withdrawAsReviewer(act: Act, interest: string): Decided {
  const refused = unlessStatus(act, 'inReview');
  if (refused) return refused;
  const reviewer = reviewerOf(act);
  if ('refusal' in reviewer) return reviewer;
  return unlessWords(interest, 'interest') ?? steps(act, { type: 'reviewerWithdrew', interest });
}
