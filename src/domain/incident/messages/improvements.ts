import type { ImprovementOwner, ImprovementPriority } from '../../improvement/events.js';
import type { Instant } from '../../time.js';

/** What is to be done so that it does not happen again, or goes better. */
export interface OpenImprovement {
  type: 'improvement';
  finding: string;
  /** What is to be done. */
  measure: string;
  /** Where the finding stands. */
  reference?: string;
  /** One of the plan's types. */
  kind: string;
  priority: ImprovementPriority;
  owner: ImprovementOwner;
  dueAt: Instant;
  planChange?: boolean;
}

export interface ImprovementStarted {
  type: 'improvementStarted';
  effectId: string;
}
