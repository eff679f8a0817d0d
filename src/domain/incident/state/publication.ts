import type { FactId, LevelId, PersonId, PostId } from '../../plan/compiled.js';
import type { FactValue } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { Promised } from '../messages/merging.js';
import type { MovedFact, PublicationKind, PublicationTexts } from '../events/publication.js';

interface Act {
  by: Actor;
  at: Instant;
}

/** That nothing, or nothing more, is published. */
interface Waived extends Act {
  /** At which level, and in whose name; what an earlier release kept lacks them, and holds at every level. */
  level?: LevelId;
  authority?: PostId;
  /** From when it has held no more. */
  lapsedAt?: Instant;
}

export interface Publication {
  /**
   * `draft`: waits for the legal check, or for approval where there is none or it was given. `returned`: waits for another
   * version. `approved`: on its way out; in a drill that is all. `published`: the public has it.
   */
  status: 'draft' | 'returned' | 'approved' | 'published' | 'withdrawn';
  version: number;
  kind: PublicationKind;
  corrects?: string;
  nextAt?: Instant;
  /** The event that holds the words of this version. */
  seq: number;
  drafted: Act;
  /** Who drafted an earlier version and not this one. */
  earlier?: Actor[];
  checked?: Act;
  approved?: Act;
  /** From when the public has had it; in a drill, would have. */
  outAt?: Instant;
  /** What an earlier release kept lacks it. */
  withdrawnAt?: Instant;
  publicId?: string;
  /** Until it is approved. */
  facts?: { fact: FactId; value: FactValue }[];
  /** Of which its people were told that something else is known by now; until it is approved. */
  moved?: MovedFact[];
  /** It promises the next one for a time that came while it waited, and its drafter was told. */
  overtaken?: true;
  /** By which event nobody was left who may approve this version; what an earlier release kept lacks it. */
  stuck?: number;
  /** Since which event nobody decides on it any more. */
  left?: number;
  /** Who was asked to check or approve this version; until it is approved, and not of what an earlier release asked. */
  asked?: { check?: PersonId[]; approve?: PersonId[] };
  /** As much of the words as notices quote, until it is out. */
  texts?: PublicationTexts;
}

/** What an earlier release kept lacks the whole slice. */
export interface PublicationSlice {
  activatedAt?: Instant;
  /** What was said of an end that was none is over. */
  reopenedAt?: Instant;
  /** Since when nothing is left but what follows the end; what an earlier release kept lacks it. */
  aftermathAt?: Instant;
  /** What a merged incident had promised the public, the first due of several, until something is out. */
  promised?: Promised;
  /** How many there were. */
  last: number;
  items: Record<string, Publication>;
  waived?: Waived;
  /** What the notices of the last event quote. */
  told?: { texts?: PublicationTexts; reason?: string };
}
