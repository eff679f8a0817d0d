import type { FactId, LevelId } from '../../plan/compiled.js';
import type { FactValue } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

export const PUBLICATION_KINDS = ['first', 'update', 'final', 'correction'] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** What is published, in each of these languages that it was written in: title and body, or neither. */
export const PUBLICATION_TEXTS = ['title zh-CN', 'body zh-CN', 'title en', 'body en'] as const;
export type PublicationTexts = Partial<Record<(typeof PUBLICATION_TEXTS)[number], string>>;

/** A fact that the text rests on, as it was known when that was drafted. */
export interface ReliedOn {
  fact: FactId;
  value: FactValue;
  /** The event that told this value. */
  seq: number;
}

/** A fact of which something else is known than the text says. */
export interface MovedFact {
  fact: FactId;
  /** As it was when the text was drafted. */
  value: FactValue;
  now?: FactValue;
}

export type PublicationEvent =
  | ({
      type: 'publicationDrafted';
      /** `p1`, `p2` … within the incident. */
      publication: string;
      /** 1, 2, 3 … of this publication: what was checked or approved of another version counts for nothing. */
      version: number;
      kind: PublicationKind;
      /** Of a correction: what it corrects. */
      corrects?: string;
      facts: ReliedOn[];
      /** When it promises the next one. */
      nextAt?: Instant;
      texts: PublicationTexts;
    } & Decided)
  /** Checked for what it means in law. */
  | ({ type: 'publicationChecked'; publication: string; version: number } & Decided)
  | ({ type: 'publicationReturned'; publication: string; version: number; texts: { remarks: string } } & Decided)
  | ({
      type: 'publicationApproved';
      publication: string;
      version: number;
      /** In a drill: nothing leaves. */
      drill?: true;
      /** Command did not wait for the legal check. */
      unchecked?: true;
      /** Why not. */
      texts?: { reason: string };
    } & Decided)
  /** What a draft that waits rests on is not what is known now; no facts: all is again as it says. */
  | { type: 'publicationFactsMoved'; publication: string; version: number; facts: MovedFact[] }
  /** The time for which it promises the next one came while it waited: it has to be drafted anew. */
  | { type: 'publicationOvertaken'; publication: string; version: number }
  /** The public page shows it; `withdrawn`: shows no more than that it was withdrawn, or nothing where it never was out. */
  | {
      type: 'publicationPublished';
      publication: string;
      version: number;
      effectId: string;
      shows: 'text' | 'withdrawn';
      /** Under which the public finds it; absent where it never was out. */
      publicId?: string;
    }
  | ({ type: 'publicationWithdrawn'; publication: string; texts: { reason: string } } & Decided)
  /** Nothing, or nothing more, is published. */
  | ({ type: 'publicationWaived'; texts: { reason: string } } & Decided)
  /** That was decided at another level, and the one of now has others decide, or owes a statement sooner. */
  | { type: 'publicationWaiverLapsed'; from: LevelId; to: LevelId };
