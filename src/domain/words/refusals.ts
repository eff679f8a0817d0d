import type { Refusal, RefusalCode } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { PostOf } from './posts.js';
import { refusalsEn } from './refusals.en.js';
import { refusalsZh } from './refusals.zh.js';
import { capitalised, speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

export interface RefusalWords {
  /** A few words without a full stop. */
  title: string;
  /** What was found, what was needed, what to do next. */
  detail: string;
}

export type RefusalSentences = Readonly<Record<RefusalCode, (refusal: Refusal, say: Speaker) => RefusalWords>>;

const SENTENCES: Record<Lang, RefusalSentences> = { 'zh-CN': refusalsZh, en: refusalsEn };

export function refusalWords(refusal: Refusal, names: Names, lang: Lang, posts?: PostOf): RefusalWords {
  return refusalIn(refusal, speaker(names, lang, posts));
}

export function refusalIn(refusal: Refusal, say: Speaker): RefusalWords {
  const { title, detail } = SENTENCES[say.lang][refusal.code](refusal, say);
  return { title, detail: capitalised(detail) };
}
