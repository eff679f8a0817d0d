import type { Actor, ReliedOn } from '../../domain/incident/index.js';
import type { ImprovementOwner, ImprovementPriority } from '../../domain/improvement/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';

/** What somebody wrote; `undefined` where it was erased from the record since. */
export type Written = string | undefined;

/** Who did it, when, and by which event. */
export interface Act {
  at: Instant;
  seq: number;
  by: Actor;
  /** The post whose authority it rests on. */
  authority?: PostId;
}

/** What people found, wrote and published besides the response itself. What is absent, nobody has done yet. */
export interface AftermathInput {
  analysis?: Analysis;
  /** People's own words beside what is written from the record, by the plan's id of the section. */
  words?: Readonly<Record<string, OwnWords>>;
  publications?: Publication[];
  /** It was decided that nothing is published. */
  waived?: Act & { reason: Written };
  opinion?: OpinionEntry[];
  opinionEnded?: Act & { reason: Written };
  lessons?: Lessons;
  summary?: Summary;
  improvements?: Improvement[];
  approval?: Approval;
}

export const CAUSES = ['direct', 'indirect', 'root', 'contributing'] as const;
export type Cause = (typeof CAUSES)[number];

export interface Analysis extends Act {
  version: number;
  items: AnalysisItem[];
  method?: Written;
  nature?: Written;
  completed?: Act;
}

export interface AnalysisItem {
  id: string;
  kind: Cause | 'timeline' | 'why';
  /** Of an entry of the timeline. */
  at?: Instant;
  /** Of a why: what it asks after. Of a root cause: the why that ends in it. */
  of?: string;
  /** SHA-256 of a file. */
  evidence?: string;
  link?: string;
  text: Written;
}

export interface OwnWords extends Act {
  text: Written;
}

export const PUBLICATIONS = ['first', 'update', 'final', 'correction'] as const;
export type PublicationKind = (typeof PUBLICATIONS)[number];

export interface Publication {
  id: string;
  version: number;
  kind: PublicationKind;
  /** The publication that it puts right. */
  corrects?: string;
  title: Partial<Record<Lang, Written>>;
  body: Partial<Record<Lang, Written>>;
  /** What the text rests on. */
  facts: ReliedOn[];
  /** When it promises the next one. */
  nextAt?: Instant;
  drafted: Act;
  checked?: Act;
  approved?: Act & { unchecked?: true; reason?: Written };
  published?: Act;
  withdrawn?: Act & { reason: Written };
}

export interface OpinionEntry extends Act {
  source: string;
  observedAt: Instant;
  volume?: number;
  /** At that time of any other day. */
  usual?: number;
  /** -2 very bad to 2 very good. */
  sentiment?: number;
  reach?: number;
  claim?: Written;
  note?: Written;
  link?: Written;
  replies: (Act & { text: Written })[];
}

export interface Lessons {
  asked: PostId[];
  given: Lesson[];
  /** `missing`: those without whom it went on. */
  collected?: Act & { missing: PostId[]; reason?: Written };
}

export interface Lesson extends Act {
  post: PostId;
  /** `question`: which of the plan's, from 1. */
  answers: { question: number; text: Written }[];
  /** What it said besides. */
  free?: Written;
}

export interface Summary {
  called?: Act & { meetingAt: Instant; participants: PersonId[]; place: Written };
  held?: SummaryHeld;
}

export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

export interface SummaryHeld extends Act {
  present: PersonId[];
  ratings: { criterion: string; rating: Rating; note?: Written }[];
  /** Absent where nothing was rated, or the plan has no weights. */
  score?: number;
  /** One of the plan's conclusions of drills. */
  conclusion?: string;
  conclusions: Written;
}

export interface Improvement extends Act {
  id: string;
  /** One of the plan's types. */
  type: string;
  priority: ImprovementPriority;
  owner: ImprovementOwner;
  dueAt: Instant;
  /** The plan has to change for it. */
  planChange: boolean;
  finding: Written;
  action: Written;
  /** Of a ticket. */
  reference?: Written;
}

export type ApprovalStage = 'draft' | 'review' | 'approval' | 'approved';

/** Where the report itself stands; those who sign it off, each with the event that says so. */
export interface Approval {
  stage: ApprovalStage;
  /** Of the latest that was submitted. */
  version?: number;
  submitted?: Act;
  reviewed?: Act;
  approved?: Act;
}
