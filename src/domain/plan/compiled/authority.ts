import type { LevelId, PostId } from './ids.js';

/** Decisions whose authority does not depend on the level; for those that do, see `LevelRule.decidedBy`. */
export const DECISIONS = ['standby', 'reject', 'proposeTermination', 'confirmTermination', 'close'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where `levels` are given, the posts have the authority at these levels only. */
export interface AuthorityRule {
  posts: PostId[];
  levels?: LevelId[];
}
