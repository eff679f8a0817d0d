import type { Duration } from '../../time.js';
import type { LevelId, PartnerId, PostId } from './ids.js';

export interface SitrepRule {
  drafter: PostId;
  releasedBy: PostId;
  cadence: { levels: LevelId[]; every: Duration; to: PostId[]; partners?: PartnerId[] }[];
}
