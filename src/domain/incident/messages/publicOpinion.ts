import type { AlertId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

export type OpinionDecision =
  /** What is said in public; a person or a monitor tells it. */
  | {
      type: 'publicOpinion';
      action: 'record';
      source: string;
      /** Default: now. */
      observedAt?: Instant;
      volume?: number;
      usual?: number;
      sentiment?: number;
      reach?: number;
      /** Only a person says so, as of the alerts. */
      untrue?: boolean;
      alerts?: AlertId[];
      claim?: string;
      note?: string;
      link?: string;
    }
  | {
      type: 'publicOpinion';
      action: 'reply';
      /** `o` and a number. */
      entry: string;
      reply: string;
      /** Default: now. */
      repliedAt?: Instant;
    }
  | { type: 'publicOpinion'; action: 'end'; reason: string };
