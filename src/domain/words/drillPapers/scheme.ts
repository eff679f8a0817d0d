import type { Lang } from '../../lang.js';
import { drillSchemeEn } from './scheme.en.js';
import { drillSchemeZh } from './scheme.zh.js';
import type { DrillSchemeWords } from './scheme.zh.js';

export type { DrillSchemeWords } from './scheme.zh.js';

const WORDS: Record<Lang, DrillSchemeWords> = { 'zh-CN': drillSchemeZh, en: drillSchemeEn };

export function drillSchemeWords(lang: Lang): DrillSchemeWords {
  return WORDS[lang];
}
