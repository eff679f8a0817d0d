import type { CriterionId, LevelId } from '../../plan/compiled.js';
import type { Actor } from '../actor.js';
import type { Decided } from './common.js';

export type TerminationEvent =
  | ({ type: 'terminationProposed'; criteria: CriterionId[]; texts: { reason: string } } & Decided)
  | ({ type: 'terminationWithdrawn'; texts: { reason: string } } & Decided)
  | { type: 'terminationLapsed'; why: 'levelChanged' | 'planMoved' }
  /** Without `authority` where the level needs no second signature: then it follows from the proposal. */
  | ({ type: 'terminated'; proposedBy: Actor; level: LevelId } & Partial<Decided>);
