import type { PostId } from '../../plan/compiled.js';

export type LessonDecision =
  /** All that the department says: it takes the place of what it said before. */
  | {
      type: 'lesson';
      action: 'give';
      post: PostId;
      /** By the number of the question, from 1. */
      answers: Record<string, string>;
      free?: string;
      /** Numbers of questions whose answers name something that has to change, or `free`. */
      findings: string[];
      /** Of whoever answers for a department that nobody leads. */
      reason?: string;
    }
  | { type: 'lesson'; action: 'collect'; reason?: string };
