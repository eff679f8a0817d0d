import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

/** The public was told that it would hear more. */
export interface Promised {
  /** Since when it has been promised. */
  from: Instant;
  dueAt: Instant;
}

/** So many reporters besides the first travel with a merger. */
export const MOST_REPORTERS = 50;

/** Gives what was reported here over to another incident, which then is the only one. */
export interface Merge {
  type: 'merge';
  /** Its id. */
  into: string;
  reason: string;
}

/** Another report of what this incident is about. */
export interface Absorb {
  type: 'absorb';
  /** The incident that it had become, when it had. */
  from?: string;
  mode: 'real' | 'drill';
  reporter: Actor;
  /** Who had reported the same thing to that incident later. */
  reporters?: Actor[];
  reportedAt: Instant;
  facts: Facts;
  /** How many statements stand in the record of that incident. */
  statements?: number;
  /** What nobody had answered there. */
  questions?: { text: string; by: Actor; at: Instant }[];
  /** What it still owes the public. */
  promised?: Promised;
  texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
}

/** The other incident has decided; `code`: why it would not. */
export interface MergeAnswered {
  type: 'mergeAnswered';
  effectId: string;
  code?: string;
}
