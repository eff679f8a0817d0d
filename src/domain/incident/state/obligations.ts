import type { ObligationId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

export interface Duty {
  /** See `rooms/obligations.ts`. */
  status: 'provisional' | 'confirmed' | 'lifted' | 'filed';
  /** Absent while the moment from which it runs has not come. */
  start?: Instant | undefined;
  /** It runs since the report: an earlier one of the same thing moves it. */
  sinceReport?: true | undefined;
  due?: Instant | undefined;
  /** What is told next, and at how many per cent of the limit. */
  next?: { at: Instant; percent: number } | undefined;
  /** Somebody has been told that it is to be filed. */
  told?: true | undefined;
  /** A limit that passed with nothing filed. */
  missedAt?: Instant | undefined;
  /** Those that had passed so when its clock was set to run until later, or came to stand still: they stay on the record. */
  missedBefore?: Instant[] | undefined;
  /** A person has said whether it applies; `knowingly`: while the facts called for it. */
  judged?: 'knowingly' | 'undecided' | undefined;
  filedAt?: Instant | undefined;
  filings?: number | undefined;
  /** SHA-256 that the latest filing names. */
  file?: string | undefined;
  /** The event that last changed it; what was filed where stands in the record. */
  seq: number;
}

export interface ObligationsSlice {
  duties: Record<ObligationId, Duty>;
  /** By the earliest report of it. */
  discoveredAt?: Instant | undefined;
  /** Why the last one was lifted, confirmed, or got another clock. */
  reason?: string | undefined;
  /** The first of all that is to be told. */
  wakeAt?: Instant | undefined;
}
