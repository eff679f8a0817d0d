import type { EventOf } from '../incident/index.js';
import type { Lang } from '../lang.js';

type Why = EventOf<'treatedAsReal'>['why'];

const WHY: Record<Lang, Record<Why, string>> = {
  'zh-CN': { timeBox: '限时内无人核实', automatic: '定级准则建议的级别须自动启动' },
  en: {
    timeBox: 'nobody had verified it in time',
    automatic: 'the grading criteria proposed a level that starts by itself',
  },
};

/** Why the plan took a report for real before anybody had verified it. */
export function whyTreatedAsReal(why: Why, lang: Lang): string {
  return WHY[lang][why];
}
