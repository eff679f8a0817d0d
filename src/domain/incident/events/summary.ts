import type { AxisScore, Rated } from '../../evaluation/score.js';
import type { CriterionId, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

export type SummaryEvent =
  | ({
      type: 'summaryCalled';
      meetingAt: Instant;
      participants: PersonId[];
      /** Called before, and not to come any more. */
      dropped?: PersonId[];
      texts: { place: string };
    } & Decided)
  /** A meeting that was called does not take place. */
  | { type: 'summaryCalledOff'; why: 'reopened' | 'closed' | 'planMoved'; meetingAt: Instant; people: PersonId[] }
  | ({
      type: 'summaryHeld';
      /** 1, 2, 3 …: each takes the place of the one before. */
      version: number;
      present: PersonId[];
      /** Posts that the plan wants there, and of which nobody was. What an earlier release recorded lacks it. */
      unrepresented?: PostId[];
      ratings: Rated[];
      /** As it follows from the ratings by the plan of that moment; absent where nothing that counts was rated. */
      score?: number;
      conclusion?: string;
      axes?: AxisScore[];
      capped?: CriterionId[];
      /** `conclusions`; `why` nothing was rated or one person was alone; what was said on a criterion, by its `noteField`. */
      texts: Record<string, string>;
    } & Decided);
