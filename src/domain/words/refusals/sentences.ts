import type { Refusal, RefusalCode } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { Speaker } from '../speaker.js';

export interface RefusalWords {
  /** A few words without a full stop. */
  title: string;
  /** What was found, what was needed, what to do next. */
  detail: string;
}

export type RefusalSentencesOf<C extends RefusalCode> = Record<
  Lang,
  { readonly [K in C]: (refusal: Refusal, say: Speaker) => RefusalWords }
>;
