import type { PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

/** What a department has said; the words stand in the event `seq`. */
export interface LessonOf {
  version: number;
  seq: number;
  at: Instant;
  by: Actor;
  answers: number[];
  /** `q8`, `free`. */
  findings?: string[];
  onBehalf?: true;
}

export interface LessonsSlice {
  /** Since the last end; absent before it, and once the incident was reopened. */
  asked?: { posts: PostId[]; from: Instant; dueAt: Instant };
  given: Record<PostId, LessonOf>;
  /** How many versions each has given, those before a reopening included. */
  versions: Record<PostId, number>;
  collected?: { seq: number; at: Instant; by: Actor; missing: PostId[] };
}
