import type { Duration } from '../../time.js';
import type { CategoryId, LevelId, PostId, ResourceId, TaskId } from './ids.js';

/** What the metrics want to know of a response, and only the plan can say by what it is seen. */
export const MILESTONES = ['contained', 'restored', 'evicted'] as const;
export type Milestone = (typeof MILESTONES)[number];

export interface TaskRule {
  id: TaskId;
  phase: 'reported' | 'standby' | 'responding' | 'watching' | 'aftermath';
  categories?: CategoryId[];
  levels?: LevelId[];
  owner: PostId;
  due: Duration;
  after?: TaskId[];
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file';
  /** Done by somebody who had no hand in that task. */
  verifies?: TaskId;
  resources?: ResourceId[];
  /** Once it is done. */
  marks?: Milestone;
}
