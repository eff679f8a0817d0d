import type { ImprovementOwner, ImprovementPriority } from '../../improvement/events.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

/** From then on the improvement lives by itself, in a workflow of its own. */
export type ImprovementsEvent =
  | ({
      type: 'improvementOpened';
      /** Over all incidents. */
      improvement: string;
      kind: string;
      priority: ImprovementPriority;
      owner: ImprovementOwner;
      dueAt: Instant;
      planChange: boolean;
      texts: { finding: string; action: string; reference?: string };
    } & Decided)
  | { type: 'improvementStarted'; effectId: string; improvement: string };
