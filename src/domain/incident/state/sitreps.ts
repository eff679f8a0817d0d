import type { PartnerId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { SitrepSection, SitrepStage } from '../events.js';

export interface OpenSitrep {
  number: number;
  /** It tells of what came after this event, and at least up to the second one. */
  since: number;
  upTo: number;
  from: Instant;
  dueAt: Instant;
  missed: number;
  final?: true | undefined;
  /** In people's own words, the last edit of each. */
  sections: Partial<Record<SitrepSection, { text: string; by: Actor }>>;
  /** Who is told next that it is overdue, and when; absent once everybody was. */
  stage: SitrepStage;
  tellAt?: Instant | undefined;
  /** When all of them are told again. */
  repeatAt: Instant;
}

export interface SitrepsSlice {
  /** The number of the last one, drafts included. */
  last: number;
  /** How far the last release told, and when it left. */
  told: { upTo: number; at: Instant };
  /** The next one to be drafted. */
  next?: { draftAt: Instant; dueAt: Instant } | undefined;
  open?: OpenSitrep | undefined;
  /** Released, and not on its way yet because the document is being written; by number. */
  unsent: Record<
    string,
    {
      to: PostId[];
      partners?: PartnerId[];
      situation?: string;
      toDecide?: string;
      final?: true;
      nextDueAt?: Instant;
    }
  >;
  /** What the mails of the latest one say. */
  sent?: { situation?: string; toDecide?: string; final?: true; nextDueAt?: Instant } | undefined;
  /** The latest releases, the oldest first. */
  released: {
    number: number;
    at: Instant;
    dueAt: Instant;
    missed: number;
    final?: true;
    documentId?: string | undefined;
  }[];
}
