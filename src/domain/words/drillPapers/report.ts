import type { Lang } from '../../lang.js';
import { drillReportEn } from './report.en.js';
import { drillReportZh } from './report.zh.js';
import type { DrillReportWords } from './report.zh.js';

export type { DrillReportWords } from './report.zh.js';

const WORDS: Record<Lang, DrillReportWords> = { 'zh-CN': drillReportZh, en: drillReportEn };

export function drillReportWords(lang: Lang): DrillReportWords {
  return WORDS[lang];
}
