import type { PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

export type LessonsEvent =
  /** At the end each of these departments is asked what it has learnt. */
  | {
      type: 'lessonsAsked';
      from: PostId[];
      dueAt: Instant;
      /** Besides those that were asked before, by another version of the plan. */
      more?: true;
    }
  | ({
      type: 'lessonGiven';
      /** The department. */
      post: PostId;
      /** 1, 2, 3 …: each takes the place of the one before. */
      version: number;
      /** Which of the plan's questions, from 1. */
      answers: number[];
      /** Which of the texts name something that has to change: `q8`, `free`. */
      findings?: string[];
      /** Nobody holds the post: somebody else has answered, and says why. */
      onBehalf?: true;
      /** With this one all departments have answered. */
      complete?: true;
      /** Under `q1`, `q2` …, `free`; and the `reason` of whoever answers for somebody else. */
      texts: Record<string, string>;
    } & Decided)
  | ({
      type: 'lessonsCollected';
      /** Those that had not answered; they stay on the record. */
      missing: PostId[];
      texts?: { reason: string };
    } & Decided);
