import type { PartnerId, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { Decided } from './common.js';

/** What people may put into their own words; without that, Muster writes it from the record. */
export const SITREP_SECTIONS = ['situation', 'impact', 'done', 'pending', 'needs', 'decisions', 'outlook'] as const;
export type SitrepSection = (typeof SITREP_SECTIONS)[number];
export type SitrepTexts = Partial<Record<SitrepSection, string>>;

/** Whom an overdue one has reached: those who write and release it, then the lead of their team, then whoever commands. */
export const SITREP_STAGES = ['owners', 'lead', 'command'] as const;
export type SitrepStage = (typeof SITREP_STAGES)[number];

/** `texts` is absent where it would be empty, because the record keeps it so. */
export type SitrepsEvent =
  | {
      type: 'sitrepDrafted';
      /** 1, 2, 3 … without gaps, per incident. */
      number: number;
      why: 'cadence' | 'levelChanged' | 'terminated' | 'reopened' | 'asked';
      /** It tells of what came after this event … */
      since: number;
      /** … and at least up to this one. */
      upTo: number;
      from: Instant;
      to: Instant;
      dueAt: Instant;
      /** When the one after it is due; absent where none is. */
      nextDueAt?: Instant;
      /** Due moments that passed before there was a draft, because nothing ran then. */
      missed: number;
      final?: true;
      tell: PersonId[];
    }
  | { type: 'sitrepEdited'; number: number; edited: SitrepSection[]; cleared: SitrepSection[]; texts?: SitrepTexts }
  | {
      type: 'sitrepRescheduled';
      number: number;
      /**
       * `missed`: the next one fell due before this one was released, so this one stands for both. `unreleased`: none
       * follows it, and it is brought before people again.
       */
      why: 'missed' | 'unreleased' | 'levelChanged' | 'terminated' | 'reopened';
      dueAt: Instant;
      nextDueAt?: Instant;
      missed: number;
      final?: true;
    }
  | { type: 'sitrepOverdue'; number: number; dueAt: Instant; stage: SitrepStage; tell: PersonId[] }
  | ({
      type: 'sitrepReleased';
      number: number;
      since: number;
      /** The last event that it tells of. */
      upTo: number;
      dueAt: Instant;
      missed: number;
      nextDueAt?: Instant;
      final?: true;
      to: PostId[];
      /** Outside Muster: whoever speaks with each is asked to pass it on once it is sent. */
      partners: PartnerId[];
      /** Who wrote the sections that stand in `texts`. */
      authors: Partial<Record<SitrepSection, Actor>>;
      texts?: SitrepTexts;
    } & Decided)
  /** Its document is written, and it goes to those whom the plan names. */
  | {
      type: 'sitrepSent';
      number: number;
      documentId: string;
      people: PersonId[];
      /** Outside Muster, and who is asked to pass it on to each. */
      partners?: { partner: PartnerId; tell: PersonId[] }[];
    }
  /** Closed before it was released. */
  | { type: 'sitrepLapsed'; number: number };
