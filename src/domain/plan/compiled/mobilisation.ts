import type { Duration } from '../../time.js';
import type { CategoryId, LevelId, PartnerId, PostId, QualificationId, TeamId } from './ids.js';

export interface MobilisationRule {
  team: TeamId;
  levels: LevelId[];
  categories?: CategoryId[];
  headcount?: number;
  qualifications?: { qualification: QualificationId; people: number }[];
  quorumWithin?: Duration;
  substitutes?: PostId[];
  partners?: PartnerId[];
}

/** What happens when a person who was called stays silent. */
export interface Ladder {
  remindAfter: Duration;
  /** After the call, not after the reminder. */
  escalateAfter: Duration;
  /** Told about silence besides the lead of the team concerned. */
  escalateTo: PostId[];
}

/** When too few have come. */
export interface ShortageRule {
  /** Told one after the other, command last. */
  tell: PostId[];
}

/** How long people may be on duty. */
export interface ShiftRule {
  longest: Duration;
  /** After a release, before somebody is called again. */
  rest: Duration;
  /** Told, besides the person and the lead of the team, when somebody is on duty for longer. */
  tell: PostId[];
}

/** A notice that the channel deferred is tried again after each of `waits` (the last one repeats) until `giveUpAfter`. */
export interface RetryRule {
  waits: Duration[];
  giveUpAfter: Duration;
}
