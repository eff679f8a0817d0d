import type { Basis } from '../../plan/compiled.js';

/** Goes on under another version of the plan: what an incident is pinned to, as it is today for that version. */
export interface MovePlan {
  type: 'movePlan';
  basis: Basis;
  reason: string;
}
