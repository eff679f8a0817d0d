import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

export interface SummarySlice {
  /** Due after the last end; absent before it, where the level asks for none, and once the incident was reopened. */
  asked?: { from: Instant; dueAt: Instant };
  /** The meeting that is to come. */
  called?: {
    seq: number;
    at: Instant;
    by: Actor;
    meetingAt: Instant;
    place?: string;
    participants: PersonId[];
  };
  /** How many were held, those before a reopening included. */
  versions: number;
  /** Since the last end, the latest; who said what stands in the event `seq`. */
  held?: {
    version: number;
    seq: number;
    at: Instant;
    by: Actor;
    score?: number;
    conclusion?: string;
    /** Once it is written. */
    document?: { documentId: string; files: { format: string; lang: string; sha256: string }[] };
  };
}
