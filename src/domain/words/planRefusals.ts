import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { PlanRefusal, PlanRefusalCode } from '../plan/lifecycle/index.js';
import { planRefusalsEn } from './planRefusals.en.js';
import { planRefusalsZh } from './planRefusals.zh.js';
import type { RefusalWords } from './refusals/sentences.js';
import { speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

export type PlanRefusalSentences = Readonly<
  Record<PlanRefusalCode, (refusal: PlanRefusal, say: Speaker) => RefusalWords>
>;

const SENTENCES: Record<Lang, PlanRefusalSentences> = { 'zh-CN': planRefusalsZh, en: planRefusalsEn };

/** `names`: of the version that the act was about. */
export function planRefusalWords(refusal: PlanRefusal, names: Names, lang: Lang): RefusalWords {
  return SENTENCES[lang][refusal.code](refusal, speaker(names, lang));
}
