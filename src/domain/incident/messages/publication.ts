import type { FactId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { PublicationKind, PublicationTexts } from '../events/publication.js';

export type PublicationDecision =
  | {
      type: 'publication';
      action: 'draft';
      /** Another version of this one. Default: a new publication. */
      publication?: string;
      kind: PublicationKind;
      corrects?: string;
      /** What the text rests on; each has to be known. */
      facts: FactId[];
      nextAt?: Instant;
      texts: PublicationTexts;
    }
  | { type: 'publication'; action: 'check'; publication: string; version: number }
  | { type: 'publication'; action: 'return'; publication: string; version: number; remarks: string }
  | {
      type: 'publication';
      action: 'approve';
      publication: string;
      version: number;
      /** Why command does not wait for the legal check. */
      reason?: string;
    }
  | { type: 'publication'; action: 'withdraw'; publication: string; reason: string }
  | { type: 'publication'; action: 'waive'; reason: string };

/** The store has taken in what was approved, or that it was withdrawn. */
export interface Published {
  type: 'published';
  effectId: string;
  shows: 'text' | 'withdrawn';
  publicId?: string;
}
