import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

export interface AnalysisSlice {
  /** Since the end, where the plan wants it at the level. */
  asked?: { from: Instant; dueAt: Instant };
  /** Of what was recorded last, 0 while nothing is; its words stand in the record, in the event `seq`. */
  version: number;
  seq?: number;
  at?: Instant;
  /** What it lacks to be completed; see `analysis/causes.ts`. */
  lacks?: string[];
  completed?: { seq: number; at: Instant; by: Actor };
}
