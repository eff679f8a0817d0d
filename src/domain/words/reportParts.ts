import type { ReportPart } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Speaker } from './speaker.js';

/** What a report draws on that others bring. */
export const REPORT_PART_WORDS: Record<Lang, Record<ReportPart, string>> = {
  'zh-CN': {
    watch: '观察期的结果',
    analysis: '已确认完成的原因分析',
    lessons: '各部门的总结',
    prevention: '防范和整改措施',
  },
  en: {
    watch: 'how the watch ended',
    analysis: 'the completed cause analysis',
    lessons: 'the lessons of the departments',
    prevention: 'measures of prevention and improvement',
  },
};

/** Also of what came from outside, which may be any word. */
export function reportPartWords(part: string, lang: Lang): string {
  const words: Partial<Record<string, string>> = REPORT_PART_WORDS[lang];
  return words[part] ?? part;
}

export function reportPartsWords(parts: readonly string[], { lang, list }: Pick<Speaker, 'lang' | 'list'>): string {
  return list(parts.map((part) => reportPartWords(part, lang)));
}
