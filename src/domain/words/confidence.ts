import type { Confidence } from '../incident/index.js';
import type { Lang } from '../lang.js';

const WORDS: Record<Lang, Record<Confidence, string>> = {
  'zh-CN': { confirmed: '已证实', likely: '基本可信', unverified: '未经证实' },
  en: { confirmed: 'confirmed', likely: 'likely', unverified: 'unverified' },
};

/** How far a fact is vouched for. */
export function confidenceWords(confidence: Confidence, lang: Lang): string {
  return WORDS[lang][confidence];
}
