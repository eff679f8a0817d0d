import type { CoverageRow, DrillStatus } from '../drill/index.js';
import type { ImprovementState } from '../improvement/index.js';
import type { Day } from '../plan/days.js';
import type { PlanStanding } from '../plan/lifecycle/index.js';
import type { LedgerItem } from '../plan/ledger.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';
import type { PersonId } from '../plan/compiled.js';
import type { Instant } from '../time.js';

/** All that an inspection looks at, as it is at one moment. */
export interface ReadinessFacts {
  at: Instant;
  today: Day;
  plan: PlanDocument;
  /** Of the version in force. */
  standing: Pick<PlanStanding, 'approval' | 'evaluations'>;
  roster: RosterDocument;
  /** Absent where no ledger was ever brought in. */
  items: LedgerItem[] | undefined;
  /** Items whose latest inspection found them bad. */
  bad: readonly string[];
  coverage: readonly CoverageRow[];
  /** Entries of the programme that somebody has paused. */
  pausedEntries: readonly string[];
  /** Neither closed nor called off. */
  drills: readonly LiveDrill[];
  /** Neither verified nor cancelled. */
  improvements: readonly OpenImprovement[];
}

export interface LiveDrill {
  drill: string;
  status: DrillStatus;
  director: PersonId;
  /** Since when somebody has to act that it goes on. */
  waitingSince: Instant;
  plannedAt?: Instant;
  reportDueAt?: Instant;
  /** Under way, and since then nothing moves. */
  stillSince?: Instant;
}

export type OpenImprovement = Pick<ImprovementState, 'improvement' | 'status' | 'owner' | 'dueAt' | 'doneAt'> & {
  /** When the drill is to be held that shows it. */
  provenAt?: Instant;
};
