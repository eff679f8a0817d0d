import type { Duration } from '../../time.js';
import type { CriterionId, LevelId, PostId } from './ids.js';

export interface TerminationRule {
  criteria: { id: CriterionId; levels?: LevelId[]; confirmedBy?: PostId; marks?: 'contained' | 'restored' }[];
  secondSignature: LevelId[];
  watch: { levels: LevelId[]; for: Duration }[];
  override?: { posts: PostId[]; secondPosts: PostId[] };
}
