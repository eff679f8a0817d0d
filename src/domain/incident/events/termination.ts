import type { CriterionId, LevelId, TaskId } from '../../plan/compiled.js';
import type { Actor } from '../actor.js';
import type { Decided } from './common.js';

/** What is not finished while people decide on the end. It stops none of them. */
export interface StillOpen {
  /** Mandatory ones. */
  tasks: TaskId[];
  /** Without an answer. */
  questions: number;
  /** Entries of the register of the cordon. */
  inside: number;
  /** The numbers of those that are due and not released. */
  sitreps: number[];
}

export type TerminationEvent =
  /** `open`: as it stood then; what an earlier release recorded lacks it. */
  | ({
      type: 'terminationProposed';
      criteria: CriterionId[];
      open?: StillOpen;
      texts: { reason: string };
    } & Decided)
  | ({ type: 'terminationWithdrawn'; texts: { reason: string } } & Decided)
  | { type: 'terminationLapsed'; why: 'levelChanged' | 'categoryChanged' | 'planMoved' }
  /** Without `authority` where the level needs no second signature: then it follows from the proposal. */
  | ({ type: 'terminated'; proposedBy: Actor; level: LevelId } & Partial<Decided>);
