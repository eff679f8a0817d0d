import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

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
  reportedAt: Instant;
  facts: Facts;
  texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
}

/** The other incident has decided; `code`: why it would not. */
export interface MergeAnswered {
  type: 'mergeAnswered';
  effectId: string;
  code?: string;
}
