import type { SitrepSection } from '../incident/index.js';
import type { Lang } from '../lang.js';

/** How the parts of a SITREP are called, in its order. */
export const SITREP_HEADINGS: Readonly<Record<Lang, Record<SitrepSection, string>>> = {
  'zh-CN': {
    situation: '事故概况和态势',
    impact: '影响情况',
    done: '已采取的措施',
    pending: '未完事项',
    needs: '困难和需要的支持',
    decisions: '需要指挥部决定的事项',
    outlook: '走势研判',
  },
  en: {
    situation: 'Situation',
    impact: 'Impact',
    done: 'Action taken',
    pending: 'Pending',
    needs: 'Difficulties and support needed',
    decisions: 'For command to decide',
    outlook: 'Outlook',
  },
};

/** `第3期信息报送`, `SITREP no. 3`. */
export function sitrepName(number: number | undefined, lang: Lang): string {
  if (lang === 'en') return number === undefined ? 'SITREP' : `SITREP no. ${number}`;
  return number === undefined ? '信息报送' : `第${number}期信息报送`;
}
