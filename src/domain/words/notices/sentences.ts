import type { NoticeTemplate } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { Notice } from '../notice.js';
import type { How } from './how.js';

/** What a language has to say about one notice. */
export interface NoticeSentences {
  /** What lists and the timeline call it. */
  name: string;
  /** Stands before the title in the subject. */
  subject: string;
  todo: string | ((notice: Notice) => string);
  /** Why this person, where the notice names no team or post. */
  why: string;
  level: 'unverified' | 'fromFacts' | 'none';
  how: How;
  /** What only this notice has to tell, line by line; it stands before what is known of the incident. */
  lines?: (notice: Notice) => string[];
  /** What the quoted reason is a reason of. Default: the decision. */
  reason?: string;
}

export type NoticeSentencesOf<T extends NoticeTemplate> = Record<Lang, { readonly [K in T]: NoticeSentences }>;
