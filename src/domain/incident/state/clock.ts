import type { Instant } from '../../time.js';

/** Of a drill: since the wall clock showed `realAt` and its own `at`, it goes `pace` times as fast; 0: it stands still. */
export interface ClockSlice {
  at: Instant;
  realAt: Instant;
  pace: number;
}
