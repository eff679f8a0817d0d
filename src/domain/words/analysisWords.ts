import type { AnalysisKind } from '../incident/events.js';
import type { Lang } from '../lang.js';

export const ANALYSIS_KIND_WORDS: Record<Lang, Record<AnalysisKind, string>> = {
  'zh-CN': {
    timeline: '时间线',
    contributing: '促成因素',
    direct: '直接原因',
    indirect: '间接原因',
    root: '根本原因',
    why: '追问',
  },
  en: {
    timeline: 'timeline',
    contributing: 'contributing factor',
    direct: 'direct cause',
    indirect: 'indirect cause',
    root: 'root cause',
    why: 'why',
  },
};
