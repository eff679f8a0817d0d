import type { AlertId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

/** `o` and how manyth entry it is. */
export type OpinionId = `o${number}`;

export type PublicOpinionEvent =
  | ({
      type: 'opinionRecorded';
      entry: OpinionId;
      /** As earlier releases have it, where nothing can erase it. */
      source?: string;
      observedAt: Instant;
      /** Mentions, calls, tickets: as many as the source counted, and as many as it counts on other days. */
      volume?: number;
      usual?: number;
      /** -2, very negative, to 2, very positive. */
      sentiment?: number;
      /** How many people have seen it. */
      reach?: number;
      /** A person says that what it claims is not so. */
      untrue?: true;
      /** Of the plan: those that it meets, and those that a person named. */
      alerts: AlertId[];
      named?: AlertId[];
      /** Those of them that people are told of now; they know of the others. */
      told?: AlertId[];
      /** What people were told of before is over, as far as this source shows. */
      sunk?: AlertId[];
      /** `source`: a platform, a monitor, a hotline, and yet it may be the name of somebody’s account. */
      texts?: { source?: string; claim?: string; note?: string; link?: string };
    } & Partial<Decided>)
  | ({
      type: 'opinionReplied';
      entry: OpinionId;
      /** When the answer went out. */
      repliedAt: Instant;
      texts: { reply: string };
    } & Decided)
  | ({ type: 'opinionEnded'; texts: { reason: string } } & Decided);
