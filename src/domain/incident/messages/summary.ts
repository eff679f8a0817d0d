import type { Rated } from '../../evaluation/score.js';
import type { CriterionId, PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

export type SummaryDecision =
  | {
      type: 'summary';
      action: 'call';
      meetingAt: Instant;
      place: string;
      /** Default: whoever holds the posts that the plan names. */
      participants?: PersonId[];
    }
  | {
      type: 'summary';
      action: 'hold';
      present: PersonId[];
      ratings: Rated[];
      conclusions: string;
      /** What was said on a criterion. */
      notes?: Record<CriterionId, string>;
      /** Why nothing is rated although the plan has criteria, or one person alone held it. */
      reason?: string;
    };
