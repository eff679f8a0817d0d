import type { PersonId } from '../../plan/compiled.js';
import type { Contested, SharedWith } from '../events/claims.js';

/** Decides about somebody whom two incidents want: both share them, or this one yields. */
export interface ResolveClaim {
  type: 'resolveClaim';
  person: PersonId;
  decision: 'share' | 'yield';
  reason: string;
}

/** The real incident `heldBy` needs these people: this one, which is a drill, goes on without them. */
export interface Preempt {
  type: 'preempt';
  heldBy: string;
  people: PersonId[];
}

/** What the ledger says to a claim: whoever is in neither list is held by this incident alone. */
export interface Claimed {
  type: 'claimed';
  effectId: string;
  contested: Contested[];
  shared: SharedWith[];
}

export interface ReleasedClaims {
  type: 'releasedClaims';
  effectId: string;
}

/** Another incident has let somebody go, or shares somebody: the ledger knows. */
export interface RecheckClaims {
  type: 'recheckClaims';
}
