import type { Instant } from '../../domain/time.js';

/** A workflow that the Temporal server starts by its own clock. */
export interface WantedSchedule {
  id: string;
  workflow: string;
  args: object[];
  /** When it is started, to the second. */
  times: readonly Instant[];
  /** Why it is paused; absent while it runs. */
  paused?: string;
}

/** How the schedules of this installation are reached. */
export interface Schedules {
  /** Lags behind by a moment. */
  list(): Promise<string[]>;
  /** Makes it, or changes what differs; what agrees stays untouched. `pausedElsewhere`: by hand in Temporal, in these words. */
  put(wanted: WantedSchedule): Promise<{ pausedElsewhere?: string }>;
  remove(id: string): Promise<void>;
  /** Starts what a schedule would have started then; once, whoever else starts it. */
  start(schedule: Pick<WantedSchedule, 'id' | 'workflow'>, at: Instant, args: object[]): Promise<void>;
}
