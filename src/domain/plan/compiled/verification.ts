import type { Duration } from '../../time.js';
import type { CategoryId, LevelId, PostId, TeamId } from './ids.js';

export interface VerificationRule {
  posts: PostId[];
  remindAfter: Duration;
  reminders: number;
  /** From the report to a decision; the first entry whose categories fit. */
  timeBox: { categories?: CategoryId[]; within: Duration }[];
  onTimeout?: { do: 'treatAsReal' | 'escalate'; provisionalLevel?: LevelId; escalateTo?: PostId[] };
  automatic: LevelId[];
  standby?: { teams: TeamId[]; reverifyAfter: Duration };
}
