import type { CriterionId, IncidentLevelId, LevelId } from '../../plan/compiled.js';

export interface Terminate {
  type: 'terminate';
  /** `ask`: whoever has to confirm a criterion that is open. `override`: the end, although something stands against it. */
  action: 'ask' | 'propose' | 'override' | 'confirm' | 'withdraw';
  /** With `propose`: the termination criteria that the proposer confirms with it. */
  criteria?: CriterionId[];
  reason?: string;
}

/** While it is watched: it has come back. Without a level, at the one at which it had ended. */
export interface Reopen {
  type: 'reopen';
  level?: LevelId;
  incidentLevel?: IncidentLevelId;
  reason: string;
}

/** While it is watched: what looked like it is something else, or nothing. */
export interface DismissRecurrence {
  type: 'dismissRecurrence';
  reason: string;
}

/** Whether a condition of the end is met. */
export type CriterionDecision =
  | { type: 'criterion'; action: 'confirm'; criteria: CriterionId[]; note?: string }
  | { type: 'criterion'; action: 'withdraw'; criteria: CriterionId[]; reason: string };
