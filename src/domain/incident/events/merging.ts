import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { Promised } from '../messages/merging.js';
import type { Decided } from './common.js';

export type MergingEvent =
  /** It stays as it is until the other incident has taken it over. */
  | ({ type: 'mergeAsked'; into: string; texts: { reason: string } } & Decided)
  | { type: 'merged'; effectId: string; into: string; destroyBy?: Instant }
  /** `code`: why the other incident would not. */
  | { type: 'mergeRefused'; effectId: string; into: string; code: string; askedBy: Actor }
  /** Another report of the same thing: a merged incident (`from`), or a repetition under the same key. */
  | {
      type: 'reportAbsorbed';
      from?: string;
      reporter: Actor;
      /** Who had reported the same thing to the merged incident later. */
      reporters?: Actor[];
      reportedAt: Instant;
      facts: Facts;
      /** What stays in the record of the merged incident. */
      left?: { statements: number; questions: number };
      /** So many of its open questions follow. */
      questions?: number;
      /** What the merged incident had promised the public is owed here. */
      promised?: Promised;
      texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
    };
