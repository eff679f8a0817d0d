import type { CriterionId } from '../../plan/compiled.js';

export interface Terminate {
  type: 'terminate';
  action: 'propose' | 'confirm' | 'withdraw';
  /** With `propose`: the termination criteria that are met. */
  criteria?: CriterionId[];
  reason?: string;
}
