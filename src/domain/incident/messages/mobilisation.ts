import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

/** By the person called. Without a notice id it answers every open call of that person. */
export interface Acknowledge {
  type: 'acknowledge';
  person: PersonId;
  noticeId?: string;
  /** When the person expects to be at work on it. */
  eta?: Instant;
}
